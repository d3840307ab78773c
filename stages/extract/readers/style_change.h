// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "pipeline/reader.h"

namespace guidang::extract {

/// What one element of formatting says of the look of its text; what it does not say is inherited.
struct StyleChange {
  std::optional<Align> align{};
  std::optional<Face> face{};
  std::optional<bool> bold{};
  std::optional<bool> rule_below{};
  std::optional<std::uint8_t> outline{};
  std::optional<std::uint16_t> size{};     ///< hundredths of a point
  std::optional<std::uint16_t> percent{};  ///< of the size that is inherited
  std::optional<std::uint32_t> colour{};
  std::optional<std::int32_t> indent{};  ///< of the first line, hundredths of a millimetre

  void apply_to(LineStyle& style) const;
  friend bool operator==(const StyleChange&, const StyleChange&) = default;
};

/// The family that a font's name tells, in Chinese or in letters.
[[nodiscard]] Face face_of(std::string_view font);

/// "FF0000", "#ff0000", "#f00"; black for "auto"; nothing for anything else.
[[nodiscard]] std::optional<std::uint32_t> hex_colour(std::string_view text);

/// Hundredths of a point, 0 for what is no size.
[[nodiscard]] std::uint16_t size_of_points(double points);

/// "16pt" "21.3px" "0.5in" "5.6mm" "1.2cm" in points; nothing for other units.
[[nodiscard]] std::optional<double> points_of(std::string_view length);

/// A line that begins so far to the right is set to the right, whatever its alignment is called:
/// beyond two fifths of the usual width of 156 mm.
inline constexpr std::int32_t kFarIn = 6200;

/// What `indent` makes of the alignment.
void apply_indent(std::int32_t indent, LineStyle& style);

}  // namespace guidang::extract
