// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/tables/table_writer.h"
#include "stages/review/rows.h"

namespace guidang::review {

/// The columns of the spreadsheet, in its order.
enum class Column : std::uint8_t {
  verdict,
  title,
  number,
  date,
  place,
  asked,
  found,
  expected,
  candidates,
  suggestion,
  clause,
  choices,
  decision,
  value,
  why,
  record,
  key,
  state
};
inline constexpr std::size_t kColumns = 18;

struct ColumnInfo {
  Both heading{};
  double width = 12;
  bool editable = false;
};

inline constexpr std::array<ColumnInfo, kColumns> kSheetColumns{
    ColumnInfo{{"结论", "verdict"}, 9},          ColumnInfo{{"题名", "title"}, 36},
    ColumnInfo{{"文号", "document number"}, 18}, ColumnInfo{{"成文日期", "date"}, 11},
    ColumnInfo{{"来处", "place"}, 28},           ColumnInfo{{"问题", "question"}, 28},
    ColumnInfo{{"所见", "found"}, 22},           ColumnInfo{{"应为", "expected"}, 22},
    ColumnInfo{{"候选", "candidates"}, 24},      ColumnInfo{{"建议", "suggestion"}, 30},
    ColumnInfo{{"依据", "clause"}, 26},          ColumnInfo{{"可选决定", "choices"}, 22},
    ColumnInfo{{"决定", "decision"}, 14, true},  ColumnInfo{{"值", "value"}, 16, true},
    ColumnInfo{{"理由", "reason"}, 22, true},    ColumnInfo{{"记录", "record"}, 19},
    ColumnInfo{{"行键", "row key"}, 30},         ColumnInfo{{"指纹", "fingerprint"}, 24},
};

[[nodiscard]] constexpr const ColumnInfo& info_of(Column column) {
  return kSheetColumns[static_cast<std::size_t>(column)];
}

/// The columns as the writer of tables wants them.
[[nodiscard]] std::vector<tables::TableColumn> table_columns(Language language);

using Cells = std::array<std::string, kColumns>;

/// The row as it is shown; 决定, 值 and 理由 are empty. The fingerprint joins the row's state and a
/// digest of the cells that are only read.
[[nodiscard]] Cells cells_of(const Row& row, Verdict verdict, const Meanings& meanings,
                             Language language);

/// "f" and digits, of a record's state and of the cells that are only read: both survive a
/// spreadsheet that turns dates and numbers into its own.
struct Fingerprint {
  std::string state{};
  std::string cells{};
  [[nodiscard]] static std::optional<Fingerprint> parse(std::string_view text);
  [[nodiscard]] std::string to_text() const { return "f" + state + "-" + cells; }
};

/// Digest of the cells that are only read, before the fingerprint.
[[nodiscard]] std::string digest_of(const Cells& cells);

/// True when a spreadsheet program may have made one of the other.
[[nodiscard]] bool same_cell(std::string_view a, std::string_view b);

}  // namespace guidang::review
