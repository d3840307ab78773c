// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/characters.h"

#include <xapian.h>

namespace guidang::index {
namespace {

constexpr char32_t kZero = 0x3007;  // 〇

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& pos) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = at(pos);
  if (lead < 0x80) return text[pos++] & 0x7F;
  std::size_t size = 0;
  char32_t value = 0;
  if (lead >= 0xC2 && lead < 0xE0) {
    size = 2, value = lead & 0x1FU;
  } else if (lead >= 0xE0 && lead < 0xF0) {
    size = 3, value = lead & 0x0FU;
  } else if (lead >= 0xF0 && lead < 0xF5) {
    size = 4, value = lead & 0x07U;
  }
  bool valid = size != 0 && pos + size <= text.size();
  for (std::size_t i = 1; valid && i < size; ++i) {
    valid = (at(pos + i) & 0xC0U) == 0x80;
    value = value << 6U | (at(pos + i) & 0x3FU);
  }
  valid = valid && !(size == 3 && (value < 0x800 || (value >= 0xD800 && value < 0xE000))) &&
          !(size == 4 && (value < 0x10000 || value > 0x10FFFF));
  pos += valid ? size : 1;
  return valid ? value : 0xFFFD;
}

void append_code_point(std::string& text, char32_t code_point) {
  Xapian::Unicode::append_utf8(text, static_cast<unsigned>(code_point));
}

bool is_ideograph(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == kZero ||
         c == 0x3005 || (c >= 0x3040 && c <= 0x312F) || (c >= 0x31F0 && c <= 0x31FF) ||
         (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x323AF);
}

bool is_line_end(char32_t c) {
  return c == '\n' || c == '\v' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF || c == '\f' || is_line_end(c);
}

bool is_combining(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x20D0 && c <= 0x20FF) || c == 0x3099 || c == 0x309A ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFE20 && c <= 0xFE2F) ||
         (c >= 0xE0100 && c <= 0xE01EF);
}

bool is_word_character(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  return c != 0xFFFD && Xapian::Unicode::is_wordchar(static_cast<unsigned>(c));
}

bool folds_to_itself(char32_t c) {
  if (c < 0x80) return c < 'A' || c > 'Z';
  return (c >= 0x4E00 && c <= 0x9FFF && c != U'零') || (c >= 0x3001 && c <= 0x3029) ||
         (c >= 0x3400 && c <= 0x4DBF);
}

std::string fold_cluster(std::string_view cluster) {
  std::string folded;
  for (std::size_t pos = 0; pos < cluster.size();) {
    char32_t c = next_code_point(cluster, pos);
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c == 0x25CB || c == 0x25EF || c == U'零') c = kZero;
    if ((c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0xAD || c >= 0xE0000) continue;
    append_code_point(folded,
                      static_cast<char32_t>(Xapian::Unicode::tolower(static_cast<unsigned>(c))));
  }
  return folded;
}

}  // namespace guidang::index
