// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/absence.h"

#include <algorithm>

#include "index/characters.h"
#include "pipeline/text/simplified.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

constexpr char32_t kFirstHan = 0x4E00;
constexpr char32_t kLastHan = 0x9FFF;

bool is_plain_han(char32_t c) { return c >= kFirstHan && c <= kLastHan; }

/// Characters that are never, nor become, nor change a Han character. Of others (compatibility
/// forms, variation selectors, what folding drops) nothing is said.
bool is_harmless(char32_t c) {
  return c < 0xAD || (c > 0xAD && c < 0x300) || (c >= 0x2010 && c <= 0x2027) ||
         (c >= 0x2030 && c <= 0x205E) || (c >= 0x2100 && c <= 0x22FF) ||
         (c >= 0x2460 && c <= 0x25FF) || (c >= 0x3000 && c <= 0x3029) ||
         (c >= 0xFF01 && c <= 0xFF5E);
}

}  // namespace

Absence::Absence(const Phrase& phrase) {
  for (const Token& token : phrase.tokens()) {
    std::size_t pos = 0;
    const char32_t wanted = text::next(token.text, pos);
    if (pos != token.text.size() || !is_plain_han(wanted)) {
      wanted_.clear();
      return;
    }
    wanted_.push_back({wanted});
  }
  for (char32_t c = kFirstHan; c <= kLastHan; ++c) {
    const char32_t folded = text::simplified(c);
    if (folded == c) continue;
    for (auto& one : wanted_) {
      if (one.front() == folded) one.push_back(c);
    }
  }
}

bool Absence::is_certain_in(std::string_view text) const {
  if (wanted_.empty()) return false;
  const std::vector<char32_t>& first = wanted_.front();
  for (std::size_t pos = 0; pos < text.size();) {
    if (static_cast<unsigned char>(text[pos]) < 0x80) {
      ++pos;
      continue;
    }
    const char32_t c = text::next(text, pos);
    if (is_plain_han(c)) {
      if (std::find(first.begin(), first.end(), c) != first.end() && may_go_on(text, pos)) {
        return false;
      }
    } else if (!is_harmless(c)) {
      return false;
    }
  }
  return true;
}

/// Whether the rest of the phrase follows, whatever signs stand between its characters.
bool Absence::may_go_on(std::string_view text, std::size_t pos) const {
  std::size_t found = 1;
  while (found < wanted_.size() && pos < text.size()) {
    const char32_t c = text::next(text, pos);
    if (!is_plain_han(c)) {
      if (!is_harmless(c)) return true;
      continue;
    }
    const std::vector<char32_t>& wanted = wanted_[found];
    if (std::find(wanted.begin(), wanted.end(), c) == wanted.end()) return false;
    ++found;
  }
  return found == wanted_.size();
}

}  // namespace guidang::index
