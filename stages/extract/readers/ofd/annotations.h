// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "stages/extract/readers/ofd/content_reader.h"
#include "stages/extract/readers/ofd/document.h"
#include "stages/extract/readers/ofd/package.h"

namespace guidang::extract::ofd {

/// Where the annotations of the pages of one document lie.
class Annotations {
 public:
  Annotations(Package& package, const DocumentRoot& root);

  /// What the annotations of a page show, each with its place on the page.
  [[nodiscard]] std::vector<Content> of_page(std::uint64_t page, Counts& counts);

  /// What their authors remark, a line each.
  [[nodiscard]] const std::string& remarks() const { return remarks_; }

 private:
  void read(const Part& part, Counts& counts, std::vector<Content>& shown);

  Package& package_;
  std::unordered_map<std::uint64_t, std::vector<Place>> places_{};
  std::string remarks_{};
};

}  // namespace guidang::extract::ofd
