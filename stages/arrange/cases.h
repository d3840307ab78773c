// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace guidang::arrange {

/// Which items belong to one case: what ties, replies, forwardings and meetings join. A few bytes
/// an item; the rest of the items stays outside.
class Cases {
 public:
  using Key = std::uint64_t;  ///< `record_key` of an item or a document

  struct Node {
    Key item = 0;
    std::uint64_t frame = 0;  ///< year, period and line: what a volume must not mix
    bool sealed = false;
    bool alone = false;  ///< a person said that it may stand apart from what another frame holds
  };
  /// Two items that belong together and may not: their frames differ.
  struct Clash {
    Key item = 0;
    Key other = 0;
    friend auto operator<=>(const Clash&, const Clash&) = default;
  };

  void add(const Node& node) { nodes_.push_back(node); }
  void add_document(Key document, Key item) { documents_.push_back({document, item}); }
  /// Two documents of one case. `first` stands before `second` when `ordered`.
  void add_tie(Key first, Key second, bool ordered) { ties_.push_back({first, second, ordered}); }
  /// Items that name the same thing (a meeting) are of one case if their frames are equal.
  void add_common(Key thing, Key item) { common_.push_back({thing, item}); }

  /// Call once, after the last `add`.
  void settle();

  /// The smallest key of the case's unsealed items: the same whatever came first.
  [[nodiscard]] Key root(Key item) const;
  /// Items of the case that stand behind this one.
  [[nodiscard]] std::span<const Clash> followers(Key item) const;
  /// Both ways, without what people have settled; sorted.
  [[nodiscard]] std::span<const Clash> clashes(Key item) const;
  /// Sealed items of the same frame that belong to it, and of another frame.
  [[nodiscard]] std::span<const Clash> sealed_kin(Key item) const;
  [[nodiscard]] std::span<const Clash> sealed_strangers(Key item) const;

 private:
  struct Tie {
    Key first = 0;
    Key second = 0;
    bool ordered = false;
    friend auto operator<=>(const Tie&, const Tie&) = default;
  };
  using Pair = Clash;

  [[nodiscard]] std::size_t index_of(Key item) const;
  [[nodiscard]] std::size_t find(std::size_t index);
  void join(std::size_t a, std::size_t b);
  void settle_tie(const Tie& tie);
  [[nodiscard]] static std::span<const Pair> of(const std::vector<Pair>& pairs, Key item);

  std::vector<Node> nodes_;
  std::vector<std::uint32_t> parent_;
  std::vector<Pair> documents_;  ///< item of a document
  std::vector<Tie> ties_;
  std::vector<Pair> common_;
  std::vector<Pair> followers_;
  std::vector<Pair> clashes_;
  std::vector<Pair> kin_;
  std::vector<Pair> strangers_;
};

}  // namespace guidang::arrange
