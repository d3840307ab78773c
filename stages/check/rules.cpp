// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "stages/check/predicates/predicates.h"
#include "stages/check/rule.h"

namespace guidang::check {
namespace {

using profile::Element;

template <typename T>
bool holds(const std::vector<T>& conditions, const T& value) {
  return conditions.empty() ||
         std::find(conditions.begin(), conditions.end(), value) != conditions.end();
}

template <typename T>
std::vector<T> words(const Element& element, std::string_view key,
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

std::vector<Purpose> purposes(const Element& element) {
  return words<Purpose>(element, "purpose",
                        {{"filing", Purpose::filing}, {"incoming", Purpose::incoming}});
}

std::vector<Direction> directions(const Element& element) {
  return words<Direction>(element, "direction",
                          {{"received", Direction::received},
                           {"issued", Direction::issued},
                           {"internal", Direction::internal},
                           {"unknown", Direction::unknown}});
}

SeverityRow severity_row(const Element& element) {
  SeverityRow row;
  row.purposes = purposes(element);
  row.directions = directions(element);
  row.senders = words<Standing>(element, "sender",
                                {{"unknown", Standing::unknown},
                                 {"own", Standing::own},
                                 {"superior", Standing::superior},
                                 {"peer", Standing::peer},
                                 {"subordinate", Standing::subordinate},
                                 {"outside", Standing::outside}});
  row.flaw = std::string{element.attribute("flaw")};
  row.level = words<Severity>(element, "level",
                              {{"note", Severity::note},
                               {"warning", Severity::warning},
                               {"hold", Severity::hold},
                               {"return", Severity::give_back}})
                  .at(0);
  return row;
}

std::optional<Date> day(const Element& element, std::string_view key) {
  if (!element.has(key)) return std::nullopt;
  const std::string& value = element.required(key);
  const std::optional<Date> date = parse_iso(value);
  if (!date) throw element.flaw(fmt::format("{}=\"{}\"", key, value), "a day that exists");
  return date;
}

void read_texts(const Element& element, Rule& rule) {
  rule.title_zh = std::string{element.in("title", "zh")};
  rule.title_en = std::string{element.in("title", "en")};
  rule.hint_zh = std::string{element.in("hint", "zh")};
  rule.hint_en = std::string{element.in("hint", "en")};
  rule.why_zh = std::string{element.in("why", "zh")};
  rule.why_en = std::string{element.in("why", "en")};
  if (rule.title_zh.empty() || rule.title_en.empty()) {
    throw element.flaw(fmt::format("rule {} without a title in both languages", rule.id),
                       "<title lang=\"zh\"> and <title lang=\"en\">");
  }
}

void read_severities(const Element& section, const Element& element, Rule& rule) {
  for (const Element* row : element.all("severity")) rule.severities.push_back(severity_row(*row));
  if (!element.has("scale")) return;
  const std::string& name = element.required("scale");
  for (const Element* scale : section.all("scale")) {
    if (scale->attribute("id") != name) continue;
    for (const Element* row : scale->all("severity")) rule.severities.push_back(severity_row(*row));
    return;
  }
  throw element.flaw(fmt::format("scale=\"{}\"", name), "the id of a <scale> of this section");
}

void read_predicate(const Element& element, Rule& rule) {
  rule.predicate = std::string{element.attribute("predicate")};
  rule.by = std::string{element.attribute("by")};
  if (rule.predicate.empty() == rule.by.empty()) {
    throw element.flaw(
        fmt::format("rule {} with {}", rule.id,
                    rule.by.empty() ? "neither predicate nor by" : "both predicate and by"),
        "one of them");
  }
  if (rule.predicate.empty()) return;
  const Predicate* predicate = find_predicate(rule.predicate);
  if (predicate == nullptr) {
    std::vector<std::string_view> known;
    for (const Predicate& each : predicates()) known.push_back(each.name);
    throw element.flaw(fmt::format("predicate=\"{}\"", rule.predicate),
                       fmt::format("one of: {}", fmt::join(known, ", ")));
  }
  if (predicate->check_params != nullptr) predicate->check_params(rule);
}

Rule read_rule(const Element& section, const Element& element) {
  Rule rule;
  rule.id = element.required("id");
  rule.place = element.place();
  rule.on = element.flag("on", true);
  rule.citation = element.required("citation");
  rule.valid_from = day(element, "valid-from");
  rule.valid_to = day(element, "valid-to");
  rule.purposes = purposes(element);
  rule.directions = directions(element);
  rule.doctypes = element.words("doctype");
  for (const Element* param : element.all("param")) {
    rule.params[param->required("name")] = param->text;
  }
  read_predicate(element, rule);
  read_texts(element, rule);
  read_severities(section, element, rule);
  return rule;
}

}  // namespace

Severity Rule::severity(const SeverityCase& c) const {
  for (const SeverityRow& row : severities) {
    if (holds(row.purposes, c.purpose) && holds(row.directions, c.direction) &&
        holds(row.senders, c.sender) && (row.flaw.empty() || row.flaw == c.flaw)) {
      return row.level;
    }
  }
  return Severity::note;
}

Failure Rule::flaw(std::string_view found, std::string_view expected) const {
  return Failure(fmt::format("{}: found {}, expected {}", place, found, expected),
                 "改正该规则集后重新运行 / correct this profile and run again", ExitStatus::usage);
}

const std::string& Rule::param(std::string_view name) const {
  const auto it = params.find(name);
  if (it != params.end()) return it->second;
  throw flaw(fmt::format("rule {} without <param name=\"{}\">", id, name),
             fmt::format("it, for predicate {}", predicate));
}

int Rule::number(std::string_view name) const {
  const std::string& text = param(name);
  int value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error == std::errc{} && stop == end && value >= 0) return value;
  throw flaw(fmt::format("{} \"{}\"", name, text), "a whole number, 0 or more");
}

Rules Rules::load(const Profile& profile) {
  Rules rules;
  const Element& section = profile.section("check");
  rules.calendar_ = std::string{section.attribute("calendar")};
  for (const Element* element : section.all("rule")) {
    rules.list_.push_back(read_rule(section, *element));
  }
  return rules;
}

const Rule* Rules::find(std::string_view id) const {
  const auto it =
      std::find_if(list_.begin(), list_.end(), [&](const Rule& rule) { return rule.id == id; });
  return it == list_.end() ? nullptr : &*it;
}

}  // namespace guidang::check
