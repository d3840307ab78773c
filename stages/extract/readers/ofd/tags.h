// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "stages/extract/readers/ofd/document.h"
#include "stages/extract/readers/ofd/package.h"
#include "stages/extract/readers/ofd/piece.h"

namespace guidang::extract::ofd {

/// The custom tags of one document (标引: GB/T 33476 names the elements of an official document
/// so), and what the text objects say that they point to.
class Tags {
 public:
  /// Reads the tag files; missing or broken ones are flaws.
  Tags(Package& package, const DocumentRoot& root);

  /// Keeps the text of those pieces that a tag points to. `page` counts within the document.
  void see(std::size_t page, const std::vector<Piece>& pieces);

  /// Element name and text, in the order of the tag files. Objects on one line run together,
  /// those on another one follow after a line end; so do elements of the same name.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> values() const;

 private:
  struct Element {
    std::string name{};
    std::vector<std::uint64_t> objects{};
  };
  struct Object {
    bool seen = false;
    std::size_t page = 0;
    double first_line = 0;
    double last_line = 0;
    double size = 0;
    std::string text{};
  };
  void read(Package& package, const std::string& from, const std::string& location);

  std::vector<Element> elements_{};
  std::unordered_map<std::uint64_t, Object> objects_{};
};

}  // namespace guidang::extract::ofd
