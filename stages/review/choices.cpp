// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/choices.h"

#include <algorithm>
#include <array>

#include "pipeline/fields.h"
#include "pipeline/text/fold.h"
#include "stages/review/decidable.h"

namespace guidang::review {
namespace {

Choice choice(const Both& words, std::string field, std::string value = {}) {
  return {.zh = std::string(words.zh),
          .en = std::string(words.en),
          .field = std::move(field),
          .value = std::move(value)};
}

Choice fill(const FieldInfo& info) {
  return {.zh = std::string(kFill.zh) + std::string(info.zh),
          .en = std::string(kFill.en) + std::string(info.en),
          .field = std::string(info.name)};
}

/// What is missing stays missing, whoever says that it may: only an answer helps.
bool may_be_waived(const Asked& asked) {
  constexpr std::array<std::string_view, 3> kMissing{"APR-", "YR-", "RVW-"};
  return std::none_of(kMissing.begin(), kMissing.end(),
                      [&](std::string_view prefix) { return asked.code.starts_with(prefix); });
}

/// Findings of what an item is made of, or of what it lacks that may have come in apart from it.
bool is_about_parts(const Asked& asked) {
  constexpr std::array<std::string_view, 4> kParts{"ITM-", "REL-", "CMP-", "RTN-12"};
  return std::any_of(kParts.begin(), kParts.end(),
                     [&](std::string_view prefix) { return asked.code.starts_with(prefix); });
}

}  // namespace

bool Choice::is_called(std::string_view text) const {
  const std::string word = text::fold(text);
  const std::string first = text::fold(zh);
  const std::string second = text::fold(en);
  return word == first || word == second || word == first + second || word == second + first;
}

std::vector<Choice> choices_for(const Asked& asked) {
  if (asked.stub) return {fill(*find_field("register_no"))};
  std::vector<Choice> all;
  if (asked.severity == Severity::give_back) {
    all.push_back(choice(kApprove, "return", "approved"));
    all.push_back(choice(kRefuse, "return", "refused"));
  }
  if (const FieldInfo* info = find_field(asked.place)) all.push_back(fill(*info));
  if (asked.code.starts_with("APR-")) {
    all.push_back(choice(kPeriod, "period"));
    all.push_back(choice(kNotFiled, "filed", "no"));
  }
  if (asked.code.starts_with("YR-")) all.push_back(choice(kYear, "year"));
  if (may_be_waived(asked)) all.push_back(choice(kWaive, "waive:" + asked.code, "yes"));
  if (is_about_parts(asked)) all.push_back(choice(kMerge, "merge"));
  if (asked.code.starts_with("ITM-")) all.push_back(choice(kSplit, "split", "yes"));
  all.push_back(choice(kWithdraw, "withdraw", "yes"));
  return all;
}

std::vector<Choice> answers_to(const Profile& profile, std::string_view question) {
  std::vector<Choice> all;
  for (const profile::Element* row : profile.section("appraise").all("question")) {
    if (row->attribute("id") != question) continue;
    for (const profile::Element* value : row->all("value")) {
      const std::string id(value->attribute("id"));
      const std::string zh(value->in("title", "zh"));
      const std::string en(value->in("title", "en"));
      all.push_back({.zh = zh.empty() ? id : zh,
                     .en = en.empty() ? id : en,
                     .field = std::string(kAnswerDecision) + std::string(question),
                     .value = id});
    }
  }
  return all;
}

}  // namespace guidang::review
