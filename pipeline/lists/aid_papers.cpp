// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_fonds_file.h"
#include "pipeline/lists/aid_handling.h"
#include "pipeline/lists/aid_indexes.h"
#include "pipeline/lists/aid_opening.h"
#include "pipeline/lists/aid_registers.h"
#include "pipeline/lists/aid_returns.h"
#include "pipeline/lists/aid_tally.h"
#include "pipeline/lists/all_papers.h"

namespace guidang::lists {

std::span<const Paper> aid_papers() {
  static constexpr std::array kPapers{
      Paper{.form = "received_register",
            .lines = &kReceivedEntries,
            .print = print_received_register},
      Paper{.form = "issued_register", .lines = &kIssuedEntries, .print = print_issued_register},
      Paper{.form = "return_slip", .lines = &kReturnCases, .print = print_return_slips},
      Paper{.form = "handling_analysis", .lines = &kHandled, .print = print_handling_analysis},
      Paper{
          .form = "number_concordance", .lines = &kNumberPairs, .print = print_number_concordance},
      Paper{.form = "creator_index", .lines = &kByCreator, .print = print_index},
      Paper{.form = "person_index", .lines = &kByPerson, .print = print_index},
      Paper{.form = "topic_index", .lines = &kByCode, .print = print_topics},
      Paper{.form = "kind_index", .lines = &kByKind, .print = print_index},
      Paper{.form = "open_list", .lines = &kOpened, .print = print_access_list},
      Paper{.form = "control_list", .lines = &kControlled, .print = print_access_list},
      Paper{.form = "opening_candidates", .lines = &kOpeningCandidates, .print = print_access_list},
      Paper{.form = "statistics", .lines = &kCounted, .print = print_statistics},
      Paper{.form = "arrangement_note", .lines = &kCounted, .print = print_arrangement_note},
      Paper{.form = "appraisal_summary", .lines = &kCounted, .print = print_appraisal_summary},
      Paper{.form = "fonds_file", .lines = &kFondsYears, .print = print_fonds_file},
  };
  return kPapers;
}

}  // namespace guidang::lists
