// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::relate {

/// Where a sentence speaks of a document: 《…》 with the number in brackets behind it, or a number
/// alone. Offsets are bytes; `end` is behind the brackets.
struct Named {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string title{};
  std::string number{};
};

/// All of a sentence, in order. 本《办法》 is the document itself and is left out; its place is
/// still no running text. `any_brackets` takes 〈…〉 too, as titles write inside 《》.
[[nodiscard]] std::vector<Named> find_named(std::string_view sentence, bool any_brackets = false);

/// True when the text holds one of the words.
[[nodiscard]] bool has_any(std::string_view text, std::initializer_list<std::string_view> words);

/// What stays of the words between a document's name and the verb when dates, 自…起 and words
/// that change nothing (同时, 予以, 一律 …) are taken out: the number of its characters.
[[nodiscard]] std::size_t weight_of(std::string_view between);

/// True when what is named behind `between` is in one list with what is named before it.
[[nodiscard]] bool joins(std::string_view between);

/// True when the words before a name make it a reason and not an object: 根据, 按照, 贯彻 ….
[[nodiscard]] bool governs(std::string_view before);

/// Years in the text (1994年, 二〇〇四年, 〔2010〕), in order.
[[nodiscard]] std::vector<int> years_in(std::string_view text);

}  // namespace guidang::relate
