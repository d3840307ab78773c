// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stages/extract/readers/ooxml_package.h"
#include "stages/extract/readers/sheet/number_format.h"
#include "stages/extract/readers/sheet/sheet_builder.h"

namespace guidang::extract {

/// The texts that cells share, without their phonetic guides.
class SharedTexts {
 public:
  void add(std::string_view text);
  /// Nothing for an index that is not there.
  [[nodiscard]] std::optional<std::string_view> at(std::size_t index) const;
  [[nodiscard]] std::size_t bytes() const { return all_.size(); }

 private:
  std::string all_{};
  std::vector<std::uint32_t> ends_{};
};

/// One sheet as the workbook lists it.
struct SheetEntry {
  std::string name{};
  std::string relation{};
  bool hidden = false;
};

/// What the sheets of one workbook need.
struct Book {
  std::vector<SheetEntry> sheets{};
  CellFormats formats{};
  SharedTexts texts{};
};

/// Reads workbook.xml and the parts it names; what is wrong is the package's error.
[[nodiscard]] Book read_book(OoxmlPackage& package, const std::string& main,
                             const std::vector<Relation>& parts);

/// Heads and feet of all sheets.
struct RunningTexts {
  DistinctTexts heads{};
  DistinctTexts feet{};
};

/// Puts the cells of one worksheet part into `out`.
void add_worksheet(OoxmlPackage& package, const std::string& path, const Book& book,
                   SheetBuilder& out, RunningTexts& running);

/// Gives the text of each element `unit` of a part: its `t`, a line for each paragraph within;
/// phonetic guides are left out.
void each_text(OoxmlPackage& package, const std::string& path, std::string_view unit,
               const std::function<void(std::string_view)>& take);

/// `_x000A_` stands for a character that XML cannot hold; carriage returns are dropped.
[[nodiscard]] std::string unescape_text(std::string_view written);

/// Text of a head or foot without its codes: `&L&"宋体"&10机密&R第&P页`; left, middle and right are
/// lines.
[[nodiscard]] std::string running_text(std::string_view code);

}  // namespace guidang::extract
