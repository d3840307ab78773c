// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "stages/check/predicates/predicates.h"

namespace guidang::check {
namespace {

constexpr std::array<std::string_view, 1> kDays{"days"};
constexpr std::array<std::string_view, 1> kFlaws{"flaws"};
constexpr std::array<std::string_view, 1> kField{"field"};
constexpr std::array<std::string_view, 2> kFieldBound{"field", "bound"};
constexpr std::array<std::string_view, 1> kAnswers{"answers"};

constexpr std::array kPredicates{
    Predicate{"attachments_present", attachments_present},
    Predicate{"date_possible", date_possible},
    Predicate{"date_present", date_present},
    Predicate{"number_form", number_form, kFlaws},
    Predicate{"printed_not_before_date", printed_not_before_date},
    Predicate{"received_not_before_date", received_not_before_date},
    Predicate{"received_within_working_days", received_within_working_days, kDays},
    Predicate{"record_complete", record_complete},
    Predicate{"request_answered", request_answered, kAnswers},
    Predicate{"secrecy_has_term", secrecy_has_term},
    Predicate{"single_recipient", single_recipient},
    Predicate{"sources_agree", sources_agree, kField},
    Predicate{"sure_enough", sure_enough, kFieldBound},
    Predicate{"title_has_doctype", title_has_doctype},
    Predicate{"title_has_matter", title_has_matter},
    Predicate{"title_not_supplied", title_not_supplied},
    Predicate{"title_present", title_present},
};

}  // namespace

std::span<const Predicate> predicates() { return kPredicates; }

const Predicate* find_predicate(std::string_view name) {
  const auto it = std::find_if(kPredicates.begin(), kPredicates.end(),
                               [&](const Predicate& each) { return each.name == name; });
  return it == kPredicates.end() ? nullptr : &*it;
}

}  // namespace guidang::check
