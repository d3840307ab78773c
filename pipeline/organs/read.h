// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/organs/organ.h"
#include "pipeline/profile/element.h"

namespace guidang::organs {

/// The section `organisations` of a profile. What cannot be used is in `flaws`, never thrown.
[[nodiscard]] Layer read_section(const profile::Element& section);

/// A file whose root is `<organisations>`, as templates/schema/organisations.rng says. `shown` is
/// what flaws call it. Throws Failure when it cannot be opened; what is in it never throws.
[[nodiscard]] Layer read_file(const std::filesystem::path& file, const std::string& shown);

/// The same from bytes.
[[nodiscard]] Layer read_bytes(std::string_view bytes, const std::string& shown);

/// 2018, 2018-03 or 2018-03-19: the first day that it means, or its last when `end`.
[[nodiscard]] std::optional<Date> read_day(std::string_view text, bool end);

}  // namespace guidang::organs
