// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/utf8.h"

namespace guidang::extract {

/// A PDF of the bodies of its objects, which are numbered from 1; the first is the catalogue.
inline std::string pdf_of(const std::vector<std::string>& objects, std::string_view trailer = "") {
  std::string out = "%PDF-1.4\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  return fmt::format("{}{}trailer\n<</Size {}/Root 1 0 R{}>>\nstartxref\n{}\n%%EOF\n", out, table,
                     objects.size() + 1, trailer, out.size());
}

inline std::string pdf_stream(std::string_view bytes, std::string_view dictionary = "") {
  return fmt::format("<</Length {}{}>>stream\n{}\nendstream", bytes.size(), dictionary, bytes);
}

/// What draws `text` with its beginning at a place, in points from the lower left corner.
inline std::string pdf_text(double x, double y, std::string_view text, double size = 16) {
  std::string hex;
  for (std::size_t at = 0; at < text.size();) {
    hex += fmt::format("{:04X}", static_cast<std::uint32_t>(text::next(text, at)));
  }
  return fmt::format("BT /F1 {} Tf {} {} Td <{}> Tj ET\n", size, x, y, hex);
}

/// The fonts that pdf_text writes in, as objects 3 to 5.
inline std::vector<std::string> pdf_start(std::string_view kids, std::string_view catalogue = "") {
  return {fmt::format("<</Type/Catalog/Pages 2 0 R{}>>", catalogue),
          fmt::format("<</Type/Pages/Kids[{}]/Count {}>>", kids,
                      std::count(kids.begin(), kids.end(), 'R')),
          "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H"
          "/DescendantFonts[4 0 R]>>",
          "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/FontDescriptor 5 0 R/DW 1000"
          "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>",
          "<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]"
          "/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 683/StemV 80>>"};
}

inline std::string pdf_page(int contents, std::string_view more = "") {
  return fmt::format(
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
      "/Contents {} 0 R{}>>",
      contents, more);
}

/// One page of A4 with what `contents` draws.
inline std::string one_page_pdf(std::string_view contents, std::string_view page = "",
                                std::string_view catalogue = "",
                                const std::vector<std::string>& more = {},
                                std::string_view trailer = "") {
  std::vector<std::string> objects = pdf_start("6 0 R", catalogue);
  objects.push_back(pdf_page(7, page));
  objects.push_back(pdf_stream(contents));
  objects.insert(objects.end(), more.begin(), more.end());
  return pdf_of(objects, trailer);
}

}  // namespace guidang::extract
