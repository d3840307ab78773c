// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace guidang::web {

/// What the code of a finding means, in words for people.
struct CodeMeaning {
  std::string title_zh{};
  std::string title_en{};
  std::string hint_zh{};
  std::string hint_en{};
  std::string citation{};
};

/// Nothing for a code that nobody knows. Called by many threads.
using CodeMeanings = std::function<std::optional<CodeMeaning>(std::string_view code)>;

}  // namespace guidang::web
