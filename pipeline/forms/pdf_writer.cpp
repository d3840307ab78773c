// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/pdf_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/forms/fit.h"
#include "pipeline/text/utf8.h"

namespace guidang::forms {
namespace {

constexpr double kRounding = 0.001;
constexpr std::size_t kFlushFrom = 1U << 18;
// What is left of a page is used for the beginning of a long text only from here on.
constexpr double kWorthCutting = 25;
// Points; of texts that stand whole behind a sheet.
constexpr double kRestSize = 10.5;

bool is_iso(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' &&
         text.find_first_not_of("0123456789-") == std::string_view::npos;
}

}  // namespace

PdfWriter::PdfWriter(const std::filesystem::path& file, std::vector<const Form::Layout*> forms)
    : file_(file),
      forms_(std::move(forms)),
      typesetter_(*forms_.front()->fonts),
      maker_(typesetter_),
      canvas_([this](std::string_view bytes) {
        out_ += bytes;
        if (out_.size() < kFlushFrom) return;
        file_.write(out_);
        out_.clear();
      }) {}

void PdfWriter::begin(const Sheet& sheet) {
  const Form::Layout& form = sheet.layout();
  if (!described_) {
    std::string name = sheet.text(forms_.front()->name);
    if (name.empty()) name = forms_.front()->title;
    const auto substitutes = form.fonts->substitutes();
    canvas_.describe(name, fmt::format("{}", fmt::join(forms_.front()->cites, "; ")),
                     substitutes.empty() ? std::string{}
                                         : fmt::format("代用字体 substitute fonts: {}",
                                                       fmt::join(substitutes, ", ")),
                     is_iso(sheet.date()) ? sheet.date() : std::string{});
    described_ = true;
  }
  if (form.page_number && form.page_number->by_sheet) page_ = 0;
  rest_.clear();
  head_.reset();
  new_leaf(sheet, 0);
  lines_at_ = form.lines_at();
  blocks(sheet, 0, lines_at_);
  if (lines_at_ == form.blocks.size()) return;
  if (const auto* rows = std::get_if<Rows>(&form.blocks[lines_at_].content)) {
    columns_ = sheet.columns(*rows);
    widths_ = sheet.widths(columns_);
    head_ = maker_.heading(sheet, *rows, columns_);
    head_drawn_ = false;
    group_.clear();
  } else {
    tile_x_ = tile_row_ = 0;
  }
}

void PdfWriter::line(const Sheet& sheet) {
  const Block& lines = sheet.layout().blocks.at(lines_at_);
  if (const auto* rows = std::get_if<Rows>(&lines.content)) {
    row(sheet, *rows, false);
  } else {
    tile(sheet, std::get<Tiles>(lines.content));
  }
}

void PdfWriter::end(Sheet& sheet) {
  const auto& all = sheet.layout().blocks;
  if (lines_at_ < all.size()) {
    if (const auto* rows = std::get_if<Rows>(&all[lines_at_].content)) close_lines(sheet, *rows);
    sheet.empty_line();
    y_ += tile_row_;
    tile_row_ = 0;
    blocks(sheet, lines_at_ + 1, all.size());
  }
  rest(sheet);
}

void PdfWriter::finish() {
  canvas_.finish();
  file_.write(out_);
  out_.clear();
}

void PdfWriter::new_page(const Sheet& sheet) {
  const Form::Layout& form = sheet.layout();
  const Paper& paper = form.paper;
  canvas_.page(paper.width, paper.height);
  left_ = paper.left;
  top_ = paper.top;
  ++page_;
  y_ = 0;
  if (form.has_mark && sheet.holds(form.mark.when)) {
    const auto& mark = std::get<TextBlock>(form.mark.content);
    const Style& style = form.styles[mark.style];
    canvas_.mark(typesetter_, typesetter_.shape(sheet.text(mark.text), style, 0), paper.width,
                 paper.height);
  }
  if (form.page_number) {
    const Style& style = form.styles[form.page_number->style];
    const Strip strip =
        maker_.text(sheet.text(form.page_number->text, page_), style, form.content_width());
    const double y = form.content_height() + (paper.bottom - strip.height) / 2;
    put(strip, 0, strip.height, y);
  }
}

void PdfWriter::new_leaf(const Sheet& sheet, std::size_t from) {
  new_page(sheet);
  const Form::Layout& form = sheet.layout();
  for (std::size_t i = from; i < form.blocks.size(); ++i) {
    const Block& block = form.blocks[i];
    if (std::holds_alternative<Break>(block.content) && sheet.holds(block.when)) break;
    const auto* place = std::get_if<Place>(&block.content);
    if (place == nullptr || !sheet.holds(place->when)) continue;
    const Strip strip =
        maker_.place(sheet, *place, place->x - form.paper.left, place->y - form.paper.top, rest_);
    put(strip, 0, strip.height, 0);
  }
}

void PdfWriter::put(const Strip& strip, double from, double to, double y) {
  canvas_.draw(typesetter_, strip, from, to, left_, top_ + y);
}

void PdfWriter::blocks(const Sheet& sheet, std::size_t from, std::size_t to) {
  const auto& all = sheet.layout().blocks;
  for (std::size_t i = from; i < to; ++i) {
    if (!sheet.holds(all[i].when)) continue;
    if (std::holds_alternative<Break>(all[i].content)) {
      new_leaf(sheet, i + 1);
    } else if (const auto* space = std::get_if<Space>(&all[i].content)) {
      y_ += space->height;
    } else {
      const bool is_text = std::holds_alternative<TextBlock>(all[i].content);
      for (const Strip& strip : strips(sheet, all[i])) flow(sheet, strip, is_text);
    }
  }
}

std::vector<Strip> PdfWriter::strips(const Sheet& sheet, const Block& block) {
  const Form::Layout& form = sheet.layout();
  if (const auto* text = std::get_if<TextBlock>(&block.content)) {
    return {maker_.text(sheet.text(text->text), form.styles[text->style], form.content_width())};
  }
  if (const auto* line = std::get_if<LineBlock>(&block.content)) return {maker_.line(sheet, *line)};
  if (const auto* grid = std::get_if<Grid>(&block.content)) return maker_.grid(sheet, *grid);
  if (const auto* keep = std::get_if<Keep>(&block.content)) {
    Strip all;
    for (const Block& inner : *keep->blocks) {
      if (!sheet.holds(inner.when)) continue;
      if (const auto* space = std::get_if<Space>(&inner.content)) all.height += space->height;
      for (const Strip& strip : strips(sheet, inner)) all.append(strip);
    }
    return {std::move(all)};
  }
  return {};
}

void PdfWriter::flow(const Sheet& sheet, const Strip& strip, bool may_cut) {
  const double page = sheet.layout().content_height();
  const double head = head_ ? head_->height : 0;
  double room = page - y_;
  double from = 0;
  if (strip.height > room + kRounding) {
    const bool long_one = strip.height > page - head + kRounding;
    if (!((may_cut || long_one) && room > kWorthCutting)) {
      next_page(sheet);
      room = page - y_;
    }
  }
  while (from < strip.height - kRounding) {
    const double to = strip.cut(from, room);
    put(strip, from, to, y_);
    y_ += to - from;
    from = to;
    if (from >= strip.height - kRounding) break;
    next_page(sheet);
    room = page - y_;
  }
}

void PdfWriter::next_page(const Sheet& sheet) {
  new_page(sheet);
  if (!head_) return;
  put(*head_, 0, head_->height, 0);
  y_ = head_->height;
  head_drawn_ = true;
}

void PdfWriter::row(const Sheet& sheet, const Rows& rows, bool empty) {
  const Form::Layout& form = sheet.layout();
  const double most = form.content_height() - head_->height;
  Strip before;
  if (!rows.group.empty() && !empty) {
    std::string group = sheet.text(rows.group);
    if (group != group_ && !text::trim(group).empty()) {
      double width = 0;
      for (const double one : widths_) width += one;
      before = maker_.cells({{group, &form.styles[rows.head_style], Align::left, width}},
                            rows.height, rows.border, most);
    }
    group_ = std::move(group);
  }
  std::vector<StripMaker::Item> items;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    items.push_back({empty ? std::string{} : sheet.text(columns_[i]->text),
                     &form.styles[rows.style], columns_[i]->align, widths_[i]});
  }
  flow_row(sheet, before, maker_.cells(items, rows.height, rows.border, most));
}

void PdfWriter::flow_row(const Sheet& sheet, const Strip& before, const Strip& row) {
  // Neither the heading nor a group's name stands alone at the foot of a page.
  const double page = sheet.layout().content_height();
  const double needed =
      (head_drawn_ ? 0 : head_->height) + before.height + std::min(row.height, kWorthCutting);
  const double whole = needed + std::max(0.0, row.height - kWorthCutting);
  const bool fits_a_page = whole <= page + kRounding;
  if (y_ > 0 && y_ + (fits_a_page ? whole : needed) > page + kRounding) {
    next_page(sheet);
  } else if (!head_drawn_) {
    put(*head_, 0, head_->height, y_);
    y_ += head_->height;
    head_drawn_ = true;
  }
  if (before.height > 0) flow(sheet, before, false);
  flow(sheet, row, false);
}

void PdfWriter::close_lines(Sheet& sheet, const Rows& rows) {
  sheet.empty_line();
  for (std::uint64_t i = sheet.lines(); i < rows.least; ++i) row(sheet, rows, true);
  if (!rows.foot.empty()) {
    const Form::Layout& form = sheet.layout();
    const std::vector<std::size_t> columns = spans(rows.foot, rows, columns_);
    std::vector<StripMaker::Item> items;
    std::size_t at = 0;
    for (std::size_t i = 0; i < rows.foot.size(); ++i) {
      if (columns[i] == 0) continue;
      double width = 0;
      for (std::size_t n = 0; n < columns[i]; ++n) width += widths_[at++];
      const Style& style = form.styles[rows.foot[i].style];
      items.push_back({sheet.text(rows.foot[i].text), &style, style.align, width});
    }
    flow_row(sheet, {},
             maker_.cells(items, rows.height, rows.border, form.content_height() - head_->height));
  } else if (!head_drawn_) {
    flow_row(sheet, {}, {});
  }
  head_.reset();
}

void PdfWriter::tile(const Sheet& sheet, const Tiles& tiles) {
  const Tile* tile = sheet.tile(tiles);
  if (tile == nullptr) return;
  const Form::Layout& form = sheet.layout();
  if (tile_x_ > 0 && tile_x_ + tile->width > form.content_width() + kRounding) {
    tile_x_ = 0;
    y_ += tile_row_ + tiles.gap;
    tile_row_ = 0;
  }
  if (y_ > 0 && y_ + tile->height > form.content_height() + kRounding) {
    new_page(sheet);
    tile_x_ = tile_row_ = 0;
  }
  Strip strip;
  if (tile->border > 0) {
    strip.boxes.push_back({tile_x_, 0, tile->width, tile->height, tile->border});
  }
  for (const Place& place : tile->places) {
    if (!sheet.holds(place.when)) continue;
    Strip one = maker_.place(sheet, place, tile_x_ + place.x, place.y, rest_);
    one.height = 0;
    strip.append(one);
  }
  strip.height = tile->height;
  put(strip, 0, strip.height, y_);
  tile_x_ += tile->width + tiles.gap;
  tile_row_ = std::max(tile_row_, tile->height);
}

void PdfWriter::rest(const Sheet& sheet) {
  if (rest_.empty()) return;
  new_page(sheet);
  const Style& style = sheet.layout().styles.front();
  Style plain = style;
  plain.size = kRestSize;
  plain.align = Align::left;
  plain.indent = plain.spacing = 0;
  plain.bold = false;
  for (std::size_t i = 0; i < rest_.size(); ++i) {
    flow(sheet,
         maker_.text(note_sign(i + 1) + " " + rest_[i], plain, sheet.layout().content_width()),
         true);
    y_ += plain.size / kPointsPerMm;
  }
  moved_ += rest_.size();
  rest_.clear();
}

}  // namespace guidang::forms
