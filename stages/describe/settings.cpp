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
  settings.digest = section.canonical();
  return settings;
}

}  // namespace guidang::describe
