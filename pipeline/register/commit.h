// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/decision.h"
#include "pipeline/facts.h"
#include "pipeline/findings/finding.h"
#include "pipeline/intake.h"
#include "pipeline/register/register.h"

namespace guidang {

/// Which stage says something, and on what grounds.
struct Author {
  std::string_view stage{};
  int revision = 1;
  std::string_view fingerprint{};
};

/// A lasting number.
struct LedgerRow {
  std::string series{};
  std::uint32_t number = 0;
  std::string code{};
  std::string state{};  ///< "used" "imported" "kept_back" "tombstone"
  RecordId item{};      ///< of a used number or a tombstone; for a volume's number its id "v…"
  int year = 0;
  int edition = 0;
  std::string note{};
};

/// True for the number of a volume (案卷) rather than of an item.
[[nodiscard]] inline bool is_volume(const LedgerRow& row) { return row.item.starts_with('v'); }

struct SealRow {
  int year = 0;
  int edition = 0;  ///< 1-based; each later sealing of the year appends one
  std::string by{};
  std::string checked_by{};
  std::string date{};
  std::uint32_t left_held = 0;
  std::string why{};
};

/// One atomic change of the register. Whatever is written becomes durable in `finish`, together
/// with the event that chains it; without `finish` nothing happened. Writing what already holds
/// changes nothing and leaves no trace in the chain.
class Commit {
 public:
  /// `what` says in a word what the change is ("receive", a stage's name, "decision" …).
  Commit(Register& target, std::string_view what, std::string_view run = {},
         std::string_view at = {});
  ~Commit();
  Commit(const Commit&) = delete;
  Commit& operator=(const Commit&) = delete;

  void put_file(const FileRow& row);
  void put_document(const ReceivedDocument& document);

  /// Makes the fact current. For a sealed record a different value becomes a proposed amendment
  /// (a row, and finding SEA-101) and what was sealed stays.
  void put_fact(const RecordId& record, const Author& author, const Fact& fact);
  /// The stage has nothing more to say: the fact is current no longer (its row stays). An item
  /// without its `item` fact loses all its others. Sealed records are left alone.
  void retract(const RecordId& record, FactKind kind);
  /// These are now the stage's findings about the subject.
  void set_findings(std::string_view subject, std::string_view stage,
                    const std::vector<Finding>& findings);
  void set_pass(std::string_view stage, std::string_view record, std::string_view fingerprint);
  void set_mark(std::string_view stage, std::string_view settings, std::int64_t commit);
  /// The stage has seen nothing yet: it looks at every record again. What it said stays.
  void forget(std::string_view stage);
  void put_decision(const RecordId& record, std::string_view field, const Decision& decision);

  /// A new number. Failure when the number or the code exists: nothing is ever used twice.
  void put_ledger(const LedgerRow& row);
  /// A number that was kept back, or imported without a name, is one of an existing catalogue.
  void name_number(std::string_view series, std::uint32_t number, std::string_view note);
  /// The number's item is gone; the number stays taken, with the reason.
  void bury(std::string_view series, std::uint32_t number, std::string_view note);
  void put_seal(const SealRow& row);
  void pin(const RecordId& record, int year, int edition);

  /// Number this commit will have in the chain.
  [[nodiscard]] std::int64_t id() const;
  [[nodiscard]] bool changed() const { return changed_rows() > 0; }
  /// Rows that differ from what held before.
  [[nodiscard]] std::size_t changed_rows() const;
  void finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang
