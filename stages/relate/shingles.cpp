// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/shingles.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>
#include <string_view>

#include "pipeline/text/utf8.h"

namespace guidang::relate {
namespace {

constexpr std::uint64_t kNone = std::numeric_limits<std::uint64_t>::max();
constexpr std::size_t kEdge = 2;           // lines at the head and the foot of a page
constexpr std::size_t kPagesToRepeat = 3;  // fewer pages have no running title

/// A mixing of all bits that can be undone, so different input stays different.
constexpr std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 30U;
  x *= 0xbf58476d1ce4e5b9U;
  x ^= x >> 27U;
  x *= 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

/// Width and case of Latin letters and digits; everything else as it is.
constexpr char32_t plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  return c >= U'A' && c <= U'Z' ? c + 32 : c;
}

/// - 3 -, 第 3 页, 3/12: nothing but digits and signs of a page number.
bool is_page_number(std::string_view line) {
  std::size_t digits = 0;
  std::size_t others = 0;
  for (std::size_t pos = 0; pos < line.size() && digits + others < 16;) {
    const char32_t c = plain(text::next(line, pos));
    if (c >= U'0' && c <= U'9') {
      ++digits;
    } else if (!text::is_blank(c) && c != U'-' && c != U'—' && c != U'–' && c != U'第' &&
               c != U'页' && c != U'/' && c != U'共' && c != U'·') {
      return false;
    } else {
      ++others;
    }
  }
  return digits > 0 && digits <= 8 && digits + others < 16;
}

using Lines = std::vector<std::string_view>;

bool at_edge(const Lines& lines, std::size_t i) { return i < kEdge || i + kEdge >= lines.size(); }

/// Lines at the heads and feet of pages, and on how many pages they stand there.
std::map<std::string_view, std::size_t> edges_of(const std::vector<Lines>& pages) {
  std::map<std::string_view, std::size_t> times;
  for (const Lines& lines : pages) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (at_edge(lines, i)) ++times[text::trim(lines[i])];
    }
  }
  return times;
}

/// A polynomial over the last characters, then mixed.
class Roller {
 public:
  explicit Roller(Shingles& out) : out_(out) {}
  bool take(char32_t c) {
    char32_t& oldest = last_[count_ % kPieceLength];
    hash_ = (hash_ - oldest * kHighest) * kBase + c;
    oldest = c;
    if (++count_ >= kPieceLength) out_.push_back(mix(hash_));
    return count_ < kMostCharacters;
  }

 private:
  static constexpr std::uint64_t kBase = 0x9e3779b97f4a7c15U;
  static constexpr std::uint64_t kHighest = kBase * kBase * kBase * kBase;
  Shingles& out_;
  std::array<char32_t, kPieceLength> last_{};
  std::uint64_t hash_ = 0;
  std::size_t count_ = 0;
};

bool take_line(std::string_view line, Roller& roller) {
  for (std::size_t pos = 0; pos < line.size();) {
    const char32_t c = plain(text::next(line, pos));
    if (!text::is_blank(c) && !roller.take(c)) return false;
  }
  return true;
}

void take_all(const std::vector<Lines>& pages, Roller& roller) {
  const bool may_repeat = pages.size() >= kPagesToRepeat;
  const auto edges = may_repeat ? edges_of(pages) : std::map<std::string_view, std::size_t>{};
  for (const Lines& lines : pages) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (is_page_number(lines[i])) continue;
      const bool running =
          may_repeat && at_edge(lines, i) && edges.at(text::trim(lines[i])) * 2 > pages.size();
      if (!running && !take_line(lines[i], roller)) return;
    }
  }
}

}  // namespace

Shingles pieces_of(const std::vector<std::string>& pages) {
  std::vector<Lines> lines;
  lines.reserve(pages.size());
  for (const std::string& page : pages) lines.push_back(text::lines(page));
  Shingles pieces;
  Roller roller(pieces);
  take_all(lines, roller);
  return pieces;
}

bool has_different(const Shingles& pieces, std::size_t least) {
  if (pieces.size() < least) return false;
  std::vector<std::uint64_t> slots(std::bit_ceil(2 * least + 1));
  std::size_t different = 0;
  for (const std::uint64_t piece : pieces) {
    if (different >= least) break;
    std::size_t at = piece & (slots.size() - 1);
    while (slots[at] != 0 && slots[at] != piece) at = (at + 1) & (slots.size() - 1);
    if (slots[at] == piece) continue;
    slots[at] = piece;
    ++different;
  }
  return different >= least;
}

Shingles shingles_of(const std::vector<std::string>& pages) {
  Shingles shingles = pieces_of(pages);
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

Overlap overlap_of(const Shingles& a, const Shingles& b) {
  Overlap overlap;
  auto one = a.begin();
  auto other = b.begin();
  while (one != a.end() && other != b.end()) {
    ++overlap.either;
    if (*one == *other) {
      ++overlap.both;
      ++one;
      ++other;
    } else if (*one < *other) {
      ++one;
    } else {
      ++other;
    }
  }
  overlap.either += static_cast<std::size_t>((a.end() - one) + (b.end() - other));
  return overlap;
}

Sketch sketch_of(const Shingles& pieces) {
  std::array<std::uint64_t, Sketch::kRanges> least{};
  least.fill(kNone);
  for (const std::uint64_t piece : pieces) {
    const std::uint64_t hash = mix(piece ^ 0x5851f42d4c957f2dU);
    std::uint64_t& low = least[hash % Sketch::kRanges];
    low = std::min(low, hash);
  }
  // An empty range borrows from the next one that is not, the same way for every text.
  const auto filled = least;
  for (std::size_t i = 0; i < Sketch::kRanges; ++i) {
    for (std::size_t step = 1; least[i] == kNone && step < Sketch::kRanges; ++step) {
      const std::uint64_t lent = filled[(i + step) % Sketch::kRanges];
      if (lent != kNone) least[i] = mix(lent + step);
    }
  }
  Sketch sketch;
  constexpr std::size_t kRows = Sketch::kRanges / Sketch::kBands;
  for (std::size_t i = 0; i < Sketch::kRanges; ++i) {
    const std::uint64_t spread = mix(least[i]);
    sketch.least[i] = static_cast<std::uint8_t>(spread);
  }
  for (std::size_t band = 0; band < Sketch::kBands; ++band) {
    std::uint64_t hash = band;
    for (std::size_t i = 0; i < kRows; ++i) hash = mix(hash ^ least[band * kRows + i]);
    sketch.bands[band] = static_cast<std::uint32_t>(hash);
  }
  return sketch;
}

double guessed_score(const std::array<std::uint8_t, Sketch::kRanges>& a,
                     const std::array<std::uint8_t, Sketch::kRanges>& b) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < Sketch::kRanges; ++i) same += a[i] == b[i] ? 1U : 0U;
  // Of ranges that differ one in 256 has the same byte.
  const double share = static_cast<double>(same) / Sketch::kRanges;
  return std::max(0.0, (share - 1.0 / 256) / (1 - 1.0 / 256));
}

}  // namespace guidang::relate
