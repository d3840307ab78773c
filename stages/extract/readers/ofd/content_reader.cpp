// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/content_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "pipeline/text/utf8.h"

namespace guidang::extract::ofd {
namespace {

bool no_text_of_its_own(std::string_view name) {
  return name == "FillColor" || name == "StrokeColor" || name == "Clips";
}

Matrix placing(const xml::Reader& reader) {
  const std::vector<double> box = numbers(text_attribute(reader, "Boundary"), 2);
  const Matrix own = matrix(text_attribute(reader, "CTM")).value_or(Matrix{});
  return box.size() < 2 ? own : shift({box[0], box[1]}) * own;
}

TextCode text_object(const xml::Reader& reader) {
  TextCode code;
  code.id = id_attribute(reader, "ID");
  code.size = number(text_attribute(reader, "Size")).value_or(0);
  code.h_scale = number(text_attribute(reader, "HScale")).value_or(1);
  if (code.h_scale <= 0) code.h_scale = 1;
  const double direction = number(text_attribute(reader, "ReadDirection")).value_or(0);
  code.downwards = direction == 90 || direction == 270;
  code.matrix = placing(reader);
  constexpr double kBold = 600;
  code.ink.font = id_attribute(reader, "Font");
  code.ink.bold = number(text_attribute(reader, "Weight")).value_or(0) >= kBold;
  return code;
}

/// One number is grey, three are red, green and blue; four (CMYK) mean nothing here.
std::uint32_t colour_of(const xml::Reader& reader) {
  const std::vector<double> parts = numbers(text_attribute(reader, "Value"), 4);
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(std::clamp(parts[i], 0.0, 255.0));
  };
  if (parts.size() == 1) return byte(0) << 16 | byte(0) << 8 | byte(0);
  return parts.size() == 3 ? byte(0) << 16 | byte(1) << 8 | byte(2) : 0;
}

}  // namespace

std::uint64_t id_of(std::string_view text) {
  text = text::trim(text);
  std::uint64_t id = 0;
  std::from_chars(text.data(), text.data() + text.size(), id);
  return id;
}

std::uint64_t id_attribute(const xml::Reader& reader, std::string_view name) {
  return id_of(text_attribute(reader, name));
}

std::string text_attribute(const xml::Reader& reader, std::string_view name) {
  return reader.attribute(name).value_or("");
}

std::string_view ContentReader::open(std::size_t above) const {
  return open_.size() > above ? open_[open_.size() - 1 - above] : std::string_view{};
}

void ContentReader::event(const xml::Reader& reader, Content* content) {
  switch (reader.event()) {
    case xml::Event::start:
      open_.emplace_back(reader.name());
      if (skip_from_ == 0) start(reader, content);
      break;
    case xml::Event::text:
      if (skip_from_ == 0 && open(0) == "TextCode") characters_ += reader.text();
      break;
    case xml::Event::end:
      if (skip_from_ == 0) end(content);
      if (skip_from_ == open_.size()) skip_from_ = 0;
      if (!open_.empty()) open_.pop_back();
      break;
  }
}

void ContentReader::start(const xml::Reader& reader, Content* content) {
  const std::string_view name = open(0);
  if (no_text_of_its_own(name)) {
    if (name == "FillColor" && open(1) == "TextObject") code_.ink.colour = colour_of(reader);
    skip_from_ = open_.size();
  } else if (name == "TextObject") {
    code_ = text_object(reader);
    has_glyphs_ = has_characters_ = false;
  } else if (name == "Glyphs") {
    has_glyphs_ = true;
  } else if (name == "TextCode") {
    characters_.clear();
    // Where one does not say its place, it stands where the one before began.
    code_.at.x = number(text_attribute(reader, "X")).value_or(code_.at.x);
    code_.at.y = number(text_attribute(reader, "Y")).value_or(code_.at.y);
    code_.delta_x = text_attribute(reader, "DeltaX");
    code_.delta_y = text_attribute(reader, "DeltaY");
  } else if (name == "CompositeObject" && content != nullptr) {
    content->uses.push_back({id_attribute(reader, "ID"), id_attribute(reader, "ResourceID"),
                             placing(reader), content->pieces.size()});
  } else if (name == "ImageObject" && content != nullptr) {
    content->pictures.push_back(id_attribute(reader, "ResourceID"));
  } else if (open(1) == "Action") {
    action(name);
  }
}

void ContentReader::end(Content* content) {
  if (open(0) == "TextCode" && open(1) == "TextObject") {
    code_.text = std::move(characters_);
    characters_.clear();
    has_characters_ = has_characters_ || !text::trim(code_.text).empty();
    if (content != nullptr) add_pieces(code_, content->pieces);
  } else if (open(0) == "TextObject") {
    if (has_glyphs_ && !has_characters_) ++counts_.glyphs_only;
  }
}

void ContentReader::action(std::string_view name) {
  if (name == "URI") ++counts_.urls;
  if (name == "GotoA" || name == "Sound" || name == "Movie") ++counts_.starting;
}

}  // namespace guidang::extract::ofd
