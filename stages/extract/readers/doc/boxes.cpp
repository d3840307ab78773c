// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "stages/extract/readers/doc/stories.h"

namespace guidang::extract::word {
namespace {

/// A list of positions with a record of fixed size for each but the last, [MS-DOC] 2.2.2.
struct Plc {
  LittleEndian bytes{};
  std::size_t record = 0;
  std::size_t count = 0;

  Plc(const LittleEndian& table, Place place, std::size_t record_size)
      : bytes(table.part(place.offset, place.length)), record(record_size) {
    count = bytes.size() < 4 ? 0 : (bytes.size() - 4) / (4 + record);
  }
  [[nodiscard]] std::uint32_t position(std::size_t i) const { return bytes.u32(4 * i); }
  [[nodiscard]] std::uint32_t value(std::size_t i, std::size_t at) const {
    return bytes.u32(4 * (count + 1) + record * i + at);
  }
};

std::uint32_t within(const Range& story, std::uint32_t position) {
  return story.begin + std::min(position, story.end - story.begin);
}

}  // namespace

std::vector<Box> read_boxes(const LittleEndian& table, Place boxes, Place anchors,
                            const Range& box_story, const Range& anchor_story) {
  // Spa and FTXBXS: where in them the shape is named that both belong to.
  const Plc places{table, anchors, 26};
  std::map<std::uint32_t, std::uint32_t> anchor_of;
  for (std::size_t i = 0; i < places.count; ++i) {
    anchor_of.emplace(places.value(i, 0), within(anchor_story, places.position(i)));
  }
  const Plc texts{table, boxes, 22};
  std::vector<Box> result;
  std::uint32_t end = box_story.begin;
  for (std::size_t i = 0; i < texts.count; ++i) {
    Box box;
    box.text = {std::max(end, within(box_story, texts.position(i))),
                within(box_story, texts.position(i + 1))};
    if (box.text.begin >= box.text.end) continue;
    end = box.text.end;
    const auto anchor = anchor_of.find(texts.value(i, 14));
    box.anchored = anchor != anchor_of.end();
    if (box.anchored) box.anchor = anchor->second;
    result.push_back(box);
  }
  // What no record claims is text all the same.
  if (end < box_story.end) result.push_back({.text = {end, box_story.end}});
  std::ranges::stable_sort(result, {}, &Box::anchor);
  return result;
}

}  // namespace guidang::extract::word
