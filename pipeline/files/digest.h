// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace guidang::files {

/// Lower-case hexadecimal digests of one stretch of bytes, and its length in bytes.
struct Digests {
  std::string sha256{};
  std::string sha512{};
  std::uint64_t size = 0;

  bool operator==(const Digests&) const = default;
};

/// A SHA-256 fed piece by piece. Used by one thread at a time.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void update(std::string_view bytes);

  /// The digest of all that was fed since the beginning or the last `hex()`; starts anew.
  [[nodiscard]] std::string hex();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// Both digests in one pass, from the file's beginning whatever the offset of `fd`, which stays.
/// Throws Failure when the file cannot be read.
Digests digest_fd(int fd);

/// As `digest_fd`. Follows links: meant for our own files, not for a batch.
Digests digest_file(const std::filesystem::path& path);

/// `prefix` and the first 16 hexadecimal digits of the SHA-256 of `content`: ids that come from
/// content, never from the order of arrival. 64 bits: of 10⁶ ids two are equal with p ≈ 3·10⁻⁸.
std::string short_id(std::string_view prefix, std::string_view content);

}  // namespace guidang::files
