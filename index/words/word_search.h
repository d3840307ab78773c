// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "index/joined.h"
#include "index/query.h"

namespace guidang::index {

/// What opened readers hold of words; for the .cpp files of this room.
class WordSearch {
 public:
  explicit WordSearch(std::span<const Reader* const> readers) : joined_(join(readers)) {}

  /// Records with this term.
  [[nodiscard]] std::size_t records_with(const std::string& term) const;

  /// Records that the query finds, exactly and taken strictly.
  [[nodiscard]] std::size_t count(const QueryNode& root) const;

  /// Whether it finds any; stops at the first.
  [[nodiscard]] bool any(const QueryNode& root) const;

  /// Terms that begin so, in byte order, until `visit` gives false.
  void for_each_term(const std::string& beginning,
                     const std::function<bool(std::string_view term)>& visit) const;

 private:
  [[nodiscard]] std::size_t matches(const QueryNode& root, bool all) const;
  Joined joined_;
};

}  // namespace guidang::index
