// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "stages/extract/readers/mail/mail.h"

namespace guidang::extract {

/// What the parts of a mail are for.
struct MailPlan {
  std::vector<std::size_t> body{};     ///< shown as the mail's text, in order
  std::vector<std::size_t> members{};  ///< files that hang on it or lie in it, in order
  std::vector<std::string> names{};    ///< of the members
  std::size_t images = 0;
  std::size_t signatures = 0;
  std::string error{};  ///< why it cannot be read: encryption
};

/// Of two forms of the same text the plain one is the body, unless it is blank. Pictures in a page
/// are members only when they have a name.
[[nodiscard]] MailPlan plan(const Mail& mail, const Limits& limits);

/// One part's text, decoded, lines ended by '\n'; in `result` what is known of its encoding and of
/// its page. `failed` when it is too long.
[[nodiscard]] Extraction read_part(const Mail& mail, std::size_t part, const Limits& limits);

}  // namespace guidang::extract
