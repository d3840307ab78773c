// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/statement.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidang::lists {
namespace {

/// What the office wrote itself for one part, for this year or for all.
std::string written(const PaperYear& year, std::string_view part) {
  std::string text;
  for (const profile::Element* own : year.office().profile.section("catalogue").all("statement")) {
    if (own->attribute("part") != part) continue;
    const bool of_year = own->attribute("year") == std::to_string(year.year());
    if (of_year || (!own->has("year") && text.empty())) text = own->text;
  }
  return text;
}

std::string principle(const Profile& profile) {
  std::string text = "按归档年度、保管期限分类组卷，不同年度、不同保管期限的文件不组入同一案卷";
  const profile::Element& arrange = profile.section("arrange");
  if (const std::string_view citation = arrange.attribute("citation"); !citation.empty()) {
    text.append("（").append(citation).append("）");
  }
  const profile::Element& appraise = profile.section("appraise");
  if (const std::string_view by = appraise.attribute("approved-by"); !by.empty()) {
    text += fmt::format("。保管期限依本单位文件材料归档范围和保管期限表（{}{}批准）划定", by,
                        written_date(appraise.attribute("approved-on")));
  }
  const profile::Element& number = profile.section("number");
  if (const std::string_view pattern = number.attribute("pattern"); !pattern.empty()) {
    text += "。档号由编号台账统一编定，一号一卷，不重不漏";
  }
  return text + "。";
}

}  // namespace

void Statement::add(const Volume& volume) {
  draft_ = draft_ || volume.holds.provisional;
  if (volumes_++ == 0) first_ = volume.number;
  last_ = volume.number;
  items_ += volume.holds.count;
  pages_ += volume.last_page > 0 ? volume.last_page : volume.holds.pages;
  unpaged_ += volume.last_page == 0 && volume.holds.unknown > 0 ? 1U : 0U;
  const Tally& holds = volume.holds;
  if (!holds.first_date.empty()) {
    if (first_date_.empty() || holds.first_date < first_date_) first_date_ = holds.first_date;
    last_date_ = std::max(last_date_, holds.last_date);
  }
  volume.notes.for_each_count(
      [&](const std::string& kind, std::uint64_t lines) { remarks_[kind] += lines; });
}

std::string Statement::quantity() const {
  std::string text = fmt::format("共 {} 卷（案卷号 {} 至 {}），{} 件，{} 页", volumes_, first_,
                                 last_, items_, pages_);
  if (unpaged_ > 0) text += fmt::format("（其中 {} 卷有文件页数不明，未计入）", unpaged_);
  if (!first_date_.empty()) {
    text +=
        fmt::format("；文件起止日期 {} 至 {}", written_date(first_date_), written_date(last_date_));
  }
  return text + "。";
}

std::string Statement::state(const PaperYear& year) const {
  if (draft_ || year.seals().empty()) return "尚未封存，案卷号为预编。";
  std::string text;
  for (const SealRow& seal : year.seals()) {
    text += fmt::format("{}由{}立卷、{}检查，{}封存（第 {} 版）", text.empty() ? "" : "；", seal.by,
                        seal.checked_by, written_date(seal.date), seal.edition);
  }
  return text + "。案卷封面、卷内文件目录、卷内备考表齐备。";
}

std::string Statement::problems(const PaperYear& year) const {
  std::string text;
  for (const RemarkKind& kind : year.office().settings.remarks) {
    const auto lines = remarks_.find(kind.id);
    if (lines == remarks_.end() || lines->second == 0) continue;
    text += fmt::format("{}{} {} 处", text.empty() ? "" : "，", kind.name, lines->second);
  }
  if (!text.empty()) text += "，逐一记入各卷备考表。";
  if (!year.seals().empty() && year.seals().back().left_held > 0) {
    text += fmt::format("另有 {} 件待处理，未组卷：{}。", year.seals().back().left_held,
                        year.seals().back().why);
  }
  return text;
}

void Statement::put(const PaperYear& year, forms::Values& values) const {
  const auto both = [&](std::string_view part, std::string counted) {
    const std::string own = written(year, part);
    if (!own.empty() && !counted.empty()) counted += "\n";
    values[std::string(part)] = counted + own;
  };
  both("situation", "");
  both("quantity", quantity());
  both("principle", principle(year.office().profile));
  both("state", state(year));
  both("problems", problems(year));
}

}  // namespace guidang::lists
