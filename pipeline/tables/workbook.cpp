// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/tables/workbook.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <numeric>

#include "pipeline/failure.h"
#include "pipeline/tables/cell_text.h"
#include "pipeline/text/utf8.h"

namespace guidang::tables {
namespace {

constexpr std::uint32_t kRows = 1'048'576;
constexpr std::size_t kCellLength = 32'767;
constexpr std::size_t kValidations = 65'000;
/// A list that stands in the rule itself: its values with commas between them.
constexpr std::size_t kInlineList = 255;
constexpr std::size_t kSheetName = 31;
/// 1980-01-01, where the times of a ZIP begin: the bytes must not tell when they were made.
constexpr std::time_t kCreated = 315'532'800;
constexpr lxw_color_t kShade = 0xEDEDED;
constexpr lxw_color_t kHeadingShade = 0xD9E1F2;
constexpr const char* kListSheet = "选项";

std::string clean_sheet_name(const std::string& wanted) {
  std::string name;
  const std::string text = cell_text(wanted);
  for (std::size_t pos = 0; pos < text.size() && cell_length(name) < kSheetName - 1;) {
    const char32_t c = text::next(text, pos);
    const bool forbidden = std::u32string_view(U"[]:*?/\\'\n\t").find(c) != std::u32string::npos;
    text::append(name, forbidden ? U'_' : c);
  }
  return name.empty() || name == kListSheet ? "表" : name;
}

/// `_x000A_` stands for a character that XML cannot hold: a text that only looks so is escaped.
std::string escaped(const std::string& text) {
  const auto is_hex = [](char c) {
    return std::string_view("0123456789abcdefABCDEF").find(c) != std::string_view::npos;
  };
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    const std::string_view code = std::string_view(text).substr(at);
    if (code.size() < 7 || code[6] != '_' || !std::ranges::all_of(code.substr(2, 4), is_hex))
      continue;
    out.append(text, done, at - done).append("_x005F");
    done = at;
  }
  return out.append(text, done);
}

bool fits_inline(const std::vector<std::string>& choices) {
  std::size_t length = choices.size();
  for (const std::string& choice : choices) {
    if (choice.find_first_of(",\"\n") != std::string::npos) return false;
    length += cell_length(choice);
  }
  return length <= kInlineList;
}

}  // namespace

void Workbook::Close::operator()(lxw_workbook* book) const noexcept { lxw_workbook_free(book); }

Workbook::Workbook(int fd, const std::filesystem::path& file,
                   const std::vector<TableColumn>& columns, const std::string& sheet_name)
    : file_(file) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  // The library opens by name; the file to be has none yet.
  book_.reset(workbook_new_opt(fmt::format("/proc/self/fd/{}", fd).c_str(), &options));
  sheet_ = workbook_add_worksheet(book_.get(), clean_sheet_name(sheet_name).c_str());
  lists_ = workbook_add_worksheet(book_.get(), kListSheet);
  if (sheet_ == nullptr || lists_ == nullptr) {
    throw Failure("无法写入 cannot write: " + file.string(), "检查临时目录 / look at TMPDIR");
  }
  lxw_doc_properties properties{};
  properties.created = kCreated;
  workbook_set_properties(book_.get(), &properties);
  worksheet_hide(lists_);

  // Text format: else a spreadsheet makes numbers of dates and codes that a person types.
  const auto text_format = [&] {
    lxw_format* format = workbook_add_format(book_.get());
    format_set_num_format(format, "@");
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
  };
  lxw_format* const open = text_format();
  lxw_format* const shaded = text_format();
  format_set_bg_color(shaded, kShade);
  format_set_border(shaded, LXW_BORDER_HAIR);
  heading_ = text_format();
  format_set_bold(heading_);
  format_set_bg_color(heading_, kHeadingShade);
  format_set_border(heading_, LXW_BORDER_THIN);

  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    formats_.push_back(columns[i].editable ? open : shaded);
    worksheet_set_column(sheet_, column, column, columns[i].width,
                         columns[i].editable ? open : nullptr);
    stretches_.push_back({.choices = columns[i].choices});
    cell(column, columns[i].heading, heading_);
  }
  row_ = 1;
  worksheet_freeze_panes(sheet_, 1, 0);
  worksheet_repeat_rows(sheet_, 0, 0);
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, 9);  // A4
  worksheet_fit_to_pages(sheet_, 1, 0);
}

void Workbook::cell(std::uint16_t column, const std::string& text, lxw_format* format) {
  if (const std::size_t length = cell_length(text); length > kCellLength) {
    throw Failure(
        fmt::format("{} 第 {} 行第 {} 列: {} 字过长 / row {}, column {}: {} characters",
                    file_.string(), row_ + 1, column + 1, length, row_ + 1, column + 1, length),
        fmt::format("XLSX 单元格至多 {} 字，请用 CSV / a cell of XLSX holds {}; use CSV",
                    kCellLength, kCellLength));
  }
  if (worksheet_write_string(sheet_, row_, column, escaped(text).c_str(), format) != LXW_NO_ERROR) {
    throw Failure("无法写入 cannot write: " + file_.string());
  }
}

void Workbook::row(const std::vector<std::string>& cells) {
  if (row_ >= kRows) {
    throw Failure(
        fmt::format("{}: XLSX 至多 {} 行 / XLSX holds {} rows", file_.string(), kRows, kRows),
        "请用 CSV / use CSV", ExitStatus::usage);
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cell(static_cast<lxw_col_t>(i), cells[i], formats_[i]);
  }
  ++row_;
}

void Workbook::offer(std::size_t column, const std::vector<std::string>& choices) {
  if (stretches_[column].choices == choices) return;
  end_stretch(column);
  stretches_[column] = {.choices = choices, .first = row_};
}

/// The range of the hidden sheet that holds the list, written at its first use.
std::string Workbook::list_range(const std::vector<std::string>& choices) {
  const auto [at, added] = ranges_.try_emplace(choices);
  if (added) {
    const auto row = static_cast<lxw_row_t>(ranges_.size() - 1);
    for (std::size_t i = 0; i < choices.size(); ++i) {
      worksheet_write_string(lists_, row, static_cast<lxw_col_t>(i), choices[i].c_str(), nullptr);
    }
    char area[LXW_MAX_CELL_RANGE_LENGTH] = {};
    lxw_rowcol_to_range_abs(area, row, 0, row, static_cast<lxw_col_t>(choices.size() - 1));
    at->second = fmt::format("='{}'!{}", kListSheet, area);
  }
  return at->second;
}

void Workbook::end_stretch(std::size_t column) {
  const Stretch& stretch = stretches_[column];
  if (stretch.choices.empty() || stretch.first >= row_ || validations_ >= kValidations) return;
  ++validations_;
  lxw_data_validation rule{};
  std::vector<const char*> values;
  std::string range;
  if (fits_inline(stretch.choices)) {
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    for (const std::string& choice : stretch.choices) values.push_back(choice.c_str());
    values.push_back(nullptr);
    // The library reads them only; its struct predates const.
    rule.value_list = const_cast<char**>(values.data());
  } else {
    range = list_range(stretch.choices);
    rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    rule.value_formula = range.data();
  }
  const auto place = static_cast<lxw_col_t>(column);
  worksheet_data_validation_range(sheet_, stretch.first, place, row_ - 1, place, &rule);
}

void Workbook::finish() {
  for (std::size_t i = 0; i < stretches_.size(); ++i) end_stretch(i);
  worksheet_autofilter(sheet_, 0, 0, row_ - 1, static_cast<lxw_col_t>(stretches_.size() - 1));
  // Closing frees the book, whatever comes of it.
  if (const lxw_error error = workbook_close(book_.release()); error != LXW_NO_ERROR) {
    throw Failure(
        fmt::format("无法写入 cannot write: {} ({})", file_.string(), lxw_strerror(error)),
        "检查磁盘和临时目录的空间 / look at the room on disk and in TMPDIR");
  }
}

}  // namespace guidang::tables
