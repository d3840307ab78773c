// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/snippet.h"

#include <algorithm>
#include <cstdint>

#include "index/characters.h"
#include "index/texts.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

/// A text with more matches than this is not read to its end for a snippet.
constexpr std::size_t kMostPlaces = 512;

struct Place {
  ByteRange range{};
  std::size_t phrase = 0;
};

std::vector<Place> find_places(std::string_view text, const std::vector<Phrase>& phrases) {
  std::vector<Place> all;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    for (const ByteRange& range : phrases[i].find_all(text, kMostPlaces)) all.push_back({range, i});
  }
  std::sort(all.begin(), all.end(), [](const Place& a, const Place& b) {
    if (a.range.begin != b.range.begin) return a.range.begin < b.range.begin;
    if (a.range.end != b.range.end) return a.range.end > b.range.end;
    return a.phrase < b.phrase;
  });
  std::vector<Place> apart;
  for (const Place& place : all) {
    if (apart.empty() || place.range.begin >= apart.back().range.end) apart.push_back(place);
  }
  return apart;
}

bool is_inside_character(std::string_view text, std::size_t pos) {
  return pos < text.size() && (static_cast<unsigned char>(text[pos]) & 0xC0U) == 0x80;
}

/// The first of the places between which, within `size` bytes, most different phrases stand; of
/// equal ones the first.
std::size_t best_start(const std::vector<Place>& places, std::size_t size) {
  std::size_t best = 0;
  std::size_t best_count = 0;
  std::vector<std::size_t> seen;
  for (std::size_t first = 0; first < places.size(); ++first) {
    seen.clear();
    std::size_t total = 0;
    for (std::size_t i = first; i < places.size(); ++i, ++total) {
      if (places[i].range.end - places[first].range.begin > size) break;
      if (std::find(seen.begin(), seen.end(), places[i].phrase) == seen.end()) {
        seen.push_back(places[i].phrase);
      }
    }
    const std::size_t count = seen.size() * kMostPlaces + std::min(total, kMostPlaces - 1);
    if (count > best_count) best = first, best_count = count;
  }
  return best;
}

/// Where the sentence or line begins that holds `pos`, but not before `least`.
std::size_t sentence_begin(std::string_view text, std::size_t least, std::size_t pos) {
  std::size_t begin = least;
  for (std::size_t i = least; i < pos;) {
    const char32_t c = text::next(text, i);
    if (c == U'。' || c == U'；' || c == U'！' || c == U'？' || is_line_end(c) || c == '\f')
      begin = i;
  }
  while (begin < pos) {
    std::size_t after = begin;
    if (!text::is_blank(text::next(text, after))) break;
    begin = after;
  }
  return std::min(begin, pos);
}

}  // namespace

std::vector<ByteRange> find_marks(std::string_view text, const std::vector<Phrase>& phrases) {
  std::vector<ByteRange> marks;
  for (const Place& place : find_places(text, phrases)) marks.push_back(place.range);
  return marks;
}

Snippet make_snippet(std::string_view body, const std::vector<Phrase>& phrases, std::size_t size) {
  Snippet snippet;
  if (body.empty()) return snippet;
  const std::vector<Place> places = find_places(body, phrases);
  std::size_t begin = 0;
  std::size_t end = std::min(size, body.size());
  if (!places.empty()) {
    const ByteRange first = places[best_start(places, size)].range;
    std::size_t least = first.begin - std::min(first.begin, size / 3);
    while (is_inside_character(body, least)) ++least;
    begin = sentence_begin(body, least, first.begin);
    end = std::min(std::max(begin + size, first.end), body.size());
  }
  while (is_inside_character(body, end)) --end;
  for (const Place& place : places) {
    // A mark is never cut: the snippet ends before it, unless it is the one it is made for.
    if (place.range.begin < end && place.range.end > end) end = place.range.begin;
  }
  for (const Place& place : places) {
    if (place.range.begin >= begin && place.range.end <= end) {
      snippet.marks.push_back({place.range.begin - begin, place.range.end - begin});
    }
  }
  snippet.text = std::string(body.substr(begin, end - begin));
  snippet.offset = begin;
  snippet.page =
      1 + static_cast<std::size_t>(std::count(
              body.begin(), body.begin() + static_cast<std::ptrdiff_t>(begin), kPageBreak));
  snippet.more_before = begin > 0;
  snippet.more_after = end < body.size();
  return snippet;
}

}  // namespace guidang::index
