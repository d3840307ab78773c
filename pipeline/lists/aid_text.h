// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pipeline/facts.h"

/// Values of documents as registers and finding aids write them, and keys to sort by.
namespace guidang::lists {

/// Runs of digits made ten wide, so that 2023-9 comes before 2023-10 byte by byte.
[[nodiscard]] std::string natural_key(std::string_view text);

/// Order of document numbers: by code, year and number; what is none comes last, as text.
[[nodiscard]] std::string number_key(std::string_view document_number);

/// First value of a field, "" when there is none; in [ ] when the document does not bear it.
[[nodiscard]] std::string bracketed_value(const Description& description, std::string_view name);
/// All values of a field, parted by 、.
[[nodiscard]] std::string joined_value(const Description& description, std::string_view name);

/// 2023 of "2023-05-18"; 0 for what is no day.
[[nodiscard]] int year_of(std::string_view iso);

/// Adds a further remark behind ；.
void add_remark(std::string& remarks, std::string_view further);

}  // namespace guidang::lists
