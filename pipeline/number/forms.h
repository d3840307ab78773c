// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace guidang {

/// A form of archival codes that comes with the program: `templates/numbers/<id>.xml`.
struct NumberForm {
  std::string id{};
  std::string pattern{};
  std::string citation{};
  std::string title_zh{};
  std::string title_en{};
  std::vector<std::string> volumes{};   ///< codes of volumes that it reads
  std::vector<std::string> examples{};  ///< codes of items that it reads
};

/// All of them, in order of their ids. Throws the Failure of a file that cannot be used.
[[nodiscard]] std::vector<NumberForm> shipped_forms(const std::filesystem::path& data_root);

/// What a person means by a form: an id of these, or a template (with `{`). Throws Failure with
/// status usage, naming those that there are.
[[nodiscard]] std::string pattern_of(const std::filesystem::path& data_root, std::string_view form);

}  // namespace guidang
