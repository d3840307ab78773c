// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/lists/aid_indexes.h"
#include "pipeline/text/utf8.h"

namespace guidang::lists {
namespace {

constexpr std::string_view kAbout = "关于";
constexpr std::string_view kComrade = "同志";

/// Verbs that may stand before the first name.
constexpr auto kVerbs = std::to_array<std::string_view>(
    {"任命", "免去", "聘任", "解聘", "提名", "推荐", "接受", "同意", "批准"});

/// What 同志 may also be said of: no names.
constexpr auto kGroups = std::to_array<std::string_view>(
    {"干部", "部分", "有关", "相关", "领导", "全体", "优秀", "以下", "上述", "下列", "离休", "退休",
     "人员", "职工", "党员", "书记", "主任", "局长", "县长", "镇长", "乡长", "市长", "科长", "各"});

bool is_number_word(char32_t c) {
  constexpr std::u32string_view kWords = U"0123456789一二三四五六七八九十两";
  return kWords.find(c) != std::u32string_view::npos;
}

bool is_name(std::string_view text) {
  constexpr std::size_t kLongest = 4;
  constexpr std::size_t kLongestWithDot = 15;
  bool dot = false;
  std::size_t length = 0;
  for (std::size_t pos = 0; pos < text.size(); ++length) {
    const char32_t c = text::next(text, pos);
    if (c == U'·') {
      dot = true;
    } else if (!text::is_han(c)) {
      return false;
    }
  }
  if (length < 2 || length > (dot ? kLongestWithDot : kLongest)) return false;
  return std::none_of(kGroups.begin(), kGroups.end(), [&](std::string_view group) {
    return text.find(group) != std::string_view::npos;
  });
}

/// 张三等3名 → 张三; the 等 of a name (none is known) would need more than it and a count behind.
std::string_view without_others(std::string_view text) {
  constexpr std::string_view kOthers = "等";
  const std::size_t at = text.rfind(kOthers);
  if (at == std::string_view::npos || at == 0) return text;
  std::string_view rest = text.substr(at + kOthers.size());
  for (const std::string_view unit : {"名", "位", "人"}) {
    if (rest.ends_with(unit)) rest.remove_suffix(unit.size());
  }
  for (std::size_t pos = 0; pos < rest.size();) {
    if (!is_number_word(text::next(rest, pos))) return text;
  }
  return text.substr(0, at);
}

}  // namespace

std::vector<std::string> appointed_persons(std::string_view title) {
  const std::size_t end = title.find(kComrade);
  if (end == std::string_view::npos) return {};
  const std::size_t about = title.rfind(kAbout, end);
  if (about == std::string_view::npos) return {};
  std::string_view between =
      text::trim(title.substr(about + kAbout.size(), end - about - kAbout.size()));
  for (const std::string_view verb : kVerbs) {
    if (between.starts_with(verb)) {
      between.remove_prefix(verb.size());
      break;
    }
  }
  between = without_others(between);
  std::vector<std::string> names;
  while (!between.empty()) {
    std::size_t stop = between.size();
    std::size_t size = 0;
    for (const std::string_view mark : {"、", "，", ",", " ", "　"}) {
      if (const std::size_t at = between.find(mark); at < stop) {
        stop = at;
        size = mark.size();
      }
    }
    const std::string_view one = between.substr(0, stop);
    if (!one.empty()) {
      if (!is_name(one)) return {};
      names.emplace_back(one);
    }
    between.remove_prefix(std::min(stop + size, between.size()));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace guidang::lists
