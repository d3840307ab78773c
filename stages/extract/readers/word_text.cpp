// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/word_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>
#include <vector>

#include "pipeline/text/utf8.h"
#include "pipeline/xml/reader.h"
#include "stages/extract/readers/symbol_font.h"

namespace guidang::extract {
namespace {

/// Elements that matter; prefixes and namespaces differ between transitional, strict and drawing
/// markup while these names do not.
enum class Tag : std::uint8_t {
  other,
  properties,  ///< of paragraph, run, table, row, cell, section: hold no text
  paragraph,
  run_text,
  run,
  tab,
  line_break,
  symbol,
  no_break_hyphen,
  soft_hyphen,
  row,
  cell,
  text_box,
  text_path,
  alternatives,
  choice,
  fallback,
  field_properties,
  field,
  placeholder,
  deleted,
  note,
  left_out,
  borders,
  drawn_line,
  shape
};

constexpr std::array<std::pair<std::string_view, Tag>, 40> kTags{{
    {"pPr", Tag::properties},
    {"rPr", Tag::properties},
    {"tblPr", Tag::properties},
    {"tblGrid", Tag::properties},
    {"trPr", Tag::properties},
    {"tcPr", Tag::properties},
    {"sectPr", Tag::properties},
    {"p", Tag::paragraph},
    {"t", Tag::run_text},
    {"r", Tag::run},
    {"tab", Tag::tab},
    {"ptab", Tag::tab},
    {"br", Tag::line_break},
    {"cr", Tag::line_break},
    {"sym", Tag::symbol},
    {"noBreakHyphen", Tag::no_break_hyphen},
    {"softHyphen", Tag::soft_hyphen},
    {"tr", Tag::row},
    {"tc", Tag::cell},
    {"txbxContent", Tag::text_box},
    {"textpath", Tag::text_path},
    {"AlternateContent", Tag::alternatives},
    {"Choice", Tag::choice},
    {"Fallback", Tag::fallback},
    {"sdtPr", Tag::field_properties},
    {"sdt", Tag::field},
    {"showingPlcHdr", Tag::placeholder},
    {"del", Tag::deleted},
    {"footnote", Tag::note},
    {"endnote", Tag::note},
    {"moveFrom", Tag::left_out},
    {"delText", Tag::left_out},
    {"instrText", Tag::left_out},
    {"delInstrText", Tag::left_out},
    {"rt", Tag::left_out},
    {"tblPrEx", Tag::properties},
    {"sdtEndPr", Tag::properties},
    {"pBdr", Tag::borders},
    {"line", Tag::drawn_line},
    {"prstGeom", Tag::shape},
}};

Tag tag_of(std::string_view name) {
  for (const auto& [known, tag] : kTags) {
    if (known == name) return tag;
  }
  return Tag::other;
}

char32_t symbol(const xml::Reader& reader) {
  const std::string font = reader.attribute("font").value_or("");
  const std::string hex = reader.attribute("char").value_or("");
  std::uint32_t code = 0;
  if (std::from_chars(hex.data(), hex.data() + hex.size(), code, 16).ec != std::errc{}) {
    return text::kReplacement;
  }
  return symbol_meaning(font, code);
}

class WordText {
 public:
  WordText(TextBuilder& out, WordStyles* styles) : out_(out), styles_(styles) {}

  void event(const xml::Reader& reader) {
    switch (reader.event()) {
      case xml::Event::start:
        open_.push_back(tag_of(reader.name()));
        if (skip_from_ == 0) start(reader);
        break;
      case xml::Event::text:
        if (skip_from_ == 0 && parent() == Tag::run_text) {
          look();
          out_.text(reader.text());
        }
        break;
      case xml::Event::end:
        if (skip_from_ == 0) end();
        if (skip_from_ == open_.size()) skip_from_ = 0;
        if (!open_.empty()) open_.pop_back();
        break;
    }
  }

 private:
  [[nodiscard]] Tag parent(std::size_t above = 0) const {
    return open_.size() > above ? open_[open_.size() - 1 - above] : Tag::other;
  }
  void skip() { skip_from_ = open_.size(); }

  void start(const xml::Reader& reader) {
    const Tag around = parent(1);
    if (around == Tag::properties) return property(reader);
    if (around == Tag::borders) return border(reader);
    if (around == Tag::field_properties) return field_property();
    switch (parent()) {
      case Tag::paragraph:
        mark_deleted_.push_back(false);
        if (styles_ != nullptr) paragraphs_.push_back(styles_->paragraph(""));
        break;
      case Tag::run:
        if (!paragraphs_.empty()) run_ = paragraphs_.back();
        break;
      case Tag::drawn_line:
        rule();
        break;
      case Tag::shape: {
        const std::string form = reader.attribute("prst").value_or("");
        if (form == "line" || form == "straightConnector1") rule();
        break;
      }
      case Tag::tab:
        out_.text("\t");
        break;
      case Tag::line_break:
        out_.new_line();
        break;
      case Tag::symbol:
        add(symbol(reader));
        break;
      case Tag::no_break_hyphen:
        add(0x2011);
        break;
      case Tag::soft_hyphen:
        add(0x00AD);
        break;
      case Tag::row:
        out_.begin_row();
        row_deleted_.push_back(false);
        break;
      case Tag::cell:
        out_.begin_cell();
        break;
      case Tag::text_box:
        out_.begin_aside();
        break;
      case Tag::text_path:
        word_art(reader.attribute("string").value_or(""));
        break;
      case Tag::alternatives:
        chosen_.push_back(false);
        break;
      case Tag::choice:
      case Tag::fallback:
        // Forms of one and the same thing: the first is the one to take.
        if (chosen_.empty()) break;
        if (chosen_.back()) skip();
        chosen_.back() = true;
        break;
      case Tag::field:
        placeholder_.push_back(false);
        break;
      case Tag::note:
        if (reader.attribute("type").value_or("normal") != "normal") skip();
        break;
      case Tag::deleted:
      case Tag::left_out:
        skip();
        break;
      default:
        if (reader.name() == "sdtContent" && !placeholder_.empty() && placeholder_.back()) skip();
        break;
    }
  }

  /// Within properties only the marks of deletion count; `tab` is a tab stop there.
  void property(const xml::Reader& reader) {
    const Tag own = parent();
    if (own == Tag::properties || own == Tag::borders) return;  // rPr in pPr
    if (!paragraphs_.empty()) formatting(reader);
    if (own == Tag::deleted) {
      if (parent(2) == Tag::row && !row_deleted_.empty()) row_deleted_.back() = true;
      const bool of_mark = parent(2) == Tag::properties && parent(3) == Tag::paragraph;
      if (of_mark && !mark_deleted_.empty()) mark_deleted_.back() = true;
    }
    skip();
  }

  void formatting(const xml::Reader& reader) {
    const bool of_run = parent(2) == Tag::run;
    if (!of_run && parent(2) != Tag::paragraph) return;
    LineStyle& look = of_run ? run_ : paragraphs_.back();
    if (reader.name() == "pStyle" && !of_run) {
      look = styles_->paragraph(reader.attribute("val").value_or(""));
    } else if (reader.name() == "rStyle" && of_run) {
      styles_->apply_run(reader.attribute("val").value_or(""), look);
    } else {
      StyleChange change;
      add_word_property(reader, change);
      change.apply_to(look);
    }
  }

  void border(const xml::Reader& reader) {
    const std::string kind = reader.attribute("val").value_or("none");
    if (reader.name() == "bottom" && kind != "none" && kind != "nil") rule();
    skip();
  }

  void rule() {
    if (paragraphs_.empty()) return;
    paragraphs_.back().rule_below = true;
    run_.rule_below = true;
  }

  void look() {
    if (!paragraphs_.empty()) out_.style(run_);
  }

  void field_property() {
    if (parent() == Tag::placeholder && !placeholder_.empty()) placeholder_.back() = true;
    skip();
  }

  void end() {
    switch (parent()) {
      case Tag::paragraph:
        if (!paragraphs_.empty()) {
          out_.style(paragraphs_.back());
          paragraphs_.pop_back();
        }
        // A paragraph whose mark is deleted runs on into the next one.
        if (!take_last(mark_deleted_)) out_.new_line();
        break;
      case Tag::row:
        out_.end_row(!take_last(row_deleted_));
        break;
      case Tag::cell:
        out_.end_cell();
        break;
      case Tag::text_box:
        out_.end_aside();
        break;
      case Tag::alternatives:
        (void)take_last(chosen_);
        break;
      case Tag::field:
        (void)take_last(placeholder_);
        break;
      default:
        break;
    }
  }

  static bool take_last(std::vector<bool>& flags) {
    if (flags.empty()) return false;
    const bool last = flags.back();
    flags.pop_back();
    return last;
  }

  void add(char32_t c) {
    look();
    std::string bytes;
    text::append(bytes, c);
    out_.text(bytes);
  }

  void word_art(std::string_view text) {
    out_.begin_aside();
    out_.text(text);
    out_.end_aside();
  }

  TextBuilder& out_;
  WordStyles* styles_;
  std::vector<LineStyle> paragraphs_{};  ///< how the open ones look; none without styles
  LineStyle run_{};
  std::vector<Tag> open_{};
  std::size_t skip_from_ = 0;  ///< depth (1-based) of the element whose inside is skipped; 0 = none
  std::vector<bool> mark_deleted_{};  ///< by open paragraph
  std::vector<bool> row_deleted_{};   ///< by open row
  std::vector<bool> chosen_{};        ///< by open mc:AlternateContent
  std::vector<bool> placeholder_{};   ///< by open content control
};

}  // namespace

std::optional<xml::XmlError> add_word_text(std::string_view part, std::string name,
                                           const Limits& limits, TextBuilder& out,
                                           WordStyles* styles) {
  // The reader keeps no tree, so its nodes cost time only, which has a limit of its own.
  const xml::Limits parse{limits.zip_entry_bytes, limits.nesting, 100'000'000};
  xml::Reader reader{part, std::move(name), parse};
  WordText words{out, styles};
  while (reader.next() && !out.full()) words.event(reader);
  return reader.error();
}

}  // namespace guidang::extract
