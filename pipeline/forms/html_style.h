// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pipeline/forms/layout.h"

namespace guidang::forms {

/// The style sheet of a book: each form's page, margins and styles under the class `f<index>`.
[[nodiscard]] std::string html_style(const std::vector<const Form::Layout*>& forms);

/// `12.5mm`.
[[nodiscard]] std::string mm(double length);

}  // namespace guidang::forms
