// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/rtf/code_pages.h"

#include <array>
#include <utility>

namespace guidang::extract::rtf {
namespace {

constexpr std::int32_t kWestern = 1252;

bool is_double_byte(std::int32_t code_page) {
  return code_page == 932 || code_page == 936 || code_page == 949 || code_page == 950 ||
         code_page == 54936;
}

std::string encoding_of(std::int32_t code_page) {
  switch (code_page) {
    case 936:
    case 54936:
      return "GB18030";
    case 950:
      return "BIG5";
    case 10000:
      return "MACINTOSH";
    case 65001:
      return "UTF-8";
    default:
      return "CP" + std::to_string(code_page);
  }
}

}  // namespace

std::int32_t code_page_of(const Font& font, std::int32_t document) {
  constexpr std::array<std::pair<std::int32_t, std::int32_t>, 15> kCharsets{{
      {77, 10000},
      {128, 932},
      {129, 949},
      {134, 936},
      {136, 950},
      {161, 1253},
      {162, 1254},
      {163, 1258},
      {177, 1255},
      {178, 1256},
      {186, 1257},
      {204, 1251},
      {222, 874},
      {238, 1250},
      {0, kWestern},
  }};
  if (font.code_page != 0) return font.code_page;
  // Word writes Chinese in Western fonts too, in the document's code page.
  if (font.charset == 0 && is_double_byte(document)) return document;
  for (const auto& [charset, code_page] : kCharsets) {
    if (charset == font.charset) return code_page;
  }
  return document;
}

text::Converted CodePages::decode(std::string_view bytes, std::int32_t code_page) {
  auto known = converters_.find(code_page);
  if (known == converters_.end()) {
    auto converter = text::Converter::to_utf8(encoding_of(code_page));
    // Not kept under its own number: a file may invent any.
    if (!converter && code_page != kWestern) return decode(bytes, kWestern);
    known = converters_.emplace(code_page, std::move(*converter)).first;
  }
  return known->second.convert(bytes);
}

}  // namespace guidang::extract::rtf
