// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "pipeline/profile/element.h"

namespace guidang {

/// The codes of retention periods in archival codes, from the `period` rows of the profile's
/// `appraise` section. A person may decide a period by name; only this table knows its code.
class Periods {
 public:
  explicit Periods(const profile::Element& appraise_section);

  /// "D30" for "30年" and for "D30"; "" when the table has neither.
  [[nodiscard]] std::string_view code(std::string_view period) const;
  /// "30年" for "30年" and for "D30"; "" when the table has neither.
  [[nodiscard]] std::string_view name(std::string_view period) const;
  /// All names, for messages.
  [[nodiscard]] std::string names() const;

 private:
  std::map<std::string, std::string, std::less<>> codes_;
};

}  // namespace guidang
