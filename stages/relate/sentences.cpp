// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/sentences.h"

#include <algorithm>
#include <array>

#include "pipeline/text/utf8.h"

namespace guidang::relate {
namespace {

constexpr std::size_t kLongest = 4096;
// A line that ends without a sign and is at least this long was broken by the page's width.
constexpr std::size_t kBrokenLine = 18;
constexpr std::array<std::string_view, 4> kEnds{"。", "；", "！", "？"};
constexpr std::array<std::string_view, 7> kStops{"。", "；", "！", "？", "：", ":", ";"};

bool is_end(std::string_view sign) {
  return std::find(kEnds.begin(), kEnds.end(), sign) != kEnds.end();
}

/// Length in bytes of the character at `pos`.
std::size_t width_at(std::string_view text, std::size_t pos) {
  std::size_t next = pos;
  text::next(text, next);
  return next - pos;
}

}  // namespace

std::string Sentence::place(std::size_t offset) const {
  auto at = std::upper_bound(marks_.begin(), marks_.end(), offset,
                             [](std::size_t o, const Mark& mark) { return o < mark.offset; });
  if (at == marks_.begin()) return {};
  --at;
  return std::to_string(at->page) + ":" + std::to_string(at->line);
}

void Sentence::clear() {
  text_.clear();
  marks_.clear();
}

void Sentence::add(std::string_view piece, std::size_t page, std::size_t line) {
  if (marks_.empty() || marks_.back().page != page || marks_.back().line != line) {
    marks_.push_back({text_.size(), page, line});
  }
  text_ += piece;
}

bool begins_item(std::string_view line) {
  std::size_t pos = 0;
  if (line.empty()) return false;
  if (line.starts_with("附件") || line.starts_with("附：")) return true;
  const char32_t first = text::next(line, pos);
  constexpr std::u32string_view kHan = U"一二三四五六七八九十百零〇0123456789０１２３４５６７８９";
  constexpr std::u32string_view kBehind = U"、.．)）条章节款项";
  const bool opened = first == U'（' || first == U'(' || first == U'第';
  if (!opened && kHan.find(first) == kHan.npos) return false;
  for (int i = 0; i < 6 && pos < line.size(); ++i) {
    const char32_t c = text::next(line, pos);
    if (kBehind.find(c) != kBehind.npos) return true;
    if (kHan.find(c) == kHan.npos) return text::is_blank(c) && !opened;
  }
  return false;
}

void for_each_sentence(const std::vector<std::string>& pages,
                       const std::function<void(const Sentence&)>& visit) {
  Sentence sentence;
  const auto finish = [&] {
    if (!sentence.text().empty()) visit(sentence);
    sentence.clear();
  };
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const auto lines = text::lines(pages[page]);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string_view line = text::trim(lines[i]);
      if (line.empty() || begins_item(line)) finish();
      std::size_t begin = 0;
      for (std::size_t pos = 0; pos < line.size();) {
        const std::size_t width = width_at(line, pos);
        const std::string_view sign = line.substr(pos, width);
        std::size_t at = pos;
        const bool blank = text::is_blank(text::next(line, at));
        pos += width;
        if (blank) {
          sentence.add(line.substr(begin, pos - width - begin), page + 1, i + 1);
          begin = pos;
        }
        const bool full = sentence.text().size() + (pos - begin) >= kLongest;
        if (!is_end(sign) && !full) continue;
        sentence.add(line.substr(begin, pos - begin), page + 1, i + 1);
        begin = pos;
        finish();
      }
      if (begin < line.size()) sentence.add(line.substr(begin), page + 1, i + 1);
      const bool stops = std::any_of(kStops.begin(), kStops.end(),
                                     [&](std::string_view sign) { return line.ends_with(sign); });
      if (stops || text::length(line) < kBrokenLine) finish();
    }
  }
  finish();
}

}  // namespace guidang::relate
