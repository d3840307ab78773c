// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/organs/organ.h"

namespace guidang::organs {

/// A table of organs out of a spreadsheet.
struct Import {
  std::string encoding{};             ///< "UTF-8", "GB18030" …
  std::size_t rows = 0;               ///< without the head and empty lines
  std::vector<Organ> organs{};        ///< in the order of the rows
  std::vector<Flaw> flaws{};          ///< each names its row; such rows gave nothing
  std::vector<std::string> unused{};  ///< heads of columns that mean nothing here
};

/// Reads CSV in UTF-8 or GB18030 whose first row holds heads in Chinese or English (README beside
/// this file). An organ without an id gets its name as one; what it is under may be given by id or
/// by name; further rows of an id are its names at other times. `shown` is what flaws call it.
[[nodiscard]] Import import_csv(std::string_view bytes, const std::string& shown);

}  // namespace guidang::organs
