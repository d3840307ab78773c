// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "pipeline/reader.h"

namespace guidang::extract {

/// Adds what the bytes of one property set ([MS-OLEPS]) say: properties title, subject, keywords,
/// category, creator, description, last_modified_by and company; the facts created, modified and
/// program. False when it cannot be read.
[[nodiscard]] bool add_property_set(std::string_view bytes, Extraction& extraction);

}  // namespace guidang::extract
