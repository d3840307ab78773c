// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pango/pangocairo.h>

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/forms/fonts.h"
#include "pipeline/forms/layout.h"

namespace guidang::forms {

// Holds Pango's types: for this room's .cpp files only.

inline constexpr double kPointsPerMm = 72.0 / 25.4;

template <auto Free>
struct Freer {
  template <typename T>
  void operator()(T* thing) const {
    Free(thing);
  }
};

/// A text broken into lines of one pitch. Lengths in millimetres.
struct Shaped {
  std::shared_ptr<PangoLayout> layout{};
  std::vector<double> offsets{};          ///< where each line begins
  std::vector<PangoLayoutLine*> drawn{};  ///< the layout's own
  double pitch = 0;
  double size = 0;   ///< points
  double width = 0;  ///< of the widest line

  [[nodiscard]] std::size_t lines() const { return offsets.size(); }
  [[nodiscard]] double height() const { return pitch * static_cast<double>(offsets.size()); }
};

/// Breaks texts into lines with the fonts of a FontTable and nothing of the machine's settings. One
/// thread at a time.
class Typesetter {
 public:
  explicit Typesetter(const FontTable& fonts);
  ~Typesetter();
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  /// Not broken when `width` is 0. `size` in points, 0: the style's own.
  [[nodiscard]] Shaped shape(std::string_view text, const Style& style, double width,
                             double size = 0);
  [[nodiscard]] Shaped shape(std::string_view text, const Style& style, double width, double size,
                             Align align);

  /// Draws one line with its upper left corner there, in points. Characters without a glyph are
  /// drawn as boxes with their number in them, and counted.
  void draw(cairo_t* to, const Shaped& text, std::size_t line, double x, double y);

  [[nodiscard]] const std::map<char32_t, std::size_t>& missing() const { return missing_; }

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  std::map<char32_t, std::size_t> missing_{};
};

}  // namespace guidang::forms
