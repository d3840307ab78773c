// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include "stages/extract/readers.h"

namespace guidang::extract {

/// A web page wherever it lies.
struct HtmlPage {
  std::string_view bytes{};
  std::string_view charset{};  ///< what stands outside the page goes before what it says itself
  /// Whether what this address names lies beside the page in the same file.
  std::function<bool(std::string_view address)> inside{};
};

/// As `read_html`.
[[nodiscard]] Extraction read_page(const HtmlPage& page, const Limits& limits);

}  // namespace guidang::extract
