// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/flow.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <string_view>

#include "pipeline/text/utf8.h"
#include "stages/describe/kinds.h"
#include "stages/describe/layout.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

// All lengths in hundredths of a millimetre.
constexpr std::int32_t kSameEdge = 200;
constexpr std::int32_t kSamePlace = 300;

struct PrintedLine {
  std::string text{};
  Box box{};
  std::size_t page = 0;
  std::size_t number = 0;  // within its page, from 0
  bool known = false;      // where it stands
  [[nodiscard]] std::int32_t right() const { return box.left + box.width; }
};

bool is_ascii_word(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_wide(char32_t c) {
  return text::is_han(c) || (c >= 0x3000 && c < 0x3040) || (c >= 0xFF00 && c < 0xFF61);
}

// 2012 年 12 月: such blanks are the distance that Chinese print keeps from digits.
std::string without_gaps(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  char32_t before = 0;
  for (std::size_t pos = 0; pos < line.size();) {
    const std::size_t at = pos;
    const char32_t c = text::next(line, pos);
    if (c == U' ' && pos < line.size()) {
      std::size_t look = pos;
      const char32_t after = text::next(line, look);
      const bool gap = (is_wide(before) && is_ascii_word(after)) ||
                       (is_ascii_word(before) && is_wide(after)) ||
                       (is_wide(before) && is_wide(after) && !text::is_han(before));
      if (gap) continue;
    }
    out.append(line, at, pos - at);
    before = c;
  }
  return out;
}

char32_t last_of(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {
  }
  return text.empty() ? U'\0' : text::next(text, at);
}

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U'\0' : text::next(text, at);
}

bool ends_sentence(std::string_view line) {
  constexpr std::u32string_view kEnds = U"。：:；;！？）";
  return kEnds.find(last_of(text::trim(line))) != std::u32string_view::npos;
}

// Half widths of what no line end may part at the start of a line: 〔2016〕168号.
std::int32_t first_word(std::string_view line) {
  constexpr std::u32string_view kOpening = U"〔（《“‘(［【";
  constexpr std::u32string_view kClosing = U"〕）》”’)］】，。、；：,.;:%％";
  constexpr std::int32_t kLongest = 30;
  std::int32_t width = 0;
  bool han = false;
  for (std::size_t pos = 0; pos < line.size() && width < kLongest;) {
    const char32_t c = text::next(line, pos);
    const bool open = kOpening.find(c) != std::u32string_view::npos;
    const bool close = kClosing.find(c) != std::u32string_view::npos;
    if (!open && !close && !is_ascii_word(c)) {
      if (han || width > 0) break;
      han = true;
    }
    width += c < 0x80 ? 1 : 2;
  }
  return width;
}

// — 1 —, 第1页共3页, 1/3.
bool is_page_number(std::string_view flat) {
  constexpr std::size_t kLongest = 40;
  if (flat.size() > kLongest) return false;
  std::size_t digits = 0;
  for (std::size_t pos = 0; pos < flat.size();) {
    const char32_t c = text::next(flat, pos);
    if (c >= U'0' && c <= U'9') {
      ++digits;
      continue;
    }
    constexpr std::u32string_view kAround = U"-–—―－·/第页共,.|";
    if (kAround.find(c) == std::u32string_view::npos) return false;
  }
  return digits > 0 && digits <= 8;
}

std::string without_digits(std::string_view flat) {
  std::string out;
  for (const char c : flat) {
    if (c < '0' || c > '9') out += c;
  }
  return out;
}

class Print {
 public:
  Print(std::vector<std::string>& pages, std::span<const PageLayout> layout)
      : pages_(pages), layout_(layout) {
    for (std::size_t p = 0; p < pages.size(); ++p) {
      std::size_t number = 0;
      for (const std::string_view line : text::lines(pages[p])) {
        PrintedLine& one = lines_.emplace_back();
        one.text = without_gaps(line);
        one.page = p;
        one.number = number;
        if (p < layout.size() && number < layout[p].lines.size()) {
          one.box = layout[p].lines[number];
          one.known = is_sheet(layout[p]) && is_placed(one.box);
        }
        ++number;
      }
    }
  }

  void leave_out_running_lines() {
    // Line without digits and place → pages that have it there.
    std::map<std::string, std::size_t> seen;
    std::vector<std::string> keys(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!at_edge(lines_[i])) continue;
      const std::string flat = flatten(lines_[i].text, kLongestRunning);
      if (is_page_number(flat)) {
        lines_[i].text.clear();
      } else if (flat.size() < kLongestRunning) {
        keys[i] = without_digits(flat) + "/" + std::to_string(lines_[i].box.top / kSamePlace);
        ++seen[keys[i]];
      }
    }
    const std::size_t least = std::max<std::size_t>(3, pages_.size() / 2);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (keys[i].empty() || seen[keys[i]] < least || marks(lines_[i])) continue;
      lines_[i].text.clear();
    }
  }

  void join_paragraphs() {
    find_margins();
    if (right_ == 0) return;
    std::optional<std::size_t> open;  // the line that the paragraph under way begins on
    std::size_t last = 0;             // its last line of print
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (text::trim(lines_[i].text).empty()) continue;
      if (open && continues(lines_[last], lines_[i], lines_[*open].text)) {
        append(lines_[*open].text, lines_[i].text);
        lines_[i].text.clear();
      } else {
        open = i;
      }
      last = i;
    }
  }

  void give_back() {
    std::vector<std::string> made(pages_.size());
    for (PrintedLine& line : lines_) made[line.page] += line.text + "\n";
    pages_ = std::move(made);
  }

 private:
  static constexpr std::size_t kLongestRunning = 120;

  // The outer tenth of the page, above and below.
  [[nodiscard]] bool at_edge(const PrintedLine& line) const {
    const std::int32_t height = layout_[line.page].height;
    return line.known && height > 0 && !text::trim(line.text).empty() &&
           (line.box.top + line.box.height < height / 9 || line.box.top > height - height / 7);
  }

  // A mark on every page is still a mark.
  static bool marks(const PrintedLine& line) {
    Line one;
    one.text = text::trim(line.text);
    one.flat = flatten(one.text, kFlatBytes);
    return is_mark(one);
  }

  // The edge that most lines of running text reach, and the distance between two of them.
  void find_margins() {
    std::map<std::int32_t, std::size_t> rights;
    std::map<std::int32_t, std::size_t> lefts;
    std::map<std::int32_t, std::size_t> pitches;
    const PrintedLine* before = nullptr;
    for (const PrintedLine& line : lines_) {
      if (!line.known || text::trim(line.text).empty()) continue;
      const std::int32_t width = layout_[line.page].width;
      if (line.box.width > width / 2 && line.text.find('\t') == std::string::npos) {
        ++rights[line.right() / kSameEdge];
        ++lefts[line.box.left / kSameEdge];
      }
      // What stands below a short line may be another paragraph.
      const bool below = before != nullptr && before->page == line.page &&
                         before->box.width > width / 2 && line.box.top > before->box.top;
      if (below) {
        constexpr std::int32_t kStep = 25;
        ++pitches[(line.box.top - before->box.top) / kStep * kStep];
      }
      before = &line;
    }
    const auto most = [](const std::map<std::int32_t, std::size_t>& counts) {
      const auto found =
          std::ranges::max_element(counts, {}, &std::pair<const std::int32_t, std::size_t>::second);
      return found == counts.end() || found->second < 2 ? std::int32_t{0} : found->first;
    };
    right_ = most(rights) * kSameEdge;
    // Of a short text most lines begin a paragraph: the margin lies farthest to the left.
    std::size_t wide = 0;
    for (const auto& [edge, count] : lefts) wide += count;
    for (const auto& [edge, count] : lefts) {
      if (count * 20 < wide) continue;
      left_ = edge * kSameEdge;
      break;
    }
    pitch_ = most(pitches);
  }

  [[nodiscard]] bool continues(const PrintedLine& above, const PrintedLine& below,
                               std::string_view so_far) const {
    constexpr std::size_t kLongest = 65'536;
    if (!above.known || !below.known || so_far.size() > kLongest) return false;
    if (so_far.find('\t') != std::string_view::npos) return false;
    if (below.text.find('\t') != std::string::npos) return false;
    const std::int32_t em = std::min(above.box.height, below.box.height);
    if (std::max(above.box.height, below.box.height) > em + em * 2 / 5) return false;
    const bool ended = ends_sentence(so_far);
    const std::int32_t slack = ended ? 0 : first_word(below.text) * em * 2 / 5;
    const bool fills = above.right() + std::max(em * 11 / 5, slack) >= right_;
    const bool flush = std::abs(below.box.left - left_) <= em * 7 / 10 + kSameEdge;
    if (!fills || !flush) return false;
    const std::string flat = flatten(below.text, kLongestRunning);
    if (ended && (enumerator(flat) != 0 || above.page != below.page)) return false;
    // Paragraphs that do not begin further in are parted by a wider gap.
    return above.page != below.page || pitch_ == 0 ||
           below.box.top - above.box.top <= pitch_ + pitch_ * 3 / 10;
  }

  static void append(std::string& line, std::string_view more) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.pop_back();
    more = text::trim(more);
    if (is_ascii_word(last_of(line)) && is_ascii_word(first_of(more)) && last_of(line) > U'9' &&
        first_of(more) > U'9') {
      line += ' ';
    }
    line += more;
  }

  std::vector<std::string>& pages_;
  std::span<const PageLayout> layout_;
  std::vector<PrintedLine> lines_{};
  std::int32_t left_ = 0;
  std::int32_t right_ = 0;
  std::int32_t pitch_ = 0;
};

}  // namespace

void flow(std::vector<std::string>& pages, std::span<const PageLayout> layout) {
  const bool placed =
      layout.size() == pages.size() &&
      std::ranges::any_of(layout, [](const PageLayout& page) { return !page.lines.empty(); });
  if (!placed) return;
  Print print(pages, layout);
  print.leave_out_running_lines();
  print.join_paragraphs();
  print.give_back();
}

}  // namespace guidang::describe
