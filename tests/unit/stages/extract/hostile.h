// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "stages/extract/readers.h"
#include "tests/unit/stages/extract/support.h"

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

/// What is still read of a file that was cut off must be the whole text.
inline void expect_no_silent_loss(ReadFunction read, const std::string& whole, std::size_t step) {
  const Extraction full = read(memory_file(whole).get(), {});
  ASSERT_EQ(full.state, TextState::read) << full.reason;
  for (const std::string& bytes : truncations(whole, step)) {
    const Extraction cut = read(memory_file(bytes).get(), {});
    if (cut.state == TextState::read) {
      EXPECT_EQ(cut.pages, full.pages) << "cut at " << bytes.size();
    } else {
      EXPECT_EQ(cut.state, TextState::failed) << "cut at " << bytes.size();
      EXPECT_FALSE(cut.reason.empty()) << "cut at " << bytes.size();
    }
  }
}

/// Whatever comes out of a file with wrong bytes has a name.
inline void expect_named_states(ReadFunction read, const std::string& whole, std::size_t rounds) {
  for (const std::string& bytes : flips(whole, rounds)) {
    const Extraction result = read(memory_file(bytes).get(), {});
    EXPECT_TRUE(result.state == TextState::read || !result.reason.empty());
  }
}

}  // namespace guidang::extract
