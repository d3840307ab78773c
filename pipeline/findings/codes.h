// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace guidang {

/// What a code means, for people. A stage declares its own codes as a table of these beside it; the
/// codes of rules come from the profile instead.
struct CodeInfo {
  std::string_view id{};
  std::string_view title_zh{};  ///< what is, without final full stop
  std::string_view title_en{};  ///< lower case
  std::string_view hint_zh{};   ///< what to do, as an act
  std::string_view hint_en{};
  std::string_view citation{};  ///< clause, may be empty
};

}  // namespace guidang
