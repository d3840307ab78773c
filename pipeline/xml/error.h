// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace guidang::xml {

/// What is wrong with somebody's XML or HTML: data, never thrown.
struct XmlError {
  std::string source{};   ///< the name given when parsing
  std::size_t line = 0;   ///< 1-based; 0 when the whole is meant
  std::string message{};  ///< one line, lower case, without a full stop

  /// `source:line: message`.
  [[nodiscard]] std::string text() const;

  bool operator==(const XmlError&) const = default;
};

/// What a parser may spend. The parser's own limits (10 MB a text or attribute, depth 256) hold
/// besides.
struct Limits {
  std::uint64_t bytes = 64ULL << 20;  ///< input; a register of 10⁵ items is about 40 MB
  std::size_t depth = 200;            ///< office formats stay below 40, hand-written ones below 12
  std::size_t nodes =
      5'000'000;  ///< elements, attributes and texts; about 100 bytes of memory each
};

}  // namespace guidang::xml
