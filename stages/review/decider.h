// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pipeline/decision.h"
#include "pipeline/profile/profile.h"
#include "pipeline/register/register.h"
#include "pipeline/register/views.h"

/// What people decide, and the checks that every way of deciding goes through.
namespace guidang::review {

/// A decision as a person asks for it.
struct Wish {
  std::string record{};  ///< id, 档号 or 文号
  std::string field{};   ///< as in Decision; `relation:KIND:RECORD` with any name of the record
  std::string value{};   ///< "" takes an earlier decision back
  std::string by{};
  std::string date{};  ///< ISO
  std::string why{};
};

/// A decision that passed all checks, on the record that it belongs to.
struct Settled {
  RecordId record{};
  std::string field{};
  Decision decision{};
  bool sealed = false;  ///< the record is: most decisions stay proposed amendments
  bool buries = false;  ///< withdraws a sealed item: `bury_item` must make it, no plain decision

  /// True when both decide the same field of the same record.
  [[nodiscard]] bool same_field(const Settled& other) const {
    return record == other.record && field == other.field;
  }
};

/// Checks decisions. Home and profile outlive it; nothing is written.
class Decider {
 public:
  Decider(Register& source, const Profile& profile)
      : source_(source), profile_(profile), records_(source) {}

  /// Throws Failure (usage) with what was found, what was expected and what to do.
  [[nodiscard]] Settled settle(const Wish& wish);

  /// True when the very value already stands, whoever decided it.
  [[nodiscard]] bool stands(const Settled& settled);

 private:
  [[nodiscard]] RecordId document_of(const RecordId& record);
  [[nodiscard]] RecordId place(const Wish& wish, bool to_item);
  void settle_tie(const Wish& wish, Settled& settled);
  [[nodiscard]] std::string period_of(const std::string& text) const;
  [[nodiscard]] std::string answer_of(std::string_view question, const std::string& text) const;
  void check_control(const std::string& id) const;

  Register& source_;
  const Profile& profile_;
  RecordReader records_;
};

/// The value that stands for a field, with who decided it; nothing when none does.
[[nodiscard]] std::optional<Decision> standing(Register& source, const RecordId& record,
                                               std::string_view field);

}  // namespace guidang::review
