// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/word_styles.h"

#include <charconv>
#include <optional>
#include <utility>
#include <vector>

namespace guidang::extract {
namespace {

/// Styles that are based on one another; writers nest five.
constexpr std::size_t kDeepest = 32;
constexpr std::size_t kMostStyles = 20'000;
/// 20 twips are a point.
constexpr double kTwip = 2540.0 / 1440;

std::string value_of(const xml::Reader& reader) { return reader.attribute("val").value_or(""); }

std::optional<std::int32_t> number(std::string_view text) {
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end == text.data()) return std::nullopt;
  return value;
}

std::optional<Align> align_of(std::string_view word) {
  if (word == "center" || word == "distribute") return Align::centre;
  if (word == "right" || word == "end") return Align::right;
  if (word == "left" || word == "start" || word == "both") return Align::left;
  return std::nullopt;
}

/// Left edge and first line; in characters, of which a line has 28, where only these are given.
std::optional<std::int32_t> indent_of(const xml::Reader& reader) {
  constexpr double kCharacter = 5.57;  // of 156 mm; these attributes count hundredths of it
  double sum = 0;
  const auto add = [&](const char* length, const char* characters) {
    const auto exact = number(reader.attribute(length).value_or(""));
    const auto counted = number(reader.attribute(characters).value_or(""));
    if (exact) {
      sum += *exact * kTwip;
    } else if (counted) {
      sum += *counted * kCharacter;
    }
  };
  add("left", "leftChars");
  add("start", "startChars");
  add("firstLine", "firstLineChars");
  constexpr double kMost = 1e6;
  if (sum <= 0 || sum > kMost) return std::nullopt;
  return static_cast<std::int32_t>(sum);
}

/// The part without styles of tables and the list of latent ones: nine tenths of what common
/// templates hold. Parts written in another way stay whole.
std::string essentials(std::string_view part) {
  constexpr std::size_t kShort = 16'384;
  constexpr std::string_view kStyle = "<w:style ";
  constexpr std::string_view kEnd = "</w:style>";
  const std::size_t root = part.find("<w:styles");
  if (part.size() < kShort || root == std::string_view::npos) return std::string{part};
  std::string out{part.substr(0, part.find('>', root) + 1)};
  constexpr std::string_view kDefaults = "<w:docDefaults>";
  constexpr std::string_view kDefaultsEnd = "</w:docDefaults>";
  const std::size_t defaults = part.find(kDefaults, root);
  const std::size_t defaults_end = part.find(kDefaultsEnd, root);
  if (defaults < defaults_end && defaults_end != std::string_view::npos) {
    out += part.substr(defaults, defaults_end + kDefaultsEnd.size() - defaults);
  }
  for (std::size_t at = part.find(kStyle, root); at != std::string_view::npos;) {
    const std::size_t end = part.find(kEnd, at);
    if (end == std::string_view::npos) break;
    const std::string_view tag = part.substr(at, part.find('>', at) - at);
    const bool of_text = tag.find("\"table\"") == std::string_view::npos &&
                         tag.find("\"numbering\"") == std::string_view::npos;
    if (of_text) out += part.substr(at, end + kEnd.size() - at);
    at = part.find(kStyle, end);
  }
  return out + "</w:styles>";
}

}  // namespace

void add_word_property(const xml::Reader& reader, StyleChange& change) {
  const std::string_view name = reader.name();
  if (name == "jc") {
    if (const auto align = align_of(value_of(reader))) change.align = align;
  } else if (name == "sz") {
    const auto halves = number(value_of(reader));
    if (halves && size_of_points(*halves / 2.0) > 0) change.size = size_of_points(*halves / 2.0);
  } else if (name == "color") {
    if (const auto colour = hex_colour(value_of(reader))) change.colour = colour;
  } else if (name == "b") {
    const std::string value = value_of(reader);
    change.bold = value.empty() || value == "1" || value == "true" || value == "on";
  } else if (name == "rFonts") {
    const Face face = face_of(reader.attribute("eastAsia").value_or(""));
    if (face != Face::unknown) change.face = face;
  } else if (name == "outlineLvl") {
    const auto level = number(value_of(reader));
    if (level)
      change.outline = *level >= 0 && *level < 9 ? static_cast<std::uint8_t>(*level + 1) : 0;
  } else if (name == "ind") {
    if (const auto indent = indent_of(reader)) change.indent = indent;
  }
}

void WordStyles::read(std::string_view part, const Limits& limits) {
  const std::string text = essentials(part);
  xml::Reader reader{text, "styles", {limits.zip_entry_bytes, limits.nesting, 100'000'000}};
  std::string id;
  std::optional<Style> style;
  bool in_defaults = false;
  while (reader.next() && styles_.size() < kMostStyles) {
    const std::string_view name = reader.name();
    if (reader.event() == xml::Event::end) {
      if (name == "docDefaults") in_defaults = false;
      if (name == "style" && style) styles_[id] = *std::exchange(style, std::nullopt);
    } else if (reader.event() == xml::Event::start) {
      if (name == "docDefaults") {
        in_defaults = true;
      } else if (name == "style") {
        id = reader.attribute("styleId").value_or("");
        style.emplace();
        const std::string usual = reader.attribute("default").value_or("");
        const bool paragraph = reader.attribute("type").value_or("") == "paragraph";
        if (paragraph && (usual == "1" || usual == "true")) usual_ = id;
      } else if (name == "basedOn" && style) {
        style->based_on = value_of(reader);
      } else if (name == "name" && style) {
        const std::string called = value_of(reader);
        const bool title = called == "Title" || called == "title" || called == "标题";
        if (title) style->change.outline = kTitleOutline;
      } else if (style || in_defaults) {
        add_word_property(reader, style ? style->change : defaults_);
      }
    }
  }
}

const LineStyle& WordStyles::paragraph(const std::string& id) {
  const auto known = resolved_.find(id);
  if (known != resolved_.end()) return known->second;
  LineStyle look{.align = Align::left, .size = 1000};
  defaults_.apply_to(look);
  std::vector<const Style*> chain;
  const std::string* at = styles_.contains(id) ? &id : &usual_;
  while (chain.size() < kDeepest) {
    const auto found = styles_.find(*at);
    if (found == styles_.end()) break;
    chain.push_back(&found->second);
    at = &found->second.based_on;
  }
  for (auto style = chain.rbegin(); style != chain.rend(); ++style) (*style)->change.apply_to(look);
  if (resolved_.size() >= kMostStyles) resolved_.clear();
  return resolved_.emplace(id, look).first->second;
}

void WordStyles::apply_run(const std::string& id, LineStyle& style) const {
  const auto found = styles_.find(id);
  if (found != styles_.end()) found->second.change.apply_to(style);
}

}  // namespace guidang::extract
