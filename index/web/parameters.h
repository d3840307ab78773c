// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::web {

/// What stands behind the `?` of an address: names with values, each name as often as one likes.
/// Links are made from it, so that all of what a page shows is in its address, and in one order:
/// equal pages have equal addresses.
class Parameters {
 public:
  /// What a request may bring.
  static constexpr std::size_t kMost = 100;
  static constexpr std::size_t kLongestName = 40;
  static constexpr std::size_t kLongestValue = 2048;

  /// Nothing when it cannot be decoded or goes beyond the limits.
  [[nodiscard]] static std::optional<Parameters> read(std::string_view query);

  /// The first of this name, or "".
  [[nodiscard]] std::string_view get(std::string_view name) const;
  /// All of this name, in their order, each once.
  [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name, std::string_view value) const;
  [[nodiscard]] bool empty() const { return list_.empty(); }

  Parameters& add(std::string_view name, std::string_view value);
  /// Replaces all of this name; "" removes them.
  Parameters& set(std::string_view name, std::string_view value);
  Parameters& remove(std::string_view name);
  Parameters& remove(std::string_view name, std::string_view value);
  /// Only names that pages know stay: others would be carried from link to link.
  Parameters& keep_known();

  struct Item {
    std::string name{};
    std::string value{};
    bool operator==(const Item&) const = default;
  };
  /// In the canonical order of names; values of one name as they came.
  [[nodiscard]] std::vector<Item> items() const;
  /// Encoded, in canonical order, without `?`.
  [[nodiscard]] std::string text() const;

 private:
  std::vector<Item> list_{};
};

}  // namespace guidang::web
