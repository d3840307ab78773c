// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/findings/finding.h"
#include "pipeline/register/ledger.h"
#include "pipeline/register/register.h"

namespace guidang {

/// One event of the chain, without its wall clock.
struct ChainEvent {
  std::int64_t id = 0;
  std::string previous{};
  std::string digest{};
  std::string what{};
  std::int64_t rows = 0;
};

/// A year as its latest seal left it: what came into the register later is not seen, so a bundle
/// made again is the same.
class SealedYear {
 public:
  /// Throws Failure (usage) when the year is not sealed.
  SealedYear(Register& source, int year);

  [[nodiscard]] int year() const { return year_; }
  [[nodiscard]] const SealRow& seal() const { return seal_; }
  /// The seal that fixed numbers of that edition.
  [[nodiscard]] const SealRow& seal_of(int edition) const;
  /// The seal's own; what is younger is not part of the year.
  [[nodiscard]] std::int64_t commit() const { return commit_; }
  [[nodiscard]] const std::vector<SealRow>& seals() const { return seals_; }
  /// Digest of the seal's event.
  [[nodiscard]] const std::string& head() const { return head_; }

  [[nodiscard]] std::uint64_t stubs();
  /// From the first event of the home to the seal's, so that every link can be followed.
  void for_each_event(const std::function<void(const ChainEvent&)>& visit);
  /// That stood when it was sealed.
  [[nodiscard]] std::vector<Finding> findings(const std::string& record);
  /// 档号 of the record, a document or an item, when it had a lasting one; else "".
  [[nodiscard]] std::string code_of(const std::string& record);
  /// False when one of the record's facts is younger than the seal.
  [[nodiscard]] bool settled(const std::string& record);

 private:
  sqlite::Database& db_;
  int year_;
  SealRow seal_{};
  std::vector<SealRow> seals_{};
  std::int64_t commit_ = 0;
  std::string head_{};
};

}  // namespace guidang
