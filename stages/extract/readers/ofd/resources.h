// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "stages/extract/readers/ofd/content_reader.h"
#include "stages/extract/readers/ofd/package.h"
#include "stages/extract/readers/ofd/piece.h"

namespace guidang::extract::ofd {

/// What the resource files of one document define.
class Resources {
 public:
  explicit Resources(Package& package) : package_(package) {}

  /// Reads a resource file, once. A missing or broken one is a flaw: only what needs it fails.
  void add(std::string_view from, std::string_view location, Counts& counts);

  /// The composite graphic unit of this ID, or nullptr.
  [[nodiscard]] const Content* unit(std::uint64_t id) const;

  /// Names of the fonts that lie in the package, and of those that do not.
  [[nodiscard]] const std::set<std::string>& embedded_fonts() const { return embedded_; }
  [[nodiscard]] const std::set<std::string>& missing_fonts() const { return missing_; }
  [[nodiscard]] std::uint64_t images() const { return images_; }
  /// The family of the font with this ID.
  [[nodiscard]] Face face(std::uint64_t id) const;
  /// The file of the picture with this ID, or nullptr.
  [[nodiscard]] const files::ZipEntry* picture(std::uint64_t id) const;
  /// Resources that lie outside of the package.
  [[nodiscard]] std::uint64_t urls() const { return urls_; }

 private:
  struct Item;
  void read(const Part& part, Counts& counts);
  void finish(const Item& item, std::string_view folder, const std::string& path);
  const files::ZipEntry* file_of(const Item& item, std::string_view folder,
                                 const std::string& path);

  Package& package_;
  std::set<std::string> seen_{};
  std::unordered_map<std::uint64_t, Content> units_{};
  std::set<std::string> embedded_{};
  std::set<std::string> missing_{};
  std::unordered_map<std::uint64_t, const files::ZipEntry*> pictures_{};
  std::unordered_map<std::uint64_t, Face> faces_{};
  std::uint64_t images_ = 0;
  std::uint64_t urls_ = 0;
};

}  // namespace guidang::extract::ofd
