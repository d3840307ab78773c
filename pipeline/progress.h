// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>
#include <string_view>

namespace guidang {

/// Told how the work goes. Calls come from one thread; `done` never falls and never passes `total`.
class Progress {
 public:
  virtual ~Progress() = default;
  virtual void begin(std::string_view stage, std::uint64_t total) = 0;
  virtual void advance(std::uint64_t done) = 0;
  /// `skipped`: nothing had changed, the stage did not run.
  virtual void end(std::uint64_t changed, bool skipped) = 0;
};

/// Thrown by the runner between two commits when the user asked to stop. What was committed
/// stays; the same command goes on from there.
struct Interrupted {};

}  // namespace guidang
