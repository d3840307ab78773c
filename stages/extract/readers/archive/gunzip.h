// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "stages/extract/limits.h"

namespace guidang::extract {

/// Unpacks a gzip file piece by piece. Unlike libarchive it verifies checksum and length. One
/// thread at a time.
class Gunzip {
 public:
  /// `fd` is read from its beginning, whatever its offset, and must outlive this.
  Gunzip(int fd, const Limits& limits);
  ~Gunzip();
  Gunzip(Gunzip&&) = delete;
  Gunzip& operator=(Gunzip&&) = delete;

  /// The next bytes, valid until the next call; none at the end and at an error.
  [[nodiscard]] std::string_view next();
  /// What is wrong with the file, in one English line; "" while nothing is.
  [[nodiscard]] const std::string& error() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The name in a gzip file's header: its very bytes, "" when there is none.
[[nodiscard]] std::string gzip_name(int fd);

}  // namespace guidang::extract
