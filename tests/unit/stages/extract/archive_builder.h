// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "tests/unit/pipeline/files/zip_builder.h"

namespace guidang::extract {

/// One entry of an old-style tar built by hand.
inline std::string tar_entry(const std::string& name, const std::string& data, char type = '0',
                             const std::string& target = {}) {
  std::string head(512, '\0');
  const auto set = [&](std::size_t at, const std::string& value) {
    head.replace(at, value.size(), value);
  };
  set(0, name);
  set(100, "0000644");
  set(124, fmt::format("{:011o}", data.size()));
  set(136, "00000000000");
  set(148, "        ");
  set(156, std::string(1, type));
  set(157, target);
  set(257, "ustar");
  set(263, "00");
  unsigned sum = 0;
  for (const char c : head) sum += static_cast<unsigned char>(c);
  set(148, fmt::format("{:06o}", sum) + '\0');
  return head + data + std::string((512 - data.size() % 512) % 512, '\0');
}

inline std::string tar_end() { return std::string(1024, '\0'); }

/// A RAR of version 4 whose files are stored.
struct RarEntry {
  std::string name{};
  std::string data{};
  std::uint16_t flags = 0;
};

inline std::string rar4(const std::vector<RarEntry>& entries) {
  const auto block = [](const std::string& body) {
    std::string sum;
    files::put(sum, files::crc32(body) & 0xFFFF, 2);
    return sum + body;
  };
  std::string main;
  files::put(main, 0x73, 1);
  files::put(main, 0, 2);
  files::put(main, 13, 2);
  files::put(main, 0, 6);
  std::string out{"Rar!\x1A\x07\0", 7};
  out += block(main);
  for (const RarEntry& entry : entries) {
    std::string body;
    files::put(body, 0x74, 1);
    files::put(body, 0x8000U | entry.flags, 2);
    files::put(body, 32 + entry.name.size(), 2);
    files::put(body, entry.data.size(), 4);
    files::put(body, entry.data.size(), 4);
    files::put(body, 3, 1);  // Unix
    files::put(body, files::crc32(entry.data), 4);
    files::put(body, 0x0021'0000, 4);
    files::put(body, 29, 1);
    files::put(body, 0x30, 1);
    files::put(body, entry.name.size(), 2);
    files::put(body, 0100644, 4);
    out += block(body + entry.name) + entry.data;
  }
  std::string end;
  files::put(end, 0x7B, 1);
  files::put(end, 0x4000, 2);
  files::put(end, 7, 2);
  return out + block(end);
}

}  // namespace guidang::extract
