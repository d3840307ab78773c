// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/tables/table_reader.h"

/// A unit's approved table as it is made: a spreadsheet, a row a row.
namespace guidang::appraise {

/// A row that cannot be used.
struct RowFlaw {
  std::size_t row = 0;   ///< as a spreadsheet shows it
  std::string column{};  ///< as in its heading
  std::string found{};
  std::string expected{};  ///< Chinese / English

  /// "第12行 row 12, 保管期限: found …, expected …".
  [[nodiscard]] std::string text() const;
};

/// What stands in the head of the table that is made.
struct TableHead {
  std::string title{};
  std::string approved_by{};
  std::string approved_on{};  ///< ISO
};

/// Columns (by their headings, others are named as unused): 编号 · 条款 · 归档范围 · 保管期限 (with
/// 不归档 for what is not filed) · 方向 · 来文单位 · 文种 · 题名含 · 题名不含 · 备注含 · 会议级别 ·
/// 时间跨度 · 重要性 · 主管业务 · 主办协办 · 启用 · 停用 · 上级条目 · 确定. Words of a cell are
/// parted by 、 and blanks: one of them is enough; ； parts groups of which each must be there.
class TableImport {
 public:
  /// The heading first. Throws Failure (usage) when it lacks 编号 or 保管期限.
  void row(const tables::TableRow& row);

  [[nodiscard]] const std::vector<RowFlaw>& flaws() const { return flaws_; }
  [[nodiscard]] const std::vector<std::string>& unused() const { return unused_; }
  [[nodiscard]] std::size_t rows() const { return read_; }
  /// The section `appraise` for a profile, of the rows without a flaw.
  [[nodiscard]] std::string xml(const TableHead& head) const;

 private:
  struct Answer {
    std::string question{};
    std::string value{};
  };
  struct Line {
    std::string id{}, clause{}, title{}, period{}, parent{}, from{}, to{};
    std::string direction{}, creator{}, doctype{}, without{}, level{}, span{};
    std::vector<std::string> with{}, noted{};
    std::vector<Answer> answers{};
    bool scope = false;
    bool sure = true;
  };

  [[nodiscard]] std::string_view cell(const tables::TableRow& row, std::string_view column) const;
  void read_heading(const tables::TableRow& row);
  void read_period(Line& line, std::string_view text, std::size_t number);
  void flaw(std::size_t row, std::string_view column, std::string_view found, std::string expected);

  std::vector<std::string> columns_;
  std::vector<std::string> unused_;
  std::vector<Line> lines_;
  std::vector<RowFlaw> flaws_;
  std::map<std::string, std::string> periods_;  ///< name by code
  std::map<std::string, std::size_t> ids_;      ///< row by id
  std::map<std::string, std::size_t> eras_;     ///< first row without days, by era
  std::size_t read_ = 0;
};

}  // namespace guidang::appraise
