// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/columns.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>

namespace guidang::extract::ofd {
namespace {

/// Rows that a column has at least.
constexpr std::size_t kRows = 4;
/// Of a column's width: running text fills its lines so far, cells of tables do not.
constexpr double kFull = 0.75;
/// Characters of a line of running text.
constexpr double kLongLine = 8;
/// Edges that are looked at: those where most spans begin.
constexpr std::size_t kEdges = 6;
/// Columns within columns.
constexpr int kDeepest = 4;

using Some = std::span<const Span* const>;

/// One side of an edge within a stretch of rows.
class Side {
 public:
  void add(const Span& span) {
    if (lines_.empty() || lines_.back().row != span.row) {
      lines_.push_back({span.row, span.box, span.size});
    }
    Line& line = lines_.back();
    line.box.add(span.box);
    line.size = std::max(line.size, span.size);
    left_ = std::min(left_, span.box.left);
    right_ = std::max(right_, span.box.right);
  }

  [[nodiscard]] bool is_running_text() const {
    if (lines_.size() < kRows) return false;
    std::vector<double> full;
    std::vector<double> characters;
    for (const Line& line : lines_) {
      const double width = line.box.right - line.box.left;
      full.push_back(width / std::max(right_ - left_, 0.01));
      characters.push_back(width / line.size);
    }
    return median(full) >= kFull && median(characters) >= kLongLine;
  }

 private:
  struct Line {
    std::size_t row = 0;
    Rectangle box{};
    double size = 0;
  };
  static double median(std::vector<double>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
  }
  std::vector<Line> lines_{};
  double left_ = 1e9;
  double right_ = -1e9;
};

enum class Where : std::uint8_t { left, right, across };

Where where(const Span& span, double edge) {
  const double slack = 0.3 * span.size;
  if (span.box.right <= edge + slack / 2) return Where::left;
  return span.box.left >= edge - slack ? Where::right : Where::across;
}

/// Where the right column may begin, most frequent first; whole millimetres, each for the one and
/// the next.
std::vector<double> edges(Some spans) {
  double left = 1e9;
  double right = -1e9;
  std::map<std::int64_t, std::size_t> begins;
  for (const Span* span : spans) {
    left = std::min(left, span->box.left);
    right = std::max(right, span->box.right);
    ++begins[std::llround(span->box.left)];
  }
  std::vector<std::pair<std::size_t, std::int64_t>> found;
  for (const auto& [at, count] : begins) {
    const auto x = static_cast<double>(at);
    if (x < left + 0.2 * (right - left) || x > right - 0.1 * (right - left)) continue;
    if (count >= kRows) found.emplace_back(count, at);
  }
  std::ranges::sort(found, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<double> best;
  for (const auto& [count, at] : found) {
    if (best.size() < kEdges) best.push_back(static_cast<double>(at) - 0.5);
  }
  return best;
}

struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  double edge = 0;
};

/// The first stretch of rows that are two columns parted by this edge.
std::optional<Stretch> find_stretch(Some spans, double edge) {
  std::size_t begin = 0;
  while (begin < spans.size()) {
    Side left;
    Side right;
    std::size_t end = begin;
    while (end < spans.size() && where(*spans[end], edge) != Where::across) {
      (where(*spans[end], edge) == Where::left ? left : right).add(*spans[end]);
      ++end;
    }
    if (left.is_running_text() && right.is_running_text()) return Stretch{begin, end, edge};
    begin = end + 1;
  }
  return std::nullopt;
}

class Reading {
 public:
  explicit Reading(std::vector<LineOfSpans>& lines) : lines_(lines) {}

  void read(Some spans, int depth) {
    if (depth < kDeepest && spans.size() >= 2 * kRows) {
      for (const double edge : edges(spans)) {
        const auto found = find_stretch(spans, edge);
        if (!found) continue;
        rows(spans.first(found->begin));
        columns(spans.subspan(found->begin, found->end - found->begin), edge, depth);
        return read(spans.subspan(found->end), depth + 1);
      }
    }
    rows(spans);
  }

 private:
  void rows(Some spans) {
    const Span* before = nullptr;
    for (const Span* span : spans) {
      if (before == nullptr || before->row != span->row) lines_.emplace_back();
      lines_.back().push_back(span);
      before = span;
    }
  }

  void columns(Some spans, double edge, int depth) {
    std::vector<const Span*> left;
    std::vector<const Span*> right;
    for (const Span* span : spans) {
      (where(*span, edge) == Where::left ? left : right).push_back(span);
    }
    read(left, depth + 1);
    read(right, depth + 1);
  }

  std::vector<LineOfSpans>& lines_;
};

}  // namespace

std::vector<LineOfSpans> reading_order(const std::vector<Span>& spans) {
  std::vector<const Span*> all;
  for (const Span& span : spans) all.push_back(&span);
  std::vector<LineOfSpans> lines;
  Reading{lines}.read(all, 0);
  return lines;
}

}  // namespace guidang::extract::ofd
