// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/settings.h"

#include <algorithm>

namespace guidang::describe {

std::string_view Settings::field_of_tag(std::string_view tag) const {
  for (const TagRule& rule : tags) {
    if (std::find(rule.names.begin(), rule.names.end(), tag) != rule.names.end()) return rule.field;
  }
  return {};
}

Settings read_settings(const profile::Element& section,
                       std::shared_ptr<const organs::Authority> organs) {
  Settings settings;
  settings.confidence = section.share("confidence", settings.confidence);
  for (const profile::Element* tag : section.all("tag")) {
    settings.tags.push_back({tag->required("field"), tag->words("names")});
  }
  settings.digest = section.canonical();
  if (organs != nullptr) {
    settings.codes = organs->local_codes();
    settings.digest += organs->digest();
  }
  settings.organs = std::move(organs);
  return settings;
}

}  // namespace guidang::describe
