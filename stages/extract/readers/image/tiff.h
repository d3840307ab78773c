// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guidang::extract::image {

/// Looks up values in the directories of a TIFF, of which the EXIF block of a JPEG is one. Nothing
/// outside the bytes is ever read; what does not fit is not there.
class Tiff {
 public:
  /// Places of directories.
  using Directory = std::uint32_t;

  explicit Tiff(std::string_view bytes);

  [[nodiscard]] std::optional<Directory> first() const;
  [[nodiscard]] std::optional<Directory> after(Directory directory) const;
  [[nodiscard]] std::optional<std::uint32_t> number(Directory directory, std::uint16_t tag) const;
  /// Up to the first NUL.
  [[nodiscard]] std::string text(Directory directory, std::uint16_t tag) const;

 private:
  struct Entry {
    std::uint16_t type = 0;
    std::uint32_t count = 0;
    std::size_t value = 0;  ///< place of the value or of its place
  };
  [[nodiscard]] std::optional<Entry> find(Directory directory, std::uint16_t tag) const;
  [[nodiscard]] std::uint16_t u16(std::size_t at) const;
  [[nodiscard]] std::uint32_t u32(std::size_t at) const;
  [[nodiscard]] bool fits(std::size_t at, std::size_t size) const {
    return at <= bytes_.size() && size <= bytes_.size() - at;
  }

  std::string_view bytes_;
  bool big_endian_ = false;
};

}  // namespace guidang::extract::image
