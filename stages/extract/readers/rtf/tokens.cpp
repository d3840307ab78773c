// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/rtf/tokens.h"

#include <algorithm>

namespace guidang::extract::rtf {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

Token Tokens::next() {
  // NULs are what some programs fill the file up with.
  const auto is_none = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
  while (at_ < bytes_.size() && is_none(bytes_[at_])) ++at_;
  if (at_ >= bytes_.size()) return {};
  const char c = bytes_[at_++];
  switch (c) {
    case '{':
      return {.kind = TokenKind::open};
    case '}':
      return {.kind = TokenKind::close};
    case '\\':
      return control();
    case '\t':
      return {.kind = TokenKind::word, .name = "tab"};
    default:
      return {.kind = TokenKind::byte, .byte = c};
  }
}

Token Tokens::control() {
  if (at_ >= bytes_.size()) return {.kind = TokenKind::cut};
  if (is_letter(bytes_[at_])) return word();
  const char c = bytes_[at_++];
  if (c == '\r' || c == '\n') return {.kind = TokenKind::word, .name = "par"};
  if (c != '\'') return {.kind = TokenKind::symbol, .byte = c};
  if (bytes_.size() - at_ < 2) return {.kind = TokenKind::cut};
  const int high = hex(bytes_[at_]);
  const int low = hex(bytes_[at_ + 1]);
  if (high < 0 || low < 0) return {.kind = TokenKind::symbol, .byte = c};
  at_ += 2;
  return {.kind = TokenKind::byte, .byte = static_cast<char>(high * 16 + low)};
}

Token Tokens::word() {
  constexpr std::int64_t kMost = 2'147'483'647;
  Token token{.kind = TokenKind::word};
  const std::size_t begin = at_;
  while (at_ < bytes_.size() && is_letter(bytes_[at_])) ++at_;
  token.name = bytes_.substr(begin, at_ - begin);
  const bool negative = at_ + 1 < bytes_.size() && bytes_[at_] == '-' && is_digit(bytes_[at_ + 1]);
  if (negative) ++at_;
  std::int64_t value = 0;
  for (; at_ < bytes_.size() && is_digit(bytes_[at_]); ++at_) {
    value = std::min(value * 10 + (bytes_[at_] - '0'), kMost);
    token.has_value = true;
  }
  token.value = static_cast<std::int32_t>(negative ? -value : value);
  if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
  if (token.name == "bin" && token.value > 0) {
    const auto length = static_cast<std::size_t>(token.value);
    if (length > bytes_.size() - at_) return {.kind = TokenKind::cut};
    at_ += length;
  }
  return token;
}

}  // namespace guidang::extract::rtf
