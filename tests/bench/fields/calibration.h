// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string_view>

#include "tests/bench/fields/score.h"

namespace bench {

/// How often values of a stated confidence are right.
class Calibration {
 public:
  void add(std::string_view field, double confidence, Verdict verdict);
  /// A table of the share that is right by bins of confidence, for each field and for all.
  void print(std::string_view name) const;

 private:
  struct Bin {
    int count = 0;
    int right = 0;
    double stated = 0.0;  ///< sum
  };
  static constexpr std::size_t kBins = 8;
  using Bins = std::array<Bin, kBins>;

  std::map<std::string_view, Bins> fields_{};
  Bins all_{};
};

}  // namespace bench
