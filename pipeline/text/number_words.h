// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

/// What the trade knows of the words in and around codes.
namespace guidang::text {

using NumberWords = std::span<const std::string_view>;

/// Words of running text; what stands before their end is never part of a code.
[[nodiscard]] NumberWords running_text_words();

/// The end of an organ's long name, with a code of its own behind it: 国务院办公厅国办发〔…〕.
[[nodiscard]] NumberWords long_organ_endings();

/// Kinds that follow an organ's name and form the code with it: 令, 公告 …
[[nodiscard]] NumberWords order_kinds();

/// Whether names of organs end in this character.
[[nodiscard]] bool ends_an_organ(char32_t c);

/// Bytes of the urgency or the kind of telegram before a code: 特急, 明电·; 0 for none.
[[nodiscard]] std::size_t starting_urgency(std::string_view run);

}  // namespace guidang::text
