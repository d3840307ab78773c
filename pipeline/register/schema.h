// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace guidang {

/// schema.sql and texts.sql as they stand in the source tree; the build turns them into strings.
extern const std::string_view kRegisterSchema;
extern const std::string_view kTextsSchema;

}  // namespace guidang
