// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "stages/extract/readers/ooxml_package.h"
#include "stages/extract/readers/text_builder.h"

namespace guidang::extract {

/// Adds the text of one DrawingML part (slide, notes, diagram) to `out`: paragraphs are lines, in
/// the order of the shapes, rows of tables as `TextBuilder` makes them. Heads and feet go to
/// `heads` and `feet`; numbers of slides and the second form of what a file holds twice
/// (mc:Fallback) are left out. What is wrong is the package's error.
void add_slide_text(OoxmlPackage& package, const std::string& path, TextBuilder& out,
                    DistinctTexts& heads, DistinctTexts& feet);

}  // namespace guidang::extract
