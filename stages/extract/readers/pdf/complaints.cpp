// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/pdf/complaints.h"

#include <poppler/cpp/poppler-global.h>

#include <algorithm>
#include <array>

namespace guidang::extract::pdf {
namespace {

/// Parts of poppler's messages that mean lost text. What it says of pictures, colours, links and
/// outlines costs none.
constexpr std::array<std::string_view, 27> kDamage{
    "in flate stream",
    "LZW stream",
    "ASCIIHex stream",
    "Unknown filter",
    "Bad filter name",
    "Bad 'Filter'",
    "Invalid object stream",
    "Unknown operator",
    "Too few (",
    "Unterminated",
    "Illegal character",
    "key must be a name object",
    "Page contents object",
    "Weird page contents",
    "Kid object",
    "Kids object",
    "Loop in Pages tree",
    "Top-level pages object is wrong type",
    "Invalid page",
    "Failed to create page",
    "XObject '",
    "Unknown font tag",
    "No font in",
    "Missing language pack",
    "CMap file for",
    "Unknown CMap",
    "Unknown character collection",
};

/// Of the functions that compute colours.
constexpr std::string_view kHarmless = "PostScript function";

}  // namespace

Complaints::Complaints() {
  poppler::set_debug_error_function(
      [](const std::string& message, void* self) { static_cast<Complaints*>(self)->hear(message); },
      this);
}

Complaints::~Complaints() {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
}

void Complaints::hear(std::string_view message) {
  const auto says = [&](std::string_view part) {
    return message.find(part) != std::string_view::npos;
  };
  if (!damage_.empty() || says(kHarmless) || !std::ranges::any_of(kDamage, says)) return;
  if (message.starts_with("poppler/")) message.remove_prefix(std::string_view{"poppler/"}.size());
  damage_ = message;
}

}  // namespace guidang::extract::pdf
