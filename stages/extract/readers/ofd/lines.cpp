// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/lines.h"

#include <algorithm>

#include "pipeline/text/utf8.h"
#include "stages/extract/readers/ofd/columns.h"
#include "stages/extract/readers/ofd/rows.h"

namespace guidang::extract::ofd {
namespace {

/// Of the size: a gap that parts words of Latin letters and numbers.
constexpr double kWordGap = 0.2;
/// Of the size: a gap that parts cells; running text leaves two blanks at most.
constexpr double kCellGap = 1.8;
/// Of the size: characters of a title that is spaced out.
constexpr double kSpacedGap = 6.0;

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool ends_blank(const std::string& text) {
  return text.empty() || text.ends_with(' ') || text.ends_with("\u3000") ||
         text.ends_with("\u00A0");
}

bool begins_blank(const std::string& text) {
  return text.starts_with(' ') || text.starts_with("\u3000") || text.starts_with("\u00A0");
}

bool is_one_character(const std::string& text) {
  std::size_t at = 0;
  text::next(text, at);
  return at == text.size();
}

void add(const Placed& piece, const Placed* before, bool new_span, Line& line) {
  const std::string& text = piece.piece->text;
  if (before == nullptr) {
    line.text = text;
    line.box = piece.box;
    return;
  }
  const double gap = piece.box.left - before->box.right;
  const double size = std::min(piece.size, before->size);
  const bool words =
      is_word(line.text.back()) && is_word(text.front()) && piece.across && gap > kWordGap * size;
  const bool spaced_out =
      gap < kSpacedGap * size && is_one_character(before->piece->text) && is_one_character(text);
  if (new_span && gap > kCellGap * size && !spaced_out) {
    line.text += '\t';
  } else if ((new_span || words) && !ends_blank(line.text) && !begins_blank(text)) {
    line.text += ' ';
  }
  line.text += text;
  line.box.add(piece.box);
}

/// The looks of one line, by how many bytes have them.
class Looks {
 public:
  void add(const Placed& piece) {
    const std::size_t bytes = text::trim(piece.piece->text).size();
    const auto known = std::ranges::find_if(seen_, [&](const Look& look) {
      return look.ink == piece.piece->ink && look.size == piece.size;
    });
    if (known != seen_.end()) {
      known->bytes += bytes;
    } else if (seen_.size() < kLooks) {
      seen_.push_back({piece.piece->ink, piece.size, bytes});
    }
  }
  void give(Line& line) const {
    const auto most = std::ranges::max_element(seen_, {}, &Look::bytes);
    if (most == seen_.end()) return;
    line.ink = most->ink;
    line.size = most->size;
  }

 private:
  static constexpr std::size_t kLooks = 8;
  struct Look {
    Ink ink{};
    double size = 0;
    std::size_t bytes = 0;
  };
  std::vector<Look> seen_{};
};

}  // namespace

std::vector<Line> lines(const std::vector<Piece>& pieces) {
  std::vector<Placed> placed;
  placed.reserve(pieces.size());
  for (const Piece& piece : pieces) {
    if (!piece.text.empty()) placed.push_back(place(piece));
  }
  const std::vector<Span> all = spans(placed);
  std::vector<Line> out;
  for (const LineOfSpans& row : reading_order(all)) {
    Line& line = out.emplace_back();
    const Placed* before = nullptr;
    Looks looks;
    for (const Span* span : row) {
      bool new_span = true;
      for (const Placed* piece : span->pieces) {
        add(*piece, before, new_span, line);
        looks.add(*piece);
        before = piece;
        new_span = false;
      }
    }
    looks.give(line);
  }
  return out;
}

}  // namespace guidang::extract::ofd
