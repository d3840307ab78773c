// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/findings/finding.h"
#include "stages/receive/gate.h"
#include "stages/receive/key_index.h"
#include "stages/receive/settings.h"

namespace guidang::receive {

/// A row of a register, slim enough to keep a million of.
struct LedgerRow {
  std::uint64_t cells = 0;  ///< where its cells begin in the store
  std::uint32_t line = 0;   ///< 1-based line of the file, or row of the sheet
  std::uint32_t twin = 0;   ///< line of an earlier row with the same register number, 0 for none
  std::uint32_t twin_number = 0;  ///< the same for the document number, issued documents only
  std::uint16_t ledger = 0;
  bool above = false;   ///< above the ceiling: nothing of it may be shown or kept
  bool longer = false;  ///< has more cells than the header
};

/// One register of the office.
struct Ledger {
  std::string path{};   ///< raw bytes below the root
  std::string shown{};  ///< for people
  std::string name{};   ///< its own name, for people
  std::string sheet{};  ///< of a workbook; "" for plain text
  std::string kind{};
  Direction direction = Direction::unknown;
  std::vector<std::string> headings{};
  std::vector<std::string> fields{};  ///< by column: field name, kFileColumn, or the heading
  bool above = false;                 ///< all of it: it lies in a marked folder
};

/// `file:12`, `file:sheet!12`.
[[nodiscard]] std::string row_name(const Ledger& ledger, std::string_view file, std::size_t line);

/// What adding a register came to.
enum class LedgerRead : std::uint8_t {
  none,  ///< no row near its beginning has known headings: it is none
  taken,
  above  ///< taken, but its title bears a mark: nothing of it may be shown or kept
};

/// The registers of a batch. Filled once by one thread, then read by several.
class Ledgers {
 public:
  Ledgers(const Settings& settings, const Gate& gate) : settings_(settings), gate_(gate) {}

  /// Reads a register in CSV. Rows above the headings are its title. What is wrong with it goes to
  /// `findings`.
  LedgerRead add(Ledger ledger, std::string_view bytes, std::vector<Finding>& findings);
  /// Finds twins and makes the rows findable. Call once, after the last `add`.
  void seal();

  [[nodiscard]] bool empty() const { return ledgers_.empty(); }
  [[nodiscard]] bool has(Direction direction) const;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()); }
  [[nodiscard]] const LedgerRow& row(std::uint32_t index) const { return rows_[index]; }
  [[nodiscard]] const Ledger& ledger_of(std::uint32_t index) const {
    return ledgers_[rows_[index].ledger];
  }

  /// The first cell of a column that maps to `field`, trimmed; "" when there is none.
  [[nodiscard]] std::string value(std::uint32_t index, std::string_view field) const;
  /// Its fields and what is wrong with them. Not for a row above the ceiling.
  [[nodiscard]] std::vector<GivenField> given(std::uint32_t index,
                                              std::vector<Finding>& findings) const;
  /// "收文登记.csv:12", "收文登记.xlsx:登记!12".
  [[nodiscard]] std::string where(std::uint32_t index) const;
  /// "收文登记.csv 收文编号 12", or by 文号, or by line.
  [[nodiscard]] std::string place(std::uint32_t index) const;
  /// What makes the row itself over runs, see README.
  [[nodiscard]] std::string identity(std::uint32_t index) const;
  /// All its cells.
  [[nodiscard]] std::string whole(std::uint32_t index) const;

  /// Rows with this document number (text::matching_key) or this folded title, in order.
  [[nodiscard]] std::vector<std::uint32_t> by_number(std::string_view key) const;
  [[nodiscard]] std::vector<std::uint32_t> by_title(std::string_view key) const;

 private:
  bool read_header(Ledger& ledger, const std::vector<std::string>& cells) const;
  void add_row(const Ledger& ledger, std::uint32_t line, const std::vector<std::string>& cells);
  [[nodiscard]] bool row_above(const Ledger& ledger, const std::vector<std::string>& cells) const;
  [[nodiscard]] std::vector<std::string_view> cells(std::uint32_t index) const;
  [[nodiscard]] std::string register_key(std::uint32_t index) const;
  [[nodiscard]] std::string year(std::uint32_t index) const;
  void find_twins();

  const Settings& settings_;
  const Gate& gate_;
  std::vector<Ledger> ledgers_;
  std::vector<LedgerRow> rows_;
  std::string store_;  ///< rows: number of cells, then each cell after its length
  KeyIndex numbers_;
  KeyIndex titles_;
};

}  // namespace guidang::receive
