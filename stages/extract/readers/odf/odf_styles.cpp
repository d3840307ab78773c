// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/odf/odf_styles.h"

#include <charconv>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace guidang::extract {
namespace {

constexpr std::size_t kDeepest = 32;
constexpr std::size_t kMostStyles = 20'000;

std::string attribute(const xml::Reader& reader, std::string_view name) {
  return reader.attribute(name).value_or("");
}

std::optional<Align> align_of(std::string_view word) {
  if (word == "center") return Align::centre;
  if (word == "end" || word == "right") return Align::right;
  if (word == "start" || word == "left" || word == "justify") return Align::left;
  return std::nullopt;
}

std::uint8_t level_of(std::string_view text) {
  unsigned level = 0;
  std::from_chars(text.data(), text.data() + text.size(), level);
  return level <= 9 ? static_cast<std::uint8_t>(level) : 0;
}

/// The Asian form first: that is what Chinese text has.
std::string asian(const xml::Reader& reader, const char* asian, const char* western) {
  std::string value = attribute(reader, asian);
  return value.empty() ? attribute(reader, western) : value;
}

void add_text_properties(const xml::Reader& reader, StyleChange& change) {
  const std::string size = asian(reader, "font-size-asian", "font-size");
  if (size.ends_with('%')) {
    unsigned percent = 0;
    std::from_chars(size.data(), size.data() + size.size(), percent);
    if (percent > 0 && percent <= 1000) change.percent = static_cast<std::uint16_t>(percent);
  } else if (const auto points = points_of(size); points && size_of_points(*points) > 0) {
    change.size = size_of_points(*points);
  }
  if (const auto colour = hex_colour(attribute(reader, "color"))) change.colour = colour;
  const std::string weight = asian(reader, "font-weight-asian", "font-weight");
  if (!weight.empty()) change.bold = weight == "bold" || weight >= "600";
  std::string font = asian(reader, "font-name-asian", "font-name");
  if (font.empty()) font = asian(reader, "font-family-asian", "font-family");
  if (const Face face = face_of(font); face != Face::unknown) change.face = face;
}

void add_paragraph_properties(const xml::Reader& reader, StyleChange& change) {
  if (const auto align = align_of(attribute(reader, "text-align"))) change.align = align;
  const std::string border = attribute(reader, "border-bottom");
  if (!border.empty()) change.rule_below = border != "none";
  constexpr double kHundredths = 2540.0 / 72;
  const double indent = points_of(attribute(reader, "margin-left")).value_or(0) +
                        points_of(attribute(reader, "text-indent")).value_or(0);
  if (indent > 0 && indent < 1e5) change.indent = static_cast<std::int32_t>(indent * kHundredths);
}

std::string key(std::string_view family, std::string_view name) {
  return std::string{family} + '/' + std::string{name};
}

}  // namespace

void OdfStyles::event(const xml::Reader& reader) {
  if (reader.event() == xml::Event::start) return start(reader);
  if (!in_style_ || reader.event() != xml::Event::end) return;
  const std::string_view name = reader.name();
  if (name != "style" && name != "default-style") return;
  in_style_ = false;
  if (styles_.size() >= kMostStyles) return;
  styles_[key(open_.family, usual_ ? std::string_view{} : open_name_)] = std::move(open_);
}

void OdfStyles::start(const xml::Reader& reader) {
  const std::string_view name = reader.name();
  if (name == "style" || name == "default-style") {
    if (!reader.namespace_uri().ends_with(":style:1.0")) return;
    open_ = {.parent = attribute(reader, "parent-style-name"),
             .family = attribute(reader, "family")};
    open_name_ = attribute(reader, "name");
    in_style_ = true;
    usual_ = name == "default-style";
    if (open_name_ == "Title" || attribute(reader, "display-name") == "标题") {
      open_.change.outline = kTitleOutline;
    } else if (const std::uint8_t level = level_of(attribute(reader, "default-outline-level"))) {
      open_.change.outline = level;
    }
  } else if (in_style_ && name == "text-properties") {
    add_text_properties(reader, open_.change);
  } else if (in_style_ && name == "paragraph-properties") {
    add_paragraph_properties(reader, open_.change);
  }
}

const LineStyle& OdfStyles::paragraph(const std::string& name) {
  if (const auto known = resolved_.find(name); known != resolved_.end()) return known->second;
  constexpr std::string_view kFamily = "paragraph";
  std::vector<const Style*> chain;
  std::string at = key(kFamily, name);
  while (!name.empty() && chain.size() < kDeepest) {
    const auto found = styles_.find(at);
    if (found == styles_.end()) break;
    chain.push_back(&found->second);
    if (found->second.parent.empty()) break;
    at = key(kFamily, found->second.parent);
  }
  LineStyle look{.align = Align::left, .size = 1200};
  if (const auto usual = styles_.find(key(kFamily, "")); usual != styles_.end()) {
    usual->second.change.apply_to(look);
  }
  for (auto style = chain.rbegin(); style != chain.rend(); ++style) (*style)->change.apply_to(look);
  if (resolved_.size() >= kMostStyles) resolved_.clear();
  return resolved_.emplace(name, look).first->second;
}

void OdfStyles::apply_text(const std::string& name, LineStyle& look) const {
  const auto found = styles_.find(key("text", name));
  if (found != styles_.end()) found->second.change.apply_to(look);
}

}  // namespace guidang::extract
