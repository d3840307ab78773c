// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace guidang::text {

/// Bytes turned into UTF-8.
struct Converted {
  std::string text;
  std::size_t undecodable = 0;  ///< bytes that became U+FFFD
};

/// iconv from one encoding to UTF-8. Bytes without a meaning become U+FFFD, one each.
class Converter {
 public:
  /// nullopt when iconv does not know the encoding.
  [[nodiscard]] static std::optional<Converter> to_utf8(const std::string& encoding);

  /// With `part`, an incomplete character at the very end is left out instead of replaced.
  [[nodiscard]] Converted convert(std::string_view bytes, bool part = false);

 private:
  struct Close {
    void operator()(void* handle) const;
  };
  explicit Converter(void* handle) : handle_(handle) {}
  std::unique_ptr<void, Close> handle_;
};

/// What uchardet takes the bytes for, empty when it cannot say.
[[nodiscard]] std::string uchardet_guess(std::string_view bytes);

/// One spelling for the names in use: "GB18030" for gb2312, gbk, cp936 …, "Big5", "UTF-8",
/// "UTF-16LE"; other names in upper case; "" for what cannot be a name.
[[nodiscard]] std::string canonical_encoding(std::string_view name);

}  // namespace guidang::text
