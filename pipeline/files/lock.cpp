// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <ctime>
#include <string>

#include "pipeline/files/io_failure.h"

namespace guidang::files {
namespace {

constexpr std::uint64_t kHolderBytes = 1024;

std::string host() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string{name.data()} : "?";
}

// For the person who finds the home in use; no result depends on it.
std::string now() {
  const std::time_t seconds = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1,
                     utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec);
}

}  // namespace

HomeLock HomeLock::acquire(const std::filesystem::path& lock_file) {
  Fd fd{::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644)};
  if (!fd) throw io_failure("无法打开锁文件 cannot open lock file", lock_file, errno);
  struct flock whole{};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  if (::fcntl(fd.get(), F_OFD_SETLK, &whole) != 0) {
    if (errno != EAGAIN && errno != EACCES) {
      throw io_failure("无法加锁 cannot lock", lock_file, errno);
    }
    std::string holder = read_all(fd.get(), kHolderBytes).value_or("");
    if (holder.ends_with('\n')) holder.pop_back();
    throw Failure{
        fmt::format("全宗库 {} 正在使用 home is in use by {}", lock_file.parent_path().string(),
                    holder.empty() ? "?" : holder),
        "等它结束,或停止该进程后再运行 wait until it ends, or stop that process and run again"};
  }
  if (::ftruncate(fd.get(), 0) != 0) throw io_failure("无法写入 cannot write", lock_file, errno);
  write_all(fd.get(), fmt::format("process {} on host {} since {}\n", ::getpid(), host(), now()),
            lock_file);
  return HomeLock{std::move(fd)};
}

}  // namespace guidang::files
