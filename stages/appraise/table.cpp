// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/text/fold.h"
#include "stages/appraise/read_words.h"

namespace guidang::appraise {
namespace {

constexpr std::size_t kMostOutcomes = 12;

template <typename T>
bool among(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

}  // namespace

/// A subject made ready for many rows, and what the row at hand could not tell.
struct Table::Look {
  explicit Look(const Subject& of)
      : subject(of),
        title(text::fold(of.title)),
        notes(text::fold(of.notes)),
        span(text::title_span(of.title).span) {}

  void miss(std::string_view what) {
    const std::string name{what};
    if (!among(missing, name)) missing.push_back(name);
  }

  const Subject& subject;
  std::string title;
  std::string notes;
  text::Span span;
  std::vector<std::string> missing{};
  std::vector<std::string> asks{};
};

const Scale* Table::scale(std::string_view id) const {
  const auto it = std::find_if(scales_.begin(), scales_.end(),
                               [&](const Scale& each) { return each.id == id; });
  return it == scales_.end() ? nullptr : &*it;
}

const Question* Table::question(std::string_view id) const {
  const auto it = std::find_if(questions_.begin(), questions_.end(),
                               [&](const Question& each) { return each.id == id; });
  return it == questions_.end() ? nullptr : &*it;
}

const Period* Table::period(std::string_view code_or_name) const {
  const auto it = std::find_if(periods_.begin(), periods_.end(), [&](const Period& each) {
    return each.id == code_or_name || each.name == code_or_name;
  });
  return it == periods_.end() ? nullptr : &*it;
}

std::string_view Table::level(std::string_view id, std::string_view folded_title) const {
  const Scale* found = scale(id);
  if (found == nullptr) return {};
  for (const Scale::Level& each : found->levels) {
    if (!word_in(folded_title, each.words).empty()) return each.id;
  }
  return {};
}

std::optional<GivenAnswer> Table::known(const Question& question, const Subject& subject) const {
  const auto given = subject.answers.find(question.id);
  if (given != subject.answers.end()) return given->second;
  const std::string title = text::fold(subject.title);
  const std::string notes = text::fold(subject.notes);
  std::optional<GivenAnswer> told;
  for (const QuestionValue& value : question.values) {
    std::string_view word = word_in(title, value.told);
    if (word.empty()) word = word_in(notes, value.noted);
    if (word.empty()) continue;
    // Words for two values tell neither.
    if (told) return std::nullopt;
    told = GivenAnswer{.value = value.id, .words = std::string{word}};
  }
  return told;
}

Fit Table::fit(const Row& row, Look& look) const {
  const Subject& subject = look.subject;
  look.missing.clear();
  look.asks.clear();
  // What is known to differ decides first, whatever else is not known.
  if (!row.directions.empty() && !among(row.directions, subject.direction)) {
    if (subject.direction != Direction::unknown) return Fit::no;
    look.miss("direction");
  }
  if (!row.creators.empty() && !among(row.creators, subject.creator)) {
    if (subject.creator != Standing::unknown) return Fit::no;
    look.miss("creator");
  }
  if (!row.doctypes.empty() && !among(row.doctypes, std::string{subject.doctype})) {
    // Without a title nobody knows its kind; with one that names none, it has none.
    if (!subject.doctype.empty() || !look.title.empty()) return Fit::no;
    look.miss("doctype");
  }
  if (row.valid.bounded()) {
    if (!subject.date) {
      look.miss("date");
    } else if (!row.valid.holds(*subject.date)) {
      return Fit::no;
    }
  }
  const bool of_title =
      !row.with.empty() || !row.without.empty() || !row.spans.empty() || !row.levels.empty();
  if (of_title && look.title.empty()) look.miss("title");
  if (!look.title.empty()) {
    for (const auto& group : row.with) {
      if (word_in(look.title, group).empty()) return Fit::no;
    }
    if (!word_in(look.title, row.without).empty()) return Fit::no;
    for (const LevelCondition& each : row.levels) {
      if (!among(each.levels, std::string{level(each.scale, look.title)})) return Fit::no;
    }
    if (!row.spans.empty() && !among(row.spans, look.span)) {
      if (look.span != text::Span::mixed) return Fit::no;
      look.miss("span");
    }
  }
  for (const auto& group : row.noted) {
    if (word_in(look.notes, group).empty()) return Fit::no;
  }
  for (const AnswerCondition& each : row.answers) {
    const auto answer = known(*question(each.question), subject);
    if (!answer) {
      look.asks.push_back(each.question);
    } else if (!among(each.values, answer->value)) {
      return Fit::no;
    }
  }
  // Nobody needs to answer for a row that may not be the item's at all.
  if (!look.missing.empty()) look.asks.clear();
  return look.missing.empty() && look.asks.empty() ? Fit::yes : Fit::undecided;
}

std::string Table::period_names() const {
  std::string names;
  for (const Period& each : periods_) names += (names.empty() ? "" : ", ") + each.name;
  return names;
}

Answer Table::answer(const Subject& subject) const { return first(subject, true); }

Answer Table::answer_for_filed(const Subject& subject) const { return first(subject, false); }

Answer Table::first(const Subject& subject, bool with_scope) const {
  Look look(subject);
  for (const Row& row : rows_) {
    if (row.scope && !with_scope) continue;
    switch (fit(row, look)) {
      case Fit::yes:
        if (row.sure) return {.row = &row};
        return {.stopped = &row, .missing = {"sure"}};
      case Fit::undecided:
        return {.stopped = &row, .missing = look.missing, .asks = look.asks};
      case Fit::no:
        break;
    }
  }
  return {};
}

std::vector<Outcome> Table::outcomes(const Subject& subject, bool with_scope) const {
  std::vector<Outcome> found;
  explore(subject, with_scope, found, {});
  return found;
}

void Table::explore(const Subject& subject, bool with_scope, std::vector<Outcome>& found,
                    std::vector<std::pair<std::string, std::string>> given) const {
  Answer answer = first(subject, with_scope);
  if (found.size() >= kMostOutcomes) return;
  if (answer.asks.empty() || given.size() >= questions_.size()) {
    found.push_back({.given = std::move(given), .answer = std::move(answer)});
    return;
  }
  const Question& next = *question(answer.asks.front());
  for (const QuestionValue& value : next.values) {
    Subject supposed = subject;
    supposed.answers[next.id] = {.value = value.id};
    auto path = given;
    path.emplace_back(next.id, value.id);
    explore(supposed, with_scope, found, std::move(path));
  }
}

std::vector<Evidence> Table::evidence(const Row& row, const Subject& subject) const {
  const Look look(subject);
  std::vector<Evidence> list;
  if (!row.directions.empty()) {
    list.push_back({"direction", std::string{to_text(subject.direction)}});
  }
  if (!row.creators.empty()) {
    list.push_back(
        {"creator", fmt::format("{} {}", to_text(subject.creator), subject.creator_name)});
  }
  if (!row.doctypes.empty()) list.push_back({"doctype", std::string{subject.doctype}});
  if (row.valid.bounded() && subject.date) list.push_back({"date", to_iso(*subject.date)});
  for (const auto& group : row.with) {
    list.push_back({"title", std::string{word_in(look.title, group)}});
  }
  if (!row.without.empty()) {
    list.push_back({"title without", joined(row.without)});
  }
  for (const LevelCondition& each : row.levels) {
    list.push_back({each.scale, std::string{level(each.scale, look.title)}});
  }
  if (!row.spans.empty()) list.push_back({"span", std::string{text::to_text(look.span)}});
  for (const auto& group : row.noted) {
    list.push_back({"notes", std::string{word_in(look.notes, group)}});
  }
  for (const AnswerCondition& each : row.answers) {
    const auto answer = known(*question(each.question), subject);
    if (!answer) continue;
    list.push_back(
        {"question " + each.question,
         fmt::format("{} — {}", answer->value, answer->by.empty() ? answer->words : answer->by)});
  }
  return list;
}

}  // namespace guidang::appraise
