// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guidang::extract::image {

/// What the first bytes of a picture say, without decoding it.
struct Header {
  std::uint32_t width = 0;  ///< pixels; of the largest page
  std::uint32_t height = 0;
  std::uint64_t pixels = 0;  ///< of the largest page
  std::uint32_t pages = 1;   ///< more only in TIFF
  std::string version{};     ///< "JFIF 1.01" "Exif 2.2" "89a" …; "" when the format has none
  std::string puid{};        ///< "" when there is none for exactly this
  std::string created{};     ///< ISO 8601, as a camera or scanner wrote it
};

/// Zero width when the header is cut off or says nothing sensible. Formats: JPEG, PNG, GIF, BMP,
/// TIFF.
[[nodiscard]] Header header_of(std::string_view bytes);

}  // namespace guidang::extract::image
