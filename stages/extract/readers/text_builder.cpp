// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/text_builder.h"

#include <algorithm>
#include <utility>

namespace guidang::extract {
namespace {

/// Lines of one text whose looks are kept: twelve bytes each, and no document has as many.
constexpr std::size_t kMostStyles = 1'000'000;
/// Looks of one line that are told apart.
constexpr std::size_t kLooks = 8;
/// A row of a table of data has no more lines; what has is a page that is laid out by a table.
constexpr std::size_t kRowLines = 12;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n\r") == std::string_view::npos;
}

}  // namespace

void StyledText::add(StyledText more) {
  if (more.text.empty()) return;
  // Looks of some lines only would be looks of the wrong ones.
  const bool known = !more.styles.empty() && (text.empty() || !styles.empty());
  text += more.text;
  if (known) {
    styles.insert(styles.end(), more.styles.begin(), more.styles.end());
  } else {
    styles.clear();
  }
}

TextBuilder::TextBuilder(std::uint64_t limit) : styles_left_(kMostStyles), left_(limit) {}

void TextBuilder::text(std::string_view piece) {
  if (piece.size() > left_) full_ = true;
  if (full_) return;
  left_ -= piece.size();
  if (styled_) weigh(piece);
  levels_.back().text += piece;
}

void TextBuilder::weigh(std::string_view piece) {
  for (std::size_t end = piece.find('\n'); end != std::string_view::npos; end = piece.find('\n')) {
    weigh(piece.substr(0, end));
    end_styles();
    piece.remove_prefix(end + 1);
  }
  if (is_blank(piece)) return;
  auto& looks = levels_.back().under_way;
  const auto known = std::ranges::find(looks, style_, &std::pair<LineStyle, std::size_t>::first);
  if (known != looks.end()) {
    known->second += piece.size();
  } else if (looks.size() < kLooks) {
    looks.emplace_back(style_, piece.size());
  }
}

void TextBuilder::end_styles() {
  Level& level = levels_.back();
  const auto most =
      std::ranges::max_element(level.under_way, {}, &std::pair<LineStyle, std::size_t>::second);
  const LineStyle style = most == level.under_way.end() ? style_ : most->first;
  level.under_way.clear();
  if (styles_left_ == 0) return;
  --styles_left_;
  level.styles.push_back(style);
}

void TextBuilder::lines(std::string_view piece) {
  for (std::size_t end = piece.find('\n'); end != std::string_view::npos; end = piece.find('\n')) {
    text(piece.substr(0, end));
    new_line();
    piece.remove_prefix(end + 1);
  }
  text(piece);
}

void TextBuilder::lines(const StyledText& piece) {
  if (piece.styles.empty()) return lines(piece.text);
  std::size_t line = 0;
  std::string_view rest = piece.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (line < piece.styles.size()) style(piece.styles[line++]);
    text(rest.substr(0, end));
    if (end == rest.size()) return;
    new_line();
    rest.remove_prefix(end + 1);
  }
}

void TextBuilder::put_asides(Level& level) {
  if (!level.asides.text.empty()) {
    level.text += std::exchange(level.asides.text, {});
    const std::vector<LineStyle> styles = std::exchange(level.asides.styles, {});
    level.styles.insert(level.styles.end(), styles.begin(), styles.end());
  }
  level.line_start = level.text.size();
}

void TextBuilder::new_line() {
  text("\n");
  put_asides(levels_.back());
}

void TextBuilder::end_line() {
  if (!line().empty()) new_line();
  put_asides(levels_.back());
}

std::string_view TextBuilder::line() const {
  const Level& level = levels_.back();
  return std::string_view{level.text}.substr(level.line_start);
}

StyledText TextBuilder::pop() {
  end_line();
  StyledText text{std::move(levels_.back().text), std::move(levels_.back().styles)};
  levels_.pop_back();
  return text;
}

void TextBuilder::begin_row() { rows_.emplace_back(); }

void TextBuilder::begin_cell() { levels_.emplace_back(); }

void TextBuilder::end_cell() {
  StyledText cell = pop();
  const std::size_t size = cell.text.find_last_not_of('\n') + 1;
  const auto dropped = static_cast<std::size_t>(
      std::count(cell.text.begin() + static_cast<std::ptrdiff_t>(size), cell.text.end(), '\n'));
  cell.text.resize(size);
  // The line that the last of these line ends closes is still there.
  if (size > 0 && dropped > 0 && cell.styles.size() >= dropped) {
    cell.styles.resize(cell.styles.size() - dropped + 1);
  } else if (size == 0) {
    cell.styles.clear();
  }
  if (rows_.empty()) {
    lines(cell);  // already counted once, which only makes the limit stricter
    new_line();
  } else {
    rows_.back().push_back(std::move(cell));
  }
}

void TextBuilder::end_row(bool keep) {
  const std::vector<StyledText> cells = std::move(rows_.back());
  rows_.pop_back();
  const auto blank = [](const StyledText& cell) { return is_blank(cell.text); };
  if (!keep || std::ranges::all_of(cells, blank)) return;
  end_line();
  put_row(cells);
}

void TextBuilder::put_row(const std::vector<StyledText>& cells) {
  std::size_t lines = 0;
  std::size_t filled = 0;
  for (const StyledText& cell : cells) {
    lines += cell.styles.size();
    if (!is_blank(cell.text)) ++filled;
  }
  Level& level = levels_.back();
  const std::size_t first = level.styles.size();
  bool blank = true;  // the line under way
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const StyledText& cell = cells[i];
    if (i > 0) {
      if (left_ == 0) full_ = true;
      if (full_) return;
      --left_;
      level.text += '\t';
    }
    level.text += cell.text;
    if (cell.styles.empty()) continue;
    // The first line of a cell goes on with the last one of the cell before.
    const bool joins = level.styles.size() > first;
    if (joins && blank) level.styles.back() = cell.styles.front();
    level.styles.insert(level.styles.end(), cell.styles.begin() + (joins ? 1 : 0),
                        cell.styles.end());
    blank = is_blank(std::string_view{level.text}.substr(level.text.rfind('\n') + 1));
  }
  for (std::size_t i = first; i < level.styles.size(); ++i) {
    level.styles[i].table = level.styles[i].table || (filled > 1 && lines <= kRowLines);
  }
  if (full_ || left_ == 0) {
    full_ = true;
    return;
  }
  --left_;
  level.text += '\n';
  put_asides(level);
}

void TextBuilder::begin_aside() { levels_.emplace_back(); }

void TextBuilder::end_aside() {
  const StyledText aside = pop();
  StyledText& asides = levels_.back().asides;
  asides.text += aside.text;
  asides.styles.insert(asides.styles.end(), aside.styles.begin(), aside.styles.end());
}

StyledText TextBuilder::take_styled() {
  while (levels_.size() > 1) end_aside();
  end_line();
  rows_.clear();
  StyledText text{std::move(levels_.front().text), std::move(levels_.front().styles)};
  levels_.front() = {};
  const auto ends = static_cast<std::size_t>(std::ranges::count(text.text, '\n'));
  if (styles_left_ == 0 || text.styles.size() != ends) text.styles.clear();
  return text;
}

void add_page(Extraction& result, StyledText text) {
  if (!text.styles.empty()) {
    result.layout.resize(result.pages.size());
    result.layout.push_back({.styles = std::move(text.styles)});
  }
  result.pages.push_back(std::move(text.text));
  if (!result.layout.empty()) result.layout.resize(result.pages.size());
}

}  // namespace guidang::extract
