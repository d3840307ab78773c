// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace guidang::extract::rtf {

enum class TokenKind : std::uint8_t {
  open,    ///< {
  close,   ///< }
  word,    ///< \name or \name123
  symbol,  ///< \ and one character, which is `byte`
  byte,    ///< one byte of text, plain or as \'hh
  end,     ///< of the file
  cut      ///< the file ends within a token
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view name{};
  bool has_value = false;
  std::int32_t value = 0;
  char byte = '\0';
};

/// Parts RTF into tokens. Line ends of the file are none; the data of \bin is left out with it.
class Tokens {
 public:
  explicit Tokens(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] Token next();
  /// Bytes taken so far.
  [[nodiscard]] std::size_t position() const noexcept { return at_; }

 private:
  Token control();
  Token word();

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace guidang::extract::rtf
