// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/mail/header_text.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "pipeline/files/entry_name.h"
#include "pipeline/text/converter.h"
#include "pipeline/text/decode.h"
#include "pipeline/text/utf8.h"

namespace guidang::extract {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

struct Word {
  std::string charset{};
  std::string bytes{};
  std::size_t size = 0;  ///< in the header
};

std::string from_base64(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) continue;
    held = held << 6U | static_cast<std::uint32_t>(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += static_cast<char>(held >> bits & 0xFFU);
  }
  return out;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string from_q(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '=' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '_' ? ' ' : text[i];
    }
  }
  return out;
}

/// `=?charset?B?…?=` at the beginning of `text`.
std::optional<Word> encoded_word(std::string_view text) {
  constexpr std::size_t kLongest = 4096;  // 75 by the rule, which is broken
  if (!text.starts_with("=?")) return std::nullopt;
  const std::size_t how = text.substr(0, 64).find('?', 2);
  if (how == std::string_view::npos || how + 3 > text.size() || text[how + 2] != '?') {
    return std::nullopt;
  }
  const std::size_t end = text.substr(0, kLongest).find("?=", how + 3);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view payload = text.substr(how + 3, end - how - 3);
  Word word{.charset = std::string{text.substr(2, how - 2)}, .size = end + 2};
  word.charset.resize(std::min(word.charset.find('*'), word.charset.size()));  // RFC 2231: language
  switch (text[how + 1]) {
    case 'B':
    case 'b':
      word.bytes = from_base64(payload);
      return word;
    case 'Q':
    case 'q':
      word.bytes = from_q(payload);
      return word;
    default:
      return std::nullopt;
  }
}

/// The declared encoding of so few bytes says more than they do themselves, unless they are UTF-8
/// of Han characters.
std::string decoded(std::string_view bytes, const std::string& charset) {
  const bool long_utf8 = text::is_utf8(bytes) && std::ranges::any_of(bytes, [](char c) {
                           return static_cast<unsigned char>(c) >= 0xE0;
                         });
  if (!long_utf8) {
    if (auto converter = text::Converter::to_utf8(text::canonical_encoding(charset))) {
      text::Converted converted = converter->convert(bytes);
      if (converted.undecodable == 0) return std::move(converted.text);
    }
  }
  return text::decode(bytes, charset).text;
}

/// Raw bytes: a name is too short to be told from Latin letters by its characters, and is taken as
/// names in archives are.
std::string undeclared(std::string_view bytes) {
  constexpr std::ptrdiff_t kShort = 24;
  const auto high =
      std::ranges::count_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (high == 0) return std::string{bytes};
  return high < kShort ? files::decode_entry_name(bytes, false).text : text::decode(bytes).text;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(kBlanks, at), text.size());
}

}  // namespace

std::string header_text(std::string_view raw) {
  std::string out;
  std::string plain;  // bytes under way, decoded together
  const auto settle = [&] {
    out += undeclared(plain);
    plain.clear();
  };
  for (std::size_t at = 0; at < raw.size();) {
    auto word = raw[at] == '=' ? encoded_word(raw.substr(at)) : std::nullopt;
    if (!word) {
      plain += raw[at++];
      continue;
    }
    settle();
    at += word->size;
    // Blanks between two encoded words are none.
    for (;;) {
      const std::size_t next_at = skip_blanks(raw, at);
      auto next = encoded_word(raw.substr(next_at));
      if (!next) break;
      at = next_at + next->size;
      if (text::canonical_encoding(next->charset) != text::canonical_encoding(word->charset)) {
        out += decoded(word->bytes, word->charset);
        word = std::move(next);
      } else {
        word->bytes += next->bytes;
      }
    }
    out += decoded(word->bytes, word->charset);
  }
  settle();
  // A folded line goes on behind its blank.
  std::erase_if(out, [](char c) { return c == '\r' || c == '\n'; });
  std::ranges::replace(out, '\t', ' ');
  return std::string{text::trim(out)};
}

std::string raw_parameter(std::string_view raw, std::string_view name) {
  const auto same = [](std::string_view a, std::string_view b) {
    return std::ranges::equal(
        a, b, [](char x, char y) { return (x >= 'A' && x <= 'Z' ? x - 'A' + 'a' : x) == y; });
  };
  bool quoted = false;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= raw.size(); ++at) {
    if (at < raw.size() && raw[at] == '"') quoted = !quoted;
    if (at < raw.size() && quoted && raw[at] == '\\') ++at;
    if (at < raw.size() && (quoted || raw[at] != ';')) continue;
    const std::string_view piece = raw.substr(from, at - from);
    from = at + 1;
    const std::size_t equals = piece.find('=');
    if (equals == std::string_view::npos) continue;
    if (!same(text::trim(piece.substr(0, equals)), name)) continue;
    std::string_view value = text::trim(piece.substr(equals + 1));
    if (!value.starts_with('"')) return std::string{value};
    value.remove_prefix(1);
    if (value.ends_with('"')) value.remove_suffix(1);
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (value[i] == '\\' && i + 1 < value.size()) ++i;
      out += value[i];
    }
    return out;
  }
  return {};
}

}  // namespace guidang::extract
