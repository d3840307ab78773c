// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "stages/receive/settings.h"
#include "stages/receive/survey.h"

namespace guidang::receive {

/// A file of a document: which entry, and as what.
struct Member {
  std::uint32_t entry = 0;
  Role role = Role::main;
  int order = 0;  ///< the 2 of 附件2
};

/// The files of one document, told by their names.
struct Group {
  std::vector<Member> members{};          ///< in order of role, number, path; may be empty
  std::uint32_t main = 0;                 ///< index in `members`
  std::vector<std::uint32_t> sidecars{};  ///< entries; the one whose fields count comes first
  std::vector<std::uint32_t> around{};    ///< entries that are no files of it, but whose names tell
                                          ///< of it: its archives, and what is left out of them
  bool described = false;                 ///< the first sidecar is the main file's or a record.xml
  bool record = false;      ///< its sidecar is a record.xml: the folder is the document
  bool orphan = false;      ///< named as a part of a main file that is not there
  bool renditions = false;  ///< equal names in several formats
  bool marked = false;      ///< a name bears a mark above the ceiling
  Direction direction = Direction::unknown;  ///< as the nearest telling folder says
};

/// Documents in the order of the paths of their main files (of the record.xml, where there is one).
[[nodiscard]] std::vector<Group> make_groups(const std::vector<Entry>& entries,
                                             const std::string& batch_name,
                                             const Settings& settings);

/// Puts members in the order of role, number and path and finds the main file again: the one with
/// that role, else the first.
void arrange(Group& group, const std::vector<Entry>& entries);

/// Where an extension stands in the profile's order of renditions; its length when it has none.
[[nodiscard]] std::size_t format_rank(std::string_view name, const Settings& settings);

}  // namespace guidang::receive
