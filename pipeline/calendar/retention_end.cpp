// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/calendar/retention_end.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "pipeline/text/title_span.h"

namespace guidang {
namespace {

constexpr std::string_view kYears = "年";
constexpr std::string_view kAfter = "后";
constexpr int kMostYears = 1000;

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = error == std::errc{} && end == digits.data() + digits.size();
  return whole && value > 0 && value <= kMostYears ? std::optional(value) : std::nullopt;
}

}  // namespace

RetentionTerm retention_term(std::string_view period) {
  using Kind = RetentionTerm::Kind;
  if (period == "永久" || period == "Y") return {.kind = Kind::permanent};
  if (period.starts_with('D')) {
    const auto years = number(period.substr(1));
    return years ? RetentionTerm{.kind = Kind::years, .years = *years} : RetentionTerm{};
  }
  if (!period.ends_with(kYears)) return {};
  period.remove_suffix(kYears.size());
  const std::size_t after = period.rfind(kAfter);
  const bool event = after != std::string_view::npos;
  if (event) period.remove_prefix(after + kAfter.size());
  const auto years = number(period);
  if (!years) return {};
  return {.kind = event ? Kind::after_event : Kind::years, .years = *years};
}

std::optional<Date> retention_end(RetentionTerm term, std::optional<int> year) {
  if (term.kind != RetentionTerm::Kind::years || !year) return std::nullopt;
  constexpr int kDecember = 12;
  constexpr int kLast = 31;
  return make_date(*year + term.years, kDecember, kLast);
}

std::optional<int> retention_year(bool accounting, std::optional<int> filing_year,
                                  std::string_view title) {
  return accounting ? text::title_span(title).last_year : filing_year;
}

std::vector<OpeningLaw> read_opening_laws(const profile::Element& appraise_section) {
  std::vector<OpeningLaw> laws;
  for (const profile::Element* row : appraise_section.all("opening")) {
    const std::string& from = row->required("from");
    const auto day = parse_iso(from);
    if (!day) throw row->flaw("from=\"" + from + "\"", "a day like 2021-01-01");
    const long long years = row->number("years");
    if (years < 1 || years > kMostYears) {
      throw row->flaw("years=\"" + std::to_string(years) + "\"", "1 to 1000");
    }
    laws.push_back({.from = *day, .years = static_cast<int>(years)});
  }
  std::sort(laws.begin(), laws.end(),
            [](const OpeningLaw& a, const OpeningLaw& b) { return a.from < b.from; });
  return laws;
}

std::optional<Date> opening_candidate(Date made, std::span<const OpeningLaw> laws) {
  for (std::size_t i = 0; i < laws.size(); ++i) {
    const Date day = std::max(add_years(made, laws[i].years), laws[i].from);
    if (i + 1 == laws.size() || day < laws[i + 1].from) return day;
  }
  return std::nullopt;
}

}  // namespace guidang
