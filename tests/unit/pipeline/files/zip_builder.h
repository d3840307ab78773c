// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::files {

/// One entry of a ZIP built by hand, so that every field can lie.
struct BuiltEntry {
  std::string name{};
  std::string data{};  ///< as packed
  std::uint16_t method = 0;
  std::uint16_t flags = 0;
  std::uint32_t attributes = 0;
  std::optional<std::uint32_t> size{};         ///< unpacked; else that of data
  std::optional<std::uint32_t> packed_size{};  ///< else that of data
  std::optional<std::uint32_t> crc{};          ///< else that of data
  std::optional<std::uint32_t> offset{};       ///< of the local header; else the true one
  std::optional<std::string> local_name{};     ///< else name
  std::string extra{};                         ///< in both headers
};

inline void put(std::string& out, std::uint64_t value, int width) {
  for (int i = 0; i < width; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

inline std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFF'FFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int i = 0; i < 8; ++i) crc = crc >> 1U ^ ((crc & 1U) != 0 ? 0xEDB8'8320U : 0U);
  }
  return ~crc;
}

inline std::string build_zip(const std::vector<BuiltEntry>& entries,
                             std::optional<std::uint16_t> count = {}) {
  std::string out;
  std::string directory;
  for (const BuiltEntry& e : entries) {
    const std::uint32_t offset = e.offset.value_or(static_cast<std::uint32_t>(out.size()));
    const std::string local_name = e.local_name.value_or(e.name);
    const std::uint64_t size = e.size.value_or(static_cast<std::uint32_t>(e.data.size()));
    const std::uint32_t crc = e.crc.value_or(crc32(e.data));
    const auto common = [&](std::string& to, std::size_t name_size) {
      put(to, 20, 2);
      put(to, e.flags, 2);
      put(to, e.method, 2);
      put(to, 0x0021'0000, 4);
      put(to, crc, 4);
      put(to, e.packed_size.value_or(static_cast<std::uint32_t>(e.data.size())), 4);
      put(to, size, 4);
      put(to, name_size, 2);
      put(to, e.extra.size(), 2);
    };
    out += "PK\3\4";
    common(out, local_name.size());
    out += local_name + e.extra + e.data;
    directory += "PK\1\2";
    put(directory, 0x031E, 2);
    common(directory, e.name.size());
    put(directory, 0, 6);
    put(directory, e.attributes, 4);
    put(directory, offset, 4);
    directory += e.name + e.extra;
  }
  const std::size_t start = out.size();
  out += directory + "PK\5\6";
  put(out, 0, 4);
  put(out, count.value_or(static_cast<std::uint16_t>(entries.size())), 2);
  put(out, count.value_or(static_cast<std::uint16_t>(entries.size())), 2);
  put(out, directory.size(), 4);
  put(out, start, 4);
  put(out, 0, 2);
  return out;
}

/// `1 + 258 * repeats` letters "a" as deflate packs them best: 13 bits for each 258.
inline std::string deflate_bomb(std::size_t repeats) {
  std::string out;
  unsigned int held = 0;
  int bits = 0;
  const auto put_bits = [&](unsigned int value, int width) {
    held |= value << bits;
    for (bits += width; bits >= 8; bits -= 8, held >>= 8U) out += static_cast<char>(held & 0xFFU);
  };
  // Huffman codes go highest bit first, all else lowest first.
  const auto put_code = [&](unsigned int code, int width) {
    for (int i = width - 1; i >= 0; --i) put_bits(code >> i & 1U, 1);
  };
  put_bits(1, 1);           // last block
  put_bits(1, 2);           // fixed codes
  put_code(0x30 + 'a', 8);  // literal
  for (std::size_t i = 0; i < repeats; ++i) {
    put_code(0xC5, 8);  // length 258
    put_code(0, 5);     // distance 1
  }
  put_code(0, 7);
  put_bits(0, 7);
  return out;
}

}  // namespace guidang::files
