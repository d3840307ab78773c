// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/itemise/joins.h"

#include <algorithm>

namespace guidang::itemise {
namespace {

void sort_unique(std::vector<Key>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

bool holds(const std::vector<Key>& keys, Key key) {
  return std::binary_search(keys.begin(), keys.end(), key);
}

constexpr auto kByFrom = [](const Join& join, Key key) { return join.from < key; };

}  // namespace

const Join* Joins::find(Key document) const {
  const auto it = std::lower_bound(joins_.begin(), joins_.end(), document, kByFrom);
  return it == joins_.end() || it->from != document ? nullptr : &*it;
}

bool Joins::is_gone(Key document) const { return holds(gone_, document); }
bool Joins::is_fixed(Key document) const { return holds(fixed_, document); }
bool Joins::has_parts(Key document) const { return holds(roots_, document); }

Join* Joins::follow(Key document) {
  const auto it = std::lower_bound(joins_.begin(), joins_.end(), document, kByFrom);
  const bool leads = it != joins_.end() && it->from == document && it->obstacle == Obstacle::none;
  return leads ? &*it : nullptr;
}

void Joins::settle() {
  sort_unique(documents_);
  sort_unique(gone_);
  sort_unique(fixed_);
  std::erase_if(joins_,
                [&](const Join& join) { return is_gone(join.from) || is_fixed(join.from); });
  std::sort(joins_.begin(), joins_.end(),
            [](const Join& a, const Join& b) { return a.from < b.from; });
  for (Join& join : joins_) {
    if (!holds(documents_, join.to) || is_gone(join.to)) {
      join.obstacle = Obstacle::gone;
    } else if (is_fixed(join.to)) {
      join.obstacle = Obstacle::fixed;
    }
  }
  break_circles();
  find_roots();
}

/// Every document has at most one join, so a walk meets a circle when it comes back to itself.
void Joins::break_circles() {
  for (Join& start : joins_) {
    std::vector<Join*> way;
    Join* at = &start;
    while (at != nullptr && !at->settled && at->obstacle == Obstacle::none) {
      at->settled = true;
      way.push_back(at);
      at = follow(at->to);
    }
    const auto circle = std::find(way.begin(), way.end(), at);
    for (auto it = circle; it != way.end(); ++it) (*it)->obstacle = Obstacle::circle;
  }
}

void Joins::find_roots() {
  for (Join& join : joins_) join.settled = false;
  for (Join& start : joins_) {
    std::vector<Join*> way;
    Join* at = start.obstacle == Obstacle::none ? &start : nullptr;
    while (at != nullptr && !at->settled) {
      way.push_back(at);
      at = follow(at->to);
    }
    // Backwards, so that each takes over from the one it leads to.
    for (auto it = way.rbegin(); it != way.rend(); ++it) {
      Join& join = **it;
      const Join* next = it == way.rbegin() ? at : *(it - 1);
      join.root = next == nullptr ? join.to : next->root;
      join.behind_reply = join.answered || (next != nullptr && next->behind_reply);
      join.settled = true;
      roots_.push_back(join.root);
    }
  }
  sort_unique(roots_);
}

}  // namespace guidang::itemise
