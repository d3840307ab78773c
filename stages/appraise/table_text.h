// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "stages/appraise/table.h"

/// Tables for people: as text, and what differs between two.
namespace guidang::appraise {

/// "30年" or "不归档".
[[nodiscard]] std::string period_text(const Table& table, const Row& row);
/// All conditions of a row in one line, word lists written out; equal text = equal conditions.
[[nodiscard]] std::string condition_text(const Row& row);
/// The table, a row a line.
[[nodiscard]] std::string show(const Table& table);

enum class Change : std::uint8_t { added, removed, period, condition, order };

struct Difference {
  Change change = Change::added;
  std::string row{};
  std::string before{};
  std::string after{};
};

/// What `now` says otherwise than `before`. A row of `now` meets the row that it names as its
/// parent, when `before` is a table that names no parents, else the one with its id; of a national
/// table only the parent counts. Of rows in
/// another order only those pairs are told that may both fit one item and then end otherwise.
[[nodiscard]] std::vector<Difference> compare(const Table& before, const Table& now);
/// False when no item can meet both rows.
[[nodiscard]] bool may_both_fit(const Row& a, const Row& b);

}  // namespace guidang::appraise
