// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/stages/check/case_file.h"

#include <fmt/format.h>

#include <map>
#include <stdexcept>
#include <string>

#include "pipeline/fields.h"
#include "pipeline/xml/document.h"

namespace guidang::tests {
namespace {

std::string attribute(const xml::Node& node, std::string_view name, std::string_view otherwise) {
  return node.attribute(name).value_or(std::string{otherwise});
}

Direction direction_from(const std::string& text) {
  if (text == "received") return Direction::received;
  if (text == "issued") return Direction::issued;
  if (text == "internal") return Direction::internal;
  if (text == "unknown") return Direction::unknown;
  throw std::runtime_error("no direction: " + text);
}

Role role_named(const std::string& text) {
  static const std::map<std::string, Role> kRoles{{"main", Role::main},
                                                  {"attachment", Role::attachment},
                                                  {"final_draft", Role::final_draft},
                                                  {"handling_slip", Role::handling_slip},
                                                  {"reply", Role::reply}};
  return kRoles.at(text);
}

void add_field(const xml::Node& node, Description& description) {
  const std::string name = attribute(node, "name", "");
  if (find_field(name) == nullptr) throw std::runtime_error("no field: " + name);
  Field& field = description.fields[name];
  if (!node.text().empty()) field.values.push_back(node.text());
  field.source = attribute(node, "source", "1:3");
  field.confidence = std::stod(attribute(node, "confidence", "0.95"));
  field.original = attribute(node, "original", "");
  if (const auto rival = node.attribute("rival")) {
    const std::size_t colon = rival->find(": ");
    field.rivals.push_back({.values = {rival->substr(colon + 2)},
                            .source = rival->substr(0, colon),
                            .confidence = 0.82});
  }
}

View view_of(const xml::Node& node, std::size_t index) {
  Origin origin;
  origin.purpose =
      attribute(node, "purpose", "filing") == "incoming" ? Purpose::incoming : Purpose::filing;
  origin.direction = direction_from(attribute(node, "direction", "unknown"));
  origin.paper_only = attribute(node, "paper-only", "no") == "yes";
  Description description;
  Components components;
  Text text;
  Relations relations;
  std::map<std::string, std::string> pages;
  for (const xml::Node& child : node.children()) {
    if (child.name() == "field") {
      add_field(child, description);
    } else if (child.name() == "component") {
      const std::string name = attribute(child, "name", "");
      components.list.push_back(
          {.role = role_named(attribute(child, "role", "main")), .digest = name, .name = name});
      const bool read = attribute(child, "state", "read") == "read";
      text.components.push_back(
          {.digest = name, .state = read ? TextState::read : TextState::no_reader});
      pages[name] = child.text();
    } else if (child.name() == "relation") {
      relations.list.push_back({.kind = attribute(child, "kind", ""), .other = "d0"});
    } else {
      throw std::runtime_error("no such element in a sample: " + std::string{child.name()});
    }
  }
  origin.place = components.list.empty() ? "row" : components.list.front().name;
  const std::string number = fmt::format("{:016}", index);
  View document{"d" + number, [pages](const ComponentText& component) {
                  return std::vector<std::string>{pages.at(component.digest)};
                }};
  document.put(origin);
  document.put(components);
  document.put(text);
  document.put(description);
  document.put(relations);
  View item{"i" + number, {}};
  item.put(Item{.main = document.id(), .parts = {{.document = document.id()}}});
  item.put(std::vector<View>{document});
  return item;
}

}  // namespace

std::vector<View> read_cases(const std::filesystem::path& file) {
  xml::ParseResult parsed = xml::Document::parse_file(file.string());
  if (const auto* error = std::get_if<xml::XmlError>(&parsed)) {
    throw std::runtime_error(error->text());
  }
  const xml::Node root = std::get<xml::Document>(parsed).root();
  std::vector<View> views;
  if (root.name() == "set") {
    for (const xml::Node& node : root.children()) views.push_back(view_of(node, views.size()));
  } else {
    views.push_back(view_of(root, 0));
  }
  return views;
}

}  // namespace guidang::tests
