// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "index/phrase.h"

namespace guidang::index {

/// A quick proof that a row of Han characters stands nowhere in a text: reads bytes instead of
/// tokens, several times faster than looking for the row itself.
class Absence {
 public:
  explicit Absence(const Phrase& phrase);

  /// True only if the phrase does not stand in the text; false says nothing.
  [[nodiscard]] bool is_certain_in(std::string_view text) const;

 private:
  [[nodiscard]] bool may_go_on(std::string_view text, std::size_t pos) const;

  /// For each character of the phrase all that fold to it; empty when the proof does not know how.
  std::vector<std::vector<char32_t>> wanted_{};
};

}  // namespace guidang::index
