// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "pipeline/text/fold.h"

namespace guidang::appraise {
namespace {

using profile::Element;

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> result;
  std::istringstream list{std::string{text}};
  for (std::string word; list >> word;) result.push_back(text::fold(word));
  return result;
}

template <typename T>
std::vector<T> named(const Element& element, std::string_view key,
                     const std::vector<std::pair<std::string_view, T>>& known) {
  std::vector<T> result;
  for (const std::string& word : element.words(key)) {
    const auto it = std::find_if(known.begin(), known.end(),
                                 [&](const auto& pair) { return pair.first == word; });
    if (it == known.end()) throw element.flaw(fmt::format("{}=\"{}\"", key, word), "a known word");
    result.push_back(it->second);
  }
  return result;
}

Row read_row(const Element& element) {
  Row row;
  row.id = element.required("id");
  row.place = element.place();
  row.scope = element.name == "scope";
  if (!row.scope) row.period = element.required("period");
  row.sure = element.flag("sure", true);
  row.clause = element.required("clause");
  row.title_zh = std::string{element.in("title", "zh")};
  row.title_en = std::string{element.in("title", "en")};
  row.directions = named<Direction>(element, "direction",
                                    {{"received", Direction::received},
                                     {"issued", Direction::issued},
                                     {"internal", Direction::internal},
                                     {"unknown", Direction::unknown}});
  row.creators = named<Standing>(element, "creator",
                                 {{"unknown", Standing::unknown},
                                  {"own", Standing::own},
                                  {"superior", Standing::superior},
                                  {"peer", Standing::peer},
                                  {"subordinate", Standing::subordinate},
                                  {"outside", Standing::outside}});
  row.doctypes = element.words("doctype");
  row.title = folded_words(element.attribute("title"));
  row.has = element.words("has");
  row.lacks = element.words("lacks");
  row.noted = element.words("noted");
  return row;
}

bool contains_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return text.find(word) != std::string_view::npos;
  });
}

template <typename T>
bool among(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// A condition over a value that may be unknown: a row that names "unknown" accepts that, too.
template <typename T>
Fit among_known(const std::vector<T>& list, T value) {
  if (list.empty() || among(list, value)) return Fit::yes;
  return value == T::unknown ? Fit::undecided : Fit::no;
}

}  // namespace

Table::Table(const Element& section) {
  for (const Element* period : section.all("period")) {
    periods_.push_back({period->required("id"), period->required("name")});
  }
  for (const Element* words : section.all("words")) {
    words_[words->required("id")] = folded_words(words->text);
  }
  for (const Element& element : section.children) {
    if (element.name != "row" && element.name != "scope") continue;
    Row row = read_row(element);
    if (!row.scope && period(row.period) == nullptr) {
      throw element.flaw(fmt::format("period=\"{}\"", row.period), "the id of a <period>");
    }
    for (const auto* lists : {&row.has, &row.lacks, &row.noted}) {
      for (const std::string& id : *lists) {
        if (words_.find(id) == words_.end()) {
          throw element.flaw(fmt::format("word list \"{}\"", id), "the id of a <words>");
        }
      }
    }
    rows_.push_back(std::move(row));
  }
}

const Period* Table::period(std::string_view code_or_name) const {
  const auto it = std::find_if(periods_.begin(), periods_.end(), [&](const Period& each) {
    return each.id == code_or_name || each.name == code_or_name;
  });
  return it == periods_.end() ? nullptr : &*it;
}

bool Table::has_word(std::string_view text, const std::string& list) const {
  return contains_any(text, words_.at(list));
}

Fit Table::fit(const Row& row, const Subject& subject) const {
  const std::string title = text::fold(subject.title);
  bool undecided = false;
  // What is known to differ decides first, whatever else is not known.
  const auto all = [&](const Fit fit) {
    undecided = undecided || fit == Fit::undecided;
    return fit != Fit::no;
  };
  const auto over_title = [&](bool holds) {
    return title.empty() ? Fit::undecided : (holds ? Fit::yes : Fit::no);
  };
  if (!all(among_known(row.directions, subject.direction))) return Fit::no;
  if (!all(among_known(row.creators, subject.creator))) return Fit::no;
  if (!row.doctypes.empty() && !among(row.doctypes, std::string{subject.doctype})) {
    // Without a title nobody knows its kind; with one that names none, it has none.
    if (!subject.doctype.empty() || !title.empty()) return Fit::no;
    undecided = true;
  }
  if (!row.title.empty() && !all(over_title(contains_any(title, row.title)))) return Fit::no;
  for (const std::string& list : row.has) {
    if (!all(over_title(has_word(title, list)))) return Fit::no;
  }
  for (const std::string& list : row.lacks) {
    if (!all(over_title(!has_word(title, list)))) return Fit::no;
  }
  const std::string notes = text::fold(subject.notes);
  for (const std::string& list : row.noted) {
    if (!has_word(notes, list)) return Fit::no;
  }
  return undecided ? Fit::undecided : Fit::yes;
}

std::string Table::period_names() const {
  std::string names;
  for (const Period& each : periods_) names += (names.empty() ? "" : ", ") + each.name;
  return names;
}

Answer Table::answer(const Subject& subject) const { return first(subject, true); }

Answer Table::answer_for_filed(const Subject& subject) const { return first(subject, false); }

Answer Table::first(const Subject& subject, bool with_scope) const {
  for (const Row& row : rows_) {
    if (row.scope && !with_scope) continue;
    switch (fit(row, subject)) {
      case Fit::yes:
        return {.row = &row};
      case Fit::undecided:
        return {.undecided = true};
      case Fit::no:
        break;
    }
  }
  return {};
}

}  // namespace guidang::appraise
