// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/query.h"
#include "index/search.h"
#include "pipeline/cli/console.h"

namespace guidang::cli {

/// Shows hits to people.
class HitPrinter {
 public:
  /// `homes` as typed; they are named when there are several. With `bold` matches are set off by
  /// the terminal, else by 【】.
  HitPrinter(const Console& console, std::vector<std::string> homes, bool bold)
      : console_(console), homes_(std::move(homes)), bold_(bold) {}

  void print(const index::Hit& hit) const;
  void print(const std::vector<index::FacetCounts>& facets) const;

 private:
  [[nodiscard]] std::string marked(std::string_view text,
                                   const std::vector<index::ByteRange>& marks) const;
  const Console& console_;
  std::vector<std::string> homes_;
  bool bold_;
};

/// The name of a field in the language of the console.
[[nodiscard]] std::string_view name_of(index::Field field, const Console& console);

/// What is wrong with a query and where, with a caret below the place.
void print_query_error(const index::QueryError& error, const std::string& query,
                       const Console& console);

}  // namespace guidang::cli
