// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/pdf/page_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>

#include "pipeline/text/utf8.h"

namespace guidang::extract::pdf {
namespace {

/// All in times of the font's size, found on documents whose text is known from another format.
constexpr double kCellGap = 1.6;    ///< wider than the two blanks that Chinese text leaves
constexpr double kSpacedGap = 6.0;  ///< between the characters of a title that is spaced out
constexpr double kBlankGap = 0.4;
constexpr double kGutter = 0.8;

/// Rows that a column must have, and how much of its width they fill on average: less is a table.
constexpr std::size_t kColumnRows = 6;
constexpr double kColumnFill = 0.75;
constexpr double kColumnSize = 10;  ///< its width

/// A word joins the line of another when they share half of the lower one's height and are not of
/// very different sizes: names stacked before 文件 are lines of their own.
constexpr double kSharedHeight = 0.5;
constexpr double kSmallest = 0.45;
constexpr double kSameLine = 0.2;
constexpr std::size_t kLinesBack = 4;

struct Row {
  std::vector<const Word*> words{};
  double top = 0;  ///< of its highest word, as `bottom`
  double bottom = 0;
};

double middle(const Word& word) { return (word.top + word.bottom) / 2; }

/// True when the word stands above or below one of the row. Glyphs on one base line may overlap
/// without that: their widths are often wrong.
bool is_stacked(const Row& row, const Word& word) {
  constexpr std::size_t kLook = 500;
  const double width = word.right - word.left;
  const double height = word.bottom - word.top;
  const auto stacked = [&](const Word* other) {
    const double shared = std::min(other->right, word.right) - std::max(other->left, word.left);
    return shared > width / 2 && std::abs(middle(*other) - middle(word)) >
                                     kSameLine * std::min(height, other->bottom - other->top);
  };
  const std::size_t first = row.words.size() > kLook ? row.words.size() - kLook : 0;
  return std::any_of(row.words.begin() + static_cast<std::ptrdiff_t>(first), row.words.end(),
                     stacked);
}

bool belongs(const Row& row, const Word& word) {
  const double height = word.bottom - word.top;
  const double row_height = row.bottom - row.top;
  const double lower = std::min(height, row_height);
  const double shared = std::min(row.bottom, word.bottom) - std::max(row.top, word.top);
  return shared >= kSharedHeight * lower && lower >= kSmallest * std::max(height, row_height) &&
         !is_stacked(row, word);
}

std::vector<Row> rows_of(std::vector<const Word*> words) {
  // Where two are equal, their order in the page's list of words decides.
  std::ranges::sort(words, {}, [](const Word* word) { return std::pair{middle(*word), word}; });
  std::vector<Row> rows;
  for (const Word* word : words) {
    Row* home = nullptr;
    for (std::size_t back = 1; back <= std::min(kLinesBack, rows.size()) && !home; ++back) {
      if (belongs(rows[rows.size() - back], *word)) home = &rows[rows.size() - back];
    }
    if (home == nullptr) home = &rows.emplace_back(Row{{}, word->top, word->bottom});
    home->words.push_back(word);
    if (word->bottom - word->top > home->bottom - home->top) {
      home->top = word->top;
      home->bottom = word->bottom;
    }
  }
  for (Row& row : rows) {
    std::ranges::sort(row.words, {}, [](const Word* word) { return std::pair{word->left, word}; });
  }
  std::ranges::sort(
      rows, {}, [](const Row& row) { return std::pair{row.top + row.bottom, row.words.front()}; });
  return rows;
}

bool is_single_han(const Word& word) {
  std::size_t at = 0;
  return !word.text.empty() && text::is_han(text::next(word.text, at)) && at == word.text.size();
}

double gap(const Word& left, const Word& right) { return right.left - left.right; }

double em(const Word& left, const Word& right) { return std::max({left.size, right.size, 1.0}); }

bool parts_cells(const Word& left, const Word& right) {
  const double wide = gap(left, right) / em(left, right);
  return wide >= (is_single_han(left) && is_single_han(right) ? kSpacedGap : kCellGap);
}

std::int32_t hundredths(double points) {
  const double value = std::round(points * 2540 / 72);
  return std::isfinite(value) ? static_cast<std::int32_t>(std::clamp(value, -1e8, 1e8)) : 0;
}

/// Broken matrices give places that cannot be compared.
void make_finite(Word& word) {
  for (double* value : {&word.left, &word.top, &word.right, &word.bottom, &word.size}) {
    if (!std::isfinite(*value)) *value = 0;
  }
}

class Page {
 public:
  void line(std::span<const Word* const> words) {
    if (words.empty()) return;
    double left = std::numeric_limits<double>::max(), top = left;
    double right = -left, bottom = -left;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Word& word = *words[i];
      if (i > 0) between(*words[i - 1], word);
      add(word.text);
      left = std::min(left, word.left);
      top = std::min(top, word.top);
      right = std::max(right, word.right);
      bottom = std::max(bottom, word.bottom);
    }
    page.text += '\n';
    page.layout.lines.push_back({.left = hundredths(left),
                                 .top = hundredths(top),
                                 .width = hundredths(right - left),
                                 .height = hundredths(bottom - top)});
  }

  PageText page;

 private:
  void between(const Word& left, const Word& right) {
    if (left.upright && parts_cells(left, right)) {
      page.text += '\t';
    } else if (left.blank_after || gap(left, right) >= kBlankGap * em(left, right)) {
      page.text += ' ';
    }
  }
  /// A line must stay one.
  void add(std::string_view word) {
    for (const char c : word) page.text += c == '\n' || c == '\r' ? ' ' : c;
  }
};

/// A stripe of white from top to bottom.
struct Stripe {
  double left = 0;
  double right = 0;
};

/// The part of `limits` that no word of the row touches; the widest when there are several.
std::optional<Stripe> white(const Row& row, const Stripe& limits, double least) {
  Stripe best;
  double from = limits.left;
  const auto consider = [&](double to) {
    if (to - from > best.right - best.left) best = {from, to};
  };
  for (const Word* word : row.words) {
    consider(std::min(word->left, limits.right));
    from = std::max(from, word->right);
  }
  consider(limits.right);
  if (best.right - best.left < least) return std::nullopt;
  return best;
}

/// The words of the rows on one side of the stripe.
std::vector<Row> side(std::span<const Row> rows, const Stripe& stripe, bool left) {
  std::vector<Row> part;
  for (const Row& row : rows) {
    Row piece{{}, row.top, row.bottom};
    for (const Word* word : row.words) {
      if ((word->left < stripe.left) == left) piece.words.push_back(word);
    }
    if (!piece.words.empty()) part.push_back(std::move(piece));
  }
  return part;
}

/// True when the rows are lines of running text rather than cells.
bool is_running_text(std::span<const Row> rows) {
  if (rows.size() < kColumnRows) return false;
  double left = std::numeric_limits<double>::max(), right = -left, filled = 0, size = 0;
  for (const Row& row : rows) {
    left = std::min(left, row.words.front()->left);
    right = std::max(right, row.words.back()->right);
    filled += row.words.back()->right - row.words.front()->left;
    size = std::max(size, row.words.front()->size);
    for (std::size_t i = 1; i < row.words.size(); ++i) {
      if (parts_cells(*row.words[i - 1], *row.words[i])) return false;
    }
  }
  const double width = right - left;
  return width >= kColumnSize * size &&
         filled >= kColumnFill * width * static_cast<double>(rows.size());
}

/// How many of the first rows stand in two columns; the stripe between them.
std::pair<std::size_t, Stripe> columns(std::span<const Row> rows, double width) {
  // A gutter lies near the middle; the margins of the page are none.
  Stripe stripe{0.3 * width, 0.7 * width};
  std::size_t count = 0;
  for (; count < rows.size(); ++count) {
    const double size = rows[count].words.front()->size;
    const auto left = white(rows[count], stripe, kGutter * std::max(size, 1.0));
    if (!left) break;
    stripe = *left;
  }
  return {count, stripe};
}

void emit(Page& page, std::span<const Row> rows) {
  for (const Row& row : rows) page.line(row.words);
}

void emit_columns(Page& page, std::span<const Row> rows, double width) {
  while (!rows.empty()) {
    const auto [count, stripe] = columns(rows, width);
    if (count >= kColumnRows) {
      const std::vector<Row> left = side(rows.first(count), stripe, true);
      const std::vector<Row> right = side(rows.first(count), stripe, false);
      if (is_running_text(left) && is_running_text(right)) {
        emit(page, left);
        emit(page, right);
        rows = rows.subspan(count);
        continue;
      }
    }
    const std::size_t taken = std::max<std::size_t>(count, 1);
    emit(page, rows.first(taken));
    rows = rows.subspan(taken);
  }
}

}  // namespace

PageText arrange(std::vector<Word> words, double width, double height) {
  std::vector<const Word*> upright;
  for (Word& word : words) {
    make_finite(word);
    if (word.upright) upright.push_back(&word);
  }
  Page page;
  emit_columns(page, rows_of(std::move(upright)), width);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].upright) continue;
    std::vector<const Word*> line{&words[i]};
    while (words[i].blank_after && i + 1 < words.size() && !words[i + 1].upright) {
      line.push_back(&words[++i]);
    }
    page.line(line);
  }
  page.page.layout.width = hundredths(width);
  page.page.layout.height = hundredths(height);
  return std::move(page.page);
}

}  // namespace guidang::extract::pdf
