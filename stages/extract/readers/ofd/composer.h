// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "stages/extract/readers/ofd/content_reader.h"
#include "stages/extract/readers/ofd/document.h"
#include "stages/extract/readers/ofd/package.h"
#include "stages/extract/readers/ofd/page_content.h"
#include "stages/extract/readers/ofd/resources.h"

namespace guidang::extract::ofd {

/// Puts together what one page shows: its layers, those of its templates, and the composite units
/// that are used anywhere in them.
class Composer {
 public:
  Composer(Package& package, const DocumentRoot& root, Resources& resources, Counts& counts)
      : package_(package), root_(root), resources_(resources), counts_(counts) {}

  /// From behind to before. A template or unit that contains itself, or that nobody defines, fails.
  [[nodiscard]] std::vector<Piece> page(const PageContent& page);
  /// Pieces of `content` and of the units it uses. `path` is where it stands.
  void add(const Content& content, const std::string& path, std::vector<Piece>& pieces);

 private:
  const std::vector<Piece>* template_page(std::uint64_t id, const std::string& user);
  std::vector<Piece> compose(const PageContent& page);
  void add_unit(const Use& use, const Matrix& outer, const std::string& path,
                std::vector<Piece>& pieces);
  void expand(const Content& content, const Matrix& matrix, const std::string& path,
              std::vector<Piece>& pieces);

  Package& package_;
  const DocumentRoot& root_;
  Resources& resources_;
  Counts& counts_;
  std::unordered_map<std::uint64_t, std::vector<Piece>> templates_{};
  std::size_t template_pieces_ = 0;
  std::vector<std::uint64_t> open_templates_{};
  std::vector<std::uint64_t> open_units_{};
  std::size_t uses_ = 0;
};

}  // namespace guidang::extract::ofd
