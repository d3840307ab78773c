// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/year/year.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "pipeline/calendar/date.h"
#include "stages/year/title_year.h"

namespace guidang {
namespace {

constexpr std::array<std::string_view, 2> kFields{"date", "title"};
constexpr std::array kReads{Read{FactKind::item}, Read{FactKind::description, true, kFields}};
constexpr std::array<std::string_view, 1> kDecisions{"year"};
constexpr std::array kCodes{
    CodeInfo{"YR-101", "没有成文日期，归档年度不能确定", "no date, so no filing year",
             "查明日期后用 set 写入 date，或直接决定 year",
             "find the date and set 'date', or decide 'year'", "DA/T 22-2015 5.4.2"}};
constexpr StageInfo kInfo{.name = "year",
                          .zh = "归年",
                          .summary = "finds the filing year of each item",
                          .scope = Scope::item,
                          .reads = kReads,
                          .writes = FactKind::year,
                          .decisions = kDecisions,
                          .codes = kCodes};

std::optional<int> decided_year(const View& view) {
  const auto it = view.decisions().find("year");
  if (it == view.decisions().end()) return std::nullopt;
  const std::string& text = it->second.value;
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return year >= 1000 && year <= 2999 ? std::optional(year) : std::nullopt;
}

}  // namespace

Year::Year(const Profile& profile) : settings_(profile.section_digest("year")) {
  const profile::Element& section = profile.section("year");
  by_content_ = section.word("rule", {"signed", "content"}, "signed") == "content";
  content_words_ = section.words("content-doctypes");
  if (content_words_.empty()) content_words_ = {"计划", "规划", "总结", "预算", "决算", "统计"};
}

const StageInfo& Year::info() const { return kInfo; }

std::optional<Fact> Year::run(const View& view, Findings& findings) const {
  if (const auto year = decided_year(view)) return FilingYear{.year = year, .rule = "person"};
  const auto* description = view.main().find<Description>();
  const std::string_view title = description == nullptr ? "" : description->value("title");
  const std::string_view written = description == nullptr ? "" : description->value("date");
  const bool by_title =
      by_content_ && std::any_of(content_words_.begin(), content_words_.end(), [&](const auto& w) {
        return title.find(w) != std::string_view::npos;
      });
  if (by_title) {
    if (const auto year = year_of_title(title)) return FilingYear{.year = year, .rule = "content"};
  }
  if (const auto date = parse_iso(written)) {
    return FilingYear{.year = static_cast<int>(date->year()), .rule = "signed"};
  }
  findings.add({.code = "YR-101",
                .severity = Severity::hold,
                .place = "date",
                .found = std::string(written),
                .expected = "成文日期 / a date"});
  return std::nullopt;
}

}  // namespace guidang
