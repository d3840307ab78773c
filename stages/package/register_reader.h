// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace guidang::bag {

inline constexpr int kRegisterFormat = 1;

/// Why 登记簿.jsonl cannot be read further.
struct RegisterFlaw {
  std::size_t line = 0;  ///< 1-based
  std::string found{};
  std::string expected{};
};

/// Calls `visit` with the number (from 1) and the object of each line; the first is the row
/// "register" of a format known here. `visit` answers false to end the reading. Lines of at most 64
/// MB and 64 levels; one is in memory at a time.
[[nodiscard]] std::optional<RegisterFlaw> for_each_register_row(
    int fd, const std::function<bool(std::size_t, const nlohmann::json&)>& visit);

/// Digests of the originals that a row names: of a component's file, or of the fact.
[[nodiscard]] std::vector<std::string> originals_of(const nlohmann::json& row);

}  // namespace guidang::bag
