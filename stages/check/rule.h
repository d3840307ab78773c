// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/calendar/date.h"
#include "pipeline/facts.h"
#include "pipeline/findings/finding.h"
#include "pipeline/organs/standing.h"
#include "pipeline/profile/profile.h"

namespace guidang::check {

/// One line of a severity table; an empty condition holds for all.
struct SeverityRow {
  std::vector<Purpose> purposes{};
  std::vector<Direction> directions{};
  std::vector<Standing> senders{};
  std::string flaw{};  ///< a predicate may tell several flaws apart
  Severity level = Severity::note;
};

/// What severity depends on.
struct SeverityCase {
  Purpose purpose = Purpose::filing;
  Direction direction = Direction::unknown;
  Standing sender = Standing::unknown;
  std::string_view flaw{};
};

/// A rule: a clause, the predicate that looks, and when it applies.
struct Rule {
  std::string id{};
  bool on = true;
  std::string predicate{};  ///< "" when a stage outside looks
  std::string by{};         ///< that stage: "receive", "ledger_check"
  std::string citation{};
  std::optional<Date> valid_from{};  ///< by the document's date, both ends included
  std::optional<Date> valid_to{};
  std::vector<Purpose> purposes{};  ///< the filters; empty = all
  std::vector<Direction> directions{};
  std::vector<std::string> doctypes{};
  std::map<std::string, std::string, std::less<>> params{};
  std::vector<SeverityRow> severities{};  ///< first match wins, else note
  std::string title_zh{};
  std::string title_en{};
  std::string hint_zh{};
  std::string hint_en{};
  std::string why_zh{};
  std::string why_en{};
  std::string place{};  ///< of the row in its profile

  [[nodiscard]] Severity severity(const SeverityCase& c) const;
  /// A parameter of the row; one that is missing or no number is a Failure naming the row.
  [[nodiscard]] const std::string& param(std::string_view name) const;
  [[nodiscard]] int number(std::string_view name) const;
  /// The Failure of a profile whose row is wrong.
  [[nodiscard]] Failure flaw(std::string_view found, std::string_view expected) const;
};

/// The rules of a profile, switched-off ones included, in the profile's order.
class Rules {
 public:
  /// Reads the section `check`; throws the profile's Failure for a row without id, title, citation
  /// or severities, with an unknown predicate, or without a parameter its predicate needs.
  [[nodiscard]] static Rules load(const Profile& profile);

  [[nodiscard]] const std::vector<Rule>& list() const { return list_; }
  [[nodiscard]] const Rule* find(std::string_view id) const;
  /// Below `data_root`; "" when no rule needs one.
  [[nodiscard]] const std::string& calendar() const { return calendar_; }

 private:
  std::vector<Rule> list_;
  std::string calendar_;
};

}  // namespace guidang::check
