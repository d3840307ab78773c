// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "stages/check/predicates/predicates.h"

namespace guidang::check {
namespace {

constexpr std::array kPredicates{
    Predicate{"attachments_present", attachments_present},
    Predicate{"date_possible", date_possible},
    Predicate{"date_present", date_present},
    Predicate{"no_skipped_level", no_skipped_level},
    Predicate{"number_form", number_form, number_form_params},
    Predicate{"printed_not_before_date", printed_not_before_date},
    Predicate{"received_not_before_date", received_not_before_date},
    Predicate{"received_within_working_days", received_within_working_days, days_param},
    Predicate{"record_complete", record_complete},
    Predicate{"request_answered", request_answered, answers_param},
    Predicate{"secrecy_has_term", secrecy_has_term},
    Predicate{"single_recipient", single_recipient},
    Predicate{"sources_agree", sources_agree, field_param},
    Predicate{"sure_enough", sure_enough, field_param},
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
