// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pipeline/lists/list_template.h"
#include "pipeline/profile/profile.h"
#include "pipeline/stage.h"

namespace guidang {

/// 编目: writes `lists/<year>/` with 归档文件目录 and 不归档清单, each as HTML to print and CSV to
/// work on, and `lists/index.csv` over all years. 未定稿 as long as a number is provisional.
class Catalogue : public DerivedStage {
 public:
  /// Loads the page templates that the profile's section `catalogue` names
  /// (`<list id="filed|not-filed" template="templates/…"/>`) or the ones of the program. Throws
  /// Failure (usage) when one cannot be used.
  explicit Catalogue(const Profile& profile);

  [[nodiscard]] const StageInfo& info() const override;
  [[nodiscard]] std::string settings() const override;
  /// True when a list that the index names is not there.
  [[nodiscard]] bool stale(const Place& place) const override;
  void run(RecordSet& set, const Place& place) const override;

 private:
  [[nodiscard]] const lists::ListTemplate& page(bool filed) const {
    return filed ? filed_ : not_filed_;
  }

  lists::ListTemplate filed_;
  lists::ListTemplate not_filed_;
  std::string section_;
};

}  // namespace guidang
