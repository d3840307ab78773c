// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/rows.h"

#include <algorithm>
#include <cmath>

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

bool less(double a, double b) { return a < b; }

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
  std::ranges::stable_sort(sorted, less, [](const Placed* one) { return one->line; });
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
    std::ranges::stable_sort(row, less, [](const Placed* one) { return one->box.left; });
  }
  return rows;
}

Rows columns_down(const std::vector<Placed>& placed) {
  std::vector<const Placed*> sorted;
  for (const Placed& one : placed) sorted.push_back(&one);
  std::ranges::stable_sort(sorted, less, [](const Placed* one) { return -one->box.left; });
  Rows rows;
  for (const Placed* one : sorted) {
    const bool joins =
        !rows.empty() && rows.back().front()->box.left - one->box.left <=
                             kSameLine * std::min(one->size, rows.back().front()->size);
    if (!joins) rows.emplace_back();
    rows.back().push_back(one);
  }
  for (auto& row : rows) {
    std::ranges::stable_sort(row, less, [](const Placed* one) { return one->box.top; });
  }
  return rows;
}

}  // namespace

Placed place(const Piece& piece) {
  Placed out{.piece = &piece, .box = {piece.start.x, piece.start.y, piece.start.x, piece.start.y}};
  const Point run = piece.end - piece.start;
  out.size = std::max(std::hypot(piece.up.x, piece.up.y), 0.01);
  out.across = std::abs(run.x) >= std::abs(run.y);
  const Point above{piece.up.x * kAscent, piece.up.y * kAscent};
  const Point below{piece.up.x * (kAscent - 1), piece.up.y * (kAscent - 1)};
  for (const Point& end : {piece.start, piece.end}) {
    out.box.add(end + above);
    out.box.add(end + below);
  }
  // Upright characters one below the other: the run tells nothing of their width.
  const bool upright = !out.across && std::abs(piece.up.y) > std::abs(piece.up.x);
  if (upright) out.box.right = std::max(out.box.right, piece.start.x + out.size);
  out.line = out.across ? piece.start.y : out.box.top + kAscent * out.size;
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
