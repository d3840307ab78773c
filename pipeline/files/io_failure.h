// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/failure.h"

namespace guidang::files {

/// A Failure "doing path: reason" from an errno value; the advice fits the reason (full disk,
/// permission).
Failure io_failure(std::string_view doing, const std::filesystem::path& path, int error);

}  // namespace guidang::files
