// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/annotations.h"

#include <fmt/format.h>

#include <unordered_set>

#include "pipeline/text/utf8.h"

namespace guidang::extract::ofd {
namespace {

/// Properties are cut at half of this.
constexpr std::size_t kLongestRemarks = 8192;

void move_by(Point by, Content& content) {
  for (Piece& piece : content.pieces) {
    piece.start = piece.start + by;
    piece.end = piece.end + by;
  }
  for (Use& use : content.uses) use.matrix = shift(by) * use.matrix;
}

}  // namespace

Annotations::Annotations(Package& package, const DocumentRoot& root) : package_(package) {
  std::unordered_set<std::uint64_t> pages;
  for (const PagePlace& page : root.pages) pages.insert(page.id);
  for (const std::string& location : root.annotations) {
    const auto list = package.required_xml(root.path, location);
    if (!list) return;
    for (const xml::Node& page : list->root().children("Page")) {
      const std::uint64_t id = id_of(page.attribute("PageID").value_or(""));
      if (!pages.contains(id)) {
        package.flaw(
            fmt::format("{}: annotations of page {}, which does not exist", list->source(), id));
      }
      for (const xml::Node& file : page.children("FileLoc")) {
        places_[id].push_back({list->source(), file.text()});
      }
    }
  }
}

std::vector<Content> Annotations::of_page(std::uint64_t page, Counts& counts) {
  std::vector<Content> shown;
  const auto found = places_.find(page);
  if (found == places_.end()) return shown;
  for (const Place& place : found->second) {
    const auto part = package_.required(place.from, place.location);
    if (!part) break;
    read(*part, counts, shown);
  }
  // A page list may name one page twice; its annotations are told once.
  places_.erase(found);
  return shown;
}

void Annotations::read(const Part& part, Counts& counts, std::vector<Content>& shown) {
  xml::Reader reader{part.bytes, part.path, package_.stream_limits()};
  ContentReader contents{counts};
  Content content;
  Content* into = nullptr;
  Point origin;
  std::string remark;
  while (reader.next()) {
    contents.event(reader, into);
    const std::string_view name = contents.open(0);
    if (reader.event() == xml::Event::text) {
      if (name == "Remark") remark += reader.text();
    } else if (reader.event() == xml::Event::start && name == "Appearance") {
      content = {};
      into = &content;
      const auto box = numbers(text_attribute(reader, "Boundary"), 2);
      origin = box.size() < 2 ? Point{} : Point{box[0], box[1]};
    } else if (reader.event() == xml::Event::end && reader.name() == "Appearance") {
      move_by(origin, content);
      shown.push_back(std::move(content));
      content = {};
      into = nullptr;
    } else if (reader.event() == xml::Event::end && reader.name() == "Remark") {
      const std::string_view words = text::trim(remark);
      if (!words.empty() && remarks_.size() < kLongestRemarks) {
        remarks_ += (remarks_.empty() ? "" : "\n") + std::string{words};
      }
      remark.clear();
    }
  }
  if (reader.error()) package_.fail(reader.error()->text());
}

}  // namespace guidang::extract::ofd
