// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace guidang::files {

/// Owns one file descriptor.
class Fd {
 public:
  Fd() = default;
  /// Takes over `fd`; a negative number is "none".
  explicit Fd(int fd) noexcept : fd_(fd) {}
  ~Fd() { reset(); }
  Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Fd& operator=(Fd&& other) noexcept;
  Fd(const Fd&) = delete;
  Fd& operator=(const Fd&) = delete;

  [[nodiscard]] int get() const noexcept { return fd_; }
  [[nodiscard]] explicit operator bool() const noexcept { return fd_ >= 0; }
  /// Gives the descriptor away.
  [[nodiscard]] int release() noexcept { return std::exchange(fd_, -1); }
  void reset() noexcept;

 private:
  int fd_ = -1;
};

/// Why a directory entry was not opened.
enum class OpenRefusal : std::uint8_t {
  missing,
  directory,
  symlink,
  fifo,
  socket,
  device,
  unreadable,  ///< no permission, or the disk gave an error
  outside,     ///< the path is absolute, empty, or holds `.` or `..`
  changed      ///< became something else between two looks
};

/// The refusal in words, Chinese then English, lower case, without a full stop.
std::string_view describe(OpenRefusal refusal);

using OpenResult = std::variant<Fd, OpenRefusal>;

/// Opens the regular file `name` (one path component) of the directory `dirfd` for reading. Follows
/// no link, does not block on a FIFO, and looks at what it has opened, not at what was there
/// before.
OpenResult open_regular_nofollow(int dirfd, const std::string& name);

/// As `open_regular_nofollow` for a path of several components below `rootfd`: no component may be
/// a link, so the path cannot leave the root even if folders are swapped under way.
OpenResult open_beneath(int rootfd, std::string_view relative);

/// Opens a folder that the user or the program itself named; follows links. Throws Failure.
Fd open_folder(const std::filesystem::path& path);

/// All bytes from the file's beginning, whatever the offset of `fd`, which stays; nothing when they
/// are more than `limit`. Throws Failure when the disk gives an error. The limit holds for a file
/// that grows while it is read.
std::optional<std::string> read_all(int fd, std::uint64_t limit);

/// As `read_all`, of a file of our own. Throws Failure when it is absent, unreadable or above the
/// limit.
std::string read_file(const std::filesystem::path& path, std::uint64_t limit);

/// Writes all of `bytes` at the present offset. Throws Failure naming `what`.
void write_all(int fd, std::string_view bytes, const std::filesystem::path& what);

}  // namespace guidang::files
