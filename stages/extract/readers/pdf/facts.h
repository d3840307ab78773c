// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pipeline/reader.h"

namespace poppler {
class document;
}

/// What a PDF says of itself, apart from its text.
namespace guidang::extract::pdf {

/// Version, dates, program, fonts and protection to `technical`, the title and its like to
/// `properties`.
void add_facts(const poppler::document& document, Extraction& result);

/// "D:20201104103014+08'00'" as "2020-11-04T10:30:14+08:00", as far as it goes; "" when it is no
/// date.
[[nodiscard]] std::string iso_date(std::string_view date);

/// "PDF/A-1b" when the metadata (XMP) claims a part and level of ISO 19005, else "".
[[nodiscard]] std::string claimed_pdf_a(std::string_view xmp);

/// UTF-16 as poppler gives it; a lone surrogate becomes U+FFFD.
[[nodiscard]] std::string utf8(std::basic_string_view<unsigned short> text);

}  // namespace guidang::extract::pdf
