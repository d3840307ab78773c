// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/stem.h"

#include <algorithm>
#include <array>

#include "pipeline/text/han_number.h"
#include "pipeline/text/utf8.h"

namespace guidang::receive {
namespace {

constexpr std::size_t kLongestNumber = 4;  // characters

/// The number at the start of `rest`, which is moved behind it.
int take_number(std::string_view& rest) {
  for (std::size_t count = std::min(kLongestNumber, text::length(rest)); count > 0; --count) {
    const std::string_view digits = text::prefix(rest, count);
    if (const auto number = text::parse_han_number(digits)) {
      rest.remove_prefix(digits.size());
      return *number;
    }
  }
  return 0;
}

/// Behind the suffix only something set apart may follow: 附件1-名单, but not 定稿会纪要.
bool set_apart(std::string_view rest, const Settings& settings) {
  if (rest.empty() || settings.delimiters.find(rest.front()) != std::string::npos) return true;
  constexpr std::array<std::string_view, 6> kStarts{" ", "(", "（", "《", "：", "　"};
  return std::any_of(kStarts.begin(), kStarts.end(),
                     [&](std::string_view start) { return rest.starts_with(start); });
}

std::optional<SuffixMatch> read_suffix(std::string_view suffix, const Settings& settings) {
  for (const SuffixRule& rule : settings.suffixes) {
    if (!suffix.starts_with(rule.word)) continue;
    std::string_view rest = suffix.substr(rule.word.size());
    const int number = take_number(rest);
    if (set_apart(rest, settings)) return SuffixMatch{.role = rule.role, .number = number};
  }
  return std::nullopt;
}

}  // namespace

std::optional<SuffixMatch> match_suffix(std::string_view stem, const Settings& settings,
                                        const std::function<bool(std::string_view)>& exists) {
  for (std::size_t at = stem.size(); at-- > 1;) {
    if (settings.delimiters.find(stem[at]) == std::string::npos) continue;
    auto match = read_suffix(stem.substr(at + 1), settings);
    if (!match || !exists(stem.substr(0, at))) continue;
    match->base = stem.substr(0, at);
    return match;
  }
  return std::nullopt;
}

}  // namespace guidang::receive
