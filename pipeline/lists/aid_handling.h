// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "pipeline/lists/aid_registration.h"
#include "pipeline/lists/paper.h"

namespace guidang::lists {

/// Counts of what came in and went out in a part of a year.
class HandlingTally {
 public:
  void add(const Registration& entry);

  struct Row {
    std::string group{};  ///< 收文类别
    std::string item{};   ///< 上级来文
    std::uint64_t count = 0;
    std::string share{};  ///< of the group's whole, "12.5%"
  };
  /// In the order in which people read them; rows without documents are left out but for totals.
  [[nodiscard]] std::vector<Row> rows() const;
  [[nodiscard]] std::uint64_t received() const { return received_; }
  [[nodiscard]] std::uint64_t issued() const { return issued_; }

 private:
  std::uint64_t received_ = 0;
  std::uint64_t issued_ = 0;
  std::uint64_t registered_ = 0;
  std::uint64_t handled_ = 0;
  std::map<std::string, std::uint64_t> classes_{};
  std::map<std::string, std::uint64_t> received_kinds_{};
  std::map<std::string, std::uint64_t> issued_kinds_{};
  std::map<std::string, std::uint64_t> outcomes_{};
};

/// Half of the year an entry belongs to: 1, 2; 0 when its day is not known.
[[nodiscard]] int half_of(const Registration& entry);

/// Registrations of both directions.
extern const LineKind kHandled;
/// 公文办理情况分析 (REG-21): a sheet for each half of the year.
void print_handling_analysis(const PaperYear& year, Binder& binder);

}  // namespace guidang::lists
