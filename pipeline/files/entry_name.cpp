// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/entry_name.h"

#include <algorithm>
#include <utility>

#include "pipeline/text/utf8.h"

namespace guidang::files {
namespace {

// Nothing when a byte has no meaning in the encoding.
std::optional<std::string> strictly(std::optional<text::Converter>& converter, const char* encoding,
                                    std::string_view raw) {
  if (!converter) converter = text::Converter::to_utf8(encoding);
  if (!converter) return std::nullopt;
  text::Converted converted = converter->convert(raw);
  if (converted.undecodable > 0) return std::nullopt;
  return std::move(converted.text);
}

// Of UTF-8: ASCII and two-byte sequences, at least one of these. No Chinese is written so.
bool has_only_short_sequences(std::string_view utf8) {
  bool any = false;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xE0) return false;
    any = any || byte >= 0x80;
  }
  return any;
}

bool is_ascii_and_han(std::string_view utf8) {
  for (std::size_t pos = 0; pos < utf8.size();) {
    const char32_t c = text::next(utf8, pos);
    if (c >= 0x80 && !text::is_han(c)) return false;
  }
  return true;
}

}  // namespace

std::string_view name_of(NameEncoding encoding) {
  switch (encoding) {
    case NameEncoding::utf8:
      return "UTF-8";
    case NameEncoding::gb18030:
      return "GB18030";
    case NameEncoding::cp437:
      return "CP437";
  }
  return {};
}

EntryName decode_entry_name(std::string_view raw, bool utf8_flag) {
  return EntryNameDecoder{}.decode(raw, utf8_flag);
}

EntryName EntryNameDecoder::decode(std::string_view raw, bool utf8_flag) {
  EntryName name{.raw = std::string{raw}};
  const bool is_utf8 = text::is_utf8(raw);
  auto decoded = is_utf8 && (utf8_flag || !has_only_short_sequences(raw))
                     ? std::nullopt
                     : strictly(gb18030_, "GB18030", raw);
  if (is_utf8 && (!decoded || !is_ascii_and_han(*decoded))) {
    name.text = raw;
    return name;
  }
  if (decoded) {
    name.text = std::move(*decoded);
    name.encoding = NameEncoding::gb18030;
    return name;
  }
  name.text = strictly(cp437_, "CP437", raw).value_or(std::string{});
  name.encoding = NameEncoding::cp437;
  return name;
}

NameFlaw check_entry_name(std::string_view text) {
  if (text.empty()) return NameFlaw::empty;
  if (text.size() > 4'095) return NameFlaw::too_long;
  if (std::ranges::any_of(text, [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; })) {
    return NameFlaw::control;
  }
  if (text.find('\\') != std::string_view::npos) return NameFlaw::backslash;
  if (text.front() == '/') return NameFlaw::absolute;
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  if (text.size() >= 2 && text[1] == ':' && is_letter(text[0])) return NameFlaw::drive;
  if (text.ends_with('/')) text.remove_suffix(1);
  while (true) {
    const std::size_t slash = text.find('/');
    const std::string_view part = text.substr(0, slash);
    if (part.empty() || part == "." || part == "..") return NameFlaw::parent;
    if (slash == std::string_view::npos) return NameFlaw::none;
    text.remove_prefix(slash + 1);
  }
}

}  // namespace guidang::files
