// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "index/query.h"

namespace guidang::index {

/// A piece of a query; `text` looks into it.
struct Lexeme {
  enum class Kind { word, quoted, unclosed, open, close, minus, either, both, field, years_field };
  Kind kind = Kind::word;
  std::string_view text{};
  std::size_t offset = 0;
  std::size_t length = 0;
  Field field = Field::any;  ///< of a `field`
};

[[nodiscard]] std::vector<Lexeme> read_lexemes(std::string_view query);

}  // namespace guidang::index
