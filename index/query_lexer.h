// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "index/query_fields.h"

namespace guidang::index {

/// A piece of a query; `text` looks into it.
struct Lexeme {
  enum class Kind {
    word,
    quoted,
    unclosed,  ///< an opening quotation mark and all behind it
    open,
    close,
    minus,
    either,
    both,
    field,
    no_field  ///< a name that was meant for one; `text` without the colon
  };
  Kind kind = Kind::word;
  std::string_view text{};
  std::size_t offset = 0;
  std::size_t length = 0;
  const FieldInfo* field = nullptr;  ///< of a `field`
};

/// One character of a query as it is meant: full-width signs are the usual ones, and all double
/// quotation marks are one.
[[nodiscard]] char32_t query_sign(std::string_view text, std::size_t& pos);

[[nodiscard]] std::vector<Lexeme> read_lexemes(std::string_view query);

/// A digits-only part of a 文号 or 档号 (2023, 〔2023〕, 6号, D30): behind such a field it belongs
/// to it even after a blank.
[[nodiscard]] bool is_part_of_number(std::string_view word);

}  // namespace guidang::index
