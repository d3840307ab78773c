// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/stages/describe/describing.h"

#include "pipeline/organs/load.h"
#include "pipeline/organs/read.h"
#include "stages/describe/describe.h"

namespace guidang::describe {

std::string Described::value(std::string_view field) const {
  const Field* found = description.find(field);
  std::string joined;
  if (found == nullptr) return joined;
  for (const std::string& value : found->values) {
    joined += (joined.empty() ? "" : " | ") + value;
  }
  return joined;
}

double Described::confidence(std::string_view field) const {
  const Field* found = description.find(field);
  return found == nullptr ? 0.0 : found->confidence;
}

std::vector<std::string> Described::codes() const {
  std::vector<std::string> all;
  for (const Finding& finding : findings) all.push_back(finding.code);
  return all;
}

Finding Described::finding(std::string_view code) const {
  for (const Finding& finding : findings) {
    if (finding.code == code) return finding;
  }
  return {};
}

Settings with_organs(std::string_view inside) {
  organs::Layer layer =
      organs::read_bytes("<organisations>" + std::string{inside} + "</organisations>", "t.xml");
  layer.complete = true;
  std::vector<organs::Flaw> flaws;
  Settings settings;
  settings.organs = organs::Authority::build({organs::Layer{}, std::move(layer)}, flaws);
  settings.codes = settings.organs->local_codes();
  if (!flaws.empty()) throw organs::unusable(flaws);
  return settings;
}

Described describe_paper(const Paper& paper) {
  View view("d0123456789abcdef", [&](const ComponentText&) { return paper.pages; });
  Origin origin;
  origin.given = paper.given;
  origin.purpose = paper.purpose;
  origin.direction = paper.direction;
  origin.paper_only = paper.name.empty();
  Components components;
  Text text;
  if (!paper.name.empty()) {
    Component component;
    component.name = paper.name;
    components.list.push_back(component);
    ComponentText read;
    read.state = paper.pages.empty() ? TextState::none_by_nature : TextState::read;
    read.tags = paper.tags;
    text.components.push_back(read);
  }
  view.put(origin);
  view.put(components);
  view.put(text);
  view.put(paper.decisions);
  Findings findings;
  const std::optional<Fact> fact = Describe{paper.settings}.run(view, findings);
  return {std::get<Description>(fact.value()), findings.take()};
}

Described describe_text(std::string text) {
  Paper paper;
  paper.pages.push_back(std::move(text));
  return describe_paper(paper);
}

}  // namespace guidang::describe
