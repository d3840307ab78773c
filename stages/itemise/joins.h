// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/facts.h"

namespace guidang::itemise {

using Key = std::uint64_t;  ///< `record_key` of a document

/// Why a join could not be followed; the document then stands alone.
enum class Obstacle : std::uint8_t {
  none,
  fixed,   ///< the other is in an item that is sealed or pinned
  gone,    ///< the other is unknown, a duplicate or withdrawn
  circle,  ///< joins lead back to the document
};

/// One document's wish to be part of another's item.
struct Join {
  Key from = 0;
  Key to = 0;
  Role role = Role::attachment;
  bool answered = false;   ///< `from` is the 来文 of the 复文 `to`
  bool by_person = false;  ///< a decision, not a relation
  Obstacle obstacle = Obstacle::none;
  Key root = 0;               ///< after settle: main document of the item
  bool behind_reply = false;  ///< after settle: a join on the way was `answered`
  bool settled = false;
};

/// Who joins whom: a few bytes a document, the rest of the documents stays in the register.
class Joins {
 public:
  void add_document(Key document) { documents_.push_back(document); }
  void add_gone(Key document) { gone_.push_back(document); }
  void add_fixed(Key document) { fixed_.push_back(document); }
  void add(Join join) { joins_.push_back(join); }

  /// Call once, after the last `add`: breaks circles and finds every root.
  void settle();

  /// The join of a document, followed or not; null when it wants none.
  [[nodiscard]] const Join* find(Key document) const;
  [[nodiscard]] bool is_gone(Key document) const;
  [[nodiscard]] bool is_fixed(Key document) const;
  /// True when some other document's item has this one as its main document.
  [[nodiscard]] bool has_parts(Key document) const;

 private:
  Join* follow(Key document);
  void break_circles();
  void find_roots();

  std::vector<Key> documents_;
  std::vector<Key> gone_;
  std::vector<Key> fixed_;
  std::vector<Join> joins_;
  std::vector<Key> roots_;
};

}  // namespace guidang::itemise
