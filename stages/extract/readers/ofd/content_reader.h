// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/xml/reader.h"
#include "stages/extract/readers/ofd/piece.h"
#include "stages/extract/readers/ofd/text_code.h"

namespace guidang::extract::ofd {

/// What is met while contents are read and is no text.
struct Counts {
  std::uint64_t urls = 0;         ///< actions that open a place outside
  std::uint64_t starting = 0;     ///< actions that open an attachment, play a sound or a film
  std::uint64_t glyphs_only = 0;  ///< text objects that draw glyphs and tell no characters
};

/// An ID or a reference to one; 0 when it is none.
[[nodiscard]] std::uint64_t id_of(std::string_view text);
[[nodiscard]] std::uint64_t id_attribute(const xml::Reader& reader, std::string_view name);
[[nodiscard]] std::string text_attribute(const xml::Reader& reader, std::string_view name);

/// Takes the graphic objects out of a stream of XML events, wherever they stand: blocks within
/// blocks only group. What fills or clips an object is no text of it.
class ContentReader {
 public:
  explicit ContentReader(Counts& counts) : counts_(counts) {}

  /// Each event of the part, in order. Objects go to `content`; when it is null they are passed
  /// over.
  void event(const xml::Reader& reader, Content* content);

  /// The element at hand, and those around it: 0 is the innermost. "" when there is none.
  [[nodiscard]] std::string_view open(std::size_t above) const;

 private:
  void start(const xml::Reader& reader, Content* content);
  void end(Content* content);
  void action(std::string_view name);

  Counts& counts_;
  std::vector<std::string> open_{};
  std::size_t skip_from_ = 0;  ///< depth (1-based) of the element whose inside is skipped; 0 = none
  TextCode code_{};
  std::string characters_{};
  bool has_glyphs_ = false;
  bool has_characters_ = false;
};

}  // namespace guidang::extract::ofd
