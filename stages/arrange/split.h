// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace guidang::arrange {

/// How much one volume holds; 0: no bound.
struct VolumeLimits {
  std::uint32_t pages = 0;
  std::uint32_t items = 0;
};

/// What a case brings into a volume. Pages that are not known count for nothing.
struct CaseSize {
  std::uint64_t pages = 0;
  std::uint64_t items = 0;
};

/// Fills volumes one after another (VOL-05). A case is never split: one that is larger than the
/// limits gets a volume of its own.
class Filler {
 public:
  explicit Filler(VolumeLimits limits) : limits_(limits) {}

  /// Takes the next case; true when it begins a volume. The first always does.
  bool add(CaseSize next);
  /// The volume under way holds more than it should.
  [[nodiscard]] bool overfull() const;

 private:
  VolumeLimits limits_;
  CaseSize filled_{};
};

/// Indexes of the cases that begin a volume; empty for no cases.
[[nodiscard]] std::vector<std::size_t> split(std::span<const CaseSize> cases, VolumeLimits limits);

/// A running page range, 1-based; both 0 when not known.
struct PageRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  friend bool operator==(const PageRange&, const PageRange&) = default;
};

/// Pages of a volume that is bound as a whole are counted through (NUM-01). From the first item
/// on whose pages are not known nothing is known: a page number is never guessed.
class PageCounter {
 public:
  /// Goes on behind `last`; nothing when that is not known.
  explicit PageCounter(std::uint32_t last = 0, bool known = true) : last_(last), known_(known) {}
  /// `pages` 0: not known.
  PageRange add(std::uint32_t pages);

 private:
  std::uint32_t last_;
  bool known_;
};

}  // namespace guidang::arrange
