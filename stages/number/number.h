// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "pipeline/number/code_pattern.h"
#include "pipeline/profile/profile.h"
#include "pipeline/stage.h"

namespace guidang {

/// 编号: gives every placed item its provisional code (预编档号): the series' counter in the ledger
/// plus its position; in volume mode that of its volume, and the number within the volume. Sealed
/// items keep theirs. Writes ArchivalCode.
class Number final : public SetStage {
 public:
  /// `last` gives the highest number of a series in the ledger, 0 for a new one. Throws the
  /// profile's Failure.
  Number(const Profile& profile, std::string fonds_code,
         std::function<std::uint32_t(std::string_view series)> last);

  [[nodiscard]] const StageInfo& info() const override;
  [[nodiscard]] std::string settings() const override { return settings_; }
  void run(RecordSet& set, Sink& sink) const override;

 private:
  using Counters = std::map<std::string, std::uint32_t, std::less<>>;
  [[nodiscard]] std::uint32_t number_after(Counters& counters, std::string_view series,
                                           std::uint32_t start, std::uint64_t position) const;

  CodePattern pattern_;
  std::uint32_t start_ = 1;
  std::function<std::uint32_t(std::string_view)> last_;
  std::string settings_;
};

}  // namespace guidang
