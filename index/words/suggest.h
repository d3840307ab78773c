// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "index/ask.h"
#include "index/reader.h"

namespace guidang::index {

/// Another query that finds something where this one did not.
struct Suggestion {
  enum class Kind {
    spelling,  ///< a word written otherwise
    initials,  ///< letters taken for the initials of pinyin: fxgz → 拼音:fxgz
    near       ///< a word of like meaning or a former name in place of one
  };
  Kind kind = Kind::spelling;
  std::string text{};     ///< the whole query, to be typed or linked
  std::string was{};      ///< what of the query is changed, and
  std::string is{};       ///< what it becomes
  std::string example{};  ///< of `initials`: what they mostly stand for, 防汛工作
  std::size_t count = 0;  ///< records that it finds among those opened
};

/// What to offer when a query found nothing; the surest first, at most three, each found at least
/// once. Only what the readers opened is looked at.
/// Throws Failure for a damaged index.
[[nodiscard]] std::vector<Suggestion> suggestions(std::span<const Reader* const> readers,
                                                  const Asked& asked, const Vocabulary& vocabulary);

}  // namespace guidang::index
