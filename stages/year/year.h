// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/profile/profile.h"
#include "pipeline/stage.h"

namespace guidang {

/// 归年: the filing year (归档年度) of an item by the profile's rule: `signed`, the year of the
/// 成文日期 (DA/T 22-2015 5.4.2), or `content`, for plans, summaries, accounts and statistics the
/// year that their title names. Without a date there is no year, and the item is held (YR-101).
class Year final : public RecordStage {
 public:
  /// Throws the profile's Failure.
  explicit Year(const Profile& profile);

  [[nodiscard]] const StageInfo& info() const override;
  [[nodiscard]] std::string settings() const override { return settings_; }
  [[nodiscard]] std::optional<Fact> run(const View& view, Findings& findings) const override;

 private:
  bool by_content_ = false;
  std::vector<std::string> content_words_;
  std::string settings_;
};

}  // namespace guidang
