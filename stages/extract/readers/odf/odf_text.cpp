// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/odf/odf_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

namespace guidang::extract {
namespace {

/// More blanks in a row than this are no text.
constexpr std::size_t kBlanks = 65'536;

bool is_drawing(const xml::Reader& reader) {
  return reader.namespace_uri().ends_with(":drawing:1.0");
}

}  // namespace

std::string OdfBlanks::collapse(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      out += c;
    } else if (!after_blank_) {
      out += ' ';
    }
    after_blank_ = blank;
  }
  return out;
}

std::string odf_space(const xml::Reader& reader) {
  if (reader.name() == "tab") return "\t";
  if (reader.name() == "line-break") return "\n";
  if (reader.name() != "s") return {};
  const std::string written = reader.attribute("c").value_or("1");
  std::size_t count = 1;
  std::from_chars(written.data(), written.data() + written.size(), count);
  return std::string(std::min(count, kBlanks), ' ');
}

bool odf_left_out(const xml::Reader& reader) {
  constexpr std::array<std::string_view, 11> kNames{
      "tracked-changes", "annotation", "note-citation",  "ruby-text",  "placeholder", "forms",
      "scripts",         "math",       "sequence-decls", "dde-source", "settings"};
  const std::string_view name = reader.name();
  if (std::ranges::find(kNames, name) != kNames.end()) return true;
  if (name.ends_with("-source")) return true;
  return (name == "title" || name == "desc") && reader.namespace_uri().find("svg") != name.npos;
}

OdfText::Tag OdfText::tag_of(const xml::Reader& reader) const {
  const std::string_view name = reader.name();
  if (is_drawing(reader)) {
    constexpr std::array<std::string_view, 13> kShapes{
        "text-box", "custom-shape", "rect",    "ellipse", "circle",    "line",           "path",
        "polygon",  "polyline",     "caption", "measure", "connector", "regular-polygon"};
    return std::ranges::find(kShapes, name) == kShapes.end() ? Tag::other : Tag::floating;
  }
  if (name == "p" || name == "h") return Tag::paragraph;
  if (name == "span") return Tag::span;
  if (name == "table-row") return Tag::row;
  if (name == "table-cell") return Tag::cell;
  if (name == "note-body") return Tag::note;
  return Tag::other;
}

void OdfText::event(const xml::Reader& reader) {
  switch (reader.event()) {
    case xml::Event::start:
      open_.push_back({.tag = tag_of(reader)});
      if (left_out_ != 0) break;
      if (odf_left_out(reader) || reader.name() == "covered-table-cell") {
        left_out_ = open_.size();
      } else {
        start(reader);
      }
      break;
    case xml::Event::text: {
      const std::size_t outer = outer_.empty() ? 0 : outer_.back();
      if (left_out_ == 0 && paragraphs_.size() > outer) {
        if (!looks_.empty()) out().style(looks_.back());
        out().text(paragraphs_.back().collapse(reader.text()));
      }
      break;
    }
    case xml::Event::end:
      if (left_out_ == 0) end();
      if (left_out_ == open_.size()) left_out_ = 0;
      if (!open_.empty()) open_.pop_back();
      break;
  }
}

void OdfText::start(const xml::Reader& reader) {
  const std::size_t outer = outer_.empty() ? 0 : outer_.back();
  const bool in_paragraph = paragraphs_.size() > outer;
  switch (open_.back().tag) {
    case Tag::paragraph:
      paragraphs_.emplace_back();
      begin_paragraph(reader);
      break;
    case Tag::span:
      begin_span(reader);
      break;
    case Tag::row:
      out().begin_row();
      break;
    case Tag::cell:
      outer_.push_back(paragraphs_.size());
      out().begin_cell();
      break;
    case Tag::floating:
      open_.back().aside = in_paragraph;
      if (in_paragraph) out().begin_aside();
      outer_.push_back(paragraphs_.size());
      break;
    case Tag::note:
      ++in_note_;
      outer_.push_back(paragraphs_.size());
      break;
    case Tag::other:
      if (const std::string space = odf_space(reader); in_paragraph && !space.empty()) {
        paragraphs_.back().solid();
        out().text(space);
      }
      break;
  }
}

void OdfText::begin_paragraph(const xml::Reader& reader) {
  if (styles_ == nullptr) return;
  LineStyle look = styles_->paragraph(reader.attribute("style-name").value_or(""));
  if (reader.name() == "h" && look.outline == 0) {
    const std::string level = reader.attribute("outline-level").value_or("1");
    if (level.size() == 1 && level >= "1" && level <= "9") {
      look.outline = static_cast<std::uint8_t>(level.front() - '0');
    }
  }
  looks_.push_back(look);
}

void OdfText::begin_span(const xml::Reader& reader) {
  if (styles_ == nullptr) return;
  LineStyle look = looks_.empty() ? LineStyle{} : looks_.back();
  styles_->apply_text(reader.attribute("style-name").value_or(""), look);
  looks_.push_back(look);
}

void OdfText::end() {
  const Open open = open_.empty() ? Open{} : open_.back();
  switch (open.tag) {
    case Tag::paragraph:
      if (!paragraphs_.empty()) paragraphs_.pop_back();
      if (!looks_.empty()) {
        out().style(looks_.back());
        looks_.pop_back();
      }
      out().new_line();
      break;
    case Tag::span:
      if (!looks_.empty()) looks_.pop_back();
      break;
    case Tag::row:
      out().end_row();
      break;
    case Tag::cell:
      outer_.pop_back();
      out().end_cell();
      break;
    case Tag::floating:
      outer_.pop_back();
      if (open.aside) out().end_aside();
      break;
    case Tag::note:
      outer_.pop_back();
      --in_note_;
      break;
    case Tag::other:
      break;
  }
}

}  // namespace guidang::extract
