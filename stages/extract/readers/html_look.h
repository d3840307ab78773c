// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/reader.h"
#include "pipeline/xml/html.h"

namespace guidang::extract {

/// Lays over `look` what an element says plainly of its text: its name, `align`, the attributes of
/// `font`, and `css`, its style attribute in small letters without blanks. Style sheets are not
/// applied.
void apply_html_look(const xml::Node& node, std::string_view name, std::string_view css,
                     LineStyle& look);

}  // namespace guidang::extract
