// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/failure.h"
#include "pipeline/findings/codes.h"

namespace guidang {

/// What can be said of a bag. Two different things are kept apart: that it is wrong, and that it
/// could not be looked at.
enum class BagVerdict : std::uint8_t { valid, not_valid, could_not_check };

enum class BagSeverity : std::uint8_t {
  error,    ///< the bag is not valid
  unknown,  ///< something in it could not be checked
  warning   ///< good, yet worth a look
};

/// One thing seen. What its code means stands in `bag_codes()`.
struct BagProblem {
  BagSeverity severity = BagSeverity::error;
  std::string code{};
  std::string file{};  ///< path in the bag, fit for showing; with ":line" (1-based) in a tag file
  std::string found{};
  std::string expected{};
};

/// The outcome of one verification, the same for the same bag: problems are in the order of paths.
struct VerifyReport {
  BagVerdict verdict = BagVerdict::could_not_check;
  std::string path{};       ///< as given
  std::string version{};    ///< of BagIt; "" when bagit.txt does not say
  bool own = false;         ///< a hand-over bundle of this program, so its parts were checked too
  std::uint64_t files = 0;  ///< payload
  std::uint64_t bytes = 0;
  std::vector<std::string> algorithms{};  ///< with which payload was checked
  std::vector<BagProblem> problems{};
  std::uint64_t further = 0;  ///< problems beyond those kept

  /// 0 valid, 1 not valid, 3 could not check.
  [[nodiscard]] ExitStatus status() const;
};

/// Checks a BagIt bag (0.93 to 1.0, RFC 8493): a folder, or a ZIP with one. Reads only below
/// `path`, follows no link, opens no network. Needs memory for one slice, however large the bag.
[[nodiscard]] VerifyReport verify_bundle(const std::filesystem::path& path);

[[nodiscard]] std::string_view to_text(BagVerdict verdict);
/// For people; Chinese when `chinese`, else English. Several lines.
[[nodiscard]] std::string to_text(const VerifyReport& report, bool chinese);
/// One JSON object on one line: path, verdict, version, own, files, bytes, algorithms, errors,
/// not_checked, warnings (each code, title, file, found, expected), further.
[[nodiscard]] std::string to_json_text(const VerifyReport& report);

/// Every code that verification can report.
[[nodiscard]] std::span<const CodeInfo> bag_codes();

}  // namespace guidang
