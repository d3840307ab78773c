// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/split.h"

#include <limits>

namespace guidang::arrange {
namespace {

bool exceeds(std::uint64_t size, std::uint32_t limit) { return limit != 0 && size > limit; }

}  // namespace

bool Filler::add(CaseSize next) {
  const bool begins = filled_.items == 0 || exceeds(filled_.pages + next.pages, limits_.pages) ||
                      exceeds(filled_.items + next.items, limits_.items);
  if (begins) filled_ = {};
  filled_.pages += next.pages;
  filled_.items += next.items;
  return begins;
}

bool Filler::overfull() const {
  return exceeds(filled_.pages, limits_.pages) || exceeds(filled_.items, limits_.items);
}

std::vector<std::size_t> split(std::span<const CaseSize> cases, VolumeLimits limits) {
  std::vector<std::size_t> begins;
  Filler filler(limits);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (filler.add(cases[i])) begins.push_back(i);
  }
  return begins;
}

PageRange PageCounter::add(std::uint32_t pages) {
  known_ = known_ && pages > 0 && pages <= std::numeric_limits<std::uint32_t>::max() - last_;
  if (!known_) return {};
  const PageRange range{.first = last_ + 1, .last = last_ + pages};
  last_ = range.last;
  return range;
}

}  // namespace guidang::arrange
