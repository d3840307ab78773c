// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/snippet.h"

#include <algorithm>
#include <cstdint>

#include "index/characters.h"
#include "index/texts.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

bool is_inside_character(std::string_view text, std::size_t pos) {
  return pos < text.size() && (static_cast<unsigned char>(text[pos]) & 0xC0U) == 0x80;
}

/// The first of the places between which, within `size` bytes, most different phrases stand; of
/// equal ones the first.
std::size_t best_start(const std::vector<Occurrence>& places, std::size_t size) {
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
    const std::size_t count =
        seen.size() * kPlacesInSnippet + std::min(total, kPlacesInSnippet - 1);
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

std::vector<Occurrence> in_text_order(std::vector<Occurrence> places) {
  std::sort(places.begin(), places.end(), [](const Occurrence& a, const Occurrence& b) {
    if (a.range.begin != b.range.begin) return a.range.begin < b.range.begin;
    if (a.range.end != b.range.end) return a.range.end > b.range.end;
    return a.phrase < b.phrase;
  });
  return places;
}

std::vector<Occurrence> drop_overlaps(std::vector<Occurrence> places) {
  places = in_text_order(std::move(places));
  std::vector<Occurrence> apart;
  for (const Occurrence& place : places) {
    if (apart.empty() || place.range.begin >= apart.back().range.end) apart.push_back(place);
  }
  return apart;
}

std::vector<Occurrence> merge_overlaps(std::vector<Occurrence> places) {
  places = in_text_order(std::move(places));
  std::vector<Occurrence> apart;
  for (const Occurrence& place : places) {
    if (apart.empty() || place.range.begin >= apart.back().range.end) {
      apart.push_back(place);
    } else {
      apart.back().range.end = std::max(apart.back().range.end, place.range.end);
    }
  }
  return apart;
}

Snippet make_snippet(std::string_view body, const std::vector<Occurrence>& places,
                     const std::vector<ByteRange>& marks, std::size_t size) {
  Snippet snippet;
  if (body.empty()) return snippet;
  std::size_t begin = 0;
  std::size_t end = std::min(size, body.size());
  ByteRange wanted;
  if (!places.empty()) {
    wanted = places[best_start(places, size)].range;
    std::size_t least = wanted.begin - std::min(wanted.begin, size / 3);
    while (is_inside_character(body, least)) ++least;
    begin = sentence_begin(body, least, wanted.begin);
    end = std::min(std::max(begin + size, wanted.end), body.size());
  }
  while (is_inside_character(body, end)) --end;
  // A mark is never cut: the snippet ends before it, unless it is the one it is made for.
  for (const ByteRange& mark : marks) {
    const bool own = mark.begin <= wanted.begin && wanted.end <= mark.end;
    if (mark.begin < begin && begin < mark.end) begin = mark.begin;
    if (mark.begin < end && end < mark.end) end = own ? mark.end : mark.begin;
  }
  for (const ByteRange& mark : marks) {
    if (mark.begin >= begin && mark.end <= end) {
      snippet.marks.push_back({mark.begin - begin, mark.end - begin});
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
