// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string_view>

#include "index/words/read_words.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

/// An alias of fewer characters stands inside other words too often (中办 in 集中办理, 环保部 in
/// 环保部门) to be looked for.
constexpr std::size_t kShortestLookedFor = 4;

/// Short forms leave characters of the name out: 国家计委 of 国家计划委员会.
bool shortens(std::string_view short_form, std::string_view name) {
  std::size_t at = 0;
  for (std::size_t pos = 0; pos < short_form.size();) {
    const std::size_t begin = pos;
    text::next(short_form, pos);
    const std::string_view character = short_form.substr(begin, pos - begin);
    const std::size_t found = name.find(character, at);
    if (found == name.npos) return false;
    at = found + character.size();
  }
  return true;
}

bool is_part_of_any(std::string_view word, const std::vector<std::string>& others) {
  return std::any_of(others.begin(), others.end(), [&](const std::string& other) {
    return other.size() > word.size() && other.find(word) != other.npos;
  });
}

/// The forms that shorten this name; the latest also takes those that shorten none.
std::vector<std::string> forms_of(const organs::Organ& organ, const organs::Name& name,
                                  const std::vector<std::string>& forms) {
  std::vector<std::string> own;
  for (const std::string& form : forms) {
    const bool any = std::any_of(organ.names.begin(), organ.names.end(),
                                 [&](const auto& each) { return shortens(form, each.text); });
    if (any ? shortens(form, name.text) : &name == &organ.names.back()) own.push_back(form);
  }
  return own;
}

}  // namespace

std::vector<WordGroup> words_of(std::span<const organs::Organ> organs) {
  std::vector<WordGroup> groups;
  for (const organs::Organ& organ : organs) {
    for (const organs::Name& name : organ.names) {
      WordGroup group;
      group.place = organ.place;
      group.words = forms_of(organ, name, organ.shorts);
      group.words.insert(group.words.begin(), name.text);
      const std::vector<std::string> formal = group.words;
      const std::vector<std::string> aliases = forms_of(organ, name, organ.aliases);
      for (const std::string& alias : aliases) {
        const bool distinct = text::length(alias) >= kShortestLookedFor &&
                              !is_part_of_any(alias, formal) && !is_part_of_any(alias, aliases);
        (distinct ? group.words : group.typed).push_back(alias);
      }
      if (group.words.size() + group.typed.size() > 1) groups.push_back(std::move(group));
    }
    if (organ.names.size() < 2) continue;
    WordGroup names{.kind = WordGroup::Kind::near, .place = organ.place};
    for (auto name = organ.names.rbegin(); name != organ.names.rend(); ++name) {
      names.words.push_back(name->text);
    }
    names.typed = organ.shorts;
    names.typed.insert(names.typed.end(), organ.aliases.begin(), organ.aliases.end());
    groups.push_back(std::move(names));
  }
  return groups;
}

}  // namespace guidang::index
