// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::files {

/// What lies in a batch folder. Only `regular` can be received; all else is refused, never skipped.
enum class EntryKind : std::uint8_t {
  regular,
  directory,  ///< a folder that is not entered: too deep, or its path too long
  symlink,
  fifo,
  socket,
  device,
  unreadable  ///< no permission, or the disk gave an error
};

/// Why an entry is refused; `none` for a regular file.
enum class WalkRefusal : std::uint8_t {
  none,
  too_deep,
  path_too_long,
  link,
  not_a_file,
  unreadable,
  changed  ///< a folder became something else between two looks
};

/// The refusal in words, Chinese then English, lower case, without a full stop.
std::string_view describe(WalkRefusal refusal);

/// One entry of a batch, slim enough to keep a million of.
struct WalkEntry {
  std::string relative{};  ///< raw bytes below the root; a refused folder ends in `/`
  std::uint64_t size = 0;  ///< bytes; 0 unless regular
  EntryKind kind = EntryKind::regular;
  WalkRefusal refusal = WalkRefusal::none;

  /// `relative` for people; see `display_name`.
  [[nodiscard]] std::string display() const;
};

struct WalkLimits {
  std::size_t depth = 64;  ///< filing plans have 4 to 6 levels; each level holds a descriptor
  std::size_t entries = 1'000'000;  ///< the size the whole program is built for
  std::size_t path_bytes = 4'095;  ///< PATH_MAX without its end: longer ones no other tool can open
};

/// Calls `visit` for each entry below the folder `rootfd` except folders that were entered, in the
/// order of the raw bytes of `relative`, whatever order the directories have. Follows no link and
/// opens each folder from its parent's descriptor: cannot leave the root even if folders are
/// swapped under way. Hard links are files like others. Holds one folder a level in memory. Throws
/// Failure (with advice to split the batch) above `limits.entries` or when the root cannot be read.
void walk(int rootfd, const std::function<void(const WalkEntry&)>& visit,
          const WalkLimits& limits = {});

/// All entries at once.
std::vector<WalkEntry> walk_all(int rootfd, const WalkLimits& limits = {});

}  // namespace guidang::files
