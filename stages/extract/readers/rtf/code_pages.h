// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "pipeline/reader.h"
#include "pipeline/text/converter.h"

namespace guidang::extract::rtf {

struct Font {
  std::string name{};
  std::int32_t charset = 1;    ///< \fcharset; 1: that of the document
  std::int32_t code_page = 0;  ///< \cpg; 0: none
  Face face = Face::unknown;
};

inline constexpr std::int32_t kSymbolCharset = 2;

/// The code page of a font's bytes in a document whose own is `document`.
[[nodiscard]] std::int32_t code_page_of(const Font& font, std::int32_t document);

/// Bytes of Windows' and Macintosh's code pages to UTF-8; of an unknown one by Windows-1252.
class CodePages {
 public:
  [[nodiscard]] text::Converted decode(std::string_view bytes, std::int32_t code_page);

 private:
  std::map<std::int32_t, text::Converter> converters_{};
};

}  // namespace guidang::extract::rtf
