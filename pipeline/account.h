// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>

#include "pipeline/intake.h"
#include "pipeline/register/register.h"
#include "pipeline/verdict.h"

namespace guidang {

inline constexpr std::array<std::string_view, 5> kFileStates{"component", "metadata", "ignored",
                                                             "quarantined", "refused"};

/// The two accounts. `seen` and `in` are counted apart from their parts.
struct Account {
  std::uint64_t seen = 0;
  std::array<std::uint64_t, kFileStates.size()> files{};
  std::uint64_t in = 0;
  std::array<std::uint64_t, kVerdictNames.size()> documents{};

  [[nodiscard]] bool balanced() const;
  [[nodiscard]] std::uint64_t count(Verdict verdict) const {
    return documents[static_cast<std::size_t>(verdict)];
  }
  /// True when an archivist has something to settle: held, returns proposed, stubs, files that were
  /// not taken in.
  [[nodiscard]] bool anything_open() const;
  /// {"files":{"seen":…},"documents":{"in":…}} with the names of the command line's contract.
  [[nodiscard]] std::string json() const;
};

/// The verdict on every document, in order of documents' ids, stubs last; `item` is "" while no
/// stage has placed the document, which then is held.
using VerdictVisitor =
    std::function<void(const RecordId& document, const RecordId& item, Verdict verdict)>;
void for_each_verdict(Register& source, const VerdictVisitor& visit);

/// The account of all that the register holds; `also`, when given, sees each verdict on the way.
[[nodiscard]] Account account_of_all(Register& source, const VerdictVisitor& also = {});

}  // namespace guidang
