// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/findings/finding.h"
#include "pipeline/profile/profile.h"
#include "stages/review/words.h"

namespace guidang::review {

/// One answer that a person may give in the column 决定: what it is called and what it decides.
struct Choice {
  std::string zh{};
  std::string en{};
  std::string field{};  ///< as in Decision
  std::string value{};  ///< "": the person gives it in the column 值

  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::zh ? zh : en;
  }
  /// True for its name in either language, or both together; blanks and case do not count.
  [[nodiscard]] bool is_called(std::string_view text) const;
};

/// What is asked of a person, as far as it decides how he may answer.
struct Asked {
  std::string code{};
  std::string place{};  ///< of the finding; a field's name when it is about a field
  Severity severity = Severity::hold;
  bool stub = false;
};

/// The answers that fit the question, in the order in which they are offered.
[[nodiscard]] std::vector<Choice> choices_for(const Asked& asked);

/// The answers to a question that the unit's retention table asks; none when it has no such one.
[[nodiscard]] std::vector<Choice> answers_to(const Profile& profile, std::string_view question);

}  // namespace guidang::review
