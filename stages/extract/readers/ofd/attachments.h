// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "pipeline/reader.h"
#include "stages/extract/readers/ofd/document.h"
#include "stages/extract/readers/ofd/package.h"

namespace guidang::extract::ofd {

/// A file that hangs on a document.
struct Attachment {
  Member member{};
  const files::ZipEntry* entry = nullptr;  ///< lives as long as the package
};

/// Adds those of one document, in the order of its list. A missing one fails.
void add_attachments(Package& package, const DocumentRoot& root, std::vector<Attachment>& found);

}  // namespace guidang::extract::ofd
