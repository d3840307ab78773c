// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/settings.h"

#include <algorithm>

namespace guidang::describe {

std::string_view Settings::standard_name(std::string_view name) const {
  for (const Organisation& organisation : organisations) {
    const auto& aliases = organisation.aliases;
    if (std::find(aliases.begin(), aliases.end(), name) != aliases.end()) return organisation.name;
  }
  return name;
}

std::string_view Settings::field_of_tag(std::string_view tag) const {
  for (const TagRule& rule : tags) {
    if (std::find(rule.names.begin(), rule.names.end(), tag) != rule.names.end()) return rule.field;
  }
  return {};
}

Settings read_settings(const profile::Element& section) {
  Settings settings;
  settings.confidence = section.share("confidence", settings.confidence);
  for (const profile::Element* code : section.all("code")) {
    settings.codes.push_back(code->required("id"));
  }
  for (const profile::Element* organisation : section.all("organisation")) {
    Organisation organ{organisation->required("name"), {}};
    for (const profile::Element* alias : organisation->all("alias")) {
      organ.aliases.push_back(alias->text);
    }
    settings.organisations.push_back(std::move(organ));
  }
  for (const profile::Element* tag : section.all("tag")) {
    settings.tags.push_back({tag->required("field"), tag->words("names")});
  }
  settings.digest = section.canonical();
  return settings;
}

}  // namespace guidang::describe
