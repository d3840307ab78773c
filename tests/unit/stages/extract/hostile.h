// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "stages/extract/readers.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {

/// Cuts `whole` at every `step`-th byte: what is still read must be the whole text.
inline void expect_no_silent_loss(ReadFunction read, const std::string& whole, std::size_t step) {
  const Extraction full = read(memory_file(whole).get(), {});
  ASSERT_EQ(full.state, TextState::read) << full.reason;
  for (std::size_t size = 0; size < whole.size(); size += step) {
    const Extraction cut = read(memory_file(whole.substr(0, size)).get(), {});
    if (cut.state == TextState::read) {
      EXPECT_EQ(cut.pages, full.pages) << "cut at " << size;
    } else {
      EXPECT_EQ(cut.state, TextState::failed) << "cut at " << size;
      EXPECT_FALSE(cut.reason.empty()) << "cut at " << size;
    }
  }
}

/// Changes bytes at random places of a fixed sequence: whatever comes out has a name.
inline void expect_named_states(ReadFunction read, const std::string& whole, int rounds) {
  std::mt19937 random{7};
  for (int round = 0; round < rounds; ++round) {
    std::string bytes = whole;
    for (int i = 0; i < 4; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    const Extraction result = read(memory_file(bytes).get(), {});
    if (result.state == TextState::failed) {
      EXPECT_FALSE(result.reason.empty()) << "round " << round;
    } else {
      EXPECT_EQ(result.state, TextState::read) << "round " << round;
    }
  }
}

}  // namespace guidang::extract
