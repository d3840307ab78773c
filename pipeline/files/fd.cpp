// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/fd.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "pipeline/files/io_failure.h"

namespace guidang::files {
namespace {

OpenRefusal refusal_of_kind(mode_t mode) {
  if (S_ISDIR(mode)) return OpenRefusal::directory;
  if (S_ISLNK(mode)) return OpenRefusal::symlink;
  if (S_ISFIFO(mode)) return OpenRefusal::fifo;
  if (S_ISSOCK(mode)) return OpenRefusal::socket;
  return OpenRefusal::device;
}

bool is_component(std::string_view name) {
  return !name.empty() && name != "." && name != ".." &&
         name.find_first_of(std::string_view{"/\0", 2}) == std::string_view::npos;
}

OpenRefusal refusal_of_error(int dirfd, const char* name, int error) {
  if (error == ENOENT) return OpenRefusal::missing;
  struct stat seen{};
  if (::fstatat(dirfd, name, &seen, AT_SYMLINK_NOFOLLOW) != 0) return OpenRefusal::unreadable;
  return S_ISREG(seen.st_mode) ? OpenRefusal::unreadable : refusal_of_kind(seen.st_mode);
}

}  // namespace

Fd& Fd::operator=(Fd&& other) noexcept {
  if (this != &other) {
    reset();
    fd_ = std::exchange(other.fd_, -1);
  }
  return *this;
}

void Fd::reset() noexcept {
  if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

std::string_view describe(OpenRefusal refusal) {
  switch (refusal) {
    case OpenRefusal::missing:
      return "文件不存在 there is no such file";
    case OpenRefusal::directory:
      return "是文件夹 it is a folder";
    case OpenRefusal::symlink:
      return "是符号链接,不跟随 it is a symbolic link, which is not followed";
    case OpenRefusal::fifo:
      return "是管道 it is a pipe";
    case OpenRefusal::socket:
      return "是套接字 it is a socket";
    case OpenRefusal::device:
      return "是设备 it is a device";
    case OpenRefusal::unreadable:
      return "无法读取 it cannot be read";
    case OpenRefusal::outside:
      return "路径越出文件夹 the path leaves the folder";
    case OpenRefusal::changed:
      return "读取时被替换 it was replaced while being read";
  }
  return {};
}

OpenResult open_regular_nofollow(int dirfd, const std::string& name) {
  if (!is_component(name)) return OpenRefusal::outside;
  // O_NONBLOCK: opening a FIFO for reading would wait for a writer that never comes.
  constexpr int kFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
  Fd fd{::openat(dirfd, name.c_str(), kFlags)};
  if (!fd) return refusal_of_error(dirfd, name.c_str(), errno);
  struct stat opened{};
  if (::fstat(fd.get(), &opened) != 0) return OpenRefusal::unreadable;
  if (!S_ISREG(opened.st_mode)) return refusal_of_kind(opened.st_mode);
  return fd;
}

OpenResult open_beneath(int rootfd, std::string_view relative) {
  Fd parent;
  int dirfd = rootfd;
  while (true) {
    const std::size_t slash = relative.find('/');
    const std::string name{relative.substr(0, slash)};
    if (slash == std::string_view::npos) return open_regular_nofollow(dirfd, name);
    if (!is_component(name)) return OpenRefusal::outside;
    Fd next{::openat(dirfd, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
    if (!next) {
      // ENOTDIR is given for a file where a folder should be, and for a link.
      const int error = errno;
      const OpenRefusal refusal = refusal_of_error(dirfd, name.c_str(), error);
      if (error == ENOTDIR && refusal == OpenRefusal::unreadable) return OpenRefusal::missing;
      return refusal == OpenRefusal::directory ? OpenRefusal::unreadable : refusal;
    }
    parent = std::move(next);
    dirfd = parent.get();
    relative.remove_prefix(slash + 1);
  }
}

Fd open_folder(const std::filesystem::path& path) {
  Fd fd{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!fd) throw io_failure("无法打开文件夹 cannot open folder", path, errno);
  return fd;
}

std::optional<std::string> read_all(int fd, std::uint64_t limit) {
  constexpr std::size_t kStep = 64UL * 1024;
  struct stat seen{};
  std::string out;
  if (::fstat(fd, &seen) == 0 && seen.st_size > 0) {
    const auto size = static_cast<std::uint64_t>(seen.st_size);
    if (size > limit) return std::nullopt;
    out.reserve(static_cast<std::size_t>(size) + 1);
  }
  std::size_t used = 0;
  while (true) {
    // One byte above the limit tells a file that ends there from one that goes on.
    const std::uint64_t room = limit - used;
    const std::size_t free = out.capacity() > used ? out.capacity() - used : 0;
    const std::size_t step = std::max(kStep, free);
    const std::size_t want = room < step ? static_cast<std::size_t>(room) + 1 : step;
    out.resize(used + want);
    const ssize_t got = ::pread(fd, out.data() + used, want, static_cast<off_t>(used));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw io_failure("无法读取 cannot read", "fd " + std::to_string(fd), errno);
    used += static_cast<std::size_t>(got);
    if (used > limit) return std::nullopt;
    if (got == 0) break;
  }
  out.resize(used);
  return out;
}

std::string read_file(const std::filesystem::path& path, std::uint64_t limit) {
  const Fd fd{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (!fd) throw io_failure("无法打开 cannot open", path, errno);
  std::optional<std::string> bytes = read_all(fd.get(), limit);
  if (!bytes) {
    throw Failure{"文件过大 file is too big: " + path.string() + " (> " + std::to_string(limit) +
                  ")"};
  }
  return std::move(*bytes);
}

void write_all(int fd, std::string_view bytes, const std::filesystem::path& what) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) throw io_failure("无法写入 cannot write", what, errno);
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
}

}  // namespace guidang::files
