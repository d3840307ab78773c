// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/files/fd.h"

namespace guidang::files {

enum class ObjectState : std::uint8_t { intact, missing, damaged };

/// Originals by digest: `root/ab/cdef…`, read-only, equal bytes once. An object never changes after
/// it was put; there is no way to overwrite one. A crash leaves only `.tmp-…` files in the root,
/// which `sweep` removes. `put` may be called by several threads; digests are 64 lower-case
/// hexadecimal digits (others are a std::logic_error). Throws Failure when the disk fails.
class ObjectStore {
 public:
  /// Makes the folder when it is absent.
  explicit ObjectStore(std::filesystem::path root);

  /// Stores all bytes of `fd` from its beginning and gives their digest: of the bytes that were
  /// stored, even if the file changes meanwhile. On disk for good when it returns.
  std::string put(int fd);
  std::string put(std::string_view bytes);

  /// For reading. Throws Failure when there is no such object.
  [[nodiscard]] Fd open(std::string_view digest) const;
  [[nodiscard]] bool has(std::string_view digest) const;
  /// Bytes; nothing when there is no such object.
  [[nodiscard]] std::optional<std::uint64_t> size(std::string_view digest) const;
  /// Reads the object whole and compares.
  [[nodiscard]] ObjectState verify(std::string_view digest) const;
  /// Where the object lies or would lie, for tools that take a path.
  [[nodiscard]] std::filesystem::path path_of(std::string_view digest) const;

  /// Every object in the order of digests.
  void for_each(
      const std::function<void(const std::string& digest, std::uint64_t size)>& visit) const;

  /// Removes what a crash left; the number removed. Only under the home's lock.
  std::size_t sweep();

 private:
  void settle(const std::filesystem::path& temporary, int fd, const std::string& digest,
              std::uint64_t size);

  std::filesystem::path root_;
};

}  // namespace guidang::files
