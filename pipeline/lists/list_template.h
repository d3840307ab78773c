// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::lists {

/// Values by placeholder; the names are in the README beside this file.
using Values = std::map<std::string_view, std::string>;

/// A page of HTML that an office may edit. `{{name}}` stands for a value (escaped),
/// `{{#table}}…{{/table}}` is repeated for each table and in it `{{#row}}…{{/row}}` for each line,
/// `{{?name}}…{{/name}}` is there only when the value is not empty, `{{! … }}` is left out.
/// Written part after part, so a list of any length needs no memory. Immutable.
class ListTemplate {
 public:
  enum class Part : std::uint8_t { before, table_head, row, table_foot, after };

  /// Throws Failure (usage) with file, line, what was found and what was expected.
  [[nodiscard]] static ListTemplate load(const std::filesystem::path& file);
  [[nodiscard]] static ListTemplate parse(std::string_view text, const std::string& source);

  /// Appends the part. A name without a value is empty.
  void render(Part part, const Values& values, std::string& out) const;

  /// SHA-256 of the text, for `settings()` of the stage.
  [[nodiscard]] const std::string& digest() const { return digest_; }

 private:
  enum class Kind : std::uint8_t { literal, value, when, end };
  struct Piece {
    Kind kind = Kind::literal;
    std::string text{};  ///< of a literal; else the name
  };
  friend class TemplateParser;
  std::array<std::vector<Piece>, 5> parts_{};
  std::string digest_{};
};

/// Text for HTML, in content and in quoted attributes; control characters become blanks.
void escape_html(std::string_view text, std::string& out);

}  // namespace guidang::lists
