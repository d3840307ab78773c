// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace guidang::bag {

/// Why a ZIP cannot be unpacked.
struct UnpackError {
  std::string message{};
  bool proves_damage = false;  ///< the ZIP itself is wrong, rather than beyond what is done here
};

/// A ZIP unpacked into a private folder, which goes with this object.
class Unpacked {
 public:
  Unpacked() = default;
  ~Unpacked();
  Unpacked(const Unpacked&) = delete;
  Unpacked& operator=(const Unpacked&) = delete;

  /// Once. Throws Failure when the disk is full.
  [[nodiscard]] std::optional<UnpackError> open(const std::filesystem::path& zip);

  /// The folder that is the bag: the one at the top, or the top itself.
  [[nodiscard]] const std::filesystem::path& bag() const { return bag_; }

 private:
  std::filesystem::path folder_{};
  std::filesystem::path bag_{};
};

}  // namespace guidang::bag
