// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/view.h"
#include "stages/relate/title.h"

namespace guidang::relate {

/// What relate keeps of a document while it goes through the sorter.
struct Row {
  RecordId id{};
  Direction direction = Direction::unknown;
  Role role = Role::main;
  Part part = Part::none;
  bool sealed = false;
  bool in_ledger = false;
  bool paper_only = false;
  bool kept = false;      ///< a person said that it is no duplicate
  bool in_title = false;  ///< of a citation: it stands in the title of one that passes on
  std::string creator{};  ///< folded
  std::string date{};
  std::string number{};  ///< matching key
  std::string place{};
  std::string detail{};  ///< what the group is about: a title, a number as written, digests
};

[[nodiscard]] Row row_of(const View& document);
[[nodiscard]] std::string pack(const Row& row);
[[nodiscard]] Row unpack(std::string_view payload, RecordId id);

/// Two documents of which one was received and the other issued, or nobody knows.
[[nodiscard]] bool may_answer(const Row& reply, const Row& request);
/// Two files that may belong to one document: directions and creators do not speak against it.
[[nodiscard]] bool may_be_one(const Row& a, const Row& b);

}  // namespace guidang::relate
