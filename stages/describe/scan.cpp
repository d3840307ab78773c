// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/scan.h"

#include <algorithm>
#include <array>

#include "pipeline/text/utf8.h"

namespace guidang::describe {
namespace {

bool is_zero_width(char32_t c) { return (c >= 0x200B && c <= 0x200F) || c == 0x2060; }

char32_t half_width(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + U'!';
  if (c == 0x2236 || c == 0xFE30 || c == 0xFE55) return U':';
  return c;
}

bool is_han_digit(char32_t c) {
  constexpr std::u32string_view kDigits = U"一二三四五六七八九十百零〇";
  return kDigits.find(c) != std::u32string_view::npos;
}

}  // namespace

std::size_t starting(std::string_view text, Words words) {
  std::size_t best = 0;
  for (const std::string_view word : words) {
    if (word.size() > best && text.starts_with(word)) best = word.size();
  }
  return best;
}

std::size_t ending(std::string_view text, Words words) {
  std::size_t best = 0;
  for (const std::string_view word : words) {
    if (word.size() > best && text.ends_with(word)) best = word.size();
  }
  return best;
}

bool contains(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

bool contains_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return contains(text, word); });
}

std::string flatten(std::string_view text, std::size_t limit) {
  std::string flat;
  flat.reserve(std::min(text.size(), limit));
  for (std::size_t pos = 0; pos < text.size();) {
    const char byte = text[pos];
    if (byte > ' ' && byte < '\x7F') {
      if (flat.size() + 1 > limit) break;
      flat.push_back(byte);
      ++pos;
      continue;
    }
    const char32_t c = text::next(text, pos);
    if (text::is_blank(c) || is_zero_width(c)) continue;
    if (flat.size() + 4 > limit) break;
    text::append(flat, half_width(c));
  }
  return flat;
}

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::size_t enumerator(std::string_view flat) {
  if (flat.empty()) return 0;
  std::size_t pos = 0;
  char32_t c = text::next(flat, pos);
  if (c >= 0x2460 && c <= 0x249B) return pos;
  const bool ordinal = c == U'第';
  const bool bracket = c == U'(';
  std::size_t end = ordinal || bracket ? pos : 0;
  std::size_t count = 0;
  for (std::size_t at = end; at < flat.size() && count <= 7; ++count) {
    c = text::next(flat, at);
    if (!is_han_digit(c) && !(c >= U'0' && c <= U'9')) break;
    end = at;
  }
  if (count == 0 || count > 7 || end >= flat.size()) return 0;
  std::size_t after = end;
  c = text::next(flat, after);
  if (ordinal) {
    return c == U'章' || c == U'条' || c == U'编' || c == U'节' || c == U'分' ? after : 0;
  }
  if (bracket) return c == U')' ? after : 0;
  if (c == U'、' || c == U')') return after;
  // "3.5亿" is a number, "3.加强" an enumerator.
  if (c != U'.' || (after < flat.size() && flat[after] >= '0' && flat[after] <= '9')) return 0;
  return after;
}

bool balanced(std::string_view flat) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kPairs{
      {{"《", "》"}, {"(", ")"}, {"“", "”"}, {"〔", "〕"}}};
  for (const auto& [open, close] : kPairs) {
    std::size_t opened = 0;
    std::size_t closed = 0;
    for (std::size_t at = flat.find(open); at != std::string_view::npos;
         at = flat.find(open, at + open.size())) {
      ++opened;
    }
    for (std::size_t at = flat.find(close); at != std::string_view::npos;
         at = flat.find(close, at + close.size())) {
      ++closed;
    }
    if (opened > closed) return false;
  }
  return true;
}

std::string_view unwrapped(std::string_view text) {
  constexpr std::string_view kOpen = "（";
  constexpr std::string_view kClose = "）";
  text = text::trim(text);
  if (text.starts_with('(') && text.ends_with(')') && text.size() > 2) {
    return text::trim(text.substr(1, text.size() - 2));
  }
  if (text.starts_with(kOpen) && text.ends_with(kClose)) {
    return text::trim(text.substr(kOpen.size(), text.size() - kOpen.size() - kClose.size()));
  }
  return text;
}

}  // namespace guidang::describe
