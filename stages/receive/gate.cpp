// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/gate.h"

#include <algorithm>
#include <array>

#include "pipeline/text/decode.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"
#include "stages/receive/names.h"

namespace guidang::receive {
namespace {

constexpr std::size_t kHeadBytes = std::size_t{64} << 10;
/// A mark on a later page (several papers scanned into one file) stands in its topmost lines.
constexpr std::size_t kPageTopLines = 2;
constexpr std::array<std::string_view, 6> kLevelCharacters{"绝", "機", "机", "秘", "祕", "密"};
constexpr std::array<std::string_view, 4> kLevelProperties{"密级", "secrecy", "classification",
                                                           "security"};
constexpr std::string_view kMarkupEnds = "<>\"',;\t\r\n=";

bool is_level_property(std::string_view name) {
  const std::string folded = text::fold(name);
  return std::any_of(kLevelProperties.begin(), kLevelProperties.end(),
                     [&](std::string_view key) { return folded.find(key) != std::string::npos; });
}

}  // namespace

bool Gate::above_path(std::string_view path) const {
  const auto mark = text::find_name_mark(name_text(path));
  return mark && mark->level > ceiling_;
}

bool Gate::above_value(std::string_view value) const {
  if (value.empty() || text::is_control_mark(value)) return false;
  const auto whole = text::parse_secrecy_mark(value);
  if (whole && whole->level > ceiling_) return true;
  const auto part = text::find_name_mark(value);
  if (part && part->level > ceiling_) return true;
  const auto inside = text::find_head_mark(value);
  return inside && inside->mark.level > ceiling_;
}

bool Gate::above_level(std::string_view value) const {
  const std::string folded = text::fold(value);
  if (folded.empty() || text::is_control_mark(value)) return false;
  if (std::find(unmarked_.begin(), unmarked_.end(), folded) != unmarked_.end()) return false;
  if (const auto mark = text::parse_secrecy_mark(value)) return mark->level > ceiling_;
  if (ceiling_ == text::SecrecyLevel::top_secret) return false;
  return std::any_of(kLevelCharacters.begin(), kLevelCharacters.end(),
                     [&](std::string_view c) { return folded.find(c) != std::string::npos; });
}

bool Gate::above_text(std::span<const std::string> pages) const {
  const auto head = text::find_head_mark(head_of(pages));
  if (head && head->mark.level > ceiling_) return true;
  for (const std::string& page : pages) {
    std::size_t seen = 0;
    for (const std::string_view line : text::lines(std::string_view{page}.substr(0, kHeadBytes))) {
      if (text::trim(line).empty()) continue;
      const auto mark = text::parse_secrecy_mark(line);
      if (mark && mark->level > ceiling_) return true;
      if (++seen == kPageTopLines) break;
    }
  }
  return false;
}

bool Gate::above(const Extraction& extraction) const {
  for (const auto& [name, value] : extraction.properties) {
    if (is_level_property(name) && above_level(value)) return true;
    if (above_value(value)) return true;
    for (const std::string_view item : split_list(value)) {
      if (above_value(item)) return true;
    }
  }
  return above_text(extraction.pages);
}

bool Gate::above_markup(std::string_view bytes) const {
  const std::string decoded = text::decode(bytes).text;
  const std::string_view all = decoded;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find_first_of(kMarkupEnds, at), all.size());
    if (above_value(text::trim(all.substr(at, end - at)))) return true;
    at = end + 1;
  }
  return false;
}

std::string head_of(std::span<const std::string> pages) {
  std::string head;
  for (const std::string& page : pages) {
    if (head.size() >= kHeadBytes) break;
    head += page;
    head += '\n';
  }
  if (head.size() > kHeadBytes) head.resize(kHeadBytes);
  return head;
}

bool has_text(std::span<const std::string> pages) {
  return std::any_of(pages.begin(), pages.end(),
                     [](const std::string& page) { return !text::trim(page).empty(); });
}

}  // namespace guidang::receive
