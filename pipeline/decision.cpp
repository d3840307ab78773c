// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/decision.h"

#include <charconv>

#include "pipeline/fields.h"

namespace guidang {
namespace {

const std::string* decided(const Decisions& decisions, std::string_view field) {
  const auto it = decisions.find(field);
  return it == decisions.end() || it->second.value.empty() ? nullptr : &it->second.value;
}

/// List fields are decided as one text with `；` or `;` between the values.
std::vector<std::string> values_of(const FieldInfo& info, const std::string& text) {
  if (!info.list) return {text};
  std::vector<std::string> values;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t wide = rest.find("；");
    const std::size_t narrow = rest.find(';');
    const std::size_t end = std::min(wide, narrow);
    if (const auto value = rest.substr(0, end); !value.empty()) values.emplace_back(value);
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + (end == wide ? std::string_view("；").size() : 1));
  }
  return values;
}

void overlay(Description& description, const Decisions& decisions) {
  for (const FieldInfo& info : kFields) {
    const std::string* value = decided(decisions, info.name);
    if (value == nullptr) continue;
    Field& field = description.fields[std::string(info.name)];
    field = Field{.values = values_of(info, *value), .source = "person", .confidence = 1.0};
  }
}

void overlay(Appraisal& appraisal, const Decisions& decisions) {
  if (const std::string* period = decided(decisions, "period")) {
    appraisal.period = *period;
    appraisal.rule = "person";
  }
  if (const std::string* filed = decided(decisions, "filed")) {
    appraisal.filed = *filed == "yes";
    appraisal.rule = "person";
  }
  if (const std::string* opening = decided(decisions, "opening")) appraisal.opening = *opening;
  if (const std::string* control = decided(decisions, "control")) appraisal.control = *control;
}

void overlay(FilingYear& filing_year, const Decisions& decisions) {
  const std::string* text = decided(decisions, "year");
  if (text == nullptr) return;
  int year = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), year);
  if (error != std::errc{} || end != text->data() + text->size()) return;
  filing_year = FilingYear{.year = year, .rule = "person"};
}

}  // namespace

void overlay(Fact& fact, const Decisions& decisions) {
  if (auto* description = std::get_if<Description>(&fact)) overlay(*description, decisions);
  if (auto* appraisal = std::get_if<Appraisal>(&fact)) overlay(*appraisal, decisions);
  if (auto* filing_year = std::get_if<FilingYear>(&fact)) overlay(*filing_year, decisions);
}

}  // namespace guidang
