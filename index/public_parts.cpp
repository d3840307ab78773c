// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/public_parts.h"

#include "pipeline/facts_json.h"
#include "pipeline/fields.h"

namespace guidang::index {

PublicParts read_public_parts(const profile::Element& index_section) {
  PublicParts parts;
  const profile::Element* rule = index_section.child("public");
  if (rule == nullptr) return parts;
  parts.citation = rule->attribute("citation");
  for (const std::string& word : rule->words("roles")) {
    const auto role = role_from(word);
    if (!role) throw rule->flaw(word, "role of a document in its item");
    parts.roles.push_back(*role);
  }
  for (const std::string& name : rule->words("fields")) {
    if (find_field(name) == nullptr) throw rule->flaw(name, "name of a field");
    parts.fields.push_back(name);
  }
  return parts;
}

}  // namespace guidang::index
