// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "stages/extract/readers/ofd/document.h"
#include "stages/extract/readers/ofd/package.h"

namespace guidang::extract::ofd {

/// What the signatures of a package say of its files. The signed values themselves (the keys, the
/// certificates, the seals) are not verified.
struct SignatureReport {
  std::uint64_t count = 0;
  std::uint64_t good = 0;  ///< references whose digest agrees
  std::uint64_t bad = 0;   ///< those whose digest differs or whose file is gone
  std::uint64_t unchecked = 0;
  std::set<std::string> bad_paths{};
};

/// Adds the signatures of one body.
void check_signatures(Package& package, const Body& body, SignatureReport& report);

}  // namespace guidang::extract::ofd
