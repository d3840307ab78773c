// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pipeline/xml/document.h"

namespace guidang::xml {

enum class Scripts : unsigned char { drop, keep };

/// Any HTML as a tree whose root is `html`; names in lower case. `utf8` is already decoded: what
/// the page says of its encoding is ignored, since the parser gives up at the first character
/// outside a declared GB2312. Mistakes in the markup are repaired, never an error; only the limits
/// are. `Scripts::drop` leaves out script, style, noscript and template.
ParseResult parse_html(std::string_view utf8, std::string source, Scripts scripts = Scripts::drop,
                       const Limits& limits = {});

}  // namespace guidang::xml
