// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/resources.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "pipeline/text/utf8.h"
#include "stages/extract/readers/ofd/paths.h"
#include "stages/extract/readers/style_change.h"

namespace guidang::extract::ofd {

/// A Font or MultiMedia element and the file that it names.
struct Resources::Item {
  bool is_font = false;
  bool is_image = false;
  std::uint64_t id = 0;
  std::string name{};
  std::string file{};
};

void Resources::add(std::string_view from, std::string_view location, Counts& counts) {
  const files::ZipEntry* entry = package_.find(folder_of(from), location);
  if (entry != nullptr && !seen_.insert(Package::path_of(*entry)).second) return;
  if (const auto part = package_.optional(from, location)) read(*part, counts);
}

void Resources::read(const Part& part, Counts& counts) {
  xml::Reader reader{part.bytes, part.path, package_.stream_limits()};
  ContentReader contents{counts};
  std::string folder{folder_of(part.path)};
  std::optional<Item> item;
  std::uint64_t unit = 0;
  Content* content = nullptr;
  while (package_.ok() && reader.next()) {
    contents.event(reader, content);
    const std::string_view name = contents.open(0);
    if (reader.event() == xml::Event::text) {
      if (item && (name == "FontFile" || name == "MediaFile")) item->file += reader.text();
      continue;
    }
    const std::string_view element = reader.name();
    if (reader.event() == xml::Event::start) {
      if (element == "Res") {
        const std::string base = text_attribute(reader, "BaseLoc");
        if (!base.empty()) folder = resolve(folder, base).value_or(folder);
      } else if (element == "Font" || element == "MultiMedia") {
        item.emplace(Item{element == "Font", text_attribute(reader, "Type") == "Image",
                          id_attribute(reader, "ID"), text_attribute(reader, "FontName"), ""});
      } else if (element == "CompositeGraphicUnit") {
        unit = id_attribute(reader, "ID");
        content = &units_[unit];
        *content = {};
      }
    } else if (element == "CompositeGraphicUnit") {
      if (content != nullptr && content->pieces.size() > kMostPieces) {
        package_.fail(
            fmt::format("{}: more than {} text objects in unit {}", part.path, kMostPieces, unit));
      }
      content = nullptr;
    } else if (item && (element == "Font" || element == "MultiMedia")) {
      finish(*item, folder, part.path);
      item.reset();
    }
  }
  if (reader.error()) {
    // Half a unit would be half a text.
    if (content != nullptr) units_.erase(unit);
    package_.flaw(reader.error()->text());
  }
}

const files::ZipEntry* Resources::file_of(const Item& item, std::string_view folder,
                                          const std::string& path) {
  if (text::trim(item.file).empty()) return nullptr;
  if (is_url(item.file)) {
    ++urls_;
    return nullptr;
  }
  // Beside the resource file is where those put it who forget BaseLoc.
  for (const std::string_view place : {folder, folder_of(path)}) {
    if (const files::ZipEntry* entry = package_.find(place, item.file)) return entry;
  }
  package_.flaw(fmt::format("{} is not in the package, {} refers to it",
                            text::trim(item.file).substr(0, 200), path));
  return nullptr;
}

void Resources::finish(const Item& item, std::string_view folder, const std::string& path) {
  const files::ZipEntry* file = file_of(item, folder, path);
  if (item.is_image) {
    ++images_;
    pictures_[item.id] = file;
  }
  if (!item.is_font || item.name.empty()) return;
  faces_[item.id] = face_of(item.name);
  (file != nullptr ? embedded_ : missing_).insert(item.name);
}

const files::ZipEntry* Resources::picture(std::uint64_t id) const {
  const auto found = pictures_.find(id);
  return found == pictures_.end() ? nullptr : found->second;
}

Face Resources::face(std::uint64_t id) const {
  const auto found = faces_.find(id);
  return found == faces_.end() ? Face::unknown : found->second;
}

const Content* Resources::unit(std::uint64_t id) const {
  const auto found = units_.find(id);
  return found == units_.end() ? nullptr : &found->second;
}

}  // namespace guidang::extract::ofd
