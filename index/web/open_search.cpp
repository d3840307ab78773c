// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/open_search.h"

#include "index/web/texts.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/writer.h"

namespace guidang::web {
namespace {

/// OpenSearch allows 16 characters to a short name.
std::string short_name(std::string_view name) {
  constexpr std::size_t kMost = 16;
  std::size_t at = 0;
  for (std::size_t n = 0; n < kMost && at < name.size(); ++n) text::next(name, at);
  return std::string(name.substr(0, at));
}

std::string filled(std::string_view words, const std::string& name) {
  std::string out(words);
  const std::size_t at = out.find("{a}");
  return at == std::string::npos ? out : out.replace(at, 3, name);
}

}  // namespace

Response open_search(const Context& context) {
  const Language language = context.request.language;
  const Texts& texts = *context.site.texts;
  const std::vector<SiteHome>& homes = context.site.homes;
  const std::string name =
      homes.size() == 1 ? homes.front().name : std::string(texts.get("frame.name", language));
  Response response{.type = "application/opensearchdescription+xml; charset=utf-8"};
  xml::Writer writer(response.body);
  writer.open("OpenSearchDescription")
      .attribute("xmlns", "http://a9.com/-/spec/opensearch/1.1/")
      .element("ShortName", short_name(name))
      .element("Description", filled(texts.get("opensearch.description", language), name));
  const auto url = [&](std::string_view type, std::string_view path) {
    writer.open("Url")
        .attribute("type", type)
        .attribute("template", context.request.origin + std::string(path) +
                                   "?q={searchTerms}&page={startPage?}&n={count?}")
        .close();
  };
  url("text/html", "/search");
  url("application/json", "/search.json");
  writer.element("InputEncoding", "UTF-8").element("OutputEncoding", "UTF-8");
  writer.element("Language", "zh-CN").element("Language", "en");
  writer.finish();
  return response;
}

}  // namespace guidang::web
