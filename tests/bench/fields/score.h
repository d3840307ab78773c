// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bench {

enum class Verdict : std::uint8_t {
  right,
  near,  ///< the same thing named otherwise: a short name of an organ, a title without its organ
  wrong,
  absent,  ///< we say nothing
  extra,   ///< we say something, the truth nothing: not judged
  coarse   ///< the truth names no value that a document could show: not judged
};

[[nodiscard]] std::string_view to_text(Verdict verdict);

struct Score {
  Verdict verdict = Verdict::right;
  /// For the list of misses; also of a right value that says more than the truth.
  std::string_view cause{};
};

/// Sets a value of ours against the truth. `text` is the document's text: a truth that it does not
/// hold (the day a page was put up) is a miss that no reader could avoid, and named so.
[[nodiscard]] Score judge(std::string_view field, std::string_view truth, std::string_view ours,
                          std::string_view text);

}  // namespace bench
