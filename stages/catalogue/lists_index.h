// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guidang {

inline constexpr std::string_view kListsIndex = "index.csv";

/// `lists/index.csv`: what a run printed. It is written last, so it stands only beside whole lists.
class ListsIndex {
 public:
  /// Files of one paper of one year's folder; those of one book differ in their endings alone.
  void add(const std::string& folder, const std::vector<std::filesystem::path>& files,
           std::uint64_t count, bool draft);

  [[nodiscard]] std::string text() const;
  [[nodiscard]] const std::set<std::filesystem::path>& files() const { return files_; }

 private:
  struct Row {
    std::string folder{};
    std::string stem{};
    std::uint64_t count = 0;
    bool draft = false;
    std::string endings{};
  };
  std::vector<Row> rows_{};
  std::set<std::filesystem::path> files_{};
};

/// True when there is an index below `root` and all that it names.
[[nodiscard]] bool lists_are_there(const std::filesystem::path& root);

}  // namespace guidang
