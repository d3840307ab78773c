// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace guidang::extract {

/// Thrown within a reader when the file contradicts its format; `what` is the reason in one line.
/// The reader's own function catches it.
class Damage : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Little-endian numbers in bytes that stay the caller's. Looking beyond the end is Damage.
class LittleEndian {
 public:
  LittleEndian() = default;
  /// `name` is how damage calls it: "stream WordDocument".
  LittleEndian(std::string_view bytes, std::string_view name) : bytes_(bytes), name_(name) {}

  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }

  [[nodiscard]] std::uint8_t u8(std::size_t at) const {
    need(at, 1);
    return static_cast<std::uint8_t>(bytes_[at]);
  }
  [[nodiscard]] std::uint16_t u16(std::size_t at) const {
    need(at, 2);
    return static_cast<std::uint16_t>(byte(at) | byte(at + 1) << 8);
  }
  [[nodiscard]] std::uint32_t u32(std::size_t at) const {
    need(at, 4);
    return byte(at) | byte(at + 1) << 8 | byte(at + 2) << 16 | byte(at + 3) << 24;
  }
  [[nodiscard]] LittleEndian part(std::size_t at, std::size_t length) const {
    need(at, length);
    return {bytes_.substr(at, length), name_};
  }

 private:
  [[nodiscard]] std::uint32_t byte(std::size_t at) const {
    return static_cast<unsigned char>(bytes_[at]);
  }
  void need(std::size_t at, std::size_t length) const {
    if (at <= bytes_.size() && length <= bytes_.size() - at) return;
    throw Damage(fmt::format("{} is damaged: {} bytes are wanted at {}, it has {}", name_, length,
                             at, bytes_.size()));
  }

  std::string_view bytes_{};
  std::string_view name_{};
};

}  // namespace guidang::extract
