// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/reader.h"
#include "stages/extract/format.h"
#include "stages/extract/limits.h"

namespace guidang::extract {

/// The files in an archive of unknown origin, one after the other. A packed tar is one archive, any
/// other packed file is an archive of one. One thread at a time.
class Archive {
 public:
  /// `kind` is gz, bz2, xz, tar, seven_zip or rar. `fd` is read from its beginning, whatever its
  /// offset, and must outlive this.
  Archive(int fd, Format kind, const Limits& limits);
  ~Archive();
  Archive(Archive&&) = delete;
  Archive& operator=(Archive&&) = delete;

  /// The next file, or what stands in a file's place (a link, a device) with its refusal; folders
  /// are passed over. Nothing at the end and at an error. The name of a packed file may be "".
  [[nodiscard]] std::optional<Member> next();
  /// The bytes of the file that `next` gave, once; false at an error.
  bool read(const std::function<void(std::string_view)>& sink);
  /// What is wrong, in one English line; "" while nothing is.
  [[nodiscard]] const std::string& error() const;
  /// As `technical::kFormatVersion`; known after the first `next`. "" when there is none.
  [[nodiscard]] std::string version() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang::extract
