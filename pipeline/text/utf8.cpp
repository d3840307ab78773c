// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/utf8.h"

#include <optional>

namespace guidang::text {
namespace {

struct Sequence {
  char32_t code_point = kReplacement;
  std::size_t size = 0;
};

unsigned byte_at(std::string_view text, std::size_t pos) {
  return static_cast<unsigned char>(text[pos]);
}

/// The valid sequence at `pos`, or nullopt.
std::optional<Sequence> sequence_at(std::string_view text, std::size_t pos) {
  const unsigned lead = byte_at(text, pos);
  if (lead < 0x80) return Sequence{lead, 1};
  if (lead < 0xC2 || lead > 0xF4) return std::nullopt;
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - pos < size) return std::nullopt;
  char32_t value = lead & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned byte = byte_at(text, pos + i);
    if ((byte & 0xC0U) != 0x80U) return std::nullopt;
    value = (value << 6U) | (byte & 0x3FU);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return std::nullopt;
  return Sequence{value, size};
}

bool is_line_end(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

char low_byte(char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); }

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (std::size_t pos = 0; pos < bytes.size();) {
    const auto sequence = sequence_at(bytes, pos);
    if (!sequence) return false;
    pos += sequence->size;
  }
  return true;
}

char32_t next(std::string_view text, std::size_t& pos) {
  const auto sequence = sequence_at(text, pos);
  pos += sequence ? sequence->size : 1;
  return sequence ? sequence->code_point : kReplacement;
}

void append(std::string& text, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  if (c < 0x80) {
    text += low_byte(c);
  } else if (c < 0x800) {
    text += low_byte(0xC0U | (c >> 6U));
    text += low_byte(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    text += low_byte(0xE0U | (c >> 12U));
    text += low_byte(0x80U | ((c >> 6U) & 0x3FU));
    text += low_byte(0x80U | (c & 0x3FU));
  } else {
    text += low_byte(0xF0U | (c >> 18U));
    text += low_byte(0x80U | ((c >> 12U) & 0x3FU));
    text += low_byte(0x80U | ((c >> 6U) & 0x3FU));
    text += low_byte(0x80U | (c & 0x3FU));
  }
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t pos = 0; pos < text.size(); ++count) next(text, pos);
  return count;
}

std::string_view prefix(std::string_view text, std::size_t count) {
  std::size_t pos = 0;
  for (; count > 0 && pos < text.size(); --count) next(text, pos);
  return text.substr(0, pos);
}

bool is_blank(char32_t c) {
  return c == 0x20 || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t behind = begin;
    if (!is_blank(next(text, behind))) break;
    begin = behind;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t start = end - 1;
    while (start > begin && end - start < 4 && (byte_at(text, start) & 0xC0U) == 0x80U) --start;
    std::size_t behind = start;
    if (!is_blank(next(text, behind)) || behind != end) break;
    end = start;
  }
  return text.substr(begin, end - begin);
}

std::string remove_blanks(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t start = pos;
    if (!is_blank(next(text, pos))) kept.append(text.substr(start, pos - start));
  }
  return kept;
}

std::vector<std::string_view> lines(std::string_view text) {
  std::vector<std::string_view> result;
  std::size_t start = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t end = pos;
    const char32_t c = next(text, pos);
    if (!is_line_end(c)) continue;
    if (c == '\r' && pos < text.size() && text[pos] == '\n') ++pos;
    result.push_back(text.substr(start, end - start));
    start = pos;
  }
  if (start < text.size()) result.push_back(text.substr(start));
  return result;
}

bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3005 ||
         c == 0x3007 || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF) ||
         (c >= 0x2E80 && c <= 0x2FD5);
}

}  // namespace guidang::text
