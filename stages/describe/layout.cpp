// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "pipeline/text/utf8.h"
#include "stages/describe/elements.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

// Of running text: 22 pt against 16 pt. The height of a line says less than the size of its font.
constexpr double kLarge = 1.2;
constexpr double kHigh = 1.33;
constexpr std::int32_t kLongest = 1'000'000;  // ten metres, in hundredths of a millimetre
// Half-width blanks before a line that is pushed to the right by them; a line has 56.
constexpr std::size_t kFarBlanks = 20;

// Hundredths of a point, by the font or else by the height of the line.
std::uint16_t size_of(const LineStyle* style, const Box* box) {
  if (style != nullptr && style->size > 0) return style->size;
  if (box == nullptr || !is_placed(*box)) return 0;
  constexpr double kPoints = 7200.0 / 2540;
  return static_cast<std::uint16_t>(std::min(65'000.0, box->height * kPoints));
}

bool is_red_ink(std::uint32_t colour) {
  const std::uint32_t red = colour >> 16;
  const std::uint32_t green = colour >> 8 & 0xFFU;
  const std::uint32_t blue = colour & 0xFFU;
  return red >= 0xA0 && green <= 0x60 && blue <= 0x60;
}

std::size_t blanks_before(const Line& line, std::string_view page) {
  const auto offset = static_cast<std::size_t>(line.text.data() - page.data());
  if (offset > page.size()) return 0;
  constexpr std::size_t kFar = 400;
  const std::size_t from = page.rfind('\n', offset == 0 ? 0 : offset - 1);
  std::size_t at = from == std::string_view::npos || offset == 0 ? 0 : from + 1;
  at = std::max(at, offset > kFar ? offset - kFar : 0);
  std::size_t blanks = 0;
  while (at < offset) blanks += text::next(page, at) == 0x3000 ? 2U : 1U;
  return blanks;
}

// The core of a page (版心), where all of its lines stand.
struct Core {
  std::int32_t left = 0;
  std::int32_t right = 0;
};

Core core_of(const PageLayout& page) {
  // Of a page with few lines the paper says more than they do: 28 mm and 26 mm (GB/T 9704 5.2).
  constexpr std::int32_t kPaper = 21000;
  if (!is_sheet(page)) return {};
  Core core{page.width * 28 / 210, page.width - page.width * 26 / 210};
  if (page.width < kPaper / 2) return core;
  for (const Box& box : page.lines) {
    if (!is_placed(box) || box.width < page.width / 2) continue;
    core.left = std::min(core.left, box.left);
    core.right = std::max(core.right, box.left + box.width);
  }
  return core;
}

Align side_of(const Box& box, const Core& core) {
  const std::int32_t width = core.right - core.left;
  const std::int32_t em = std::max(box.height, std::int32_t{400});
  if (width <= 0 || !is_placed(box)) return Align::unknown;
  const std::int32_t before = box.left - core.left;
  const std::int32_t behind = core.right - box.left - box.width;
  if (box.width > width - 3 * em) return Align::unknown;
  if (std::abs(before - behind) <= 2 * em && before > em) return Align::centre;
  if (before > width * 2 / 5) return Align::right;
  return before < 3 * em ? Align::left : Align::unknown;
}

// The size that most characters have.
std::uint16_t running_size(std::span<const Line> lines) {
  std::map<std::uint16_t, std::size_t> sizes;
  for (const Line& line : lines) {
    constexpr std::uint16_t kStep = 50;
    if (line.look.size > 0) sizes[line.look.size / kStep] += line.flat.size();
  }
  const auto most =
      std::ranges::max_element(sizes, {}, &std::pair<const std::uint16_t, std::size_t>::second);
  constexpr int kStep = 50;
  return most == sizes.end() ? std::uint16_t{0} : static_cast<std::uint16_t>(most->first * kStep);
}

void compare(std::vector<Line>& lines) {
  const std::uint16_t usual = running_size(lines);
  for (Line& line : lines) {
    const double least = usual * (line.look.by_height ? kHigh : kLarge);
    line.look.large = usual > 0 && line.look.size > least;
  }
}

// Where colours are not told, 文件 is the word. Web pages have red titles: a red head stands above
// a number or a title in black.
void find_red_head(std::vector<Line>& lines) {
  constexpr std::size_t kNear = 12;
  constexpr std::size_t kLongestHead = 120;  // bytes
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    const bool red = line.look.red || (line.look.by_height && line.flat.ends_with("文件"));
    const bool head =
        red && line.look.large && line.flat.size() <= kLongestHead && !contains(line.flat, "关于");
    if (!head) continue;
    const auto below = [&](const Line& other) {
      return (contains(other.flat, "〕") && contains(other.flat, "号")) ||
             (!other.look.red && looks_like_title(other));
    };
    const auto from = lines.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    const auto left = static_cast<std::size_t>(lines.end() - from);
    const auto to = from + static_cast<std::ptrdiff_t>(std::min(kNear, left));
    line.look.head = std::any_of(from, to, below);
  }
}

bool same_look(const Line& first, const Line& other) {
  const Look& a = first.look;
  const Look& b = other.look;
  // The lines of a cover grow smaller; below an organ stands what it issues.
  const int tolerance = a.large && b.large && !is_organ(first.flat) ? 20 : 6;
  const int wider = std::max(a.size, b.size);
  return a.red == b.red && a.heading == b.heading && a.strong == b.strong &&
         std::abs(int{a.size} - int{b.size}) * 100 <= wider * tolerance &&
         (a.side == b.side || a.side == Align::unknown || b.side == Align::unknown);
}

}  // namespace

bool is_placed(const Box& box) {
  const auto fits = [](std::int32_t value) { return value > -kLongest && value < kLongest; };
  return fits(box.left) && fits(box.top) && box.width >= 0 && fits(box.width) && box.height > 0 &&
         fits(box.height);
}

bool is_sheet(const PageLayout& page) {
  return page.width > 0 && page.width < kLongest && page.height > 0 && page.height < kLongest;
}

void add_looks(std::vector<Line>& lines, std::span<const std::string> pages,
               std::span<const PageLayout> layout) {
  if (layout.size() != pages.size()) return;
  std::vector<Core> cores;
  cores.reserve(layout.size());
  for (const PageLayout& page : layout) cores.push_back(core_of(page));
  for (Line& line : lines) {
    const std::size_t p = line.page - 1;
    const std::size_t n = line.number - 1;
    const PageLayout& page = layout[p];
    const LineStyle* style = n < page.styles.size() ? &page.styles[n] : nullptr;
    const Box* box = n < page.lines.size() ? &page.lines[n] : nullptr;
    if ((style == nullptr && box == nullptr) || line.piece) continue;
    Look& look = line.look;
    look.known = true;
    look.size = size_of(style, box);
    look.by_height = style == nullptr || style->size == 0;
    if (box != nullptr) look.side = side_of(*box, cores[p]);
    if (style == nullptr) continue;
    if (style->align != Align::unknown) look.side = style->align;
    if (look.side == Align::left && blanks_before(line, pages[p]) >= kFarBlanks) {
      look.side = Align::right;
    }
    look.red = is_red_ink(style->colour);
    look.strong = style->bold || style->face == Face::hei || style->face == Face::title_song;
    look.heading = style->outline == 1 || style->outline == kTitleOutline;
    look.table = style->table;
  }
  compare(lines);
  find_red_head(lines);
}

bool is_centred(const Line& line) { return line.look.side == Align::centre; }
bool is_right(const Line& line) { return line.look.side == Align::right; }
bool is_large(const Line& line) { return line.look.large; }

bool is_red_head(const Line& line) { return line.look.head; }

bool looks_like_title(const Line& line) {
  const Look& look = line.look;
  if (!look.known || look.table || is_right(line)) return false;
  return look.large || look.heading || (is_centred(line) && look.strong);
}

std::size_t title_by_look(std::span<const Line> lines, std::span<const std::size_t> run) {
  constexpr std::size_t kMostLines = 8;
  constexpr std::size_t kLongestLine = 300;
  if (run.empty() || !looks_like_title(lines[run.front()])) return 0;
  std::size_t count = 1;
  while (count < run.size() && count < kMostLines) {
    const Line& line = lines[run[count]];
    if (line.flat.size() > kLongestLine || !same_look(lines[run.front()], line)) break;
    ++count;
  }
  return count;
}

double trust_by_look(const TitleBlock& block, const Reading& reading) {
  const Line& first = reading.lines[block.first];
  if (!first.look.known) return 0.0;
  constexpr double kUnlike = -0.2;
  const bool alike = looks_like_title(first);
  const bool outdone = std::ranges::any_of(reading.zones.titles, [&](const TitleBlock& other) {
    const Line& line = reading.lines[other.first];
    if (!looks_like_title(line)) return false;
    if (!alike) return other.complete;
    // A masthead in black is larger than any title.
    const bool masthead =
        (block.after_number && !other.after_number) || (block.complete && !other.complete);
    return !masthead && line.look.size * 9 > first.look.size * 10;
  });
  if (alike) return outdone ? kUnlike : 0.1;
  if (outdone || first.look.table || is_right(first)) return kUnlike;
  return is_centred(first) ? 0.05 : 0.0;
}

double masthead_trust(const Reading& reading) {
  const std::vector<std::size_t>& masthead = reading.zones.masthead;
  if (masthead.empty()) return 0.0;
  const Line& line = reading.lines[masthead.front()];
  return line.look.red && line.look.large ? 0.05 : 0.0;
}

double signature_trust(const Reading& reading) {
  const SignOff& sign_off = reading.zones.sign_off;
  if (!sign_off.date) return 0.0;
  const Line& line = reading.lines[*sign_off.date];
  if (!line.look.known) return 0.0;
  return is_right(line) ? 0.04 : 0.0;
}

}  // namespace guidang::describe
