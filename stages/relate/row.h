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
  char verb = 'c';        ///< of a mention: what is said of the other (Verb)
  std::string creator{};  ///< folded
  std::string date{};
  std::string number{};       ///< matching key
  std::string number_year{};  ///< of the 文号, "" when it has none
  std::string received{};
  std::string years{};  ///< of a mention: years that the text names, "2004,2010"
  std::string place{};
  std::string detail{};  ///< what the group is about: a title, a number as written, digests

  /// The date, or the year of the number, or "": what is older compares less.
  [[nodiscard]] const std::string& age() const { return date.empty() ? number_year : date; }
};

[[nodiscard]] Row row_of(const View& document);
[[nodiscard]] std::string pack(const Row& row);
[[nodiscard]] Row unpack(std::string_view payload, RecordId id);

/// Two documents of which one was received and the other issued, or nobody knows.
[[nodiscard]] bool may_answer(const Row& reply, const Row& request);
/// The one is younger for sure. A relation that all pairs of a tie are in leads round in no circle.
[[nodiscard]] bool is_younger(const Row& one, const Row& other);
/// Two files that may belong to one document: directions and creators do not speak against it.
[[nodiscard]] bool may_be_one(const Row& a, const Row& b);

}  // namespace guidang::relate
