// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "pipeline/xml/stylesheet.h"

namespace guidang::web {

/// The pages of templates/web, compiled: `search.xsl` makes pages of the kind `search`.
class Stylesheets {
 public:
  /// Throws Failure when one of them cannot be used.
  explicit Stylesheets(const std::filesystem::path& folder);

  /// std::logic_error for a kind that has none.
  [[nodiscard]] const xml::Stylesheet& of(std::string_view kind) const;

 private:
  std::map<std::string, xml::Stylesheet, std::less<>> by_kind_{};
};

}  // namespace guidang::web
