// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::test {

/// One file of the source tree.
struct SourceFile {
  std::string path{};  ///< from the root of the project, with '/'
  std::string text{};

  [[nodiscard]] bool in(std::string_view folder) const;
  [[nodiscard]] bool ends_in(std::string_view suffix) const { return path.ends_with(suffix); }
  [[nodiscard]] bool is_cpp() const { return ends_in(".h") || ends_in(".cpp"); }
  /// The folder it lies in; "" at the root.
  [[nodiscard]] std::string folder() const;
};

[[nodiscard]] std::filesystem::path source_root();

/// Every text file of the project's own folders and of its root, in order of their paths. Read
/// once. Samples and fuzz inputs are data and left out, but for their pages.
[[nodiscard]] const std::vector<SourceFile>& source_tree();

/// The text of one file; fails the test when there is none.
[[nodiscard]] std::string read_source(std::string_view path);

[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

/// The two first folders of a path, as "stages/check"; one when the file lies in the first.
[[nodiscard]] std::string room_of(const SourceFile& file);

}  // namespace guidang::test
