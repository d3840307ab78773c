// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace guidang::extract::pdf {

/// What poppler says while it reads: it repairs what it can and goes on, and only here is told
/// apart what cost text. While one lives, poppler prints nothing. One at a time in a process.
class Complaints {
 public:
  Complaints();
  ~Complaints();
  Complaints(const Complaints&) = delete;
  Complaints& operator=(const Complaints&) = delete;

  /// Damage by which text may be lost, as poppler said it first; "" when there was none.
  [[nodiscard]] const std::string& damage() const noexcept { return damage_; }

 private:
  void hear(std::string_view message);

  std::string damage_{};
};

}  // namespace guidang::extract::pdf
