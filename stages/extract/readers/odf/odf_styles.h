// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "pipeline/xml/reader.h"
#include "stages/extract/readers/style_change.h"

namespace guidang::extract {

/// The styles of one OpenDocument text, fed event by event: first those of styles.xml, then
/// content.xml as it is read, where they stand before the text that uses them.
class OdfStyles {
 public:
  void event(const xml::Reader& reader);

  /// How a paragraph of this style looks; "" is the usual one.
  [[nodiscard]] const LineStyle& paragraph(const std::string& name);
  /// Lays a style of characters over `look`.
  void apply_text(const std::string& name, LineStyle& look) const;

 private:
  struct Style {
    StyleChange change{};
    std::string parent{};
    std::string family{};
  };
  void start(const xml::Reader& reader);

  std::unordered_map<std::string, Style> styles_{};  ///< by family and name
  std::unordered_map<std::string, LineStyle> resolved_{};
  Style open_{};
  std::string open_name_{};
  bool in_style_ = false;
  bool usual_ = false;  ///< what is open holds for the whole family
};

}  // namespace guidang::extract
