// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "index/web/language.h"

namespace guidang::web {

/// templates/web/texts.xml, for what is not made by a stylesheet: JSON, CSV, OpenSearch.
class Texts {
 public:
  /// Throws Failure when the file cannot be used, or a text lacks one of the languages.
  explicit Texts(const std::filesystem::path& file);

  /// "" for an unknown id.
  [[nodiscard]] std::string_view get(std::string_view id, Language language) const;

 private:
  struct Both {
    std::string zh{};
    std::string en{};
  };
  std::map<std::string, Both, std::less<>> texts_{};
};

}  // namespace guidang::web
