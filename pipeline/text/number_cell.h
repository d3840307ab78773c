// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/text/document_number.h"

namespace guidang::text {

/// What stands where a register or a form has room for a number.
enum class NumberCell : std::uint8_t {
  number,       ///< one number
  empty,        ///< nothing but blanks
  placeholder,  ///< 无, 暂无, /, —: said to have none
  several,      ///< numbers and nothing else: one sheet or one row for several
  words         ///< anything else
};

struct NumberCellText {
  NumberCell cell = NumberCell::number;
  std::string_view zh{};
  std::string_view en{};
};

/// What a cell was found to be, in words for users.
[[nodiscard]] const NumberCellText& text_of(NumberCell cell);

struct CellReading {
  NumberCell cell = NumberCell::empty;
  /// In order; suggestions included. Where several stand, the first is the one of the organ in
  /// charge (主办机关).
  std::vector<FoundNumber> numbers{};
};

[[nodiscard]] CellReading read_number_cell(std::string_view cell);

}  // namespace guidang::text
