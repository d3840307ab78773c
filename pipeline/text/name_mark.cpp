// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/head_items.h"
#include "pipeline/text/mark_form.h"
#include "pipeline/text/secrecy_mark.h"
#include "pipeline/text/utf8.h"

namespace guidang::text {
namespace {

/// A character that parts words in a name. Quotation marks and 《》 do not: they hold words that
/// are spoken of.
bool is_delimiter(char32_t c) {
  constexpr std::u32string_view kQuotes = U"“”‘’\"'《》";
  const bool letter = (c >= U'a' && c <= U'z') || c >= 0x3040;
  const bool bracket = is_head_sign(c) || (c >= 0x3000 && c <= 0x3020);
  return kQuotes.find(c) == kQuotes.npos && (bracket || !letter);
}

/// `秘 密` is the word when the blanks stand inside it.
std::u32string without_inner_blanks(const std::u32string& name) {
  std::u32string result;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool inner = name[i] == U' ' && i + 1 < name.size() && name[i + 1] == U'密' &&
                       !result.empty() &&
                       std::u32string_view(U"绝机秘").find(result.back()) != std::u32string::npos;
    if (!inner) result.push_back(name[i]);
  }
  return result;
}

}  // namespace

std::optional<SecrecyMark> find_name_mark(std::string_view name) {
  const std::u32string form = without_inner_blanks(mark_form_with_blanks(name));
  std::optional<SecrecyMark> best;
  for (std::size_t at = 0; at < form.size(); ++at) {
    if (at > 0 && !is_delimiter(form[at - 1])) continue;
    std::size_t behind = at;
    const auto reading = read_mark(form, behind);
    if (!reading || (behind < form.size() && !is_delimiter(form[behind]))) continue;
    if (!best || reading->mark.level > best->level) best = reading->mark;
  }
  return best;
}

}  // namespace guidang::text
