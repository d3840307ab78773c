// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/profile/profile.h"
#include "pipeline/register/register.h"
#include "pipeline/verdict.h"

namespace guidang {

/// Who seals a year, and what he answers for.
struct SealRequest {
  std::string by{};          ///< 整理人
  std::string checked_by{};  ///< 检查人, somebody else
  std::string date{};        ///< ISO, printed on 备考表
  bool leave_held = false;   ///< seal though items are held; `why` says why
  std::string why{};
  std::string at{};  ///< wall clock for the event, for people only
};

/// An item that stands in the way of sealing.
struct HeldItem {
  RecordId item{};
  std::string place{};  ///< of its main document
  Verdict verdict = Verdict::held;
  bool undated = false;  ///< has no year: it may belong to this one
};

/// The numbers that one series got: of items, in volume mode of volumes.
struct SealedSeries {
  std::string series{};
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

struct SealReport {
  static constexpr std::size_t kMostHeld = 1000;

  bool sealed = false;  ///< false: nothing was written, see `held`
  int edition = 0;
  std::uint64_t items = 0;
  std::uint64_t volumes = 0;           ///< new ones, in volume mode
  std::vector<SealedSeries> series{};  ///< in order of their names
  std::uint64_t held_count = 0;
  std::vector<HeldItem> held{};  ///< the first kMostHeld, in order of ids
};

/// 封存: gives the accepted items of a year their lasting numbers and pins them with their
/// documents, in one commit. In volume mode the volumes get theirs in the ledger, and each item its
/// number within; one that joins a sealed volume follows its last. What is held, or proposed for
/// return, or has no year keeps the year open unless `leave_held`. Later sealings of the year
/// append, each a further edition. Throws Failure with status usage for a wrong request, for
/// nothing new, and when decisions were made since the last run.
[[nodiscard]] SealReport seal_year(Register& target, const Profile& profile, int year,
                                   const SealRequest& request);

/// Why a sealed item leaves the archive.
struct Withdrawal {
  std::string by{};
  std::string date{};  ///< ISO
  std::string why{};
  std::string at{};
};

/// Withdraws a sealed item: its number becomes a tombstone and is never used again. Throws Failure
/// with status usage when the item has no lasting number, or who and why are missing.
void bury_item(Register& target, const RecordId& item, const Withdrawal& withdrawal);

}  // namespace guidang
