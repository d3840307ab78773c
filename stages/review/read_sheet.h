// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "pipeline/reader.h"
#include "stages/review/sheet.h"

namespace guidang::review {

/// One row of a spreadsheet that comes back, its cells in the order of Column.
struct SheetRow {
  std::size_t number = 0;  ///< as the spreadsheet shows it
  Cells cells{};

  [[nodiscard]] const std::string& operator[](Column column) const {
    return cells[static_cast<std::size_t>(column)];
  }
};

struct Sheet {
  std::array<bool, kColumns> present{};
  std::vector<SheetRow> rows{};
};

/// Reads a spreadsheet of `review export`: columns in any order, headings in either language with
/// any blanks, columns of its own beside them, a title above. Throws Failure (usage) when it cannot
/// be read, or lacks 行键, 指纹 or 决定, or has a heading twice.
[[nodiscard]] Sheet read_sheet(const std::filesystem::path& file, Reader& reader);

}  // namespace guidang::review
