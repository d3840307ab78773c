// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

}  // namespace guidang::extract
