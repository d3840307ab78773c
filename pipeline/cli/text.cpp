// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <ostream>
#include <utility>

#include "pipeline/cli/commands.h"
#include "pipeline/facts_json.h"
#include "stages/extract/extract.h"
#include "stages/extract/process/helper_pool.h"

namespace guidang::cli {
namespace {

/// Only what the format says; `lines` is how many lines look so.
nlohmann::ordered_json style_json(const StyleRun& run) {
  constexpr std::array kAligns{"", "left", "centre", "right"};
  constexpr std::array kFaces{"", "song", "hei", "fangsong", "kai", "title_song", "other"};
  const LineStyle& style = run.style;
  nlohmann::ordered_json object{{"lines", run.count}};
  if (style.align != Align::unknown) object["align"] = kAligns[std::size_t(style.align)];
  if (style.size > 0) object["size"] = style.size / 100.0;
  if (style.face != Face::unknown) object["face"] = kFaces[std::size_t(style.face)];
  if (style.colour > 0) object["colour"] = fmt::format("{:06X}", style.colour);
  if (style.outline > 0) object["outline"] = style.outline;
  for (const auto& [name, value] :
       {std::pair{"bold", style.bold}, {"rule_below", style.rule_below}, {"table", style.table}}) {
    if (value) object[name] = true;
  }
  return object;
}

nlohmann::ordered_json layout_json(const PageLayout& page) {
  nlohmann::ordered_json lines = nlohmann::ordered_json::array();
  for (const Box& box : page.lines) lines.push_back({box.left, box.top, box.width, box.height});
  nlohmann::ordered_json object{
      {"width", page.width}, {"height", page.height}, {"lines", std::move(lines)}};
  for (const StyleRun& run : style_runs(page.styles)) object["styles"].push_back(style_json(run));
  return object;
}

nlohmann::ordered_json member_json(const Member& member) {
  nlohmann::ordered_json object{{"name", member.name}, {"size", member.size}};
  if (!member.encoding.empty()) object["name_encoding"] = member.encoding;
  if (!member.refusal.empty()) object["refused"] = member.refusal;
  return object;
}

nlohmann::ordered_json extraction_json(const Extraction& extraction, const std::string& path) {
  nlohmann::ordered_json object{{"path", path},
                                {"state", to_text(extraction.state)},
                                {"format", extraction.format},
                                {"reader", extraction.reader},
                                {"paged", extraction.paged},
                                {"pages", extraction.pages}};
  if (!extraction.reason.empty()) object["reason"] = extraction.reason;
  if (!extraction.encoding.empty()) object["encoding"] = extraction.encoding;
  if (extraction.undecodable > 0) object["undecodable"] = extraction.undecodable;
  object["properties"] = extraction.properties;
  object["technical"] = extraction.technical;
  for (const PageLayout& page : extraction.layout) object["layout"].push_back(layout_json(page));
  for (const Member& member : extraction.members) object["members"].push_back(member_json(member));
  return object;
}

}  // namespace

ExitStatus execute(const TextArguments& arguments, const Console& console) {
  extract::HelperPool reader(1, {.recognise = arguments.ocr});
  ExitStatus status = ExitStatus::done;
  for (const std::string& path : arguments.files) {
    const Extraction extraction = extract_file(reader, path);
    if (extraction.state != TextState::read) status = ExitStatus::held;
    if (arguments.json) {
      console.out << extraction_json(extraction, path)
                         .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                  << '\n';
      continue;
    }
    for (const std::string& page : extraction.pages) {
      console.out << page << (page.ends_with('\n') ? "" : "\n");
    }
    if (extraction.state != TextState::read) {
      console.err << path << ": " << to_text(extraction.state) << " (" << extraction.format << ") "
                  << extraction.reason << '\n';
    }
  }
  return status;
}

}  // namespace guidang::cli
