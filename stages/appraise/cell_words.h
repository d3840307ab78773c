// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// How people write a retention table and its tests in a spreadsheet.
namespace guidang::appraise {

/// A heading, and the column that it names.
struct Heading {
  std::string_view text{};  ///< folded
  std::string_view column{};
};

/// The column of a heading, or "" for one that is not known.
[[nodiscard]] std::string column_of(std::string_view heading, std::span<const Heading> known);

/// A word of a cell and what the table's own language says for it.
struct CellWord {
  std::string_view text{};  ///< as people write it, folded
  std::string_view word{};
};

[[nodiscard]] std::span<const CellWord> direction_words();
[[nodiscard]] std::span<const CellWord> standing_words();

/// What the cell says, parted by 、,，; and blanks; nullopt when a word is not known, which is then
/// in `unknown`.
[[nodiscard]] std::optional<std::vector<std::string>> read_cell(std::string_view cell,
                                                                std::span<const CellWord> known,
                                                                std::string& unknown);
/// "a | b | c", for messages.
[[nodiscard]] std::string names_of(std::span<const CellWord> known);
/// Parts of a cell between any of the ASCII or Chinese signs; trimmed, no empty ones.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view cell, std::u32string_view signs);

}  // namespace guidang::appraise
