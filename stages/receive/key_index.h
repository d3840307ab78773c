// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace guidang::receive {

/// From texts to numbers, 16 bytes an entry: only a hash of the text is kept. Of a million keys two
/// different ones meet with p ≈ 3·10⁻⁸; whoever asks looks at what he gets.
class KeyIndex {
 public:
  void add(std::string_view key, std::uint32_t value) {
    if (!key.empty()) entries_.emplace_back(hash(key), value);
  }
  /// Call after the last `add`.
  void seal() { std::sort(entries_.begin(), entries_.end()); }

  /// The values in rising order.
  [[nodiscard]] std::vector<std::uint32_t> find(std::string_view key) const {
    std::vector<std::uint32_t> values;
    if (key.empty()) return values;
    const std::pair<std::uint64_t, std::uint32_t> first{hash(key), 0};
    for (auto at = std::lower_bound(entries_.begin(), entries_.end(), first);
         at != entries_.end() && at->first == first.first; ++at) {
      if (values.empty() || values.back() != at->second) values.push_back(at->second);
    }
    return values;
  }

 private:
  static std::uint64_t hash(std::string_view key) { return std::hash<std::string_view>{}(key); }

  std::vector<std::pair<std::uint64_t, std::uint32_t>> entries_;
};

}  // namespace guidang::receive
