// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/volume_title.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "pipeline/text/document_type.h"
#include "pipeline/text/utf8.h"

namespace guidang::arrange {
namespace {

constexpr std::string_view kAbout = "关于";
constexpr std::size_t kMostAuthors = 3;
constexpr std::size_t kMostMatters = 3;
constexpr std::size_t kMostTypes = 5;

std::string_view without_front(std::string_view text, std::string_view front) {
  return !front.empty() && text.starts_with(front) ? text.substr(front.size()) : text;
}

std::string_view without_back(std::string_view text, std::string_view back) {
  return !back.empty() && text.ends_with(back) ? text.substr(0, text.size() - back.size()) : text;
}

std::string_view without_brackets(std::string_view title) {
  title = text::trim(title);
  for (const auto& [open, close] : {std::pair{"[", "]"}, {"［", "］"}}) {
    if (title.starts_with(open) && title.ends_with(close)) {
      title = without_back(without_front(title, open), close);
    }
  }
  return title;
}

/// The words with which one asks and the other agrees: 请求拨付资金 and 同意拨付资金 are one
/// matter.
std::string_view without_politeness(std::string_view matter) {
  constexpr std::array<std::string_view, 7> kFront{"同意", "请求", "申请", "商请",
                                                   "恳请", "要求", "对"};
  constexpr std::array<std::string_view, 4> kBack{"有关事宜", "有关问题", "事宜", "问题"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view word : kFront) {
      const std::string_view rest = without_front(matter, word);
      again = again || rest.size() < matter.size();
      matter = rest;
    }
  }
  for (const std::string_view word : kBack) matter = without_back(matter, word);
  return without_back(matter, "的");
}

template <typename T>
void add_new(std::vector<T>& list, const T& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

std::string joined(const std::vector<std::string>& words, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(words.size(), most); ++i) {
    text += (i == 0 ? "" : "、") + words[i];
  }
  return words.size() > most ? text + "等" : text;
}

struct Authors {
  std::string full{};   ///< all, or the first and 等
  std::string brief{};  ///< the first and 等
  bool known = false;
};

Authors authors_of(std::span<const TitleSource> items) {
  std::vector<std::string> names;
  bool missing = false;
  for (const TitleSource& item : items) {
    std::string_view rest = text::trim(item.creator);
    missing = missing || rest.empty();
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (end > 0) add_new(names, std::string(rest.substr(0, end)));
      rest = end < rest.size() ? rest.substr(end + 1) : std::string_view{};
    }
  }
  if (names.empty()) return {};
  const bool several = names.size() > 1 || missing;
  Authors authors{.brief = names.front() + (several ? "等" : ""), .known = true};
  authors.full = names.size() > kMostAuthors ? authors.brief
                                             : joined(names, kMostAuthors) + (missing ? "等" : "");
  return authors;
}

/// 文种 in the order of the regulations, where 请示 stands before 批复; others behind.
std::vector<std::string> types_of(std::span<const TitleSource> items) {
  std::vector<std::pair<std::size_t, std::string>> types;
  for (const TitleSource& item : items) {
    if (item.doctype.empty()) continue;
    const auto type = text::parse_document_type(item.doctype);
    const std::string_view name = type ? text::info(*type).name : item.doctype;
    add_new(types, {type ? static_cast<std::size_t>(*type) : text::document_types().size(),
                    std::string(name.substr(0, name.find('(')))});
  }
  std::stable_sort(types.begin(), types.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  for (auto& [rank, name] : types) names.push_back(std::move(name));
  return names;
}

/// What the items have in common, or up to three things side by side.
std::optional<Matter> common_matter(std::span<const TitleSource> items) {
  const std::string_view table = items.front().matter;
  const bool one_class = !table.empty() && std::all_of(items.begin(), items.end(), [&](auto& item) {
    return item.matter == table;
  });
  std::vector<Matter> matters;
  std::vector<std::string> plain;
  bool nameless = false;
  for (const TitleSource& item : items) {
    Matter matter = matter_of(item.title, item.creator);
    if (matter.text.empty()) {
      nameless = true;
      continue;
    }
    std::string bare(without_politeness(matter.text));
    if (bare.empty()) bare = matter.text;
    if (std::find(plain.begin(), plain.end(), bare) != plain.end()) continue;
    plain.push_back(std::move(bare));
    matters.push_back(std::move(matter));
    if (matters.size() > kMostMatters) break;
  }
  if (matters.size() == 1 && !nameless) {
    return items.size() == 1 ? matters.front() : Matter{plain.front(), matters.front().about};
  }
  if (one_class) return Matter{std::string(table), true};
  const bool all_about =
      std::all_of(matters.begin(), matters.end(), [](const Matter& m) { return m.about; });
  if (matters.empty() || nameless || matters.size() > kMostMatters || !all_about) {
    return std::nullopt;
  }
  return Matter{joined(plain, kMostMatters), true};
}

std::string made_up_title(std::span<const TitleSource> items, int year, std::size_t room) {
  const Authors authors = authors_of(items);
  const std::vector<std::string> types = types_of(items);
  const std::string when = std::to_string(year) + "年";
  for (const std::string& author : {authors.full, authors.brief, std::string()}) {
    for (const std::size_t most : {kMostTypes, std::size_t{1}}) {
      const std::string kinds = types.empty() ? "文件" : joined(types, most);
      std::string title = author + when + kinds;
      if (text::length(title) <= room) return title;
    }
  }
  return when + "文件";
}

}  // namespace

Matter matter_of(std::string_view title, std::string_view creator) {
  title = without_brackets(title);
  Matter matter;
  std::string_view text = without_front(title, creator);
  if (const std::size_t at = text.find(kAbout); at != std::string_view::npos) {
    text = text.substr(at + kAbout.size());
    matter.about = true;
  }
  if (const auto type = text::document_type_of_title(title)) {
    // 2006年工作总结 is of 2006年工作; 关于某事的工作报告 is about 某事.
    const std::string_view name = text::info(type->type).name;
    text = without_back(text, !matter.about && type->word.ends_with(name) ? name : type->word);
  }
  matter.text = text::trim(without_back(text, "的"));
  return matter;
}

std::string part_suffix(std::uint32_t part) {
  if (part == 0) return {};
  constexpr std::array<std::string_view, 10> kDigits{"",   "一", "二", "三", "四",
                                                     "五", "六", "七", "八", "九"};
  if (part >= 100) return "之" + std::to_string(part);
  std::string text = "之";
  if (part >= 20) text += kDigits[part / 10];
  if (part >= 10) text += "十";
  return text.append(kDigits[part % 10]);
}

VolumeTitle volume_title(std::span<const TitleSource> items, int year, std::uint32_t part) {
  const std::string suffix = part_suffix(part);
  const std::size_t room = kLongestTitle - text::length(suffix);
  const Authors authors = authors_of(items);
  const std::vector<std::string> types = types_of(items);
  if (const auto matter = common_matter(items); matter && authors.known && !types.empty()) {
    const std::string front = matter->about ? std::string(kAbout) : std::string();
    const std::string kinds = (matter->about ? "的" : "") + joined(types, kMostTypes);
    for (const std::string& author : {authors.full, authors.brief}) {
      std::string title = author + front + matter->text + kinds;
      if (text::length(title) <= room) return {title + suffix, false};
    }
  }
  constexpr std::size_t kBrackets = 2;
  return {"[" + made_up_title(items, year, room - kBrackets) + "]" + suffix, true};
}

}  // namespace guidang::arrange
