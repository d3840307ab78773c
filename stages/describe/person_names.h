// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guidang::describe {

/// Names of persons set side by side, as a head has them behind 签发人：. 张　三 is one name: a
/// blank inside a name of two characters is typesetting. Parted by wider blanks, 、 , or ;.
[[nodiscard]] std::vector<std::string> read_names(std::string_view text);

}  // namespace guidang::describe
