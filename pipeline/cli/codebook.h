// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "pipeline/cli/console.h"
#include "pipeline/findings/finding.h"
#include "pipeline/profile/profile.h"

namespace guidang::cli {

/// What every code means: those of the stages and those of the profile's rules.
class CodeBook {
 public:
  explicit CodeBook(const Profile& profile);

  struct Entry {
    std::string title_zh{}, title_en{}, hint_zh{}, hint_en{}, citation{};
    bool rule = false;  ///< a rule of the profile rather than a stage's own code
  };
  /// Null for a code that neither knows.
  [[nodiscard]] const Entry* find(std::string_view code) const;

 private:
  std::map<std::string, Entry, std::less<>> entries_;
};

/// One finding: a line to grep, then what was found, the rule, the hint.
void print(const Finding& finding, const std::string& path, const CodeBook& book,
           const Console& console);

}  // namespace guidang::cli
