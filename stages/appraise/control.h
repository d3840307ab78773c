// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/profile/element.h"

namespace guidang::appraise {

/// Why something is not opened: a row `control` of the profile's section `appraise`. A person
/// decides (`set RECORD control ID`); the words of a title only suggest.
struct ControlReason {
  std::string id{};
  std::string citation{};
  std::string title_zh{};
  std::string title_en{};
  std::vector<std::string> words{};  ///< folded
};

/// A suggestion and the word that gave rise to it; `reason` null for none.
struct ControlHint {
  const ControlReason* reason = nullptr;
  std::string word{};
};

/// Reasons for control, and topics that may be opened before their time (经济, 科技, 文化 …).
class OpeningWords {
 public:
  OpeningWords() = default;
  /// Throws the profile's Failure.
  explicit OpeningWords(const profile::Element& appraise_section);

  [[nodiscard]] const std::vector<ControlReason>& reasons() const { return reasons_; }
  [[nodiscard]] const ControlReason* reason(std::string_view id) const;
  /// By the title and notes; lives as long as this. Nothing but a suggestion (SEC-03).
  [[nodiscard]] ControlHint control(std::string_view text) const;
  /// The word for which a title may be opened early, or ""; a suggestion, too.
  [[nodiscard]] std::string early(std::string_view title) const;

 private:
  std::vector<ControlReason> reasons_;
  std::vector<std::string> early_;
};

}  // namespace guidang::appraise
