// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stages/extract/readers/doc/fib.h"
#include "stages/extract/readers/doc/runs.h"

namespace guidang::extract::word {

/// All characters of a document, of one story behind the other, put together out of the pieces
/// that editing leaves.
struct Characters {
  std::u16string units{};         ///< with the marks of paragraphs, cells and fields
  std::vector<Run> formats{};     ///< by characters, in order; those without any are left out
  std::vector<Run> paragraphs{};  ///< the same
};

/// `most`: of units. Throws Damage.
[[nodiscard]] Characters read_characters(const Fib& fib, const LittleEndian& document,
                                         const LittleEndian& table, const LittleEndian& data,
                                         std::uint64_t most);

/// The format that holds at `position`; goes forward through sorted runs.
class FormatCursor {
 public:
  explicit FormatCursor(const std::vector<Run>& runs) : runs_(runs) {}
  [[nodiscard]] const Format& at(std::uint32_t position);

 private:
  const std::vector<Run>& runs_;
  std::size_t next_ = 0;
  std::uint32_t last_ = 0;
  Format none_{};
};

}  // namespace guidang::extract::word
