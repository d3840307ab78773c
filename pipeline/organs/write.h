// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "pipeline/organs/organ.h"

namespace guidang::organs {

/// A table as XML that `read_bytes` reads back. The same organs give the same bytes.
[[nodiscard]] std::string write_table(std::span<const Organ> organs);

}  // namespace guidang::organs
