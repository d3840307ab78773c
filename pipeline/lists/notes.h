// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "pipeline/forms/form.h"
#include "pipeline/lists/list_row.h"

namespace guidang::lists {

/// What one 备考表 says, gathered item by item.
class NoteSheet {
 public:
  void add(const ListRow& row);
  /// A line under a heading, of the sheet rather than of an item. No line twice.
  void add(std::string_view kind, const std::string& line);
  /// Sets a value for each heading of the profile: its lines, or nothing, so that people can write
  /// there.
  void put(const PaperSettings& settings, forms::Values& values) const;
  /// Lines of each heading.
  void for_each_count(
      const std::function<void(const std::string& kind, std::uint64_t lines)>& visit) const;

 private:
  struct Lines {
    std::string text{};
    std::uint64_t count = 0;
    std::uint64_t left_out = 0;
  };
  std::map<std::string, Lines, std::less<>> lines_{};
};

/// What the ledger says of one number since its year was first sealed.
struct NumberRemark {
  std::string code{};  ///< 档号
  Remark remark{};
};
/// By series, in order of the numbers: under "destruction" what was withdrawn, under "supplement"
/// what a later edition added.
[[nodiscard]] std::multimap<std::string, NumberRemark> number_remarks(const PaperYear& year);

}  // namespace guidang::lists
