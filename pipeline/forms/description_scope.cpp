// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/description_scope.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidang::forms {
namespace {

DateForm date_form(const std::string& kind) {
  if (kind == "date") return DateForm::iso;
  if (kind == "date-compact") return DateForm::compact;
  if (kind == "date-chinese") return DateForm::chinese;
  if (kind == "date-dots") return DateForm::dots;
  return DateForm::as_given;
}

bool has(const std::vector<Field>& fields, std::string_view name) {
  return std::any_of(fields.begin(), fields.end(),
                     [&](const Field& field) { return field.name == name; });
}

}  // namespace

void DescriptionScope::fail(const Node& node, const std::string& found,
                            const std::string& expected) const {
  throw form_flaw(source_, node.line(), found, expected);
}

double DescriptionScope::length(const Node& node, std::string_view name, double otherwise) {
  const auto value = node.attribute(name);
  return value ? number_of(*value) : otherwise;
}

void DescriptionScope::add_field(const Node& node, std::vector<Field>& fields,
                                 const std::string& zh) {
  const std::string name = *node.attribute("name");
  if (name == kRowCount || name == kPage) fail(node, "the name " + name, "a name that is free");
  if (has(made_.sheet_fields, name) || has(made_.row_fields, name)) {
    fail(node, "a second " + name, "one of that name, in sheet and line together");
  }
  fields.push_back({name, zh, date_form(node.attribute("kind").value_or("text"))});
}

bool DescriptionScope::known(std::string_view name, Names names) const {
  if (names == Names::page) return name == kPage;
  if (names == Names::line && has(made_.row_fields, name)) return true;
  if (names == Names::after_lines &&
      (name == kRowCount ||
       (name.starts_with(kSum) && has(made_.row_fields, name.substr(kSum.size()))))) {
    return true;
  }
  return has(made_.sheet_fields, name);
}

std::string DescriptionScope::known_names(Names names) const {
  if (names == Names::page) return "{{page}}";
  std::string list = "one of";
  if (names == Names::line) {
    for (const Field& field : made_.row_fields) list += " " + field.name;
  }
  for (const Field& field : made_.sheet_fields) list += " " + field.name;
  if (names == Names::after_lines) list += " rows sum.<column>";
  return list;
}

TextTemplate DescriptionScope::text(const Node& node, Names names) const {
  return parsed(node, plain_text(node), names);
}

TextTemplate DescriptionScope::parsed(const Node& node, const std::string& plain,
                                      Names names) const {
  TextTemplate::Flaw flaw;
  auto made =
      TextTemplate::parse(plain, [&](std::string_view name) { return known(name, names); }, flaw);
  if (!made) fail(node, flaw.found, flaw.expected.empty() ? known_names(names) : flaw.expected);
  return std::move(*made);
}

std::size_t DescriptionScope::style(const Node& node, std::string_view attribute) const {
  const std::string name = *node.attribute(attribute);
  std::string names = "one of";
  for (std::size_t i = 0; i < made_.styles.size(); ++i) {
    if (made_.styles[i].name == name) return i;
    names += " " + made_.styles[i].name;
  }
  fail(node, "style " + name, names);
}

Condition DescriptionScope::condition(const Node& node, Names names) const {
  std::string name = node.attribute("when").value_or("");
  const bool unless = name.starts_with('!');
  if (unless) name.erase(0, 1);
  if (!name.empty() && !known(name, names)) fail(node, "when " + name, known_names(names));
  return {std::move(name), unless};
}
}  // namespace guidang::forms
