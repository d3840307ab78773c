// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/rows.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace guidang::extract::ofd {
namespace {

/// Of the size: how much of a character stands above its baseline.
constexpr double kAscent = 0.88;
/// Of the size: baselines nearer to each other than this are one.
constexpr double kSameLine = 0.4;
/// Raised and lowered characters are smaller than this part of their neighbours.
constexpr double kSmall = 0.8;
/// Millimetres: beside larger ones smaller characters are lines of their own, not raised ones.
constexpr double kLargestText = 8.0;
/// Of the size: a wider gap parts two spans.
constexpr double kGap = 1.0;

/// By `key`; equal ones as they were shown. They all lie in one vector.
template <typename Key>
void sort(std::vector<const Placed*>& row, const Key& key) {
  std::ranges::sort(row, {}, [&](const Placed* one) { return std::pair{key(*one), one}; });
}

bool same_row(const Placed& a, const Placed& b) {
  const double small = std::min(a.size, b.size);
  const double large = std::max(a.size, b.size);
  const bool raised = small < kSmall * large && large <= kLargestText;
  return std::abs(a.line - b.line) <= kSameLine * (raised ? large : small);
}

bool runs_down(const std::vector<Placed>& placed) {
  std::size_t across = 0;
  std::size_t down = 0;
  for (const Placed& one : placed) (one.across ? across : down) += one.piece->text.size();
  return down > across;
}

/// Rows as lists of pieces, none of them empty.
using Rows = std::vector<std::vector<const Placed*>>;

Rows rows_across(const std::vector<Placed>& placed) {
  std::vector<const Placed*> sorted;
  for (const Placed& one : placed) sorted.push_back(&one);
  sort(sorted, [](const Placed& one) { return one.line; });
  Rows rows;
  const Placed* largest = nullptr;
  for (const Placed* one : sorted) {
    const bool joins = largest != nullptr && one->across && same_row(*one, *largest);
    if (!joins) rows.emplace_back();
    // What runs down is a row of its own, and those across go on beside it.
    if (!one->across) {
      rows.back().push_back(one);
      largest = nullptr;
      continue;
    }
    rows.back().push_back(one);
    if (!joins || one->size > largest->size) largest = one;
  }
  for (auto& row : rows) {
    sort(row, [](const Placed& one) { return one.box.left; });
  }
  return rows;
}

Rows columns_down(const std::vector<Placed>& placed) {
  std::vector<const Placed*> sorted;
  for (const Placed& one : placed) sorted.push_back(&one);
  sort(sorted, [](const Placed& one) { return -one.box.left; });
  Rows rows;
  for (const Placed* one : sorted) {
    const bool joins =
        !rows.empty() && rows.back().front()->box.left - one->box.left <=
                             kSameLine * std::min(one->size, rows.back().front()->size);
    if (!joins) rows.emplace_back();
    rows.back().push_back(one);
  }
  for (auto& row : rows) {
    sort(row, [](const Placed& one) { return one.box.top; });
  }
  return rows;
}

/// Matrices within matrices may lead anywhere, and what is no number cannot be sorted.
double bounded(double millimetres) {
  constexpr double kFarthest = 1e6;
  return std::isfinite(millimetres) ? std::clamp(millimetres, -kFarthest, kFarthest) : 0.0;
}
Point bounded(Point p) { return {bounded(p.x), bounded(p.y)}; }

}  // namespace

Placed place(const Piece& piece) {
  const Point start = bounded(piece.start);
  const Point end = bounded(piece.end);
  const Point up = bounded(piece.up);
  Placed out{.piece = &piece, .box = {start.x, start.y, start.x, start.y}};
  out.size = std::max(std::hypot(up.x, up.y), 0.01);
  out.across = std::abs(end.x - start.x) >= std::abs(end.y - start.y);
  const Point above{up.x * kAscent, up.y * kAscent};
  const Point below{up.x * (kAscent - 1), up.y * (kAscent - 1)};
  for (const Point& tip : {start, end}) {
    out.box.add(tip + above);
    out.box.add(tip + below);
  }
  // Upright characters one below the other: the run tells nothing of their width.
  const bool upright = !out.across && std::abs(up.y) > std::abs(up.x);
  if (upright) out.box.right = std::max(out.box.right, start.x + out.size);
  out.line = out.across ? start.y : out.box.top + kAscent * out.size;
  return out;
}

std::vector<Span> spans(const std::vector<Placed>& placed) {
  const bool down = runs_down(placed);
  const Rows rows = down ? columns_down(placed) : rows_across(placed);
  std::vector<Span> all;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const Placed* one : rows[row]) {
      const bool first = all.empty() || all.back().row != row;
      const double gap = first ? 0 : one->box.left - all.back().box.right;
      if (first || (!down && gap > kGap * std::min(one->size, all.back().size))) {
        all.push_back({row, one->box, one->size, {}});
      }
      Span& span = all.back();
      span.box.add(one->box);
      span.size = std::max(span.size, one->size);
      span.pieces.push_back(one);
    }
  }
  return all;
}

}  // namespace guidang::extract::ofd
