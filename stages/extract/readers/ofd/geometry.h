// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "pipeline/reader.h"

namespace guidang::extract::ofd {

/// Millimetres, y downwards.
struct Point {
  double x = 0;
  double y = 0;
};
inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }

/// ST_Array of six numbers: x' = a·x + c·y + e, y' = b·x + d·y + f.
struct Matrix {
  double a = 1;
  double b = 0;
  double c = 0;
  double d = 1;
  double e = 0;
  double f = 0;

  [[nodiscard]] Point at(Point p) const;
  /// Of a difference of two points.
  [[nodiscard]] Point along(Point p) const;
};
/// First `inner`, then `outer`.
[[nodiscard]] Matrix operator*(const Matrix& outer, const Matrix& inner);
[[nodiscard]] Matrix shift(Point by);

struct Rectangle {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  void add(Point p);
  void add(const Rectangle& other);
};
[[nodiscard]] Box to_box(const Rectangle& rectangle);

/// All numbers of a list, parted by blanks or commas; what is no number is left out. Never NaN or
/// beyond ±10⁶, and no more than `most` of them.
[[nodiscard]] std::vector<double> numbers(std::string_view list, std::size_t most);
/// The first number.
[[nodiscard]] std::optional<double> number(std::string_view list);
/// Nothing unless there are six.
[[nodiscard]] std::optional<Matrix> matrix(std::string_view list);
/// ST_Box "x y width height"; nothing unless there are four and the size is positive.
[[nodiscard]] std::optional<Rectangle> rectangle(std::string_view list);

/// DeltaX or DeltaY: the distances between characters, where `g N v` stands for N times v. Whatever
/// makes no sense is passed over.
class Deltas {
 public:
  /// `list` must outlive it.
  explicit Deltas(std::string_view list) : list_(list) {}
  /// Nothing at the end.
  [[nodiscard]] std::optional<double> next();

 private:
  std::string_view list_;
  double repeated_ = 0;
  double times_ = 0;
};

}  // namespace guidang::extract::ofd
