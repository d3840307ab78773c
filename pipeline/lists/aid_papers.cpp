// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_fonds_file.h"
#include "pipeline/lists/aid_handling.h"
#include "pipeline/lists/aid_indexes.h"
#include "pipeline/lists/aid_opening.h"
#include "pipeline/lists/aid_registers.h"
#include "pipeline/lists/aid_returns.h"
#include "pipeline/lists/aid_tally.h"
#include "pipeline/lists/aid_transfer.h"
#include "pipeline/lists/all_papers.h"
#include "pipeline/lists/list_row.h"

namespace guidang::lists {

std::span<const Paper> aid_papers() {
  static constexpr std::array kPapers{
      Paper{.form = "received-register",
            .lines = &kReceivedEntries,
            .print = print_received_register},
      Paper{.form = "issued-register", .lines = &kIssuedEntries, .print = print_issued_register},
      Paper{.form = "return-slip", .lines = &kReturnCases, .print = print_return_slips},
      Paper{.form = "handling-analysis", .lines = &kHandled, .print = print_handling_analysis},
      Paper{.form = "number-concordance",
            .lines = &kNumberPairs,
            .print = print_number_concordance,
            .handed_over = true},
      Paper{.form = "creator-index", .lines = &kByCreator, .print = print_index},
      Paper{.form = "person-index", .lines = &kByPerson, .print = print_index},
      Paper{.form = "topic-index", .lines = &kByCode, .print = print_topics},
      Paper{.form = "kind-index", .lines = &kByKind, .print = print_index},
      Paper{.form = "open-list", .lines = &kOpened, .print = print_access_list},
      Paper{.form = "control-list", .lines = &kControlled, .print = print_access_list},
      Paper{.form = "opening-candidates", .lines = &kOpeningCandidates, .print = print_access_list},
      Paper{.form = "transfer-list",
            .lines = &kFiledLines,
            .print = print_transfer_list,
            .handed_over = true},
      Paper{.form = "transfer-deed",
            .lines = &kHandedOver,
            .print = print_transfer_deed,
            .handed_over = true},
      Paper{.form = "transfer-form",
            .lines = &kHandedOver,
            .print = print_transfer_form,
            .handed_over = true},
      Paper{.form = "statistics", .lines = &kCounted, .print = print_statistics},
      Paper{.form = "arrangement-note", .lines = &kCounted, .print = print_arrangement_note},
      Paper{.form = "appraisal-summary", .lines = &kCounted, .print = print_appraisal_summary},
      Paper{.form = "fonds-file", .lines = &kFondsYears, .print = print_fonds_file},
  };
  return kPapers;
}

}  // namespace guidang::lists
