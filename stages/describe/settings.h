// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/profile/element.h"

namespace guidang::describe {

/// An organ and other ways in which its name is written.
struct Organisation {
  std::string name{};
  std::vector<std::string> aliases{};
};

/// A field and the names that files give to its part of the text.
struct TagRule {
  std::string field{};
  std::vector<std::string> names{};
};

/// What an office tells this stage: section `describe` of its profile.
///
///     <describe confidence="0.6">
///       <tag id="number" field="document_number" names="发文字号 文号"/>
///       <code id="凤政办发"/>
///       <organisation id="office"
///       name="凤凰县人民政府办公室"><alias>县政府办</alias></organisation>
///     </describe>
struct Settings {
  std::vector<std::string> codes{};  ///< 机关代字 in use
  std::vector<Organisation> organisations{};
  std::vector<TagRule> tags{};
  double confidence = 0.6;  ///< a value below it is reported (DSC-116)
  std::string digest{};     ///< of the section's content

  /// The organ's standard name when `name` is one of its aliases, else `name`.
  [[nodiscard]] std::string_view standard_name(std::string_view name) const;
  /// The field that a tag of this name fills, "" when none.
  [[nodiscard]] std::string_view field_of_tag(std::string_view tag) const;
};

/// Throws the Failure of a profile that cannot be used.
[[nodiscard]] Settings read_settings(const profile::Element& section);

}  // namespace guidang::describe
