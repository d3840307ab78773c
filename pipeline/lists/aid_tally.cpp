// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_tally.h"

#include <fmt/format.h>

#include <array>

#include "pipeline/lists/aid_registration.h"
#include "pipeline/lists/list_row.h"
#include "pipeline/lists/packing.h"
#include "pipeline/lists/writing.h"

namespace guidang::lists {
namespace {

constexpr std::string_view kFiled = "归档";

constexpr std::array kTexts{&Counted::outcome, &Counted::period, &Counted::rule,
                            &Counted::doctype, &Counted::date,   &Counted::pages,
                            &Counted::opening};

std::string opening_word(const std::string& opening) {
  if (opening == "open") return "开放（含拟开放）";
  if (opening == "controlled") return "控制";
  if (opening == "deferred") return "延期开放";
  return "未审核";
}

void count(const Counted& one, YearTally::Group& group) {
  ++group.items;
  if (one.pages.empty()) {
    ++group.without_pages;
  } else {
    group.pages += std::stoull(one.pages);
  }
}

std::string pages_text(const YearTally::Group& group) {
  if (group.without_pages == 0) return std::to_string(group.pages);
  if (group.without_pages == group.items) return {};
  return fmt::format("{}（另 {} 件页数不明）", group.pages, group.without_pages);
}

YearTally tally_of(const PaperYear& year) {
  YearTally tally;
  year.for_each([&](std::string_view payload) { tally.add(unpack_counted(payload)); });
  return tally;
}

void gather(const View& item, const Office& office, const LineKind::Add& add) {
  const Appraisal* appraisal = item.find<Appraisal>();
  const FilingYear* filing_year = item.find<FilingYear>();
  const Description* description = item.main().find<Description>();
  Counted one{.outcome = outcome_of(item)};
  if (const auto row = filed_row(item, office)) {
    one.outcome = kFiled;
    one.provisional = row->provisional;
  }
  if (appraisal != nullptr) {
    one.period = appraisal->period;
    one.rule = appraisal->rule;
    one.opening = appraisal->opening;
  }
  if (description != nullptr) {
    one.doctype = description->value("doctype");
    one.date = description->value("date");
  }
  if (const auto pages = page_count(item)) one.pages = std::to_string(*pages);
  add({.year = filing_year == nullptr ? 0 : filing_year->year.value_or(0),
       .payload = pack(one),
       .provisional = one.provisional});
}

std::string list_text(const std::map<std::string, YearTally::Group>& groups,
                      const Profile& profile) {
  std::string text;
  for (const std::string& name : in_period_order(profile, groups)) {
    text += fmt::format("{}{} {} 件", text.empty() ? "" : "，", name, groups.at(name).items);
  }
  return text;
}

/// {fonds}-WS·{year}[-{organ}]-{number:4} as people say it: 全宗号-WS·年度-机构(问题)-件号.
std::string spoken_pattern(std::string_view pattern) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kNames{
      {{"fonds", "全宗号"},
       {"category", "门类代码"},
       {"year", "年度"},
       {"period", "保管期限"},
       {"organ", "机构(问题)"},
       {"directory", "目录号"},
       {"volume", "案卷号"},
       {"number", "件号"}}};
  std::string text;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t close = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
    if (close == std::string_view::npos) {
      if (pattern[at] != '[' && pattern[at] != ']') text += pattern[at];
      ++at;
      continue;
    }
    const std::string_view inner = pattern.substr(at + 1, close - at - 1);
    const std::string_view name = inner.substr(0, inner.find(':'));
    const auto known = std::find_if(kNames.begin(), kNames.end(),
                                    [&](const auto& pair) { return pair.first == name; });
    text += known == kNames.end() ? name : known->second;
    at = close + 1;
  }
  return text;
}

}  // namespace

std::string pack(const Counted& one) {
  std::string bytes(1, one.provisional ? 'y' : 'n');
  for (const auto text : kTexts) append_text(bytes, one.*text);
  return bytes;
}

Counted unpack_counted(std::string_view bytes) {
  Counted one{.provisional = bytes.at(0) == 'y'};
  bytes.remove_prefix(1);
  for (const auto text : kTexts) one.*text = take_text(bytes);
  return one;
}

void YearTally::add(const Counted& one) {
  ++all;
  ++outcomes[one.outcome];
  const bool is_filed = one.outcome == kFiled;
  const std::string& group = is_filed || one.outcome == "待编号" ? one.period : one.outcome;
  count(one, rules[{group.empty() ? "待鉴定" : group, one.rule}]);
  if (!is_filed) return;
  count(one, filed);
  count(one, periods[one.period]);
  count(one, kinds[one.doctype.empty() ? "文种不明" : one.doctype]);
  ++openings[opening_word(one.opening)];
  if (one.date.empty()) return;
  if (first_date.empty() || one.date < first_date) first_date = one.date;
  if (one.date > last_date) last_date = one.date;
}

const LineKind kCounted{"counted", gather};

void print_statistics(const PaperYear& year, Binder& binder) {
  const YearTally tally = tally_of(year);
  forms::Book& book = binder.open();
  forms::Values head = year.head();
  head["count"] = std::to_string(tally.all);
  book.sheet(head);
  std::uint64_t number = 0;
  const auto row = [&](const std::string& group, const std::string& item, std::uint64_t items,
                       const std::string& pages) {
    book.row({{"number", std::to_string(++number)},
              {"group", group},
              {"item", item},
              {"items", std::to_string(items)},
              {"pages", pages}});
  };
  row("归档文件", "合计", tally.filed.items, pages_text(tally.filed));
  for (const std::string& name : in_period_order(year.office().profile, tally.periods)) {
    const YearTally::Group& group = tally.periods.at(name);
    row("保管期限", name, group.items, pages_text(group));
  }
  for (const auto& [name, group] : tally.kinds) row("文种", name, group.items, pages_text(group));
  for (const auto& [name, items] : tally.openings) row("开放状态", name, items, "");
  row("全部文件", "合计", tally.all, "");
  for (const auto& [name, items] : tally.outcomes) row("处置", name, items, "");
}

void print_arrangement_note(const PaperYear& year, Binder& binder) {
  if (year.year() == 0) return;
  const YearTally tally = tally_of(year);
  const profile::Element& arrange = year.office().profile.section("arrange");
  const profile::Element& number = year.office().profile.section("number");
  forms::Values head = year.head();
  head["quantity"] =
      tally.filed.items == 0
          ? "本年度没有编号的归档文件。"
          : fmt::format("归档文件 {} 件，{} 页。按保管期限：{}。", tally.filed.items,
                        pages_text(tally.filed), list_text(tally.periods, year.office().profile));
  if (!tally.first_date.empty()) {
    head["dates"] = written_date(tally.first_date) + "至" + written_date(tally.last_date);
  }
  const bool volumes = year.office().arrangement == Arrangement::volume;
  head["method"] = fmt::format("{}整理。{}", volumes ? "按卷" : "按件",
                               arrange.attribute("citation").empty()
                                   ? std::string()
                                   : "依据：" + std::string(arrange.attribute("citation")) + "。");
  head["codes"] = fmt::format("档号形式：{}。{}", spoken_pattern(number.attribute("pattern")),
                              number.attribute("citation").empty()
                                  ? std::string()
                                  : "依据：" + std::string(number.attribute("citation")) + "。");
  std::string open;
  for (const auto& [name, items] : tally.outcomes) {
    if (name == kFiled) continue;
    open += fmt::format("{}{} {} 件", open.empty() ? "" : "，", name, items);
  }
  head["open"] = open.empty() ? "全部文件已编号。" : "未编入目录的文件：" + open + "。";
  head["profile"] = year.office().profile.title_zh();
  binder.open().sheet(head);
}

void print_appraisal_summary(const PaperYear& year, Binder& binder) {
  const YearTally tally = tally_of(year);
  forms::Book& book = binder.open();
  forms::Values head = year.head();
  head["count"] = std::to_string(tally.all);
  book.sheet(head);
  std::map<std::string, std::uint64_t> groups;
  for (const auto& [key, group] : tally.rules) groups[key.first] += group.items;
  std::uint64_t line = 0;
  for (const std::string& name : in_period_order(year.office().profile, groups)) {
    for (const auto& [key, group] : tally.rules) {
      if (key.first != name) continue;
      book.row({{"number", std::to_string(++line)},
                {"group", name},
                {"rule", key.second == "person" ? "人工鉴定" : key.second},
                {"items", std::to_string(group.items)},
                {"pages", pages_text(group)}});
    }
  }
}

}  // namespace guidang::lists
