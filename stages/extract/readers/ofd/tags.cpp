// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/tags.h"

#include <algorithm>
#include <cmath>

#include "pipeline/text/utf8.h"
#include "stages/extract/readers/ofd/content_reader.h"

namespace guidang::extract::ofd {
namespace {

/// In sizes: objects nearer to each other than this stand on one line.
constexpr double kSameLine = 0.5;
/// A tag may point to one object any number of times; properties are cut at half of this anyway.
constexpr std::size_t kLongest = 8192;

double size_of(const Piece& piece) { return std::hypot(piece.up.x, piece.up.y); }

}  // namespace

Tags::Tags(Package& package, const DocumentRoot& root) {
  for (const std::string& location : root.custom_tags) {
    const auto list = package.optional_xml(root.path, location);
    if (!list) continue;
    for (const xml::Node& tag : list->root().children("CustomTag")) {
      const auto file = tag.child("FileLoc");
      if (file) read(package, list->source(), file->text());
    }
  }
}

void Tags::read(Package& package, const std::string& from, const std::string& location) {
  const auto document = package.optional_xml(from, location);
  if (!document) return;
  for (const xml::Node& node : document->root().descendants()) {
    Element element{std::string{node.name()}, {}};
    for (const xml::Node& reference : node.children("ObjectRef")) {
      const std::uint64_t id = id_of(reference.text());
      if (id == 0) continue;
      element.objects.push_back(id);
      objects_.try_emplace(id);
    }
    if (!element.objects.empty()) elements_.push_back(std::move(element));
  }
}

void Tags::see(std::size_t page, const std::vector<Piece>& pieces) {
  if (objects_.empty()) return;
  for (const Piece& piece : pieces) {
    const auto found = piece.id == 0 ? objects_.end() : objects_.find(piece.id);
    if (found == objects_.end()) continue;
    Object& object = found->second;
    if (object.seen && object.page != page) continue;  // a template's, on each of its pages
    const double size = size_of(piece);
    if (!object.seen) {
      object.seen = true;
      object.page = page;
      object.first_line = piece.start.y;
    } else if (std::abs(piece.start.y - object.last_line) > kSameLine * size) {
      object.text += '\n';
    }
    if (object.text.size() < kLongest) object.text += piece.text;
    object.last_line = piece.start.y;
    object.size = size;
  }
}

std::vector<std::pair<std::string, std::string>> Tags::values() const {
  std::vector<std::pair<std::string, std::string>> all;
  std::unordered_map<std::string, std::size_t> places;
  for (const Element& element : elements_) {
    std::string text;
    const Object* before = nullptr;
    for (const std::uint64_t id : element.objects) {
      const Object& object = objects_.at(id);
      if (!object.seen || text.size() >= kLongest) continue;
      const bool same_line =
          before != nullptr && before->page == object.page &&
          std::abs(before->last_line - object.first_line) <= kSameLine * object.size;
      if (before != nullptr && !same_line) text += '\n';
      text += object.text;
      before = &object;
    }
    if (text::trim(text).empty()) continue;
    const auto [place, added] = places.try_emplace(element.name, all.size());
    if (added) {
      all.emplace_back(element.name, std::move(text));
    } else if (all[place->second].second.size() < kLongest) {
      all[place->second].second += '\n' + text;
    }
  }
  return all;
}

}  // namespace guidang::extract::ofd
