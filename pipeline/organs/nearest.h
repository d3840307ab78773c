// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guidang::organs {

/// Finds the keys that differ least from a wrong one. Immutable after `build`; bounded work for any
/// question, whatever the list: rare pairs of characters choose at most some hundred keys, and only
/// those are compared.
class NearestIndex {
 public:
  /// `keys` must outlive the index.
  void build(const std::vector<std::string>& keys);

  /// Positions of at most `most` keys, the nearest first, equals in the order of the list. Only
  /// such as differ in a third of their characters or less.
  [[nodiscard]] std::vector<std::size_t> nearest(std::string_view key, std::size_t most) const;

 private:
  const std::vector<std::string>* keys_ = nullptr;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> pairs_;
};

/// Characters to add, drop or change (Levenshtein); `bound` + 1 as soon as it is more.
[[nodiscard]] std::size_t edit_distance(std::u32string_view a, std::u32string_view b,
                                        std::size_t bound);

}  // namespace guidang::organs
