// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/lines.h"

#include <algorithm>
#include <array>

#include "pipeline/text/date.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr std::size_t kRunsOn = 240;      // bytes of a flat line: 80 Han characters
constexpr std::size_t kLongestPiece = 300;
constexpr std::size_t kLongTitle = 150;
constexpr std::size_t kMostPieces = 12;

Line piece_of(const Line& whole, std::string_view text, bool continues) {
  Line line = whole;
  line.text = text::trim(text);
  line.flat = flatten(line.text, kFlatBytes);
  line.piece = continues;
  return line;
}

std::size_t blank_after(std::string_view text, std::size_t from, std::size_t limit) {
  for (std::size_t pos = from; pos < text.size() && pos < limit;) {
    const std::size_t start = pos;
    if (text::is_blank(text::next(text, pos))) return start;
  }
  return std::string_view::npos;
}

// Title, number and salutation before the body, all in one line.
std::vector<Line> cut_head(const Line& line) {
  std::vector<Line> pieces;
  std::string_view rest = line.text;
  while (pieces.size() < kMostPieces) {
    const std::size_t at = blank_after(rest, 0, kLongestPiece);
    if (at == std::string_view::npos) break;
    const std::string_view head = rest.substr(0, at);
    if (contains(head, "。") || (head.size() > kLongTitle && contains(head, "，"))) break;
    pieces.push_back(piece_of(line, head, !pieces.empty()));
    rest = text::trim(rest.substr(at));
  }
  pieces.push_back(piece_of(line, rest, !pieces.empty()));
  return pieces;
}

std::string_view last_word(std::string_view text) {
  constexpr std::size_t kLongest = 150;
  const std::size_t from = text.size() > kLongest ? text.size() - kLongest : 0;
  std::size_t word = std::string_view::npos;
  for (std::size_t pos = from; pos < text.size();) {
    if (text::is_blank(text::next(text, pos))) word = pos;
  }
  return word == std::string_view::npos ? std::string_view{} : text.substr(word);
}

// … 特此通知。 某某局 2020年2月1日
std::vector<Line> cut_tail(const Line& line) {
  const std::string_view date = last_word(line.text);
  if (date.empty() || date.size() > 60 || !text::parse_date(date)) return {};
  std::vector<std::string_view> pieces{date};
  std::string_view rest = text::trim(line.text.substr(0, line.text.size() - date.size()));
  while (pieces.size() < kMostPieces) {
    const std::string_view word = last_word(rest);
    if (word.empty() || !is_organ(flatten(word))) break;
    pieces.push_back(word);
    rest = text::trim(rest.substr(0, rest.size() - word.size()));
  }
  if (pieces.size() == 1) return {};
  std::vector<Line> lines{piece_of(line, rest, line.piece)};
  for (auto it = pieces.rbegin(); it != pieces.rend(); ++it) {
    lines.push_back(piece_of(line, *it, true));
  }
  return lines;
}

void replace(std::vector<Line>& lines, std::size_t at, std::vector<Line> pieces) {
  if (pieces.size() < 2) return;
  const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
  *place = std::move(pieces.front());
  lines.insert(place + 1, std::make_move_iterator(pieces.begin() + 1),
               std::make_move_iterator(pieces.end()));
}

}  // namespace

std::string Line::place() const { return std::to_string(page) + ":" + std::to_string(number); }

std::vector<Line> read_lines(std::span<const std::string> pages) {
  std::vector<Line> lines;
  std::uint32_t page_number = 0;
  for (const std::string& page : pages) {
    ++page_number;
    std::uint32_t number = 0;
    for (const std::string_view source : text::lines(page)) {
      ++number;
      const std::string_view trimmed = text::trim(source);
      if (trimmed.empty()) continue;
      Line line;
      line.text = trimmed;
      line.flat = flatten(trimmed, kFlatBytes);
      if (line.flat.empty()) continue;
      line.page = page_number;
      line.number = number;
      line.furniture = is_furniture(line.flat);
      lines.push_back(std::move(line));
    }
  }
  const auto proper = [](const Line& line) { return !line.furniture; };
  const auto last = std::find_if(lines.rbegin(), lines.rend(), proper);
  if (last != lines.rend() && last->flat.size() > kRunsOn) {
    replace(lines, static_cast<std::size_t>(lines.rend() - last) - 1, cut_tail(*last));
  }
  const auto first = std::find_if(lines.begin(), lines.end(), proper);
  if (first != lines.end() && first->flat.size() > kRunsOn) {
    replace(lines, static_cast<std::size_t>(first - lines.begin()), cut_head(*first));
  }
  return lines;
}

}  // namespace guidang::describe
