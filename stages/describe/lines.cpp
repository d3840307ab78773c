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

constexpr std::size_t kRunsOn = 240;  // bytes of a flat line: 80 Han characters
constexpr std::size_t kLongestPiece = 300;
constexpr std::size_t kLongTitle = 150;
constexpr std::size_t kShortestPiece = 15;
constexpr std::size_t kMostPieces = 12;
constexpr auto kYearEnds = std::to_array<std::string_view>({"〕", "]", "】", "年"});

Line piece_of(const Line& whole, std::string_view text, bool continues) {
  Line line = whole;
  line.text = text::trim(text);
  line.flat = flatten(line.text, kFlatBytes);
  line.piece = continues;
  return line;
}

// The first blank that parts: one inside brackets or quotation marks does not, unless they stay
// open.
std::size_t blank_after(std::string_view text, std::size_t from, std::size_t limit) {
  constexpr std::u32string_view kOpen = U"（(《“〔【";
  constexpr std::u32string_view kClose = U"）)》”〕】";
  std::size_t inside = std::string_view::npos;
  int depth = 0;
  for (std::size_t pos = from; pos < text.size() && pos < limit;) {
    const std::size_t start = pos;
    const char32_t c = text::next(text, pos);
    if (kOpen.find(c) != std::u32string_view::npos) ++depth;
    if (kClose.find(c) != std::u32string_view::npos && depth > 0) --depth;
    if (!text::is_blank(c)) continue;
    if (depth == 0) return start;
    if (inside == std::string_view::npos) inside = start;
  }
  return depth > 0 ? inside : std::string_view::npos;
}

// Title, number and salutation before the body, all in one line.
std::vector<Line> cut_head(const Line& line) {
  std::vector<Line> pieces;
  std::string_view rest = line.text;
  // 云 政 办 发 〔2006〕 50 号: blanks between single characters part nothing.
  const std::size_t first = blank_after(rest, 0, kLongestPiece);
  if (first == std::string_view::npos || first < kShortestPiece) return pieces;
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
  if (pieces.size() == 1 && !rest.ends_with("。")) return {};
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

// Whether a line of the head holds more than one element.
bool runs_on(const Line& line, bool first) {
  const std::string_view flat = line.flat;
  const bool addresses = flat.ends_with(":");
  const bool numbered = contains(flat, "号") && contains_any(flat, kYearEnds);
  return first ? flat.size() > kRunsOn || contains(flat, "。") || addresses ||
                     (numbered && flat.ends_with("号"))
               : addresses && numbered;
}

// Backwards, so that what is put in does not move what is still to come.
void cut_tails(std::vector<Line>& lines) {
  constexpr std::size_t kLastLines = 5;
  std::size_t seen = 0;
  for (std::size_t i = lines.size(); i > 0 && seen < kLastLines;) {
    --i;
    if (lines[i].furniture) continue;
    ++seen;
    replace(lines, i, cut_tail(lines[i]));
  }
}

void cut_heads(std::vector<Line>& lines) {
  constexpr std::size_t kFirstLines = 8;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < lines.size() && seen < kFirstLines; ++i) {
    if (lines[i].furniture) continue;
    if (!lines[i].piece && runs_on(lines[i], seen == 0)) replace(lines, i, cut_head(lines[i]));
    ++seen;
  }
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
  cut_tails(lines);
  cut_heads(lines);
  return lines;
}

}  // namespace guidang::describe
