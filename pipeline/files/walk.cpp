// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

#include "pipeline/files/display_name.h"
#include "pipeline/files/fd.h"
#include "pipeline/files/io_failure.h"

namespace guidang::files {
namespace {

struct CloseDir {
  void operator()(DIR* dir) const noexcept { ::closedir(dir); }
};

EntryKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return EntryKind::regular;
  if (S_ISDIR(mode)) return EntryKind::directory;
  if (S_ISLNK(mode)) return EntryKind::symlink;
  if (S_ISFIFO(mode)) return EntryKind::fifo;
  if (S_ISSOCK(mode)) return EntryKind::socket;
  return EntryKind::device;
}

class Walker {
 public:
  Walker(const std::function<void(const WalkEntry&)>& visit, const WalkLimits& limits)
      : visit_(visit), limits_(limits) {}

  void folder(Fd fd, std::size_t depth) {
    const int dirfd = fd.get();
    std::vector<WalkEntry> children;
    const std::unique_ptr<DIR, CloseDir> dir = list(std::move(fd), children);
    std::ranges::sort(children, {}, &WalkEntry::relative);
    for (WalkEntry& child : children) {
      const std::size_t mark = path_.size();
      path_ += child.relative;
      if (child.kind == EntryKind::directory) {
        enter(dirfd, child, depth);
      } else {
        child.relative = path_;
        if (path_.size() > limits_.path_bytes) child.refusal = WalkRefusal::path_too_long;
        visit_(child);
      }
      path_.resize(mark);
    }
  }

 private:
  // A folder's name carries its slash from here on: siblings then sort as the whole paths do
  // ("a!" before "a/x" before "a0").
  std::unique_ptr<DIR, CloseDir> list(Fd fd, std::vector<WalkEntry>& children) {
    std::unique_ptr<DIR, CloseDir> dir{::fdopendir(fd.get())};
    if (!dir) throw io_failure("无法读取文件夹 cannot read folder", shown(), errno);
    static_cast<void>(fd.release());
    while (true) {
      errno = 0;
      const dirent* found = ::readdir(dir.get());
      if (found == nullptr) break;
      const std::string_view name{found->d_name};
      if (name == "." || name == "..") continue;
      if (++seen_ > limits_.entries) {
        throw Failure{"批次超过 " + std::to_string(limits_.entries) +
                          " 个条目 the batch holds more entries than that",
                      "分成几个批次 split it into several batches"};
      }
      children.push_back(look(::dirfd(dir.get()), found->d_name));
    }
    if (errno != 0) throw io_failure("无法读取文件夹 cannot read folder", shown(), errno);
    return dir;
  }

  static WalkEntry look(int dirfd, const char* name) {
    WalkEntry entry{.relative = name};
    struct stat seen{};
    if (::fstatat(dirfd, name, &seen, AT_SYMLINK_NOFOLLOW) != 0) {
      entry.kind = EntryKind::unreadable;
      entry.refusal = errno == ENOENT ? WalkRefusal::changed : WalkRefusal::unreadable;
      return entry;
    }
    entry.kind = kind_of(seen.st_mode);
    switch (entry.kind) {
      case EntryKind::regular:
        entry.size = static_cast<std::uint64_t>(seen.st_size);
        if (::faccessat(dirfd, name, R_OK, AT_EACCESS) != 0) {
          entry.kind = EntryKind::unreadable;
          entry.refusal = WalkRefusal::unreadable;
        }
        break;
      case EntryKind::directory:
        entry.relative += '/';
        break;
      case EntryKind::symlink:
        entry.refusal = WalkRefusal::link;
        break;
      default:
        entry.refusal = WalkRefusal::not_a_file;
        break;
    }
    return entry;
  }

  void enter(int dirfd, WalkEntry& child, std::size_t depth) {
    const std::string name = child.relative.substr(0, child.relative.size() - 1);
    child.relative = path_;
    if (depth >= limits_.depth) {
      child.refusal = WalkRefusal::too_deep;
    } else if (path_.size() > limits_.path_bytes) {
      child.refusal = WalkRefusal::path_too_long;
    } else {
      Fd fd{::openat(dirfd, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
      if (fd) return folder(std::move(fd), depth + 1);
      const int error = errno;
      if (error == EMFILE || error == ENFILE || error == ENOMEM) {
        throw io_failure("无法打开文件夹 cannot open folder", shown(), error);
      }
      const bool swapped = error == ELOOP || error == ENOTDIR || error == ENOENT;
      child.kind = EntryKind::unreadable;
      child.refusal = swapped ? WalkRefusal::changed : WalkRefusal::unreadable;
    }
    visit_(child);
  }

  [[nodiscard]] std::string shown() const { return path_.empty() ? "." : path_; }

  const std::function<void(const WalkEntry&)>& visit_;
  const WalkLimits& limits_;
  std::string path_{};
  std::size_t seen_ = 0;
};

}  // namespace

std::string_view describe(WalkRefusal refusal) {
  switch (refusal) {
    case WalkRefusal::none:
      return {};
    case WalkRefusal::too_deep:
      return "文件夹层次过深 the folder lies too deep";
    case WalkRefusal::path_too_long:
      return "路径过长 the path is too long";
    case WalkRefusal::link:
      return "符号链接,不跟随 a symbolic link, which is not followed";
    case WalkRefusal::not_a_file:
      return "不是普通文件 not a regular file";
    case WalkRefusal::unreadable:
      return "无法读取 it cannot be read";
    case WalkRefusal::changed:
      return "清点时被替换 it was replaced while being listed";
  }
  return {};
}

std::string WalkEntry::display() const { return display_name(relative); }

void walk(int rootfd, const std::function<void(const WalkEntry&)>& visit,
          const WalkLimits& limits) {
  // A fresh description: reading must not move the caller's offset.
  Fd fd{::openat(rootfd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!fd) throw io_failure("无法读取文件夹 cannot read folder", ".", errno);
  Walker{visit, limits}.folder(std::move(fd), 1);
}

std::vector<WalkEntry> walk_all(int rootfd, const WalkLimits& limits) {
  std::vector<WalkEntry> out;
  walk(rootfd, [&out](const WalkEntry& entry) { out.push_back(entry); }, limits);
  return out;
}

}  // namespace guidang::files
