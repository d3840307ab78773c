// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>

/// Texts one after another in bytes, each with its length before it; for rows that go through a
/// sorter and back within one process.
namespace guidang::lists {

inline void append_text(std::string& bytes, std::string_view text) {
  const auto length = static_cast<std::uint32_t>(text.size());
  char prefix[sizeof length];
  std::memcpy(prefix, &length, sizeof length);
  bytes.append(prefix, sizeof length).append(text);
}

/// Takes the first text away.
[[nodiscard]] inline std::string_view take_text(std::string_view& bytes) {
  std::uint32_t length = 0;
  if (bytes.size() < sizeof length) throw std::logic_error("a packed row ends early");
  std::memcpy(&length, bytes.data(), sizeof length);
  bytes.remove_prefix(sizeof length);
  if (bytes.size() < length) throw std::logic_error("a packed row ends early");
  const std::string_view text = bytes.substr(0, length);
  bytes.remove_prefix(length);
  return text;
}

}  // namespace guidang::lists
