// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/forms/layout.h"

namespace guidang::forms {

/// A text as it stands in a box of fixed size.
struct Fitted {
  std::string text{};
  double size = 0;  ///< points
  bool whole = true;
};

/// Smaller and smaller down to the style's least; then as much as there is room for, ending in `…`
/// and `note`, which says where the whole is. `fits` tells whether a text fits at a size; `room` is
/// the most characters that the box could hold at all.
[[nodiscard]] Fitted fit(const std::string& text, const Style& style, const std::string& note,
                         std::size_t room,
                         const std::function<bool(std::string_view, double)>& fits);

/// The same for HTML, where nobody measures: a Chinese character is as wide as high, others half.
[[nodiscard]] bool estimated_to_fit(std::string_view text, const Style& style, double size,
                                    double width, double height);
/// Upright characters from top to bottom, columns from right to left.
[[nodiscard]] bool stack_fits(std::string_view text, const Style& style, double size, double width,
                              double height);
/// The columns of a text that stands upright; signs that lie in a line take their upright form.
[[nodiscard]] std::vector<std::string> stack(std::string_view text, const Style& style, double size,
                                             double height);
[[nodiscard]] std::size_t room_for(const Style& style, double width, double height);

/// Where the rest of a text stands: `※1`.
[[nodiscard]] std::string note_sign(std::size_t number);

}  // namespace guidang::forms
