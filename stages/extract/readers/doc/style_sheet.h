// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stages/extract/readers/doc/runs.h"

namespace guidang::extract::word {

/// The style sheet of a document, and what comes of it together with direct formatting.
class StyleSheet {
 public:
  /// What is wrong with the sheet costs looks, never text. `fonts`: names by index.
  StyleSheet(const LittleEndian& table, Place place, const std::vector<std::string>& fonts);

  /// How a paragraph looks before its characters say anything.
  [[nodiscard]] LineStyle paragraph(const Format& format) const;
  /// Lays what characters say over `style`.
  void apply_characters(const Format& format, LineStyle& style) const;

 private:
  struct Style {
    std::uint16_t base = 0;
    Format format{};
  };
  void read(const LittleEndian& table, Place place);
  void apply(const Format& format, LineStyle& style) const;

  std::vector<Style> styles_{};
  std::vector<Face> faces_{};
};

}  // namespace guidang::extract::word
