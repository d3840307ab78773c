// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "stages/appraise/read_words.h"
#include "stages/appraise/table.h"

namespace guidang::appraise {
namespace {

using profile::Element;

constexpr std::array kSpans{text::Span::none, text::Span::part, text::Span::year,
                            text::Span::several};

std::optional<Date> read_day(const Element& row, std::string_view key) {
  const std::string text{row.attribute(key)};
  if (text.empty()) return std::nullopt;
  const auto day = parse_iso(text);
  if (!day) throw row.flaw(fmt::format("{}=\"{}\"", key, text), "a day like 2006-12-18");
  return day;
}

Validity read_validity(const Element& row) {
  return {.from = read_day(row, "valid-from"), .to = read_day(row, "valid-to")};
}

/// Both bounds: neither row nor period may say more than the other.
Validity meet(const Validity& a, const Validity& b) {
  Validity result = a;
  if (b.from && (!a.from || *a.from < *b.from)) result.from = b.from;
  if (b.to && (!a.to || *b.to < *a.to)) result.to = b.to;
  return result;
}

text::Span read_span(const Element& row, const std::string& word) {
  for (const text::Span span : kSpans) {
    if (text::to_text(span) == word) return span;
  }
  throw row.flaw("<span>" + word + "</span>", "none part year several");
}

}  // namespace

Table::Table(const Element& section)
    : id_(section.attribute("id")),
      citation_(section.attribute("citation")),
      title_zh_(section.in("title", "zh")),
      title_en_(section.in("title", "en")),
      valid_(read_validity(section)) {
  read_vocabulary(section);
  std::set<std::string> ids;
  for (const Element& element : section.children) {
    if (element.name != "row" && element.name != "scope") continue;
    rows_.push_back(read_row(element, section));
    if (!ids.insert(rows_.back().id).second) {
      throw element.flaw(fmt::format("id=\"{}\"", rows_.back().id), "an id of its own");
    }
  }
}

void Table::read_vocabulary(const Element& section) {
  for (const Element* period : section.all("period")) {
    Period read{.id = period->required("id"),
                .name = period->required("name"),
                .valid = read_validity(*period)};
    if (period->has("years")) read.years = static_cast<int>(period->number("years"));
    periods_.push_back(std::move(read));
  }
  for (const Element* words : section.all("words")) {
    words_[words->required("id")] = folded_words(words->text);
  }
  for (const Element* element : section.all("scale")) {
    Scale scale{.id = element->required("id")};
    for (const Element* level : element->all("level")) {
      scale.levels.push_back({.id = level->required("id"), .words = folded_words(level->text)});
    }
    scales_.push_back(std::move(scale));
  }
  for (const Element* element : section.all("question")) {
    questions_.push_back(read_question(*element, section));
  }
}

Row Table::read_row(const Element& element, const Element& /*section*/) const {
  Row row{.id = element.required("id"), .scope = element.name == "scope"};
  row.place = element.place();
  if (!row.scope) row.period = element.required("period");
  const Period* kept = row.scope ? nullptr : period(row.period);
  if (!row.scope && kept == nullptr) {
    throw element.flaw(fmt::format("period=\"{}\"", row.period), "the id of a <period>");
  }
  row.sure = element.flag("sure", true);
  row.clause = element.required("clause");
  row.title_zh = std::string{element.in("title", "zh")};
  row.title_en = std::string{element.in("title", "en")};
  if (const Element* parent = element.child("parent")) row.parent = parent->text;
  if (const Element* valid = element.child("valid")) {
    row.valid = {.from = read_day(*valid, "from"), .to = read_day(*valid, "to")};
  }
  if (kept != nullptr) row.valid = meet(row.valid, kept->valid);
  row.directions = read_directions(element, "direction");
  row.creators = read_standings(element, "creator");
  row.doctypes = element.words("doctype");
  for (const std::string& word : words_of_all(element, "span")) {
    row.spans.push_back(read_span(element, word));
  }
  for (const Element* level : element.all("level")) {
    LevelCondition condition{.scale = level->required("scale"),
                             .levels = words_of_all({.children = {*level}}, "level")};
    const Scale* known = scale(condition.scale);
    if (known == nullptr) {
      throw level->flaw(fmt::format("scale=\"{}\"", condition.scale), "the id of a <scale>");
    }
    for (const std::string& id : condition.levels) {
      const auto& levels = known->levels;
      if (std::none_of(levels.begin(), levels.end(),
                       [&](const Scale::Level& each) { return each.id == id; })) {
        throw level->flaw(fmt::format("level \"{}\"", id), "a level of " + condition.scale);
      }
    }
    row.levels.push_back(std::move(condition));
  }
  for (const Element* answer : element.all("answer")) {
    AnswerCondition condition{.question = answer->required("question"),
                              .values = words_of_all({.children = {*answer}}, "answer")};
    const Question* known = question(condition.question);
    if (known == nullptr) {
      throw answer->flaw(fmt::format("question=\"{}\"", condition.question),
                         "the id of a <question>");
    }
    for (const std::string& id : condition.values) {
      if (known->value(id) == nullptr || known->value(id)->id != id) {
        throw answer->flaw(fmt::format("value \"{}\"", id), known->value_names());
      }
    }
    row.answers.push_back(std::move(condition));
  }
  const auto list = [&](const std::string& id) -> const std::vector<std::string>& {
    const auto it = words_.find(id);
    if (it == words_.end()) {
      throw element.flaw(fmt::format("word list \"{}\"", id), "the id of a <words>");
    }
    return it->second;
  };
  if (auto words = folded_words(element.attribute("title")); !words.empty()) {
    row.with.push_back(std::move(words));
  }
  for (const std::string& id : element.words("has")) row.with.push_back(list(id));
  for (const Element* group : element.all("with")) row.with.push_back(folded_words(group->text));
  for (const std::string& id : element.words("lacks")) {
    row.without.insert(row.without.end(), list(id).begin(), list(id).end());
  }
  for (std::string& word : folded_words_of_all(element, "without")) {
    row.without.push_back(std::move(word));
  }
  for (const std::string& id : element.words("noted")) row.noted.push_back(list(id));
  for (const Element* group : element.all("noted")) row.noted.push_back(folded_words(group->text));
  return row;
}

}  // namespace guidang::appraise
