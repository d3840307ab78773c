// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/pdf/facts.h"

#include <fmt/format.h>
#include <poppler/cpp/poppler-document.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include "pipeline/technical.h"
#include "pipeline/text/decode.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/readers.h"

namespace guidang::extract::pdf {
namespace {

constexpr std::size_t kFontNames = 50;
/// Poppler loads the fonts of each page anew, which costs as much as its text: nothing is said of
/// the fonts of longer files rather than of a part of them.
constexpr int kFontPages = 200;

using Name = std::pair<std::string_view, std::string_view>;

/// PRONOM identifiers by what the file calls itself.
constexpr std::array kPuids{
    Name{"1.0", "fmt/14"},       Name{"1.1", "fmt/15"},       Name{"1.2", "fmt/16"},
    Name{"1.3", "fmt/17"},       Name{"1.4", "fmt/18"},       Name{"1.5", "fmt/19"},
    Name{"1.6", "fmt/20"},       Name{"1.7", "fmt/276"},      Name{"2.0", "fmt/1129"},
    Name{"PDF/A-1a", "fmt/95"},  Name{"PDF/A-1b", "fmt/354"}, Name{"PDF/A-2a", "fmt/476"},
    Name{"PDF/A-2b", "fmt/477"}, Name{"PDF/A-2u", "fmt/478"}, Name{"PDF/A-3a", "fmt/479"},
    Name{"PDF/A-3b", "fmt/480"}, Name{"PDF/A-3u", "fmt/481"},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The value of an element or attribute of this name, up to `most` letters and digits.
std::string value_of(std::string_view xmp, std::string_view name, std::size_t most) {
  const std::size_t at = xmp.find(name);
  if (at == std::string_view::npos) return {};
  std::string_view rest = xmp.substr(at + name.size());
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n=\"'>"), rest.size()));
  std::string value;
  for (const char c : rest.substr(0, most)) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (!letter && !is_digit(c)) break;
    value += c;
  }
  return value;
}

void add_version(const poppler::document& document, Extraction& result) {
  int major = 0;
  int minor = 0;
  document.get_pdf_version(&major, &minor);
  std::string version = claimed_pdf_a(utf8(document.metadata()));
  if (version.empty()) version = fmt::format("{}.{}", major, minor);
  add_technical(result, technical::kFormatVersion, version);
  for (const auto& [name, puid] : kPuids) {
    if (name == version) add_technical(result, technical::kPuid, puid);
  }
}

void add_info(const poppler::document& document, Extraction& result) {
  constexpr std::array kTexts{Name{"Title", "title"}, Name{"Author", "author"},
                              Name{"Subject", "subject"}, Name{"Keywords", "keywords"}};
  constexpr std::array kDates{Name{"CreationDate", technical::kCreated},
                              Name{"ModDate", technical::kModified}};
  std::string creator;
  std::string producer;
  std::vector<std::string> keys = document.info_keys();
  std::ranges::sort(keys);
  for (const std::string& key : keys) {
    const std::string value = utf8(document.info_key(key));
    const auto is_key = [&](const Name& name) { return name.first == key; };
    if (const auto* text = std::ranges::find_if(kTexts, is_key); text != kTexts.end()) {
      add_property(result, text->second, value);
    } else if (const auto* date = std::ranges::find_if(kDates, is_key); date != kDates.end()) {
      add_technical(result, date->second, iso_date(value));
    } else if (key == "Creator") {
      creator = value;
    } else if (key == "Producer") {
      producer = value;
    } else if (key != "Trapped") {
      const std::string name = text::is_utf8(key) ? key : text::decode(key).text;
      add_property(result, "custom:" + name, value);
    }
  }
  if (creator.empty() || producer.empty() || creator == producer) {
    add_technical(result, technical::kProgram, creator.empty() ? producer : creator);
  } else {
    add_technical(result, technical::kProgram, creator + " / " + producer);
  }
}

void add_fonts(const poppler::document& document, Extraction& result) {
  if (document.pages() > kFontPages) return;
  std::set<std::string> missing;
  std::size_t embedded = 0;
  for (const poppler::font_info& font : document.fonts()) {
    if (font.is_embedded()) {
      ++embedded;
    } else {
      const std::string name = font.name();
      missing.insert(text::is_utf8(name) ? name : text::decode(name, "GB18030").text);
    }
  }
  add_technical(result, technical::kFontsEmbedded, std::to_string(embedded));
  add_technical(result, technical::kFontsMissing, std::to_string(missing.size()));
  std::string names;
  std::size_t count = 0;
  for (const std::string& name : missing) {
    if (++count > kFontNames) break;
    names += (names.empty() ? "" : ", ") + (name.empty() ? "(without a name)" : name);
  }
  add_technical(result, technical::kFontsMissingNames, names);
}

void add_protection(const poppler::document& document, Extraction& result) {
  using Permission = std::pair<poppler::permission_enum, std::string_view>;
  constexpr std::array kPermissions{
      Permission{poppler::perm_print, "printing"}, Permission{poppler::perm_change, "changing"},
      Permission{poppler::perm_copy, "copying"}, Permission{poppler::perm_add_notes, "commenting"}};
  if (!document.is_encrypted()) return;
  std::string denied;
  for (const auto& [permission, word] : kPermissions) {
    if (document.has_permission(permission)) continue;
    denied += (denied.empty() ? "" : ", ") + std::string{word};
  }
  add_technical(result, technical::kProtection,
                denied.empty() ? "encrypted, opens without a password" : denied + " not permitted");
}

}  // namespace

std::string utf8(std::basic_string_view<unsigned short> text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    const bool pair = c >= 0xD800 && c < 0xDC00 && i + 1 < text.size() && text[i + 1] >= 0xDC00 &&
                      text[i + 1] < 0xE000;
    if (pair) c = 0x10000 + ((c - 0xD800) << 10) + (text[++i] - 0xDC00U);
    text::append(out, c);
  }
  return out;
}

std::string iso_date(std::string_view date) {
  if (date.starts_with("D:")) date.remove_prefix(2);
  std::string out;
  constexpr std::array<std::pair<std::string_view, std::size_t>, 6> kParts{
      {{"", 4}, {"-", 2}, {"-", 2}, {"T", 2}, {":", 2}, {":", 2}}};
  for (const auto& [before, digits] : kParts) {
    const std::string_view part = date.substr(0, digits);
    if (part.size() < digits || !std::ranges::all_of(part, is_digit)) break;
    out += before;
    out += part;
    date.remove_prefix(digits);
  }
  if (out.size() < 4) return {};
  // An hour alone is no time in ISO 8601's extended form.
  if (out.size() == 13) out += ":00";
  if (out.size() < 16) return out;
  if (date.starts_with('Z')) return out + 'Z';
  if (date.size() < 3 || (date[0] != '+' && date[0] != '-')) return out;
  const std::string_view hours = date.substr(1, 2);
  std::string_view minutes = date.size() >= 6 && date[3] == '\'' ? date.substr(4, 2) : "00";
  if (!std::ranges::all_of(hours, is_digit) || !std::ranges::all_of(minutes, is_digit)) return out;
  if (hours > "14" || minutes > "59") return out;  // no such place on Earth
  return fmt::format("{}{}{}:{}", out, date[0], hours, minutes);
}

std::string claimed_pdf_a(std::string_view xmp) {
  const std::string part = value_of(xmp, "pdfaid:part", 1);
  if (part.empty() || !is_digit(part[0])) return {};
  std::string level = value_of(xmp, "pdfaid:conformance", 1);
  for (char& c : level) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return "PDF/A-" + part + level;
}

void add_facts(const poppler::document& document, Extraction& result) {
  add_version(document, result);
  add_info(document, result);
  add_fonts(document, result);
  add_protection(document, result);
}

}  // namespace guidang::extract::pdf
