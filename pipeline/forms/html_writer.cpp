// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/html_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/forms/fit.h"
#include "pipeline/forms/html_style.h"
#include "pipeline/text/escape_html.h"
#include "pipeline/text/utf8.h"

namespace guidang::forms {
namespace {

// As the style sheet has them.
constexpr double kPlaceSide = 0.6;
constexpr double kPlaceTop = 0.3;
constexpr std::size_t kFlushFrom = 1U << 18;
// A style of this name is the heading of its page for readers that do not see.
constexpr std::string_view kTitleStyle = "title";

std::string_view stand_class(Stand stand) {
  constexpr std::array<std::string_view, 3> kNames{"top", "middle", "bottom"};
  return kNames[static_cast<std::size_t>(stand)];
}

std::string_view align_class(Align align) {
  constexpr std::array<std::string_view, 4> kNames{"left", "center", "end", "justify"};
  return kNames[static_cast<std::size_t>(align)];
}

/// Paragraphs when their first lines stand in, else lines.
void put_text(const std::string& text, const Style& style, std::string& out) {
  if (style.indent <= 0) return text::escape_html(text, out);
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += "<p>";
    text::escape_html(std::string_view(text).substr(at, end - at), out);
    out += "</p>";
    at = end + 1;
  }
}

}  // namespace

HtmlWriter::HtmlWriter(const std::filesystem::path& file, std::vector<const Form::Layout*> forms)
    : file_(file), forms_(std::move(forms)) {}

void HtmlWriter::begin(const Sheet& sheet) {
  const Form::Layout& form = sheet.layout();
  if (!opened_) {
    std::string name = sheet.text(forms_.front()->name);
    std::replace(name.begin(), name.end(), '\n', ' ');
    out_ += "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>";
    text::escape_html(name.empty() ? forms_.front()->title : name, out_);
    out_ += "</title>\n<style>" + html_style(forms_) + "</style>\n</head>\n<body>\n";
    opened_ = true;
  }
  out_ += fmt::format("<section class=\"sheet f{}\" data-form=\"{}\">\n", sheet.form(), form.id);
  if (!marked_ && form.has_mark && sheet.holds(form.mark.when)) {
    // One for the book: a fixed box is printed on every page.
    const auto& mark = std::get<TextBlock>(form.mark.content);
    out_ += fmt::format("<div class=\"mark\" aria-hidden=\"true\"><div class=\"s-{}\">",
                        form.styles[mark.style].name);
    text::escape_html(sheet.text(mark.text), out_);
    out_ += "</div></div>\n";
    marked_ = true;
  }
  open_leaf();
  lines_at_ = form.lines_at();
  blocks(sheet, form.blocks, 0, lines_at_);
  if (lines_at_ == form.blocks.size()) return;
  if (const auto* rows = std::get_if<Rows>(&form.blocks[lines_at_].content)) {
    open_lines(sheet, *rows);
  } else {
    tile_x_ = tile_y_ = tile_row_ = 0;
  }
}

void HtmlWriter::line(const Sheet& sheet) {
  const Block& lines = sheet.layout().blocks.at(lines_at_);
  if (const auto* rows = std::get_if<Rows>(&lines.content)) {
    row(sheet, *rows, false);
  } else {
    tile(sheet, std::get<Tiles>(lines.content));
  }
  flush(false);
}

void HtmlWriter::end(Sheet& sheet) {
  const auto& all = sheet.layout().blocks;
  if (lines_at_ < all.size()) {
    if (const auto* rows = std::get_if<Rows>(&all[lines_at_].content)) close_lines(sheet, *rows);
    sheet.empty_line();
    blocks(sheet, all, lines_at_ + 1, all.size());
  }
  rest(sheet);
  out_ += "</div>\n</section>\n";
  flush(false);
}

void HtmlWriter::finish() {
  out_ += "</body>\n</html>\n";
  flush(true);
}

void HtmlWriter::flush(bool all) {
  if (!all && out_.size() < kFlushFrom) return;
  file_.write(out_);
  out_.clear();
}

void HtmlWriter::open_leaf() { out_ += "<div class=\"leaf\">\n"; }

void HtmlWriter::blocks(const Sheet& sheet, const std::vector<Block>& all, std::size_t from,
                        std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (sheet.holds(all[i].when)) block(sheet, all[i]);
  }
}

void HtmlWriter::block(const Sheet& sheet, const Block& block) {
  const Form::Layout& form = sheet.layout();
  if (const auto* text = std::get_if<TextBlock>(&block.content)) {
    const Style& style = form.styles[text->style];
    const std::string_view tag = style.name == kTitleStyle ? "h1" : "div";
    out_ += fmt::format("<{} class=\"text s-{}\">", tag, style.name);
    put_text(sheet.text(text->text), style, out_);
    out_ += fmt::format("</{}>\n", tag);
  } else if (const auto* line = std::get_if<LineBlock>(&block.content)) {
    line_block(sheet, *line);
  } else if (const auto* space = std::get_if<Space>(&block.content)) {
    out_ += fmt::format("<div style=\"height:{}\"></div>\n", mm(space->height));
  } else if (std::holds_alternative<Break>(block.content)) {
    out_ += "</div>\n";
    open_leaf();
  } else if (const auto* keep = std::get_if<Keep>(&block.content)) {
    out_ += "<div class=\"keep\">\n";
    blocks(sheet, *keep->blocks, 0, keep->blocks->size());
    out_ += "</div>\n";
  } else if (const auto* one = std::get_if<Grid>(&block.content)) {
    grid(sheet, *one);
  } else if (const auto* at = std::get_if<Place>(&block.content)) {
    place(sheet, *at, form.paper.left, form.paper.top);
  }
}

void HtmlWriter::line_block(const Sheet& sheet, const LineBlock& line) {
  out_ += fmt::format("<div class=\"line s-{}\" style=\"gap:0 {}\">",
                      sheet.layout().styles[line.style].name, mm(line.gap));
  for (const Part& part : line.parts) {
    if (!sheet.holds(part.when)) continue;
    out_ += part.at_right ? "<span class=\"right\">" : "<span>";
    text::escape_html(sheet.text(part.text), out_);
    if (part.underlined) {
      out_ += fmt::format("<span class=\"blank\" style=\"width:{}\">", mm(part.width));
      text::escape_html(sheet.text(part.blank), out_);
      out_ += "</span>";
    }
    out_ += "</span>";
  }
  out_ += "</div>\n";
}

void HtmlWriter::cell(const Sheet& sheet, const Cell& cell, std::size_t columns,
                      std::string_view border) {
  if (columns == 0) return;
  const Style& style = sheet.layout().styles[cell.style];
  out_ += fmt::format("<td class=\"s-{} {}{}\" style=\"border-width:{}\"", style.name,
                      stand_class(cell.stand), cell.vertical ? " vertical" : "", border);
  if (columns > 1) out_ += fmt::format(" colspan=\"{}\"", columns);
  if (cell.rows > 1) out_ += fmt::format(" rowspan=\"{}\"", cell.rows);
  out_ += '>';
  put_text(sheet.text(cell.text), style, out_);
  out_ += "</td>";
}

void HtmlWriter::grid(const Sheet& sheet, const Grid& grid) {
  double sum = 0;
  for (const double width : grid.widths) sum += width;
  out_ += fmt::format("<table class=\"grid\" style=\"width:{}\"><colgroup>", mm(sum));
  for (const double width : grid.widths) {
    out_ += fmt::format("<col style=\"width:{}\">", mm(width));
  }
  out_ += "</colgroup><tbody>\n";
  const std::string border = mm(grid.border);
  for (const GridRow& row : grid.rows) {
    if (!sheet.holds(row.when)) continue;
    out_ += fmt::format("<tr style=\"height:{}\">", mm(row.height));
    for (const Cell& one : row.cells) cell(sheet, one, one.columns, border);
    out_ += "</tr>\n";
  }
  out_ += "</tbody></table>\n";
}

void HtmlWriter::place(const Sheet& sheet, const Place& place, double left, double top) {
  if (!sheet.holds(place.when)) return;
  const Style& style = sheet.layout().styles[place.style];
  const std::string text = sheet.text(place.text);
  const double width = place.width - 2 * kPlaceSide;
  const double height = place.height - 2 * kPlaceTop;
  const Fitted fitted =
      fit(text, style, note_sign(rest_.size() + 1), room_for(style, place.width, place.height),
          [&](std::string_view some, double size) {
            return place.vertical ? stack_fits(some, style, size, width, height)
                                  : estimated_to_fit(some, style, size, width, height);
          });
  if (!fitted.whole) rest_.push_back(text);
  // On paper the leaf begins at the margins, on a screen its padding stands for them.
  out_ += fmt::format(
      "<div class=\"place s-{} {}{}\" style=\"left:calc(var(--left) + {});top:calc(var(--top) + "
      "{});width:{};height:{};border-width:{}",
      style.name, stand_class(place.stand), place.vertical ? " vertical" : "",
      mm(place.x - left - place.border / 2), mm(place.y - top - place.border / 2),
      mm(place.width + place.border), mm(place.height + place.border), mm(place.border));
  if (fitted.size < style.size) out_ += fmt::format(";font-size:{}pt", fitted.size);
  out_ += "\"><div>";
  put_text(fitted.text, style, out_);
  out_ += "</div></div>\n";
}

void HtmlWriter::rest(const Sheet& sheet) {
  if (rest_.empty()) return;
  out_ += "</div>\n";
  open_leaf();
  for (std::size_t i = 0; i < rest_.size(); ++i) {
    out_ += fmt::format("<p class=\"rest s-{}\">{} ", sheet.layout().styles.front().name,
                        note_sign(i + 1));
    text::escape_html(rest_[i], out_);
    out_ += "</p>\n";
  }
  rest_.clear();
}

void HtmlWriter::open_lines(const Sheet& sheet, const Rows& rows) {
  const Form::Layout& form = sheet.layout();
  columns_ = sheet.columns(rows);
  group_.clear();
  const std::vector<double> widths = sheet.widths(columns_);
  double sum = 0;
  for (const double width : widths) sum += width;
  out_ += fmt::format("<table class=\"lines s-{}\" style=\"width:{}\"><caption class=\"unseen\">",
                      form.styles[rows.style].name, mm(sum));
  text::escape_html(form.title, out_);
  out_ += "</caption><colgroup>";
  for (const double width : widths) out_ += fmt::format("<col style=\"width:{}\">", mm(width));
  const bool banded = std::any_of(columns_.begin(), columns_.end(),
                                  [](const Column* column) { return !column->band.empty(); });
  const std::string head = fmt::format("class=\"s-{}\" style=\"border-width:{}\"",
                                       form.styles[rows.head_style].name, mm(rows.border));
  out_ += "</colgroup><thead><tr>";
  std::string second;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Column& column = *columns_[i];
    if (column.band.empty()) {
      out_ += fmt::format("<th scope=\"col\" {}{}>", head, banded ? " rowspan=\"2\"" : "");
      text::escape_html(column.heading, out_);
      out_ += "</th>";
      continue;
    }
    std::size_t end = i + 1;
    while (end < columns_.size() && columns_[end]->band == column.band) ++end;
    out_ += fmt::format("<th scope=\"colgroup\" {} colspan=\"{}\">", head, end - i);
    text::escape_html(column.band, out_);
    out_ += "</th>";
    for (std::size_t each = i; each < end; ++each) {
      second += fmt::format("<th scope=\"col\" {}>", head);
      text::escape_html(columns_[each]->heading, second);
      second += "</th>";
    }
    i = end - 1;
  }
  out_ += "</tr>";
  if (banded) out_ += "<tr>" + second + "</tr>";
  out_ += "</thead><tbody>\n";
}

void HtmlWriter::row(const Sheet& sheet, const Rows& rows, bool empty) {
  const std::string border = mm(rows.border);
  if (!rows.group.empty() && !empty) {
    std::string group = sheet.text(rows.group);
    if (group != group_ && !text::trim(group).empty()) {
      out_ += fmt::format(
          "<tr class=\"before\"><th scope=\"rowgroup\" class=\"s-{} left\" colspan=\"{}\" "
          "style=\"border-width:{}\">",
          sheet.layout().styles[rows.head_style].name, columns_.size(), border);
      text::escape_html(group, out_);
      out_ += "</th></tr>\n";
    }
    group_ = std::move(group);
  }
  out_ += fmt::format("<tr style=\"height:{}\">", mm(rows.height));
  for (const Column* column : columns_) {
    out_ += fmt::format("<td class=\"{}\" style=\"border-width:{}\">", align_class(column->align),
                        border);
    if (!empty) put_text(sheet.text(column->text), sheet.layout().styles[rows.style], out_);
    out_ += "</td>";
  }
  out_ += "</tr>\n";
}

void HtmlWriter::close_lines(Sheet& sheet, const Rows& rows) {
  sheet.empty_line();
  for (std::uint64_t i = sheet.lines(); i < rows.least; ++i) row(sheet, rows, true);
  if (!rows.foot.empty()) {
    const std::vector<std::size_t> columns = spans(rows.foot, rows, columns_);
    const std::string border = mm(rows.border);
    out_ += fmt::format("<tr style=\"height:{}\">", mm(rows.height));
    for (std::size_t i = 0; i < rows.foot.size(); ++i) {
      cell(sheet, rows.foot[i], columns[i], border);
    }
    out_ += "</tr>\n";
  }
  out_ += "</tbody></table>\n";
}

void HtmlWriter::tile(const Sheet& sheet, const Tiles& tiles) {
  const Tile* tile = sheet.tile(tiles);
  if (tile == nullptr) return;
  const Form::Layout& form = sheet.layout();
  constexpr double kRounding = 0.001;
  if (tile_x_ > 0 && tile_x_ + tile->width > form.content_width() + kRounding) {
    tile_x_ = 0;
    tile_y_ += tile_row_ + tiles.gap;
    tile_row_ = 0;
  }
  if (tile_y_ + tile->height > form.content_height() + kRounding) {
    out_ += "</div>\n";
    open_leaf();
    tile_x_ = tile_y_ = tile_row_ = 0;
  }
  // Borders are drawn along the edges, so that those of neighbours are one.
  const double half = tile->border / 2;
  out_ += fmt::format(
      "<div class=\"tile\" style=\"left:calc(var(--left) + {});top:calc(var(--top) + {});width:{};"
      "height:{};border-width:{};--left:0mm;--top:0mm\">\n",
      mm(tile_x_ - half), mm(tile_y_ - half), mm(tile->width + tile->border),
      mm(tile->height + tile->border), mm(tile->border));
  for (const Place& one : tile->places) place(sheet, one, half, half);
  out_ += "</div>\n";
  tile_x_ += tile->width + tiles.gap;
  tile_row_ = std::max(tile_row_, tile->height);
}

}  // namespace guidang::forms
