// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "stages/extract/readers/ocr.h"
#include "stages/extract/readers/ofd/package.h"
#include "stages/extract/readers/ofd/page_content.h"
#include "stages/extract/readers/ofd/resources.h"

namespace guidang::extract::ofd {

/// What can be recognised in the pictures that a page draws itself (those of its templates are
/// letter-heads and backgrounds), one after the other. A picture that cannot be had, is too large
/// or of a kind that is not read (JBIG2) is a flaw.
[[nodiscard]] std::string text_of_pictures(Package& package, const Resources& resources,
                                           const PageContent& page, Recogniser& recogniser);

}  // namespace guidang::extract::ofd
