// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/xml/error.h"
#include "stages/extract/limits.h"
#include "stages/extract/readers/text_builder.h"
#include "stages/extract/readers/word_styles.h"

namespace guidang::extract {

/// Adds the text of one WordprocessingML part (document, header, footer, notes) to `out`: a
/// paragraph a line, rows of tables as `TextBuilder` makes them, text boxes after the paragraph
/// that holds them. Deleted and moved-away text, field codes, placeholders, phonetic guides and the
/// second form of what a file holds twice (mc:Fallback) are left out; inserted and hidden text is
/// kept. With `styles` the builder is told how the lines look.
/// The answer is what is wrong with the part, if anything.
[[nodiscard]] std::optional<xml::XmlError> add_word_text(std::string_view part, std::string name,
                                                         const Limits& limits, TextBuilder& out,
                                                         WordStyles* styles = nullptr);

}  // namespace guidang::extract
