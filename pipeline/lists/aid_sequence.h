// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "pipeline/lists/aid_registration.h"
#include "pipeline/text/document_number.h"

namespace guidang::lists {

/// Names what is missing and what was given twice among the numbers an office gave (OUT-07).
/// Entries come in the order of their keys; a gap is a line of its own before the entry behind it,
/// a repeat says so on each bearer. What was withdrawn had its number: it leaves no gap and repeats
/// nothing.
class IssuedSequence {
 public:
  /// The line, and the entry that it belongs to or, for a gap, comes before.
  using Sink = std::function<void(forms::Values, const Registration&)>;

  explicit IssuedSequence(Sink sink) : sink_(std::move(sink)) {}

  void add(Registration entry);
  void finish();

 private:
  struct Held {
    Registration entry{};
    std::optional<text::DocumentNumber> number{};
    bool repeats = false;
  };
  void name_gap(const Held& next);
  void give(const Held& held);

  Sink sink_;
  std::optional<Held> held_{};
};

}  // namespace guidang::lists
