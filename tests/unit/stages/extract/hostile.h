// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace guidang::extract {

/// The file cut off after each `step`-th byte.
inline std::vector<std::string> truncations(const std::string& whole, std::size_t step) {
  std::vector<std::string> files;
  for (std::size_t size = 0; size < whole.size(); size += step) {
    files.push_back(whole.substr(0, size));
  }
  return files;
}

/// `count` copies with one to eight wrong bytes each; always the same ones.
inline std::vector<std::string> flips(const std::string& whole, std::size_t count) {
  std::mt19937 random{20231122};
  std::vector<std::string> files;
  for (std::size_t i = 0; i < count; ++i) {
    std::string file = whole;
    for (std::size_t wrong = 1 + random() % 8; wrong > 0; --wrong) {
      file[random() % file.size()] = static_cast<char>(random() & 0xFFU);
    }
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace guidang::extract
