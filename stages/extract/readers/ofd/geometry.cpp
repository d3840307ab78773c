// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/geometry.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace guidang::extract::ofd {
namespace {

constexpr double kFarthest = 1e6;
constexpr std::string_view kSeparators = " \t\r\n,;";

/// The next token; "" at the end.
std::string_view take_token(std::string_view& list) {
  const std::size_t start = list.find_first_not_of(kSeparators);
  list = start == std::string_view::npos ? std::string_view{} : list.substr(start);
  const std::size_t end = std::min(list.find_first_of(kSeparators), list.size());
  const std::string_view token = list.substr(0, end);
  list.remove_prefix(end);
  return token;
}

std::optional<double> value_of(std::string_view token) {
  if (token.starts_with('+')) token.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
  if (error != std::errc{} || end == token.data() || !std::isfinite(value)) return std::nullopt;
  return std::clamp(value, -kFarthest, kFarthest);
}

std::int32_t hundredths(double millimetres) {
  const double value = std::clamp(millimetres, -kFarthest, kFarthest) * 100.0;
  return static_cast<std::int32_t>(std::lround(value));
}

}  // namespace

Point Matrix::at(Point p) const { return along(p) + Point{e, f}; }

Point Matrix::along(Point p) const { return {a * p.x + c * p.y, b * p.x + d * p.y}; }

Matrix operator*(const Matrix& outer, const Matrix& inner) {
  const Point x = outer.along({inner.a, inner.b});
  const Point y = outer.along({inner.c, inner.d});
  const Point origin = outer.at({inner.e, inner.f});
  return {x.x, x.y, y.x, y.y, origin.x, origin.y};
}

Matrix shift(Point by) { return {.e = by.x, .f = by.y}; }

void Rectangle::add(Point p) {
  left = std::min(left, p.x);
  top = std::min(top, p.y);
  right = std::max(right, p.x);
  bottom = std::max(bottom, p.y);
}

void Rectangle::add(const Rectangle& other) {
  add(Point{other.left, other.top});
  add(Point{other.right, other.bottom});
}

Box to_box(const Rectangle& r) {
  return {hundredths(r.left), hundredths(r.top), hundredths(r.right - r.left),
          hundredths(r.bottom - r.top)};
}

std::vector<double> numbers(std::string_view list, std::size_t most) {
  std::vector<double> found;
  for (std::string_view token = take_token(list); !token.empty() && found.size() < most;
       token = take_token(list)) {
    if (const auto value = value_of(token)) found.push_back(*value);
  }
  return found;
}

std::optional<double> number(std::string_view list) { return value_of(take_token(list)); }

std::optional<Matrix> matrix(std::string_view list) {
  const std::vector<double> n = numbers(list, 6);
  if (n.size() < 6) return std::nullopt;
  return Matrix{n[0], n[1], n[2], n[3], n[4], n[5]};
}

std::optional<Rectangle> rectangle(std::string_view list) {
  const std::vector<double> n = numbers(list, 4);
  if (n.size() < 4 || n[2] <= 0 || n[3] <= 0) return std::nullopt;
  return Rectangle{n[0], n[1], n[0] + n[2], n[1] + n[3]};
}

std::optional<double> Deltas::next() {
  while (times_ < 1) {
    const std::string_view token = take_token(list_);
    if (token.empty()) return std::nullopt;
    if (token != "g" && token != "G") {
      if (const auto value = value_of(token)) return value;
      continue;
    }
    const auto times = value_of(take_token(list_));
    const auto value = value_of(take_token(list_));
    if (!times || !value) continue;
    times_ = *times;
    repeated_ = *value;
  }
  --times_;
  return repeated_;
}

}  // namespace guidang::extract::ofd
