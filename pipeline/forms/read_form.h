// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "pipeline/forms/layout.h"

namespace guidang::forms {

/// Reads and checks a description. Throws Failure (usage) "file:line: found …, expected …".
[[nodiscard]] std::shared_ptr<Form::Layout> read_form(const std::filesystem::path& schema,
                                                      std::string_view bytes,
                                                      const std::string& source);

}  // namespace guidang::forms
