// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/doc/stories.h"

#include <algorithm>
#include <utility>

#include "pipeline/text/utf8.h"
#include "stages/extract/readers/symbol_font.h"

namespace guidang::extract::word {
namespace {

// Characters with a meaning of their own, [MS-DOC] 2.4.1.
constexpr char16_t kCellEnd = 0x07;
constexpr char16_t kTab = 0x09;
constexpr char16_t kLineBreak = 0x0B;
constexpr char16_t kPageBreak = 0x0C;
constexpr char16_t kParagraphEnd = 0x0D;
constexpr char16_t kColumnBreak = 0x0E;
constexpr char16_t kFieldBegin = 0x13;
constexpr char16_t kFieldResult = 0x14;
constexpr char16_t kFieldEnd = 0x15;
constexpr char16_t kHyphen = 0x1E;
constexpr char16_t kSoftHyphen = 0x1F;

bool ends_paragraph(char16_t c) { return c == kParagraphEnd || c == kCellEnd || c == kPageBreak; }

/// Codes of fields, which nobody sees, of those fields that have an end.
std::vector<Range> field_codes(const std::u16string& units, Range range) {
  std::vector<Range> open;
  std::vector<Range> codes;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const char16_t c = units[i];
    if (c == kFieldBegin) open.push_back({i, 0});
    if (open.empty()) continue;
    if (c == kFieldResult && open.back().end == 0) open.back().end = i;
    if (c == kFieldEnd) {
      if (open.back().end == 0) open.back().end = i;
      codes.push_back(open.back());
      open.pop_back();
    }
  }
  std::ranges::sort(codes, {}, &Range::begin);
  return codes;
}

}  // namespace

Range without_guard(const Characters& characters, Range range) {
  const auto is_end = [&](std::uint32_t at) { return characters.units[at] == kParagraphEnd; };
  while (range.end > range.begin && is_end(range.end - 1) &&
         (range.end - 1 == range.begin || is_end(range.end - 2))) {
    --range.end;
  }
  return range;
}

void StoryWriter::add(std::uint32_t& position, std::uint32_t end, const Format& format) {
  const char16_t unit = characters_.units[position];
  if (format.symbol) {
    const std::string_view font =
        format.font < fonts_.size() ? std::string_view{fonts_[format.font]} : std::string_view{};
    text::append(text_, symbol_meaning(font, format.symbol_code));
    return;
  }
  switch (unit) {
    case kTab:
      text_ += '\t';
      return;
    case kLineBreak:
    case kColumnBreak:
      text_ += '\n';
      return;
    case kHyphen:
      text::append(text_, 0x2011);
      return;
    case kSoftHyphen:
      text::append(text_, 0x00AD);
      return;
    default:
      break;
  }
  if (unit < 0x20) return;
  char32_t c = unit;
  const bool high = unit >= 0xD800 && unit < 0xDC00;
  if (high && position + 1 < end) {
    const char16_t low = characters_.units[position + 1];
    if (low >= 0xDC00 && low < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00U);
      ++position;
    }
  }
  text::append(text_, c);
}

void StoryWriter::weigh(const Format& format) {
  constexpr std::size_t kLooks = 8;
  if (!looks_.empty() && looks_.back().first == format) {
    ++looks_.back().second;
    return;
  }
  const auto known = std::ranges::find(looks_, format, &std::pair<Format, std::size_t>::first);
  if (known != looks_.end()) {
    ++known->second;
  } else if (looks_.size() < kLooks) {
    looks_.emplace_back(format, 1);
  }
}

/// `position`: of the mark that ends the paragraph.
void StoryWriter::put_text(std::uint32_t position, TextBuilder& out) {
  LineStyle style = styles_.paragraph(paragraphs_.at(position));
  const auto most = std::ranges::max_element(looks_, {}, &std::pair<Format, std::size_t>::second);
  if (most != looks_.end()) styles_.apply_characters(most->first, style);
  looks_.clear();
  out.style(style);
  out.lines(text_);
  text_.clear();
  for (const Box* box : std::exchange(boxes_, {})) {
    out.begin_aside();
    StoryWriter{characters_, fonts_, styles_}.write(without_guard(characters_, box->text), {}, out);
    out.end_aside();
  }
}

void StoryWriter::close_row(Table& state, TextBuilder& out) {
  if (state.cell) out.end_cell();
  if (state.row) out.end_row();
  state = {};
}

void StoryWriter::paragraph_mark(std::uint32_t position, char16_t mark, Table& state,
                                 TextBuilder& out) {
  const Format& format = paragraphs_.at(position);
  const bool in_table = mark == kCellEnd || format.in_table;
  if (!in_table) {
    close_row(state, out);
    put_text(position, out);
    // A page or section ends its paragraph; alone it is no empty line.
    if (mark == kPageBreak) {
      out.end_line();
    } else {
      out.new_line();
    }
    return;
  }
  if (mark == kCellEnd && format.row_end) {
    if (!text_.empty() || !boxes_.empty()) put_text(position, out);
    return close_row(state, out);
  }
  if (!state.row) out.begin_row();
  if (!state.cell) out.begin_cell();
  state.row = state.cell = true;
  if (format.inner_row_end) {
    put_text(position, out);
    state.inner_cells = false;
    return out.new_line();
  }
  if (state.inner_cells) out.text("\t");
  state.inner_cells = format.inner_cell_end;
  put_text(position, out);
  if (mark == kCellEnd) {
    out.end_cell();
    state.cell = state.inner_cells = false;
  } else if (!format.inner_cell_end) {
    out.new_line();
  }
}

void StoryWriter::write(Range range, const std::vector<Box>& boxes, TextBuilder& out) {
  const std::vector<Range> codes = field_codes(characters_.units, range);
  auto code = codes.begin();
  auto box = std::ranges::lower_bound(boxes, range.begin, {}, &Box::anchor);
  Table state;
  for (std::uint32_t i = range.begin; i < range.end && !out.full(); ++i) {
    while (code != codes.end() && code->begin <= i) {
      i = std::max(i, code->end);
      ++code;
    }
    const char16_t unit = characters_.units[i];
    for (; box != boxes.end() && box->anchor <= i; ++box) {
      if (box->anchored) boxes_.push_back(&*box);
    }
    const Format& format = formats_.at(i);
    // The frame of a table stays although its text is deleted.
    if (format.deleted && unit != kCellEnd) continue;
    if (ends_paragraph(unit)) {
      paragraph_mark(i, unit, state, out);
    } else if (unit < kFieldBegin || unit > kFieldEnd) {
      if (unit != u' ' && unit != 0x3000) weigh(format);
      add(i, range.end, format);
    }
  }
  if (!text_.empty() || !boxes_.empty()) {
    put_text(range.end - 1, out);
    out.end_line();
  }
  close_row(state, out);
}

}  // namespace guidang::extract::word
