// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "pipeline/xml/reader.h"
#include "stages/extract/limits.h"
#include "stages/extract/readers/style_change.h"

namespace guidang::extract {

/// Adds what an element within paragraph or run properties says of the look (jc, sz, color …).
void add_word_property(const xml::Reader& reader, StyleChange& change);

/// The styles of one WordprocessingML document.
class WordStyles {
 public:
  /// Takes styles.xml. What is wrong with it costs looks, never text.
  void read(std::string_view part, const Limits& limits);

  /// How a paragraph of this style looks before it says anything of itself; "" is the usual one.
  [[nodiscard]] const LineStyle& paragraph(const std::string& id);
  /// Lays a style of characters over `style`.
  void apply_run(const std::string& id, LineStyle& style) const;

 private:
  struct Style {
    StyleChange change{};
    std::string based_on{};
  };

  std::unordered_map<std::string, Style> styles_{};
  std::unordered_map<std::string, LineStyle> resolved_{};
  std::string usual_{};
  StyleChange defaults_{};
};

}  // namespace guidang::extract
