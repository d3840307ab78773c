// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace guidang {

/// How the program ends; the table is in README.md and `guidang --help`.
enum class ExitStatus : int {
  done = 0,          ///< everything went through, nothing is held
  held = 1,          ///< went through; something is held, returned or not valid
  usage = 2,         ///< wrong command line, or a profile that cannot be used
  stopped = 3,       ///< could not go on; nothing is lost, run again
  interrupted = 130  ///< stopped by the user; run again to go on
};

/// Something outside the user's documents prevents the work: disk, lock, unreadable profile.
/// Thrown anywhere, caught once in `main`, which prints `what()` and `advice()` and exits with
/// `status()`. What is wrong with a document is never a Failure: it is a Finding.
class Failure : public std::runtime_error {
 public:
  /// `what` names the thing and the cause; `advice` says what the user can do, and may be empty.
  explicit Failure(const std::string& what, std::string advice = {},
                   ExitStatus status = ExitStatus::stopped)
      : std::runtime_error(what), advice_(std::move(advice)), status_(status) {}

  [[nodiscard]] const std::string& advice() const noexcept { return advice_; }
  [[nodiscard]] ExitStatus status() const noexcept { return status_; }

 private:
  std::string advice_;
  ExitStatus status_;
};

}  // namespace guidang
