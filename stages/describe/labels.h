// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "stages/describe/lines.h"

namespace guidang::describe {

/// A field that the page says of the document in so many words: 发文机关：国务院办公厅.
struct Label {
  std::string_view field{};  ///< as in fields.h; "" for one that is known but says nothing here
  std::string_view value{};  ///< a view into the page
  std::size_t line = 0;      ///< index of the line that holds the value
};

/// Whether a line begins with such a label.
[[nodiscard]] bool is_label(std::string_view flat);

/// The labels of the first `end` lines. A value may stand on the line after its label.
[[nodiscard]] std::vector<Label> read_labels(std::span<const Line> lines, std::size_t end);

}  // namespace guidang::describe
