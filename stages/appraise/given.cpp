// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/given.h"

#include <algorithm>
#include <array>

#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"

namespace guidang::appraise {
namespace {

constexpr std::array<std::string_view, 4> kNames{"保管期限", "归档期限", "period", "retention"};
constexpr std::array<std::string_view, 2> kNotFiled{"不归档", "不需归档"};

}  // namespace

std::optional<GivenPeriod> given_period(const Origin& origin) {
  for (const GivenField& field : origin.given) {
    const std::string name = text::fold(field.name);
    if (std::find(kNames.begin(), kNames.end(), name) == kNames.end()) continue;
    const std::string_view value = text::trim(field.value);
    if (!value.empty()) return GivenPeriod{.value = std::string{value}, .where = field.where};
  }
  return std::nullopt;
}

std::string plain_period(std::string_view value) {
  constexpr std::string_view kFixed = "定期";
  std::string plain = text::remove_blanks(value);
  const std::string folded = text::fold(plain);
  if (!folded.starts_with(kFixed) || folded.size() == kFixed.size()) return plain;
  plain = folded.substr(kFixed.size());
  if (plain.starts_with('(') && plain.ends_with(')')) plain = plain.substr(1, plain.size() - 2);
  return plain;
}

bool says_not_filed(std::string_view value) {
  const std::string plain = text::remove_blanks(value);
  return std::find(kNotFiled.begin(), kNotFiled.end(), plain) != kNotFiled.end();
}

}  // namespace guidang::appraise
