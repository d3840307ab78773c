// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/entry_name.h"

#include <iconv.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "pipeline/text/utf8.h"

namespace guidang::files {
namespace {

class Converter {
 public:
  explicit Converter(const char* from) : handle_(::iconv_open("UTF-8", from)) {}
  ~Converter() {
    if (is_open()) ::iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // Nothing when a byte has no meaning in the encoding.
  std::optional<std::string> convert(std::string_view raw) {
    if (!is_open()) return std::nullopt;
    std::vector<char> in(raw.begin(), raw.end());
    std::string out(raw.size() * 4 + 4, '\0');
    char* from = in.data();
    char* to = out.data();
    std::size_t left = in.size();
    std::size_t room = out.size();
    if (::iconv(handle_, &from, &left, &to, &room) == static_cast<std::size_t>(-1) || left != 0) {
      return std::nullopt;
    }
    out.resize(out.size() - room);
    return out;
  }

 private:
  // iconv_open says no by the address -1.
  [[nodiscard]] bool is_open() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }

  iconv_t handle_;
};

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

EntryName decode_entry_name(std::string_view raw, bool utf8_flag) {
  EntryName name{.raw = std::string{raw}};
  const bool is_utf8 = text::is_utf8(raw);
  auto decoded = is_utf8 && (utf8_flag || !has_only_short_sequences(raw))
                     ? std::nullopt
                     : Converter{"GB18030"}.convert(raw);
  if (is_utf8 && (!decoded || !is_ascii_and_han(*decoded))) {
    name.text = raw;
    return name;
  }
  if (decoded) {
    name.text = std::move(*decoded);
    name.encoding = NameEncoding::gb18030;
    return name;
  }
  name.text = Converter{"CP437"}.convert(raw).value_or(std::string{});
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
