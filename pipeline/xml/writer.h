// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::xml {

/// Writes XML that is the same everywhere: UTF-8, LF, two spaces a level, attributes in the order
/// given. An element with text is written on one line, so nothing is added to a value. Appends to
/// `out` and never looks back: for long lists the caller may save and clear `out` between calls.
/// Wrong order of calls or a bad element name is a std::logic_error.
class Writer {
 public:
  /// `out` must outlive the writer. Writes the XML declaration.
  explicit Writer(std::string& out);

  Writer& open(std::string_view name);
  /// Of the element just opened.
  Writer& attribute(std::string_view name, std::string_view value);
  Writer& text(std::string_view value);
  /// The element just opened holds text and elements mixed: nothing is put between them.
  Writer& mixed();
  Writer& close();
  /// open, text, close.
  Writer& element(std::string_view name, std::string_view value);
  /// Between elements; `--` within is parted.
  Writer& comment(std::string_view value);
  /// Closes all that is open and ends the last line.
  void finish();

  /// How many characters or bytes XML 1.0 does not allow were written as U+FFFD.
  [[nodiscard]] std::size_t replaced() const noexcept { return replaced_; }

 private:
  struct Level {
    std::string name{};
    bool has_text = false;
    bool has_children = false;
  };

  void end_start_tag();
  void new_line();
  void escape(std::string_view value, bool in_attribute);

  std::string& out_;
  std::vector<Level> levels_{};
  bool in_start_tag_ = false;
  bool has_root_ = false;
  std::size_t replaced_ = 0;
};

}  // namespace guidang::xml
