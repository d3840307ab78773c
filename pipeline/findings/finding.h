// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidang {

/// What a finding does to its item. The verdict is computed from these (`pipeline/verdict.h`).
enum class Severity : std::uint8_t {
  note,      ///< for the 备考表; changes nothing
  warning,   ///< goes on, and is in the report
  hold,      ///< a person must settle it before the item is numbered
  give_back  ///< proposes a return (退文); counts only with its approver
};

[[nodiscard]] constexpr std::string_view to_text(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::hold:
      return "hold";
    case Severity::give_back:
      return "return";
  }
  return "note";
}

/// Something about a user's document. Data, never thrown. Texts shown with it (title, hint) come
/// from the catalogue of codes, in Chinese and English, so a finding holds only what was seen.
struct Finding {
  std::string code{};  ///< "RTN-11", "RCV-104"; never reused or renumbered
  Severity severity = Severity::warning;
  std::string path{};   ///< as shown to the user; may be empty when the record says it
  std::string place{};  ///< "2:14" page:line, a field's name, "收文登记.csv:12" …; may be empty
  std::string found{};  ///< quoted as it stands, or a number with its unit
  std::string expected{};
  std::vector<std::string> citations{};  ///< rule ids or clauses besides `code`
};

/// Where one stage's run on one record puts what it saw. Not shared between threads.
class Findings {
 public:
  void add(Finding finding) { list_.push_back(std::move(finding)); }
  [[nodiscard]] const std::vector<Finding>& list() const { return list_; }
  [[nodiscard]] std::vector<Finding> take() { return std::move(list_); }
  [[nodiscard]] bool empty() const { return list_.empty(); }

 private:
  std::vector<Finding> list_;
};

}  // namespace guidang
