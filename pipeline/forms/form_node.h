// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/failure.h"
#include "pipeline/forms/layout.h"
#include "pipeline/xml/document.h"

namespace guidang::forms {

/// "source:line: found …, expected …".
[[nodiscard]] Failure form_flaw(const std::string& source, std::size_t line,
                                const std::string& found, const std::string& expected);

/// The text as it is printed: a line end of the file with the blanks around it is nothing, `<br/>`
/// is a line end, and what is in other elements is left out.
[[nodiscard]] std::string plain_text(const xml::Node& node);

// What the schema has already checked.
[[nodiscard]] double number_of(std::string_view text);
[[nodiscard]] std::vector<double> numbers_of(std::string_view text);
[[nodiscard]] Align align_of(const std::optional<std::string>& word);
[[nodiscard]] Stand stand_of(const std::optional<std::string>& word);

}  // namespace guidang::forms
