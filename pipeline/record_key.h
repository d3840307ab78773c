// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstdint>

#include "pipeline/facts.h"

namespace guidang {

/// A record's id in eight bytes, for sets that must stay small with a million records: the hex
/// digits of an id as the program makes it; of any other text a hash (FNV-1a).
[[nodiscard]] inline std::uint64_t record_key(const RecordId& id) {
  std::uint64_t key = 0;
  if (id.size() == 17) {
    const char* end = id.data() + id.size();
    const auto [at, error] = std::from_chars(id.data() + 1, end, key, 16);
    if (error == std::errc{} && at == end) return key;
  }
  key = 0xcbf29ce484222325U;
  for (const char c : id) {
    key = (key ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  return key;
}

}  // namespace guidang
