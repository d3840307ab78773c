// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "pipeline/lists/volumes.h"

namespace guidang::lists {

/// 立卷说明 of a book of volumes: its five parts (ALL-02) from what was counted. What only people
/// know, the office writes into its profile
/// (`<statement part="situation" year="2006">…</statement>`) or onto the paper.
class Statement {
 public:
  void add(const Volume& volume);
  [[nodiscard]] bool draft() const { return draft_; }
  /// Sets situation quantity principle state problems.
  void put(const PaperYear& year, forms::Values& values) const;

 private:
  [[nodiscard]] std::string quantity() const;
  [[nodiscard]] std::string state(const PaperYear& year) const;
  [[nodiscard]] std::string problems(const PaperYear& year) const;

  bool draft_ = false;
  std::uint64_t volumes_ = 0;
  std::uint64_t items_ = 0;
  std::uint64_t pages_ = 0;
  std::uint64_t unpaged_ = 0;  ///< volumes that do not know all their pages
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  std::string first_date_{};
  std::string last_date_{};
  std::map<std::string, std::uint64_t, std::less<>> remarks_{};  ///< lines by heading
};

}  // namespace guidang::lists
