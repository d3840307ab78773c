// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/files/fd.h"
#include "pipeline/register/register.h"

namespace guidang {

/// A file whose bytes wait in quarantine/.
struct Quarantined {
  std::string batch{};
  std::string path{};
  std::string digest{};
  std::string code{};  ///< of the finding that says why
  friend bool operator==(const Quarantined&, const Quarantined&) = default;
};

/// What waits, by batch and path; files that a mended copy has replaced are left out.
[[nodiscard]] std::vector<Quarantined> quarantined(Register& registry);

/// The bytes, or none when they are gone. `folder` is quarantine/.
[[nodiscard]] files::Fd open_quarantined(const std::filesystem::path& folder,
                                         const std::string& digest);

/// Removes the bytes and reasons of what no row of the register calls quarantined any longer:
/// received since, as the same bytes. How many.
std::size_t clear_quarantine(const std::filesystem::path& folder, Register& registry);

}  // namespace guidang
