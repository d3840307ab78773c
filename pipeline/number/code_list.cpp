// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/number/code_list.h"

#include <algorithm>

#include "pipeline/text/utf8.h"

namespace guidang {

void CodeList::add(std::size_t line, std::string_view code) {
  ++codes_;
  const auto at = static_cast<std::uint32_t>(line);
  const auto item = pattern_.parse(code);
  if (!item) {
    if (const auto volume = pattern_.parse_volume(code)) {
      series_[pattern_.series(*volume)].push_back({.number = volume->volume, .line = at});
      return;
    }
    not_read_.push_back(
        {.kind = CodeFlaw::Kind::form, .line = line, .code = std::string(text::trim(code))});
    return;
  }
  std::string series = pattern_.series(*item);
  if (pattern_.volumes()) {
    std::string volume = pattern_.code(series, item->volume);
    auto& entries = series_[volume];
    if (entries.empty()) series_[std::move(series)].push_back({.number = item->volume});
    entries.push_back({.number = item->number, .line = at});
    return;
  }
  series_[std::move(series)].push_back({.number = item->number, .line = at});
}

void CodeList::check_series(const std::string& name, std::vector<Entry> entries, Report& report,
                            std::vector<CodeFlaw>& gaps, const CodePattern& pattern) {
  std::sort(entries.begin(), entries.end());
  const bool of_volume = pattern.volumes() && pattern.parse_volume(name).has_value();
  CodeSeries series{.series = name};
  Entry before;
  for (const Entry& entry : entries) {
    if (entry.number == before.number) {
      if (before.line != 0 && entry.line != 0) {
        report.flaws.push_back({.kind = CodeFlaw::Kind::repeated,
                                .line = entry.line,
                                .code = of_volume ? pattern.item_code(name, entry.number)
                                                  : pattern.code(name, entry.number),
                                .other = before.line});
      }
      before.line = std::max(before.line, entry.line);
      continue;
    }
    if (entry.number > before.number + 1) {
      gaps.push_back({.kind = CodeFlaw::Kind::gap,
                      .code = name,
                      .first = before.number + 1,
                      .last = entry.number - 1});
    }
    ++series.count;
    before = entry;
  }
  series.last = before.number;
  report.series.push_back(std::move(series));
}

CodeList::Report CodeList::report() const {
  Report report{.codes = codes_, .flaws = not_read_};
  std::vector<CodeFlaw> gaps;
  for (const auto& [name, entries] : series_) check_series(name, entries, report, gaps, pattern_);
  std::stable_sort(report.flaws.begin(), report.flaws.end(),
                   [](const CodeFlaw& a, const CodeFlaw& b) { return a.line < b.line; });
  report.flaws.insert(report.flaws.end(), gaps.begin(), gaps.end());
  return report;
}

}  // namespace guidang
