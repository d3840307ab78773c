// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::files {

/// The kinds of digest that bags and signatures use. The first two are broken against malice; they
/// still find accidents, which is why old bags must be read with them. SM3 is that of GB/T 32905.
enum class Algorithm : std::uint8_t { md5, sha1, sha224, sha256, sha384, sha512, sm3 };

/// As in `manifest-<name>.txt`.
inline constexpr std::array<std::string_view, 7> kAlgorithmNames{
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sm3"};

/// By name, whatever its case and with or without `-`; nothing for others.
[[nodiscard]] std::optional<Algorithm> algorithm_named(std::string_view name);

/// Length of the digest in hexadecimal digits.
[[nodiscard]] std::size_t hex_length(Algorithm algorithm);

/// Several digests in one pass over the bytes. Used by one thread at a time.
class MultiDigest {
 public:
  explicit MultiDigest(const std::vector<Algorithm>& algorithms);
  ~MultiDigest();
  MultiDigest(MultiDigest&&) noexcept;
  MultiDigest& operator=(MultiDigest&&) noexcept;

  void update(std::string_view bytes);
  /// All bytes of the file from its beginning. Throws Failure when it cannot be read.
  void update_from(int fd);

  /// Bytes fed since the beginning or the last `hex()`.
  [[nodiscard]] std::uint64_t size() const;
  /// Lower-case hexadecimal, in the order given; starts anew.
  [[nodiscard]] std::vector<std::string> hex();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang::files
