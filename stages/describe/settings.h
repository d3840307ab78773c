// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/organs/authority.h"
#include "pipeline/profile/element.h"

namespace guidang::describe {

/// A field and the names that files give to its part of the text.
struct TagRule {
  std::string field{};
  std::vector<std::string> names{};
};

/// What an office tells this stage: section `describe` of its profile, and the organs it knows.
///
///     <describe confidence="0.6">
///       <tag id="number" field="document_number" names="发文字号 文号"/>
///     </describe>
struct Settings {
  std::vector<std::string> codes{};                   ///< 机关代字 that the office itself knows
  std::shared_ptr<const organs::Authority> organs{};  ///< null: none is known
  std::vector<TagRule> tags{};
  double confidence = 0.6;  ///< a value below it is reported (DSC-116)
  std::string digest{};     ///< of all of it

  /// The field that a tag of this name fills, "" when none.
  [[nodiscard]] std::string_view field_of_tag(std::string_view tag) const;
};

/// Throws the Failure of a profile that cannot be used.
[[nodiscard]] Settings read_settings(const profile::Element& section,
                                     std::shared_ptr<const organs::Authority> organs = {});

}  // namespace guidang::describe
