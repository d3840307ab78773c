// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "pipeline/failure.h"

namespace guidang::cli {

enum class Language : unsigned char { zh, en };

/// One text in both languages.
struct Both {
  std::string_view zh{};
  std::string_view en{};
};

/// Where a command writes: results to `out`, everything else to `err`.
struct Console {
  std::ostream& out;
  std::ostream& err;
  Language language = Language::zh;
  bool terminal = false;  ///< `err` is one: progress may rewrite its line

  [[nodiscard]] std::string_view operator()(const Both& text) const {
    return language == Language::zh ? text.zh : text.en;
  }
};

/// "zh" unless the locale names another language than Chinese: the users are Chinese offices, and
/// a bare "C" says nothing of them.
[[nodiscard]] Language language_of(std::string_view locale);

}  // namespace guidang::cli
