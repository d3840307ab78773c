// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/number/former_codes.h"

#include <algorithm>

namespace guidang {
namespace {

constexpr std::string_view kSeparator = "；";

}  // namespace

std::vector<std::string> split_former(std::string_view value) {
  std::vector<std::string> codes;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(kSeparator), value.size());
    if (end > 0) codes.emplace_back(value.substr(0, end));
    value.remove_prefix(std::min(end + kSeparator.size(), value.size()));
  }
  return codes;
}

std::string with_former(std::string_view value, std::string_view code) {
  const std::vector<std::string> codes = split_former(value);
  std::string all(value);
  if (code.empty() || std::find(codes.begin(), codes.end(), code) != codes.end()) return all;
  if (!all.empty()) all += kSeparator;
  return all += code;
}

void for_each_former_code(Register& source, int year,
                          const std::function<void(const FormerCode&)>& visit) {
  sqlite::Statement rows = source.database().prepare(
      "SELECT d.record, d.value, d.by_whom, d.date, d.why, "
      "  coalesce(json_extract(code.value, '$.text'), '') AS now "
      "FROM decision d "
      "LEFT JOIN current cc ON cc.record = d.record AND cc.kind = ?2 "
      "LEFT JOIN fact code ON code.id = cc.fact "
      "LEFT JOIN current cy ON cy.record = d.record AND cy.kind = ?3 "
      "LEFT JOIN fact filed ON filed.id = cy.fact "
      "WHERE d.field = ?4 AND d.value <> '' AND d.id = "
      "  (SELECT max(id) FROM decision WHERE record = d.record AND field = d.field) "
      "AND (?1 = 0 OR json_extract(filed.value, '$.year') = ?1) ORDER BY now, d.record");
  rows.bind(year, static_cast<int>(FactKind::code), static_cast<int>(FactKind::year),
            kFormerCodeDecision);
  while (rows.step()) {
    FormerCode one{.now = std::string(rows.text(5)),
                   .item = std::string(rows.text(0)),
                   .by = std::string(rows.text(2)),
                   .date = std::string(rows.text(3)),
                   .why = std::string(rows.text(4))};
    for (std::string& before : split_former(rows.text(1))) {
      one.before = std::move(before);
      if (one.before != one.now) visit(one);
    }
  }
}

}  // namespace guidang
