// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/verify.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/files/display_name.h"
#include "stages/package/bag_check.h"
#include "stages/package/unpack.h"

namespace guidang {
namespace {

bool is_zip(const std::filesystem::path& path) {
  const std::string ending = path.extension().string();
  return ending == ".zip" || ending == ".ZIP";
}

void cannot(VerifyReport& report, std::string found, std::string expected) {
  report.verdict = BagVerdict::could_not_check;
  report.problems.push_back(
      {BagSeverity::unknown, "BAG-204", report.path, std::move(found), std::move(expected)});
}

void check_folder(const std::filesystem::path& folder, VerifyReport& report) {
  const files::Fd root = files::open_folder(folder);
  bag::BagCheck(root, report).run();
}

void check_zip(const std::filesystem::path& path, VerifyReport& report) {
  bag::Unpacked unpacked;
  if (const auto error = unpacked.open(path)) {
    const bool bad = error->proves_damage;
    report.verdict = bad ? BagVerdict::not_valid : BagVerdict::could_not_check;
    report.problems.push_back({bad ? BagSeverity::error : BagSeverity::unknown,
                               bad ? "BAG-115" : "BAG-204",
                               report.path,
                               error->message,
                               {}});
    return;
  }
  check_folder(unpacked.bag(), report);
}

}  // namespace

ExitStatus VerifyReport::status() const {
  switch (verdict) {
    case BagVerdict::valid:
      return ExitStatus::done;
    case BagVerdict::not_valid:
      return ExitStatus::held;
    case BagVerdict::could_not_check:
      return ExitStatus::stopped;
  }
  return ExitStatus::stopped;
}

VerifyReport verify_bundle(const std::filesystem::path& path) {
  VerifyReport report;
  report.path = files::display_name(path.string());
  std::error_code error;
  const auto kind = std::filesystem::status(path, error).type();
  try {
    if (kind == std::filesystem::file_type::directory) {
      check_folder(path, report);
    } else if (kind == std::filesystem::file_type::regular && is_zip(path)) {
      check_zip(path, report);
    } else if (kind == std::filesystem::file_type::not_found) {
      cannot(report, "没有 not there", "a folder or a .zip");
    } else {
      cannot(report, "不是文件夹或 .zip neither a folder nor a .zip", "a folder or a .zip");
    }
  } catch (const Failure& failure) {
    // What was proven before the disk failed stays proven.
    const bool proven = report.verdict == BagVerdict::not_valid;
    cannot(report, failure.what(), {});
    if (proven) report.verdict = BagVerdict::not_valid;
  }
  return report;
}

}  // namespace guidang
