// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/xml/reader.h"
#include "stages/extract/readers/odf/odf_styles.h"
#include "stages/extract/readers/text_builder.h"

namespace guidang::extract {

/// White space of one paragraph as OpenDocument means it: a run of blanks is one, and none stands
/// at the beginning.
class OdfBlanks {
 public:
  [[nodiscard]] std::string collapse(std::string_view text);
  /// Something stands there that is no run of blanks.
  void solid() { after_blank_ = false; }

 private:
  bool after_blank_ = true;
};

/// The characters of text:s, text:tab and text:line-break; "" for other elements.
[[nodiscard]] std::string odf_space(const xml::Reader& reader);

/// Whether the text inside an element is none of the document: deleted text, comments, phonetic
/// guides, placeholders, forms, descriptions of pictures.
[[nodiscard]] bool odf_left_out(const xml::Reader& reader);

/// Makes text of OpenDocument markup, fed event by event: a paragraph or heading is a line, rows of
/// tables as `TextBuilder` makes them, what floats comes after the paragraph that holds it, notes
/// apart. Numbers of lists and of notes are not invented.
class OdfText {
 public:
  /// With `styles`, which must outlive it, the builder is told how the lines look.
  OdfText(TextBuilder& out, TextBuilder& notes, OdfStyles* styles = nullptr)
      : main_(out), notes_(notes), styles_(styles) {}

  void event(const xml::Reader& reader);

 private:
  enum class Tag : std::uint8_t { other, paragraph, row, cell, floating, note, span };
  struct Open {
    Tag tag = Tag::other;
    bool aside = false;
  };

  void start(const xml::Reader& reader);
  void end();
  void begin_paragraph(const xml::Reader& reader);
  void begin_span(const xml::Reader& reader);
  [[nodiscard]] Tag tag_of(const xml::Reader& reader) const;
  [[nodiscard]] TextBuilder& out() { return in_note_ > 0 ? notes_ : main_; }

  TextBuilder& main_;
  TextBuilder& notes_;
  OdfStyles* styles_;
  std::vector<LineStyle> looks_{};  ///< of the open paragraphs and spans; none without styles
  std::vector<Open> open_{};
  std::vector<OdfBlanks> paragraphs_{};  ///< the open ones
  std::vector<std::size_t> outer_{};     ///< paragraphs around each open cell, box or note
  std::size_t left_out_ = 0;             ///< depth (1-based) of what is left out; 0 for none
  int in_note_ = 0;
};

}  // namespace guidang::extract
