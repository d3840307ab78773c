// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/text_code.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "pipeline/text/utf8.h"

namespace guidang::extract::ofd {
namespace {

/// 五号, for objects that do not tell their size.
constexpr double kUsualSize = 3.7;
/// In sizes: characters nearer to each other than this stand on one line.
constexpr double kSameLine = 0.3;
/// In sizes: a step back that is no kerning any more.
constexpr double kStepBack = 1.0;
/// In sizes: characters farther below each other are no column of text.
constexpr double kSameColumn = 3.0;

/// Line ends and the blanks around them as one blank; other control characters as blanks.
std::string on_one_line(std::string_view text) {
  constexpr std::string_view kEnds = "\r\n";
  constexpr std::string_view kBlanks = " \t\r\n";
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t run = std::min(text.find_first_not_of(kBlanks, at), text.size());
    const std::string_view blanks = text.substr(at, run - at);
    if (blanks.find_first_of(kEnds) == std::string_view::npos) {
      for (const char c : blanks) out += c == '\t' ? ' ' : c;
    } else if (!out.empty() && run < text.size()) {
      out += ' ';
    }
    const std::size_t end = std::min(text.find_first_of(kBlanks, run), text.size());
    out += text.substr(run, end - run);
    at = end;
  }
  return out;
}

enum class Course : std::uint8_t { open, across, down };

class Maker {
 public:
  Maker(const TextCode& code, std::vector<Piece>& pieces)
      : code_(code),
        pieces_(pieces),
        x_(code.delta_x),
        y_(code.delta_y),
        size_(code.size > 0 ? code.size : kUsualSize),
        at_(code.at) {}

  void run() {
    const std::string text = on_one_line(code_.text);
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t from = at;
      const char32_t c = text::next(text, at);
      if (from > 0) step(before);
      if (piece_.text.empty()) first_ = at_;
      piece_.text += std::string_view{text}.substr(from, at - from);
      last_ = at_;
      before = c;
    }
    finish(before);
  }

 private:
  void step(char32_t before) {
    const Point by = distance(before);
    at_ = at_ + by;
    const bool across = std::abs(by.x) >= std::abs(by.y);
    const bool fits_across = by.x >= -kStepBack * size_ && std::abs(by.y) <= kSameLine * size_;
    const bool fits_down =
        by.y > 0 && by.y <= kSameColumn * size_ && std::abs(by.x) <= kSameLine * size_;
    if (course_ == Course::open) course_ = across ? Course::across : Course::down;
    if (course_ == Course::across ? !fits_across : !fits_down) finish(before);
  }

  Point distance(char32_t before) {
    const auto x = x_.next();
    const auto y = y_.next();
    if (x || y) return {x.value_or(0), y.value_or(0)};
    if (code_.downwards) return {0, size_};
    return {width(before), 0};
  }

  [[nodiscard]] double width(char32_t c) const { return width_of(c) * size_ * code_.h_scale; }

  void finish(char32_t last) {
    if (!piece_.text.empty() && pieces_.size() <= kMostPieces) {
      const bool down = course_ == Course::down || (course_ == Course::open && code_.downwards);
      const Point end = last_ + (down ? Point{0, size_} : Point{width(last), 0});
      piece_.start = code_.matrix.at(first_);
      piece_.end = code_.matrix.at(end);
      piece_.up = code_.matrix.along({0, -size_});
      piece_.id = code_.id;
      piece_.ink = code_.ink;
      pieces_.push_back(std::move(piece_));
    }
    piece_ = {};
    course_ = Course::open;
  }

  const TextCode& code_;
  std::vector<Piece>& pieces_;
  Deltas x_;
  Deltas y_;
  double size_;
  Point at_;
  Point first_{};
  Point last_{};
  Piece piece_{};
  Course course_ = Course::open;
};

}  // namespace

double width_of(char32_t c) { return c < 0x2000 ? 0.5 : 1.0; }

void add_pieces(const TextCode& code, std::vector<Piece>& pieces) { Maker{code, pieces}.run(); }

}  // namespace guidang::extract::ofd
