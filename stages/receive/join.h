// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stages/receive/group.h"
#include "stages/receive/key_index.h"
#include "stages/receive/ledger.h"

namespace guidang::receive {

/// What the registers say of one document, told by names alone.
struct Joined {
  std::vector<std::uint32_t> rows{};  ///< the first one describes it
  bool shared = false;                ///< an earlier document has the row too
  bool above = false;                 ///< a row that fits it is above the ceiling
};

/// Brings rows and documents together. The file's name in the row comes first, then the name of the
/// file itself (文号 or title), and for rows that are still free the 文号 in the text.
class Join {
 public:
  Join(const std::vector<Entry>& entries, const std::vector<Group>& groups, const Ledgers& ledgers);

  [[nodiscard]] const Joined& of(std::size_t group) const { return joined_[group]; }
  /// The row names a file that is not in the batch.
  [[nodiscard]] bool names_missing(std::uint32_t row) const { return missing_[row]; }
  /// Some document has it by name.
  [[nodiscard]] bool taken(std::uint32_t row) const { return taken_[row]; }

  /// Rows with this number, first in a document's head. Whether one is above the ceiling goes to
  /// `above`; the answer are those that no name has taken and that the direction allows.
  [[nodiscard]] std::vector<std::uint32_t> by_head(const Group& group, std::string_view number,
                                                   bool& above) const;

 private:
  void index_files();
  void join_by_file(std::uint32_t row);
  void join_by_name(std::size_t group);
  [[nodiscard]] std::vector<std::uint32_t> files_named(std::uint32_t row,
                                                       std::string_view written) const;
  [[nodiscard]] bool fits(const Group& group, std::uint32_t row) const;
  void take(std::size_t group, std::uint32_t row);

  const std::vector<Entry>& entries_;
  const std::vector<Group>& groups_;
  const Ledgers& ledgers_;
  std::vector<std::uint32_t> group_of_;  ///< by entry
  KeyIndex paths_;
  KeyIndex stems_;
  KeyIndex bases_;
  std::vector<Joined> joined_;
  std::vector<bool> missing_;
  std::vector<bool> taken_;
  std::vector<bool> by_file_;  ///< its file column found a file
};

}  // namespace guidang::receive
