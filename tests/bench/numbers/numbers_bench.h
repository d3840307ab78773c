// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace bench {

/// Reads every number of a published register; prints what each is by kind and by flaw, whether
/// parse → format → parse holds, and a sample drawn by `seed` for the eye.
void measure_registry(const std::filesystem::path& registry, std::uint64_t seed, int sample);

/// Sets the number that describe finds in each text against the labels of numbers_300.tsv.
void measure_own_numbers(const std::filesystem::path& labels, const std::filesystem::path& folder);

/// Prints every code that the texts of a folder cite, with how often: junk shows at the end.
void list_codes(const std::filesystem::path& folder);

}  // namespace bench
