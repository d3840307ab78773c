// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/lists/aid_settings.h"
#include "pipeline/lists/paper.h"

namespace guidang::lists {

/// One received document whose return is proposed or was approved, and what was found about it.
struct ReturnCase {
  /// A finding that asks for the return, or that a person has it on record.
  struct Evidence {
    std::vector<std::string> rules{};  ///< the finding's code, then those that saw the same
    std::string title{};               ///< what the code means
    std::string text{};                ///< what was found and expected
  };
  std::string title{};
  std::string creator{};
  std::string document_number{};
  std::string received{};  ///< ISO
  std::string date{};      ///< ISO, 成文日期
  std::string register_no{};
  std::string remarks{};
  bool approved = false;
  std::string approved_by{};
  std::string approved_on{};  ///< ISO
  std::string why{};          ///< in the approver's words
  std::vector<Evidence> evidence{};
};

[[nodiscard]] std::string pack(const ReturnCase& one);
[[nodiscard]] ReturnCase unpack_return(std::string_view bytes);

/// Nothing for an item that nobody asks to return.
[[nodiscard]] std::optional<ReturnCase> return_case(const View& item, const Office& office);

/// The tick list of one slip: a line for each reason of the office's list, and a last one for
/// findings that no reason names.
struct TickedReason {
  bool ticked = false;
  std::string id{};
  std::string text{};
  std::string evidence{};
};
[[nodiscard]] std::vector<TickedReason> tick_list(const AidSettings& settings,
                                                  const ReturnCase& one);

/// Documents of a receiving year by 登记号.
extern const LineKind kReturnCases;
/// 退文处理单 (RTN-00): a sheet a document.
void print_return_slips(const PaperYear& year, Binder& binder);

}  // namespace guidang::lists
