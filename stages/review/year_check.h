// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/findings/finding.h"
#include "pipeline/profile/profile.h"
#include "pipeline/register/ledger.h"
#include "pipeline/register/register.h"
#include "stages/review/deadlines.h"
#include "stages/review/rows.h"

namespace guidang::review {

/// What may stand between a year and its seal, in the order in which it is told.
enum class Cause : std::uint8_t {
  gap,          ///< numbers that the office gave and no document bears (OUT-07)
  held,         ///< a person must settle something
  undated,      ///< no year: may belong to this one
  proposed,     ///< a return without its approver
  unappraised,  ///< 待鉴定
  incomplete,   ///< parts of the item are missing (CMP-*)
  missing,      ///< kinds of material that the year lacks (SCO-*)
  code,         ///< the provisional number does not fit any more
  decided,      ///< decisions since the last run
  quarantined,  ///< files that could not be taken in
  unread        ///< files whose text nothing here reads
};
inline constexpr std::size_t kCauses = 11;
[[nodiscard]] const Both& title_of(Cause cause);
[[nodiscard]] const Both& advice_on(Cause cause);
/// "gap" "held" …: in JSON.
[[nodiscard]] std::string_view name_of(Cause cause);

/// One thing in the way, or worth a look.
struct Obstacle {
  bool blocks = true;
  std::string record{};  ///< "" for files and kinds of material
  std::string code{};
  std::string place{};
  std::string title{};
  std::string found{};
};

struct CauseReport {
  static constexpr std::size_t kMostTold = 200;

  std::uint64_t count = 0;
  std::uint64_t blocking = 0;
  std::vector<Obstacle> told{};  ///< the first kMostTold
};

struct YearRequest {
  int year = 0;
  Date as_of{};
  std::string level{};             ///< of the office, "county"; "" when not known
  std::vector<Finding> missing{};  ///< SCO-*: kinds of material that the year lacks
};

struct YearReport {
  int year = 0;
  Date as_of{};
  std::uint64_t ready_items = 0;  ///< accepted, not yet sealed
  std::uint64_t sealed_items = 0;
  std::vector<SealRow> seals{};  ///< of the year, oldest first
  std::array<CauseReport, kCauses> causes{};
  std::vector<Deadline> deadlines{};

  [[nodiscard]] const CauseReport& of(Cause cause) const {
    return causes[static_cast<std::size_t>(cause)];
  }
  /// Nothing stands between the year and its seal.
  [[nodiscard]] bool ready() const;
};

/// 年度检查: everything that a seal of the year would meet, and the deadlines. Reads only.
[[nodiscard]] YearReport check_year(Register& source, const Profile& profile,
                                    const YearRequest& request);

}  // namespace guidang::review
