// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/forms/layout.h"

namespace guidang::forms {

/// One sheet while it is written: its values, its open line, and what its lines add up to.
class Sheet {
 public:
  Sheet(const Form::Layout& layout, std::size_t form, const Values& values);

  [[nodiscard]] const Form::Layout& layout() const { return layout_; }
  /// Which form of the book's.
  [[nodiscard]] std::size_t form() const { return form_; }

  /// The next line; an empty one, to be filled by hand, counts and adds nothing.
  void line(const Values& values);
  void empty_line() { line_.clear(); }
  [[nodiscard]] std::uint64_t lines() const { return lines_; }

  /// The value of `date` as it came in; "" when the form has none.
  [[nodiscard]] const std::string& date() const { return date_; }
  [[nodiscard]] std::string text(const TextTemplate& text, std::uint64_t page = 0) const;
  [[nodiscard]] bool holds(const Condition& condition) const;
  [[nodiscard]] const Tile* tile(const Tiles& tiles) const;
  /// Columns of the sheet on paper, and the width of each.
  [[nodiscard]] std::vector<const Column*> columns(const Rows& rows) const;
  [[nodiscard]] std::vector<double> widths(const std::vector<const Column*>& columns) const;

 private:
  struct Sum {
    std::uint64_t value = 0;
    bool known = true;
  };
  [[nodiscard]] std::string_view find(std::string_view name, std::string& made) const;

  const Form::Layout& layout_;
  std::size_t form_;
  Values values_{};
  Values line_{};
  std::string date_{};
  std::uint64_t lines_ = 0;
  std::map<std::string, Sum, std::less<>> sums_{};
};

/// A row of cells across columns of which some are not there: how many each cell takes.
[[nodiscard]] std::vector<std::size_t> spans(const std::vector<Cell>& cells, const Rows& rows,
                                             const std::vector<const Column*>& there);

}  // namespace guidang::forms
