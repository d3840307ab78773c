// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "pipeline/text/date.h"
#include "pipeline/text/utf8.h"
#include "stages/check/predicates/predicates.h"

namespace guidang::check {
namespace {

/// A line of the text that is a date and names no day of the calendar: 2023年2月30日.
std::string impossible_line(const std::vector<std::string>& pages) {
  for (const std::string& page : pages) {
    for (const std::string_view line : text::lines(page)) {
      const std::string_view trimmed = text::trim(line);
      const text::Dates dates = text::find_dates(trimmed);
      if (dates.bad.size() != 1 || dates.bad.front().length != trimmed.size()) continue;
      if (dates.bad.front().flaw == text::DateFlaw::impossible) return std::string{trimmed};
    }
  }
  return {};
}

/// What stands where the date should be, though it names no day.
std::string impossible_date(const RuleContext& context) {
  const auto it = context.description.fields.find("date");
  if (it != context.description.fields.end()) {
    const Field& field = it->second;
    if (!field.values.empty()) {
      return parse_iso(field.values.front()) ? std::string{} : field.values.front();
    }
    if (!field.original.empty()) return field.original;
  }
  return context.text_read() ? impossible_line(context.main_pages()) : std::string{};
}

/// The imprint's date (印发日期): the last line of the text that ends in 印发.
std::optional<Date> printing_date(const std::vector<std::string>& pages) {
  std::optional<Date> result;
  for (const std::string& page : pages) {
    for (const std::string_view line : text::lines(page)) {
      const std::string_view trimmed = text::trim(line);
      if (!trimmed.ends_with("印发")) continue;
      const text::Dates dates = text::find_dates(trimmed);
      if (!dates.found.empty()) result = dates.found.back().date;
    }
  }
  return result;
}

}  // namespace

RuleResult date_present(const RuleContext& context, Outcome& outcome) {
  outcome.field = "date";
  if (context.description.find("date") != nullptr) return RuleResult::pass;
  if (!impossible_date(context).empty()) return RuleResult::not_applicable;
  outcome.expected = "成文日期 / date of the document";
  return RuleResult::fail;
}

RuleResult date_possible(const RuleContext& context, Outcome& outcome) {
  outcome.field = "date";
  outcome.found = impossible_date(context);
  if (!outcome.found.empty()) {
    outcome.expected = "日历上有的日期 / a day that exists";
    return RuleResult::fail;
  }
  return context.date ? RuleResult::pass : RuleResult::not_applicable;
}

RuleResult received_not_before_date(const RuleContext& context, Outcome& outcome) {
  const std::optional<Date> received = parse_iso(context.value("received"));
  if (!received || !context.date) return RuleResult::not_checkable;
  if (*received >= *context.date) return RuleResult::pass;
  outcome.field = "received";
  outcome.found = fmt::format("收文日期 / received {}", to_iso(*received));
  outcome.expected = fmt::format("不早于成文日期 / not before the date {}", to_iso(*context.date));
  return RuleResult::fail;
}

RuleResult printed_not_before_date(const RuleContext& context, Outcome& outcome) {
  if (!context.text_read() || !context.date) return RuleResult::not_checkable;
  std::optional<Date> printed = parse_iso(context.value("issuing_date"));
  if (!printed) printed = printing_date(context.main_pages());
  if (!printed) return RuleResult::not_applicable;
  if (*printed >= *context.date) return RuleResult::pass;
  outcome.field = "date";
  outcome.found = fmt::format("印发日期 / printed {}", to_iso(*printed));
  outcome.expected = fmt::format("不早于成文日期 / not before the date {}", to_iso(*context.date));
  return RuleResult::fail;
}

void days_param(const Rule& rule) { static_cast<void>(rule.number("days")); }

RuleResult received_within_working_days(const RuleContext& context, Outcome& outcome) {
  const std::optional<Date> received = parse_iso(context.value("received"));
  if (!received || !context.date || context.calendar == nullptr) return RuleResult::not_checkable;
  const std::optional<int> days = context.calendar->working_days_between(*context.date, *received);
  if (!days) return RuleResult::not_checkable;
  const int allowed = context.rule->number("days");
  if (*days <= allowed) return RuleResult::pass;
  outcome.field = "received";
  outcome.found = fmt::format("{} 个工作日 / working days ({} → {})", *days, to_iso(*context.date),
                              to_iso(*received));
  outcome.expected = fmt::format("不超过 / at most {}", allowed);
  return RuleResult::fail;
}

}  // namespace guidang::check
