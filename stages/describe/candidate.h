// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/findings/finding.h"

namespace guidang::describe {

/// One offer for a field.
struct Candidate {
  std::string field{};  ///< as in fields.h
  std::vector<std::string> values{};
  std::string source{};  ///< as Field::source
  double confidence = 0.0;
  std::string original{};  ///< as it stands, when the normal form differs
  /// Only raises or lowers trust in others; never becomes the value by itself.
  bool witness = false;
  /// Which organs are meant, where all of them are known: names may differ, this does not.
  std::string identity{};
};

/// What the sources offer, and what was odd about single offers.
struct Candidates {
  std::vector<Candidate> list{};
  std::vector<Finding> findings{};

  void add(std::string_view field, std::string value, std::string source, double confidence,
           std::string original = {}) {
    if (value.empty()) return;
    if (original == value) original.clear();
    list.push_back({std::string{field},
                    {std::move(value)},
                    std::move(source),
                    confidence,
                    std::move(original)});
  }
};

}  // namespace guidang::describe
