// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_settings.h"

#include <algorithm>

namespace guidang::lists {
namespace {

RegisterPart register_part(const profile::Element& element) {
  RegisterPart part{.id = element.required("id"), .title = element.required("title")};
  part.direction = element.word("direction", {"received", "issued"}, "received") == "issued"
                       ? Direction::issued
                       : Direction::received;
  part.lines = element.words("line");
  part.doctypes = element.words("doctype");
  part.classes = element.words("class");
  return part;
}

}  // namespace

bool ReturnReason::ticked_by(std::string_view rule) const {
  return std::any_of(rules.begin(), rules.end(), [&](const std::string& pattern) {
    return pattern.ends_with('*')
               ? rule.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1))
               : rule == pattern;
  });
}

AidSettings AidSettings::load(const Profile& profile) {
  AidSettings settings;
  const profile::Element& section = profile.section("catalogue");
  for (const profile::Element* element : section.all("register")) {
    settings.registers.push_back(register_part(*element));
  }
  for (const profile::Element* element : section.all("return-reason")) {
    settings.reasons.push_back({.id = element->required("id"),
                                .text = element->required("text"),
                                .rules = element->words("rules")});
  }
  for (const profile::Element* element : section.all("topic")) {
    settings.topics.push_back({.id = element->required("id"),
                               .name = element->required("name"),
                               .words = element->words("words")});
  }
  for (const profile::Element* element : section.all("fonds-file-class")) {
    settings.fonds_file.push_back({.id = element->required("id"),
                                   .name = element->required("name"),
                                   .hint = std::string(element->attribute("hint"))});
  }
  return settings;
}

}  // namespace guidang::lists
