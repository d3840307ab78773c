// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pipeline/reader.h"
#include "stages/receive/settings.h"

namespace guidang::receive {

/// Tells what lies above the secrecy ceiling. It only looks; whoever asks it keeps nothing before
/// the answer. When in doubt about a field that is meant for the level, it says "above".
/// Immutable; threads share it.
class Gate {
 public:
  explicit Gate(const Settings& settings)
      : ceiling_(settings.ceiling), unmarked_(settings.unmarked) {}

  /// A mark in the name of the file or of a folder above it; `path` is raw bytes.
  [[nodiscard]] bool above_path(std::string_view path) const;
  /// A field of any kind that is a mark, or holds one beside its value.
  [[nodiscard]] bool above_value(std::string_view value) const;
  /// A field for the level (密级). What is neither a known level nor a word for "none" counts as a
  /// level as soon as it holds 绝, 机, 秘 or 密.
  [[nodiscard]] bool above_level(std::string_view value) const;
  /// A mark in the mark's place: in the head, or in the first lines of a later page.
  [[nodiscard]] bool above_text(std::span<const std::string> pages) const;
  /// What the file says of itself, and its text.
  [[nodiscard]] bool above(const Extraction& extraction) const;
  /// XML or CSV that could not be read as such: each piece between tags and separators.
  [[nodiscard]] bool above_markup(std::string_view bytes) const;

 private:
  text::SecrecyLevel ceiling_;
  std::vector<std::string> unmarked_;
};

/// The beginning of a text, enough for marks and numbers in its head.
[[nodiscard]] std::string head_of(std::span<const std::string> pages);

/// Whether there is anything but blanks in it: a DOCX around a scanned picture has pages, no text.
[[nodiscard]] bool has_text(std::span<const std::string> pages);

}  // namespace guidang::receive
