// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/profile/element.h"

namespace guidang::index {

/// What of an opened item (件) everybody gets; the rest of it stays with the staff. The rule is the
/// section `index` of the profile: roles of documents and files, and names of `fields.h`. Files,
/// the text that is shown and the text that strangers can search all go by it.
struct PublicParts {
  std::vector<Role> roles{};
  std::vector<std::string> fields{};
  std::string citation{};

  [[nodiscard]] bool shows(Role role) const {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  }
  /// A file of a document: both its role there and the document's role in the item count.
  [[nodiscard]] bool shows(Role document, Role file) const {
    return shows(document) && shows(file);
  }
  [[nodiscard]] bool shows_field(std::string_view name) const {
    return std::find(fields.begin(), fields.end(), name) != fields.end();
  }
};

/// A section without rows shows nothing but what the index itself says of a record. Throws the
/// profile's Failure for a role or field that is none.
[[nodiscard]] PublicParts read_public_parts(const profile::Element& index_section);

}  // namespace guidang::index
