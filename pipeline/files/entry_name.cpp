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

}  // namespace

EntryName decode_entry_name(std::string_view raw) {
  EntryName name{.raw = std::string{raw}};
  if (text::is_utf8(raw)) {
    name.text = raw;
    return name;
  }
  if (auto decoded = Converter{"GB18030"}.convert(raw)) {
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
