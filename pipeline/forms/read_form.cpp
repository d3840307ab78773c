// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/read_form.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/failure.h"
#include "pipeline/forms/description_scope.h"
#include "pipeline/xml/schema.h"

namespace guidang::forms {
namespace {

using xml::Node;

// Rounding of decimal fractions of a millimetre, not a tolerance of the form.
constexpr double kRounding = 0.001;

class FormReader : private DescriptionScope {
 public:
  using DescriptionScope::DescriptionScope;

  void read(const Node& root) {
    made_.id = *root.attribute("id");
    made_.title = *root.attribute("title");
    made_.title_en = *root.attribute("english");
    for (const Node& cites : root.children("cites")) made_.cites.push_back(plain_text(cites));
    read_paper(*root.child("paper"));
    for (const Node& style : root.children("style")) read_style(style);
    for (const Node& field : root.children("field")) read_field(field);
    for (const Node& lines : root.descendants("lines")) read_columns_as_fields(lines);
    if (const auto name = root.child("name")) made_.name = text(*name, Names::sheet);
    if (const auto mark = root.child("mark")) {
      made_.mark = {condition(*mark), TextBlock{text(*mark, Names::sheet), style(*mark)}};
      made_.has_mark = true;
    }
    if (const auto number = root.child("page-number")) {
      made_.page_number = PageNumber{text(*number, Names::page), style(*number),
                                     number->attribute("restart") == "sheet"};
    }
    made_.blocks = blocks(*root.child("body"), true);
    for (const Field& field : made_.sheet_fields) made_.sheet_names.push_back(field.name);
    for (const Field& field : made_.row_fields) made_.row_names.push_back(field.name);
    if (!has_lines_ && !made_.row_names.empty()) {
      fail(root, "a field of=\"line\" and no lines", "<lines> or <tiles> in the body");
    }
  }

 private:
  void read_paper(const Node& node) {
    const Node margins = *node.child("margins");
    made_.paper = {length(node, "width"),    length(node, "height"),    length(margins, "top"),
                   length(margins, "right"), length(margins, "bottom"), length(margins, "left")};
    if (made_.content_width() < 1 || made_.content_height() < 1) {
      fail(margins, "margins that leave no room", "margins smaller than the paper");
    }
  }

  void read_style(const Node& node) {
    Style made;
    made.name = *node.attribute("name");
    const auto role = std::find(kRoleNames.begin(), kRoleNames.end(), *node.attribute("font"));
    made.font = static_cast<Role>(role - kRoleNames.begin());
    made.size = length(node, "size");
    made.least = std::min(made.size, length(node, "least", made.least));
    made.leading = length(node, "leading", made.leading);
    made.indent = length(node, "indent");
    made.spacing = length(node, "spacing");
    made.align = align_of(node.attribute("align"));
    made.bold = node.attribute("bold").has_value();
    if (made.size < 1 || made.least < 1 || made.leading < 1) {
      fail(node, fmt::format("size {} least {} leading {}", made.size, made.least, made.leading),
           "numbers from 1");
    }
    for (const Style& other : made_.styles) {
      if (other.name == made.name) fail(node, "a second style " + made.name, "one of that name");
    }
    made_.styles.push_back(std::move(made));
  }

  void read_field(const Node& node) {
    const bool of_line = node.attribute("of").has_value();
    add_field(node, of_line ? made_.row_fields : made_.sheet_fields, *node.attribute("zh"));
  }

  void read_columns_as_fields(const Node& lines) {
    for (const Node& column : lines.descendants("column")) {
      add_field(column, made_.row_fields, *column.attribute("heading"));
    }
  }

  Names here() const { return has_lines_ ? Names::after_lines : Names::sheet; }

  std::vector<Block> blocks(const Node& parent, bool outermost) {
    std::vector<Block> made;
    for (const Node& node : parent.children()) {
      Block block;
      block.when =
          node.name() == "lines" || node.name() == "tiles" ? Condition{} : condition(node, here());
      const std::string_view name = node.name();
      if (!outermost &&
          (name == "lines" || name == "tiles" || name == "place" || name == "break")) {
        fail(node, fmt::format("<{}> in <keep>", name), "it in the body itself");
      }
      if (name == "text") block.content = TextBlock{text(node, here()), style(node)};
      if (name == "line") block.content = line(node);
      if (name == "space") block.content = Space{length(node, "height")};
      if (name == "break") block.content = Break{};
      if (name == "keep")
        block.content = Keep{std::make_shared<const std::vector<Block>>(blocks(node, false))};
      if (name == "grid") block.content = grid(node);
      if (name == "lines") block.content = lines(node);
      if (name == "tiles") block.content = tiles(node);
      if (name == "break") after_break_ = true;
      if (name == "lines" || name == "tiles") after_break_ = false;
      if (name == "place") {
        // Places are drawn when their page begins, before the lines are known.
        if (has_lines_ && !after_break_) fail(node, "a place after the lines", "it before them");
        block.content = page_place(node);
      }
      made.push_back(std::move(block));
    }
    return made;
  }

  LineBlock line(const Node& node) const {
    LineBlock made{style(node), length(node, "gap", 6), {}};
    for (const Node& part : node.children("part")) {
      Part one;
      one.when = condition(part, here());
      one.at_right = part.attribute("at").has_value();
      one.text = text(part, here());
      if (const auto blank = part.child("blank")) {
        one.underlined = true;
        one.width = length(*blank, "width");
        one.blank = text(*blank, here());
        if (one.width > made_.content_width()) {
          fail(*blank, fmt::format("width {}", one.width),
               fmt::format("at most {}", made_.content_width()));
        }
      }
      made.parts.push_back(std::move(one));
    }
    return made;
  }

  Cell cell(const Node& node, std::size_t usual_style) const {
    Cell made;
    made.text = text(node, here());
    made.style = node.attribute("style") ? style(node) : usual_style;
    made.columns = static_cast<std::size_t>(length(node, "columns", 1));
    made.rows = static_cast<std::size_t>(length(node, "rows", 1));
    made.stand = stand_of(node.attribute("stand"));
    made.vertical = node.attribute("vertical").has_value();
    return made;
  }

  Grid grid(const Node& node) const {
    Grid made;
    made.widths = numbers_of(*node.attribute("widths"));
    made.border = length(node, "border", made.border);
    double sum = 0;
    for (const double width : made.widths) sum += width;
    if (sum > made_.content_width() + kRounding) {
      fail(node, fmt::format("widths of {} together", sum),
           fmt::format("at most {}", made_.content_width()));
    }
    // For each column, how many further rows a cell from above still takes.
    std::vector<std::size_t> taken(made.widths.size(), 0);
    for (const Node& row : node.children("row")) {
      GridRow one{condition(row, here()), length(row, "height"), {}};
      const bool spanned =
          std::any_of(taken.begin(), taken.end(), [](std::size_t n) { return n > 0; });
      std::vector<std::size_t> next = taken;
      for (std::size_t& n : next) n -= n > 0 ? 1U : 0U;
      std::size_t column = 0;
      for (const Node& child : row.children("cell")) {
        one.cells.push_back(cell(child, style(node)));
        const Cell& last = one.cells.back();
        while (column < taken.size() && taken[column] > 0) ++column;
        for (std::size_t i = 0; i < last.columns; ++i, ++column) {
          if (column >= taken.size() || taken[column] > 0) {
            fail(child, "a cell beyond the widths", fmt::format("{} columns", taken.size()));
          }
          next[column] = last.rows - 1;
        }
      }
      while (column < taken.size() && taken[column] > 0) ++column;
      if (column < taken.size()) {
        fail(row, fmt::format("cells for {} columns", column), fmt::format("{}", taken.size()));
      }
      if (!one.when.name.empty() &&
          (spanned || std::any_of(next.begin(), next.end(), [](std::size_t n) { return n > 0; }))) {
        fail(row, "when on a row that shares a cell", "it on rows of their own");
      }
      taken = std::move(next);
      made.rows.push_back(std::move(one));
    }
    if (std::any_of(taken.begin(), taken.end(), [](std::size_t n) { return n > 0; })) {
      fail(node, "a cell of more rows than there are", "rows within the grid");
    }
    return made;
  }

  Rows lines(const Node& node) {
    begin_lines(node);
    Rows made;
    made.style = style(node);
    made.head_style = style(node, "head");
    made.height = length(node, "height");
    made.border = length(node, "border", made.border);
    made.least = static_cast<std::size_t>(length(node, "least"));
    for (const Node& child : node.children()) {
      if (child.name() == "column") made.columns.push_back(column(child, {}));
      if (child.name() == "band") {
        for (const Node& each : child.children()) {
          made.columns.push_back(column(each, *child.attribute("heading")));
        }
      }
    }
    check_widths(node, made);
    if (const auto group = node.child("group")) made.group = text(*group, Names::line);
    if (const auto total = node.child("total")) {
      std::size_t columns = 0;
      for (const Node& child : total->children()) {
        made.foot.push_back(cell(child, made.style));
        columns += made.foot.back().columns;
      }
      const auto paper = static_cast<std::size_t>(
          std::count_if(made.columns.begin(), made.columns.end(),
                        [](const Column& one) { return one.shown != Shown::table; }));
      if (columns != paper) {
        fail(*total, fmt::format("cells for {} columns", columns), fmt::format("{}", paper));
      }
    }
    return made;
  }

  void begin_lines(const Node& node) {
    if (has_lines_) fail(node, "a second <lines> or <tiles>", "one in a form");
    has_lines_ = true;
  }

  Column column(const Node& node, const std::string& band) const {
    Column made;
    made.name = *node.attribute("name");
    made.heading = *node.attribute("heading");
    made.band = band;
    made.when = condition(node);
    const std::string plain = plain_text(node);
    made.text = parsed(node, plain.empty() ? "{{" + made.name + "}}" : plain, Names::line);
    if (node.attribute("width")) made.width = length(node, "width");
    made.align = align_of(node.attribute("align"));
    if (const auto shown = node.attribute("shown")) {
      made.shown = *shown == "paper" ? Shown::paper : Shown::table;
    }
    return made;
  }

  void check_widths(const Node& node, const Rows& lines) const {
    double sum = 0;
    std::size_t without = 0;
    for (const Column& one : lines.columns) {
      if (one.shown == Shown::table) continue;
      sum += one.width.value_or(0);
      without += one.width ? 0U : 1U;
      if (!one.width && !one.when.name.empty()) {
        fail(node, "no width for " + one.name, "a width, since it is not always there");
      }
    }
    if (without > 1) fail(node, fmt::format("{} columns without a width", without), "at most one");
    constexpr double kNarrowest = 5;
    if (sum + (without > 0 ? kNarrowest : 0) > made_.content_width() + kRounding) {
      fail(node, fmt::format("widths of {} together", sum),
           fmt::format("at most {}", made_.content_width()));
    }
  }

  Place place(const Node& node, Names names) const {
    Place made;
    made.when = condition(node, names);
    made.x = length(node, "x");
    made.y = length(node, "y");
    made.width = length(node, "width");
    made.height = length(node, "height");
    made.border = length(node, "border");
    made.text = text(node, names);
    made.style = style(node);
    made.stand = stand_of(node.attribute("stand"));
    made.vertical = node.attribute("vertical").has_value();
    return made;
  }

  Place page_place(const Node& node) const {
    Place made = place(node, here());
    const Paper& paper = made_.paper;
    if (made.x < paper.left || made.y < paper.top ||
        made.x + made.width > paper.width - paper.right + kRounding ||
        made.y + made.height > paper.height - paper.bottom + kRounding) {
      fail(node, fmt::format("{}×{} at {},{}", made.width, made.height, made.x, made.y),
           "a place within the margins");
    }
    return made;
  }

  Tiles tiles(const Node& node) {
    begin_lines(node);
    Tiles made{length(node, "gap"), {}};
    for (const Node& child : node.children("tile")) {
      Tile tile{condition(child, Names::line),
                length(child, "width"),
                length(child, "height"),
                length(child, "border"),
                {}};
      if (tile.width > made_.content_width() + kRounding ||
          tile.height > made_.content_height() + kRounding) {
        fail(child, fmt::format("a tile of {}×{}", tile.width, tile.height),
             fmt::format("at most {}×{}", made_.content_width(), made_.content_height()));
      }
      for (const Node& each : child.children("place")) {
        tile.places.push_back(place(each, Names::line));
        const Place& last = tile.places.back();
        if (last.x + last.width > tile.width + kRounding ||
            last.y + last.height > tile.height + kRounding) {
          fail(each, fmt::format("{}×{} at {},{}", last.width, last.height, last.x, last.y),
               fmt::format("a place within {}×{}", tile.width, tile.height));
        }
      }
      made.tiles.push_back(std::move(tile));
    }
    return made;
  }

  bool has_lines_ = false;
  bool after_break_ = false;
};

}  // namespace

std::shared_ptr<Form::Layout> read_form(const std::filesystem::path& schema, std::string_view bytes,
                                        const std::string& source) {
  auto parsed = xml::Document::parse(bytes, source);
  if (const auto* error = std::get_if<xml::XmlError>(&parsed)) {
    throw form_flaw(source, error->line, error->message, "XML");
  }
  const auto& document = std::get<xml::Document>(parsed);
  if (const auto errors = xml::Schema::load(schema).validate(document); !errors.empty()) {
    throw form_flaw(source, errors.front().line, errors.front().message,
                    "templates/schema/form.rng");
  }
  auto made = std::make_shared<Form::Layout>();
  made->source = source;
  FormReader(source, *made).read(document.root());
  return made;
}

}  // namespace guidang::forms
