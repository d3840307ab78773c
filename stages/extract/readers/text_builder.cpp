// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/text_builder.h"

#include <algorithm>
#include <utility>

namespace guidang::extract {

void TextBuilder::text(std::string_view piece) {
  if (piece.size() > left_) full_ = true;
  if (full_) return;
  left_ -= piece.size();
  levels_.back().text += piece;
}

void TextBuilder::lines(std::string_view piece) {
  for (std::size_t end = piece.find('\n'); end != std::string_view::npos; end = piece.find('\n')) {
    text(piece.substr(0, end));
    new_line();
    piece.remove_prefix(end + 1);
  }
  text(piece);
}

void TextBuilder::put_asides(Level& level) {
  if (!level.asides.empty()) level.text += std::exchange(level.asides, {});
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

std::string TextBuilder::pop() {
  end_line();
  std::string text = std::move(levels_.back().text);
  levels_.pop_back();
  return text;
}

void TextBuilder::begin_row() { rows_.emplace_back(); }

void TextBuilder::begin_cell() { levels_.emplace_back(); }

void TextBuilder::end_cell() {
  std::string cell = pop();
  cell.resize(cell.find_last_not_of('\n') + 1);
  if (rows_.empty()) {
    text(cell);  // already counted once, which only makes the limit stricter
    new_line();
  } else {
    rows_.back().push_back(std::move(cell));
  }
}

void TextBuilder::end_row(bool keep) {
  const std::vector<std::string> cells = std::move(rows_.back());
  rows_.pop_back();
  const auto blank = [](const std::string& cell) {
    return cell.find_first_not_of(" \t\n") == std::string::npos;
  };
  if (!keep || std::ranges::all_of(cells, blank)) return;
  end_line();
  Level& level = levels_.back();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) text("\t");
    level.text += cells[i];
  }
  new_line();
}

void TextBuilder::begin_aside() { levels_.emplace_back(); }

void TextBuilder::end_aside() {
  std::string aside = pop();
  levels_.back().asides += aside;
}

std::string TextBuilder::take() {
  while (levels_.size() > 1) end_aside();
  end_line();
  rows_.clear();
  std::string text = std::move(levels_.front().text);
  levels_.front() = {};
  return text;
}

}  // namespace guidang::extract
