// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/page.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "index/web/assets.h"
#include "index/web/stylesheets.h"
#include "index/web/texts.h"

namespace guidang::web {
namespace {

/// The same page in the other language; what stands in the address stays. Relative, so that the
/// page of what is not there does not tell what was asked for.
std::string in_language(const Context& context, Language language) {
  Parameters parameters = context.request.parameters;
  return "?" + parameters.keep_known().set("lang", to_text(language)).text();
}

}  // namespace

std::string Context::href(std::string_view path, Parameters parameters) const {
  const std::string_view chosen = request.parameters.get("lang");
  if (chosen == "zh" || chosen == "en") parameters.set("lang", chosen);
  const std::string text = parameters.text();
  return std::string(path) + (text.empty() ? "" : "?" + text);
}

Page::Page(const Context& context, std::string_view kind)
    : context_(context), kind_(kind), writer_(text_) {
  const Request& request = context.request;
  const auto yes_no = [](bool value) { return value ? "yes" : "no"; };
  writer_.open("page")
      .attribute("kind", kind_)
      .attribute("lang", to_text(request.language))
      .attribute("staff", yes_no(request.visitor.staff))
      .attribute("print", yes_no(request.parameters.get("view") == "print"))
      .attribute("assets", assets_version())
      .attribute("home", context.href("/"))
      .attribute("browse", context.href("/browse"))
      .attribute("help", context.href("/help"));
  // One home: the site is the office's own and bears its name.
  if (context.site.homes.size() == 1) {
    writer_.attribute("name", context.site.homes.front().name);
  }
  for (const Language language : {Language::zh, Language::en}) {
    writer_.open("language")
        .attribute("id", to_text(language))
        .attribute("href", in_language(context, language))
        .attribute("current", yes_no(language == request.language))
        .close();
  }
}

Page& Page::box(std::string_view query, const Parameters& keep) {
  if (has_box_ || in_content_) throw std::logic_error("Page: the box comes once, and first");
  has_box_ = true;
  writer_.open("box").attribute("action", "/search").attribute("q", query);
  Parameters kept = keep;
  const std::string_view chosen = context_.request.parameters.get("lang");
  if (chosen == "zh" || chosen == "en") kept.set("lang", chosen);
  for (const Parameters::Item& item : kept.items()) {
    writer_.open("keep").attribute("name", item.name).attribute("value", item.value).close();
  }
  writer_.close();
  return *this;
}

void Page::begin_content() {
  if (in_content_) return;
  if (!has_box_) box("");
  in_content_ = true;
  writer_.open(kind_);
}

xml::Writer& Page::model() {
  if (finished_) throw std::logic_error("Page: finished");
  begin_content();
  return writer_;
}

const std::string& Page::text() {
  if (!finished_) {
    begin_content();
    writer_.finish();
    finished_ = true;
  }
  return text_;
}

Response Page::render(int status) {
  Response response{.status = status};
  response.body = context_.site.stylesheets->of(kind_).to_html(text());
  return response;
}

void write_marked(xml::Writer& writer, std::string_view text,
                  std::span<const index::ByteRange> marks) {
  writer.mixed();
  std::size_t at = 0;
  for (const index::ByteRange& mark : marks) {
    if (mark.begin < at || mark.end > text.size() || mark.begin >= mark.end) continue;
    writer.text(text.substr(at, mark.begin - at));
    writer.element("mark", text.substr(mark.begin, mark.end - mark.begin));
    at = mark.end;
  }
  writer.text(text.substr(at));
}

Response error_answer(const Context& context, Refusal refusal) {
  const Request& request = context.request;
  if (request.wants_json()) {
    const nlohmann::ordered_json error{
        {"status", refusal.status},
        {"error", refusal.reason},
        {"message", context.site.texts->get(refusal.reason, request.language)}};
    return {.status = refusal.status, .type = std::string(kJson), .body = error.dump() + "\n"};
  }
  Page page(context, "error");
  page.model()
      .attribute("status", std::to_string(refusal.status))
      .attribute("reason", refusal.reason);
  return page.render(refusal.status);
}

Response not_found(const Context& context) { return error_answer(context, {404, "not-found"}); }

}  // namespace guidang::web
