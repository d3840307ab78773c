// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/cases.h"

#include <algorithm>
#include <stdexcept>

namespace guidang::arrange {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

template <typename T>
void sort_unique(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

std::size_t Cases::index_of(Key item) const {
  const auto at = std::lower_bound(nodes_.begin(), nodes_.end(), item,
                                   [](const Node& node, Key key) { return node.item < key; });
  return at == nodes_.end() || at->item != item ? kNone
                                                : static_cast<std::size_t>(at - nodes_.begin());
}

std::size_t Cases::find(std::size_t index) {
  while (parent_[index] != index) {
    parent_[index] = parent_[parent_[index]];
    index = parent_[index];
  }
  return index;
}

/// The smaller index, which is the smaller key, becomes the root.
void Cases::join(std::size_t a, std::size_t b) {
  a = find(a);
  b = find(b);
  if (a == b) return;
  parent_[std::max(a, b)] = static_cast<std::uint32_t>(std::min(a, b));
}

void Cases::settle_tie(const Tie& tie) {
  const auto item_of = [&](Key document) {
    const std::span<const Pair> found = of(documents_, document);
    return found.empty() ? kNone : index_of(found.front().other);
  };
  const std::size_t a = item_of(tie.first);
  const std::size_t b = item_of(tie.second);
  if (a == kNone || b == kNone || a == b) return;
  const Node& first = nodes_[a];
  const Node& second = nodes_[b];
  if (first.sealed && second.sealed) return;
  const bool same = first.frame == second.frame;
  if (first.sealed || second.sealed) {
    const Pair late = first.sealed ? Pair{second.item, first.item} : Pair{first.item, second.item};
    (same ? kin_ : strangers_).push_back(late);
    return;
  }
  if (!same) {
    if (first.alone || second.alone) return;
    clashes_.push_back({first.item, second.item});
    clashes_.push_back({second.item, first.item});
    return;
  }
  join(a, b);
  if (tie.ordered) followers_.push_back({first.item, second.item});
}

void Cases::settle() {
  std::sort(nodes_.begin(), nodes_.end(),
            [](const Node& a, const Node& b) { return a.item < b.item; });
  parent_.resize(nodes_.size());
  for (std::size_t i = 0; i < nodes_.size(); ++i) parent_[i] = static_cast<std::uint32_t>(i);
  sort_unique(documents_);
  sort_unique(ties_);
  for (const Tie& tie : ties_) settle_tie(tie);
  // Here `item` is the thing; of two frames each has its own.
  std::erase_if(common_, [&](Pair& pair) {
    const std::size_t index = index_of(pair.other);
    if (index == kNone || nodes_[index].sealed) return true;
    pair.item = pair.item * 0x100000001b3U ^ nodes_[index].frame;
    return false;
  });
  sort_unique(common_);
  for (std::size_t i = 1; i < common_.size(); ++i) {
    if (common_[i].item == common_[i - 1].item) {
      join(index_of(common_[i - 1].other), index_of(common_[i].other));
    }
  }
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    parent_[i] = static_cast<std::uint32_t>(find(i));
  }
  for (auto* pairs : {&followers_, &clashes_, &kin_, &strangers_}) sort_unique(*pairs);
}

Cases::Key Cases::root(Key item) const {
  const std::size_t index = index_of(item);
  if (index == kNone) throw std::logic_error("an item that no case knows");
  return nodes_[parent_[index]].item;
}

std::span<const Cases::Pair> Cases::of(const std::vector<Pair>& pairs, Key item) {
  const auto by_item = [](const Pair& a, const Pair& b) { return a.item < b.item; };
  const auto [first, last] = std::equal_range(pairs.begin(), pairs.end(), Pair{item, 0}, by_item);
  return {first, last};
}

std::span<const Cases::Clash> Cases::followers(Key item) const { return of(followers_, item); }
std::span<const Cases::Clash> Cases::clashes(Key item) const { return of(clashes_, item); }
std::span<const Cases::Clash> Cases::sealed_kin(Key item) const { return of(kin_, item); }
std::span<const Cases::Clash> Cases::sealed_strangers(Key item) const {
  return of(strangers_, item);
}

}  // namespace guidang::arrange
