// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "pipeline/text/document_number.h"
#include "pipeline/text/document_type.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/confidence.h"
#include "stages/describe/elements.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

// Words that end in 法 and are no law.
constexpr auto kNoLaw = std::to_array<std::string_view>(
    {"办法", "方法", "做法", "司法", "执法", "立法", "违法", "普法"});

std::string_view without_brackets(std::string_view title) {
  while (title.ends_with(')')) {
    const std::size_t at = title.rfind('(');
    if (at == std::string_view::npos || at == 0) break;
    title = title.substr(0, at);
  }
  constexpr std::string_view kClose = "》";
  while (title.ends_with(kClose)) title.remove_suffix(kClose.size());
  return title;
}

}  // namespace

std::optional<std::string> type_of_title(std::string_view title) {
  // What explains a document is none: 《…的通知》解读, 解读《…的通知》, 关于《…公告》的解读.
  constexpr auto kAbout = std::to_array<std::string_view>({"解读", "一图读懂", "图解", "问答"});
  if (starting(title, kAbout) != 0) return std::nullopt;
  // 某市出台《…办法》 reports of one.
  constexpr auto kReports =
      std::to_array<std::string_view>({"出台《", "印发《", "发布《", "公布《", "通过《"});
  if (title.ends_with("》") && contains_any(title, kReports) && !contains(title, "关于印发") &&
      !contains(title, "关于发布") && !contains(title, "关于公布")) {
    return std::nullopt;
  }
  if (const auto type = text::document_type_of_title(title)) {
    return std::string{text::info(type->type).name};
  }
  const std::string flat = flatten(title, kFlatBytes);
  const std::string_view name = without_brackets(flat);
  constexpr std::string_view kCode = "法典";
  if (name.ends_with(kCode)) return std::string{"法"};
  // 《…的通知》国发〔2010〕10号: a number behind the name says nothing of the kind.
  const std::size_t quoted = name.rfind("》");
  if (quoted != std::string_view::npos) {
    constexpr std::string_view kClose = "》";
    const std::string_view number = name.substr(quoted + kClose.size());
    if (text::parse_document_number(number)) return type_of_title(name.substr(0, quoted));
  }
  constexpr std::string_view kLaw = "法";
  if (name.size() > kLaw.size() && name.ends_with(kLaw) && ending(name, kNoLaw) == 0) {
    return std::string{kLaw};
  }
  return std::nullopt;
}

void find_types(const Reading& reading, Candidates& out) {
  const Zones& zones = reading.zones;
  for (const Label& label : reading.labels) {
    if (label.field != "doctype") continue;
    if (const auto type = text::parse_document_type(label.value)) {
      out.add("doctype", std::string{text::info(*type).name}, reading.lines[label.line].place(),
              confidence::kTypeLabel);
    }
  }
  constexpr std::string_view kOrder = "令";
  for (const std::size_t i : zones.masthead) {
    const Line& line = reading.lines[i];
    if (line.flat.ends_with(kOrder)) {
      out.add("doctype", "命令", line.place(), confidence::kTypeMasthead, line.flat);
    } else if (contains(line.flat, "纪要")) {
      out.add("doctype", "纪要", line.place(), confidence::kTypeMasthead, line.flat);
    }
  }
  if (zones.titles.empty()) {
    for (const HeadNumber& number : zones.numbers) {
      if (number.number.value.code.ends_with(kOrder)) {
        out.add("doctype", "命令", reading.lines[number.line].place(), confidence::kTypeLabel);
      }
    }
  }
}

}  // namespace guidang::describe
