// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/facts.h"

namespace guidang::appraise {

/// A period that came in with the document: the column 保管期限 of a ledger.
struct GivenPeriod {
  std::string value{};  ///< as written, trimmed
  std::string where{};  ///< "收文登记.csv:12"
};

[[nodiscard]] std::optional<GivenPeriod> given_period(const Origin& origin);
/// The period's own word for ways of writing it: 定期30年, 定期（30年）. Others stay as they are;
/// 长期 never becomes a number of years.
[[nodiscard]] std::string plain_period(std::string_view value);
/// 不归档.
[[nodiscard]] bool says_not_filed(std::string_view value);

}  // namespace guidang::appraise
