// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/clock.h"

#include <fmt/chrono.h>

#include <chrono>

#include "pipeline/calendar/date.h"
#include "pipeline/failure.h"

namespace guidang::cli {

std::string as_of(const std::string& given) {
  if (given.empty()) {
    const auto now = std::chrono::system_clock::now() + std::chrono::hours(8);
    return to_iso(Date(std::chrono::floor<std::chrono::days>(now)));
  }
  if (!parse_iso(given)) {
    throw Failure("'" + given + "' 不是日历上的一天 / is not a day of the calendar",
                  "写成 / write it like 2024-01-31", ExitStatus::usage);
  }
  return given;
}

std::string timestamp() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

}  // namespace guidang::cli
