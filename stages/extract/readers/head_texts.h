// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/utf8.h"

namespace guidang::extract {

/// Gathers the running heads (or feet) of a document's sections, each text once.
class HeadTexts {
 public:
  void add(std::string_view text) {
    // More than a property holds; what a hostile file adds need not be compared.
    constexpr std::size_t kEnough = 4096;
    const std::string trimmed{text::trim(text)};
    if (trimmed.empty() || size_ > kEnough) return;
    if (std::ranges::find(texts_, trimmed) != texts_.end()) return;
    size_ += trimmed.size();
    texts_.push_back(trimmed);
  }

  /// One below the other.
  [[nodiscard]] std::string joined() const { return fmt::format("{}", fmt::join(texts_, "\n")); }

 private:
  std::vector<std::string> texts_{};
  std::size_t size_ = 0;
};

}  // namespace guidang::extract
