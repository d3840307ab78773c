// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <string>

#include "pipeline/files/zip.h"
#include "stages/extract/limits.h"

namespace guidang::extract {

[[nodiscard]] inline files::ZipLimits zip_limits(const Limits& limits) {
  files::ZipLimits zip;
  zip.entries = limits.zip_entries;
  zip.ratio = limits.zip_ratio;
  zip.total_bytes = limits.zip_total_bytes;
  return zip;
}

/// For technical::kFlaw; "" when nothing stands behind the archive.
[[nodiscard]] inline std::string trailing_bytes(const files::ZipReader& zip) {
  if (zip.trailing() == 0) return {};
  return fmt::format("bytes behind the end of the ZIP archive: {}", zip.trailing());
}

}  // namespace guidang::extract
