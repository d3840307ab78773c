// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace guidang::web {

enum class Language : unsigned char { zh, en };

/// As in URLs, `lang` attributes and texts: `zh`, `en`.
[[nodiscard]] constexpr std::string_view to_text(Language language) {
  return language == Language::zh ? "zh" : "en";
}

/// What `Accept-Language` asks for first of the two; Chinese when it names neither, since the users
/// are Chinese offices. Any bytes are accepted.
[[nodiscard]] Language preferred_language(std::string_view accept_language);

}  // namespace guidang::web
