// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/xml/reader.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/ooxml_package.h"
#include "stages/extract/readers/slide_text.h"

namespace guidang::extract {
namespace {

/// Ids of the slides' relations, in the order they are shown.
std::vector<std::string> slide_order(OoxmlPackage& package, const std::string& main) {
  std::vector<std::string> order;
  const std::string bytes = package.required(main);
  if (bytes.empty()) return order;
  xml::Reader reader{bytes, main};
  while (reader.next()) {
    if (reader.event() != xml::Event::start || reader.name() != "sldId") continue;
    // `id` without a namespace is the slide's own number, which sections list once more.
    if (auto id = reader.attribute("id", "/relationships")) order.push_back(std::move(*id));
  }
  if (reader.error()) package.fail(reader.error()->text());
  return order;
}

}  // namespace

Extraction read_pptx(int fd, const Limits& limits) {
  auto opened = OoxmlPackage::open(fd, limits);
  if (const auto* reason = std::get_if<std::string>(&opened)) return failed(*reason);
  auto& package = std::get<OoxmlPackage>(opened);
  const std::string main = package.main_part("ppt/presentation.xml");
  if (main.empty()) return failed("no presentation part");

  const std::vector<Relation> parts = package.relations(main);
  Extraction result;
  DistinctTexts heads;
  DistinctTexts feet;
  std::uint64_t taken = 0;
  for (const std::string& id : slide_order(package, main)) {
    const Relation* slide = find_relation(parts, id);
    if (slide == nullptr) return failed(fmt::format("slide {} has no part", id));
    TextBuilder text{limits.text_bytes - taken};
    add_slide_text(package, slide->path, text, heads, feet);
    std::vector<Relation> beside = package.relations(slide->path);
    sort_by_path(beside);
    for (const char* kind : {"diagramData", "notesSlide"}) {
      for (const Relation& part : beside) {
        if (part.kind == kind) add_slide_text(package, part.path, text, heads, feet);
      }
    }
    if (!package.error().empty()) return failed(package.error());
    result.pages.push_back(text.take());
    taken += result.pages.back().size();
    if (result.pages.size() > limits.pages) return failed("too many slides");
  }
  if (!package.error().empty()) return failed(package.error());
  if (result.pages.empty()) result.pages.emplace_back();
  result.paged = true;
  result.state = TextState::read;
  add_property(result, "header_text", heads.joined());
  add_property(result, "footer_text", feet.joined());
  add_package_facts(package, result);
  return result;
}

}  // namespace guidang::extract
