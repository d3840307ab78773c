// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/layout.h"

#include <fmt/format.h>

#include "pipeline/files/digest.h"
#include "pipeline/text/utf8.h"

namespace guidang::bag {
namespace {

constexpr std::size_t kLongestName = 180;  // of 255 bytes, so that roles and endings find room
constexpr char32_t kMiddleDot = 0xB7;

bool is_plain(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
         c == '_' || c == kMiddleDot || text::is_han(c);
}

}  // namespace

std::string safe_name(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t start = at;
    const char32_t c = text::next(text, at);
    const std::string_view bytes = text.substr(start, at - start);
    // Windows drops a dot at the end; one at the front hides the file elsewhere.
    const bool inner_dot = c == '.' && start > 0 && at < text.size();
    if (inner_dot || is_plain(c)) {
      out += bytes;
      continue;
    }
    for (const char byte : bytes) out += fmt::format("~{:02X}", static_cast<unsigned char>(byte));
  }
  if (out.empty()) return "~";
  if (out.size() <= kLongestName) return out;
  std::size_t end = kLongestName - 17;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
  return out.substr(0, end) + files::short_id("~", text);
}

std::string safe_ending(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || name.find('/', dot) != std::string_view::npos) return {};
  const std::string_view ending = name.substr(dot + 1);
  if (ending.empty() || ending.size() > 8) return {};
  std::string out = ".";
  for (const char c : ending) {
    const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((low < 'a' || low > 'z') && (low < '0' || low > '9')) return {};
    out += low;
  }
  return out;
}

std::string_view role_word(Role role) {
  switch (role) {
    case Role::handling_slip:
      return "处理单";
    case Role::reply:
      return "复文";
    case Role::main:
      return "正本";
    case Role::attachment:
      return "附件";
    case Role::forwarded:
      return "被转发件";
    case Role::approval_form:
      return "发文稿纸";
    case Role::final_draft:
      return "定稿";
    case Role::marked_draft:
      return "花脸稿";
    case Role::draft:
      return "底稿";
    case Role::instruction:
      return "批示";
    case Role::copy:
      return "副本";
  }
  return "正本";
}

std::string component_name(std::string_view code, std::size_t position, Role role,
                           std::string_view original) {
  return fmt::format("{}-{:02}-{}{}", safe_name(code), position, role_word(role),
                     safe_ending(original));
}

}  // namespace guidang::bag
