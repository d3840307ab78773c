// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/number_cell.h"

#include <algorithm>
#include <array>

#include "pipeline/text/cursor.h"

namespace guidang::text {
namespace {

constexpr std::array kTexts{
    NumberCellText{NumberCell::number, "文号", "a number"},
    NumberCellText{NumberCell::empty, "空白", "empty"},
    NumberCellText{NumberCell::placeholder, "注明没有文号", "said to have none"},
    NumberCellText{NumberCell::several, "一处有几个文号", "several numbers in one place"},
    NumberCellText{NumberCell::words, "不是文号", "no number"}};

constexpr auto kPlaceholders = std::to_array<std::string_view>(
    {"无", "暂无", "无文号", "无号", "没有", "空", "缺", "待定", "待编", "未编号", "不详", "N/A",
     "n/a", "NA", "null", "NULL", "none"});

constexpr std::u32string_view kStrokes = U"-－—–―/／\\＼_＿*＊.。…〇";

bool is_placeholder(std::string_view cell) {
  if (cell.starts_with("（") && cell.ends_with("）")) cell = cell.substr(3, cell.size() - 6);
  if (std::ranges::find(kPlaceholders, cell) != kPlaceholders.end()) return true;
  for (Cursor at(cell); !at.at_end();) {
    const char32_t c = at.next();
    if (kStrokes.find(c) == kStrokes.npos && !is_blank(c)) return false;
  }
  return true;
}

/// Whether only marks that part the items of a list stand here.
bool parts_items(std::string_view gap) {
  constexpr std::u32string_view kMarks = U"、，,；;/／|和及";
  for (Cursor at(gap); !at.at_end();) {
    const char32_t c = at.next();
    if (kMarks.find(c) == kMarks.npos && !is_blank(c)) return false;
  }
  return true;
}

}  // namespace

const NumberCellText& text_of(NumberCell cell) { return kTexts[static_cast<std::size_t>(cell)]; }

CellReading read_number_cell(std::string_view cell) {
  constexpr std::size_t kLongestCell = 2000;
  CellReading reading;
  cell = trim(cell);
  if (cell.empty()) return reading;
  reading.cell = NumberCell::placeholder;
  if (is_placeholder(cell)) return reading;
  reading.cell = NumberCell::number;
  if (auto number = read_document_number(cell)) {
    reading.numbers.push_back(std::move(*number));
    return reading;
  }
  reading.cell = NumberCell::words;
  if (cell.size() > kLongestCell) return reading;
  std::vector<FoundNumber> found = find_document_numbers(cell);
  std::size_t end = 0;
  for (const FoundNumber& number : found) {
    if (!parts_items(cell.substr(end, number.offset - end))) return reading;
    end = number.offset + number.length;
  }
  if (found.size() < 2 || !parts_items(cell.substr(end))) return reading;
  reading.cell = NumberCell::several;
  reading.numbers = std::move(found);
  return reading;
}

}  // namespace guidang::text
