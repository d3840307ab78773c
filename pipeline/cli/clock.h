// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

/// The only place that asks the wall clock; everything below is handed dates as values.
namespace guidang::cli {

/// `given` when it is set, else today in China (UTC+8), ISO.
[[nodiscard]] std::string as_of(const std::string& given);
/// Now, for journals only: "2024-01-31T08:00:00Z".
[[nodiscard]] std::string timestamp();

}  // namespace guidang::cli
