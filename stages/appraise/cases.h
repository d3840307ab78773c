// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/tables/table_reader.h"
#include "stages/appraise/table.h"

/// Tests that lie beside a table: a description and what the table must say of it.
namespace guidang::appraise {

/// What one row of the tests came to.
struct CaseResult {
  std::size_t row = 0;  ///< as a spreadsheet shows it
  std::string title{};
  std::string expected{};
  std::string said{};  ///< a period, 不归档 or 待鉴定
  std::string rule{};  ///< the row that decided or stopped the search
  std::string flaw{};  ///< Chinese / English; the row cannot be used
  [[nodiscard]] bool passed() const { return flaw.empty() && said == expected; }
};

/// Columns: 题名 title, 方向 direction, 来文单位 creator (its standing), 文种 doctype, 日期 date,
/// 备注 notes, 答复 answers ("important=重要 own_line=yes"), 应为 expected; the first and last are
/// needed. An empty kind is the one that the title ends in; "-" is none.
class CaseRunner {
 public:
  explicit CaseRunner(const Table& table) : table_(table) {}

  /// The heading first. Gives what the row came to; nothing for the heading. Throws Failure
  /// (usage) when the heading lacks a column.
  [[nodiscard]] std::optional<CaseResult> row(const tables::TableRow& row);

 private:
  const Table& table_;
  std::vector<std::string> columns_;
};

}  // namespace guidang::appraise
