// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/characters.h"

#include <xapian.h>

#include "pipeline/text/fold.h"
#include "pipeline/text/simplified.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

constexpr char32_t kZero = U'〇';

bool is_zero(char32_t c) { return c == U'○' || c == U'◯' || c == U'零' || c == kZero; }

}  // namespace

bool is_ideograph(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3040 && c <= 0x312F) ||
         (c >= 0x31F0 && c <= 0x31FF) || (c >= 0xAC00 && c <= 0xD7AF) || text::is_han(c);
}

bool is_line_end(char32_t c) {
  return c == '\n' || c == '\v' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_combining(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x20D0 && c <= 0x20FF) || c == 0x3099 || c == 0x309A ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFE20 && c <= 0xFE2F) ||
         (c >= 0xE0100 && c <= 0xE01EF);
}

bool is_word_character(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  return c != text::kReplacement && Xapian::Unicode::is_wordchar(static_cast<unsigned>(c));
}

bool folds_to_itself(char32_t c) {
  if (c < 0x80) return c < 'A' || c > 'Z';
  return (c >= 0x4E00 && c <= 0x9FFF && c != U'零' && text::simplified(c) == c) ||
         (c >= 0x3001 && c <= 0x3029) || (c >= 0x3400 && c <= 0x4DBF) || text::is_blank(c);
}

std::string fold_cluster(std::string_view cluster) {
  std::size_t pos = 0;
  const char32_t first = text::next(cluster, pos);
  std::string folded;
  if (pos == cluster.size() && is_zero(first)) {
    text::append(folded, kZero);
  } else if (pos == cluster.size() && first >= 0xFF01 && first <= 0xFF5E) {
    // Full-width signs are a tenth of many texts and need no table.
    const char32_t half = first - 0xFEE0;
    text::append(folded, half >= 'A' && half <= 'Z' ? half + ('a' - 'A') : half);
  } else if (pos == cluster.size() && text::simplified(first) != first) {
    text::append(folded, text::simplified(first));
  } else {
    // Compatibility ideographs become traditional ones here.
    const std::string composed = text::fold(cluster);
    for (std::size_t at = 0; at < composed.size();) {
      text::append(folded, text::simplified(text::next(composed, at)));
    }
  }
  return folded;
}

}  // namespace guidang::index
