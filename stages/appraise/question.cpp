// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/question.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"
#include "stages/appraise/read_words.h"

namespace guidang::appraise {
namespace {

using profile::Element;

constexpr std::array kParts{std::pair{std::string_view{"creator"}, LikePart::creator},
                            std::pair{std::string_view{"standing"}, LikePart::standing},
                            std::pair{std::string_view{"direction"}, LikePart::direction},
                            std::pair{std::string_view{"doctype"}, LikePart::doctype},
                            std::pair{std::string_view{"matter"}, LikePart::matter}};

std::vector<std::string> words_of_lists(const Element& row, std::string_view key,
                                        const Element& section) {
  std::vector<std::string> result;
  for (const std::string& id : row.words(key)) {
    const auto lists = section.all("words");
    const auto it = std::find_if(lists.begin(), lists.end(),
                                 [&](const Element* each) { return each->attribute("id") == id; });
    if (it == lists.end()) {
      throw row.flaw(fmt::format("word list \"{}\"", id), "the id of a <words>");
    }
    for (std::string& word : folded_words((*it)->text)) result.push_back(std::move(word));
  }
  return result;
}

/// Takes out what is in brackets; those of numbers hold a year, others say 试行 or 修订.
std::string without_brackets(std::string_view text) {
  constexpr std::u32string_view kOpen = U"(〔[【<";
  constexpr std::u32string_view kClose = U")〕]】>";
  std::string result;
  std::size_t depth = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = text::next(text, pos);
    if (kOpen.find(c) != std::u32string_view::npos) {
      ++depth;
    } else if (kClose.find(c) != std::u32string_view::npos) {
      if (depth > 0) --depth;
    } else if (depth == 0) {
      text::append(result, c);
    }
  }
  return result;
}

bool is_numeral(char32_t c) {
  return (c >= U'0' && c <= U'9') ||
         std::u32string_view(U"一二三四五六七八九十百〇○").find(c) != std::u32string_view::npos;
}

/// Takes out years (2023年, 2023年度) and ordinals (第十二次, 第3批): what differs between the
/// papers of one matter.
std::string without_numbers(std::string_view text) {
  constexpr std::u32string_view kCounted = U"年度月日号次届批期个季";
  std::string result;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    char32_t c = text::next(text, pos);
    const bool ordinal = c == U'第';
    if (!ordinal && !(c >= U'0' && c <= U'9')) {
      result += text.substr(begin, pos - begin);
      continue;
    }
    std::size_t end = pos;
    std::size_t look = pos;
    while (look < text.size() && is_numeral(c = text::next(text, look))) end = look;
    if (ordinal && end == pos) {
      result += text.substr(begin, pos - begin);
      continue;
    }
    for (look = end; look < text.size(); end = look) {
      if (kCounted.find(text::next(text, look)) == std::u32string_view::npos) break;
    }
    pos = end;
  }
  return result;
}

void remove_all(std::string& text, std::string_view what) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.erase(at, what.size());
  }
}

std::string matter_of(const Question& question, const LikeSource& source) {
  const std::string title = text::fold(source.title);
  std::string found;
  for (const std::string& word : question.matters) {
    if (title.find(word) == std::string::npos) continue;
    found += (found.empty() ? "" : "+") + word;
  }
  return found.empty() ? title_core(source.title, source.doctype) : found;
}

std::string part_of(LikePart part, const Question& question, const LikeSource& source) {
  switch (part) {
    case LikePart::creator:
      return text::fold(source.creator);
    case LikePart::standing:
      return source.standing == Standing::unknown ? "" : std::string{to_text(source.standing)};
    case LikePart::direction:
      return source.direction == Direction::unknown ? "" : std::string{to_text(source.direction)};
    case LikePart::doctype:
      return std::string{source.doctype};
    case LikePart::matter:
      return matter_of(question, source);
  }
  return {};
}

}  // namespace

const QuestionValue* Question::value(std::string_view id_or_title) const {
  const auto it = std::find_if(values.begin(), values.end(), [&](const QuestionValue& each) {
    return each.id == id_or_title || each.title_zh == id_or_title;
  });
  return it == values.end() ? nullptr : &*it;
}

std::string Question::value_names() const {
  std::string names;
  for (const QuestionValue& each : values) {
    names += (names.empty() ? "" : " | ") + each.id + " " + each.title_zh;
  }
  return names;
}

std::string title_core(std::string_view title, std::string_view doctype) {
  std::string core = text::fold(title);
  constexpr std::string_view kAbout = "关于";
  if (const std::size_t at = core.find(kAbout); at != std::string::npos) {
    core.erase(0, at + kAbout.size());
  }
  core = without_numbers(without_brackets(core));
  for (const std::string_view word : {"印发", "转发", "批转", "《", "》", "“", "”"}) {
    remove_all(core, word);
  }
  if (!doctype.empty() && core.ends_with(doctype)) core.resize(core.size() - doctype.size());
  constexpr std::string_view kOf = "的";
  if (core.ends_with(kOf)) core.resize(core.size() - kOf.size());
  return core;
}

std::optional<std::string> like_key(const Question& question, const LikeSource& source) {
  std::string key;
  for (const LikePart part : question.alike) {
    const std::string value = part_of(part, question, source);
    if (value.empty()) return std::nullopt;
    key += fmt::format("{}{}={}", key.empty() ? "" : ";",
                       kParts.at(static_cast<std::size_t>(part)).first, value);
  }
  return key;
}

Question read_question(const Element& row, const Element& section) {
  Question question{.id = row.required("id"),
                    .title_zh = std::string{row.in("title", "zh")},
                    .title_en = std::string{row.in("title", "en")}};
  static_cast<void>(row.required("alike"));
  for (const std::string& word : row.words("alike")) {
    const auto it = std::find_if(kParts.begin(), kParts.end(),
                                 [&](const auto& part) { return part.first == word; });
    if (it == kParts.end()) {
      throw row.flaw("alike=\"" + word + "\"", "creator standing direction doctype matter");
    }
    question.alike.push_back(it->second);
  }
  question.matters = words_of_lists(row, "matters", section);
  for (const Element* each : row.all("value")) {
    question.values.push_back({.id = each->required("id"),
                               .title_zh = std::string{each->in("title", "zh")},
                               .title_en = std::string{each->in("title", "en")},
                               .told = words_of_lists(*each, "told", section),
                               .noted = words_of_lists(*each, "noted", section)});
  }
  if (question.values.size() < 2) {
    throw row.flaw(fmt::format("{} <value>", question.values.size()), "two or more");
  }
  return question;
}

}  // namespace guidang::appraise
