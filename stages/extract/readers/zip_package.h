// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/files/zip.h"
#include "stages/extract/limits.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/zip_limits.h"

namespace guidang::extract {

/// Why a container cannot be read, in one English line; one that is locked begins "encrypted: ".
[[nodiscard]] std::string zip_reason(const files::ZipError& flaw);

/// A document that is a ZIP of parts. The first thing that is wrong with it is kept, and everything
/// after it is empty.
class ZipPackage {
 public:
  static std::variant<ZipPackage, std::string> open(int fd, const Limits& limits);

  [[nodiscard]] const std::string& error() const { return error_; }
  [[nodiscard]] const Limits& limits() const { return limits_; }
  [[nodiscard]] const std::vector<files::ZipEntry>& entries() const { return zip_.entries(); }
  /// For technical::kFlaw: what stands behind the archive.
  [[nodiscard]] std::string trailing() const { return trailing_bytes(zip_); }
  [[nodiscard]] bool has(std::string_view name) const { return zip_.find(name) != nullptr; }

  /// "" when the entry is missing.
  [[nodiscard]] std::string part(std::string_view name);
  /// "" for a damaged one too, which is no error here: for what costs no text.
  [[nodiscard]] std::string spare(std::string_view name);
  /// As `part`, but one that is missing or empty is an error.
  [[nodiscard]] std::string required(std::string_view name);
  void fail(std::string why) {
    if (error_.empty()) error_ = std::move(why);
  }

 private:
  ZipPackage(files::ZipReader zip, const Limits& limits) : zip_(std::move(zip)), limits_(limits) {}

  files::ZipReader zip_;
  const Limits& limits_;
  std::string error_{};
};

/// Gives an entry's bytes to `sink`; the answer is why not.
[[nodiscard]] std::string give_entry(int fd, const Limits& limits, std::uint32_t index,
                                     bool (*is_member)(const files::ZipEntry&),
                                     const ByteSink& sink);

/// Texts without those that were there before, in order, parted by line ends.
class DistinctTexts {
 public:
  void add(std::string_view text);
  [[nodiscard]] std::string joined() const;

 private:
  std::vector<std::string> texts_{};
};

}  // namespace guidang::extract
