// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/disk.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "pipeline/failure.h"

namespace guidang::index {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void fail(const fs::path& path, const std::error_code& error) {
  throw Failure(path.string() + ": " + error.message());
}

[[noreturn]] void fail(const fs::path& path) {
  fail(path, std::error_code(errno, std::generic_category()));
}

void sync_path(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(path);
  const int result = ::fsync(descriptor);
  ::close(descriptor);
  if (result != 0) fail(path);
}

}  // namespace

WriterLock::WriterLock(const fs::path& file) {
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor_ < 0) fail(file);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    ::close(descriptor_);
    throw Failure(
        file.parent_path().string() + ": 另一进程正在编制索引 / another process is indexing",
        "等它结束再运行 / run again when it has ended");
  }
}

WriterLock::~WriterLock() { ::close(descriptor_); }

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) fail(folder, error);
}

void remove_folder(const fs::path& folder) {
  std::error_code error;
  fs::remove_all(folder, error);
  if (error) fail(folder, error);
}

void rename_folder(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) fail(to, error);
  sync_path(to.parent_path());
}

void sync_tree(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) sync_path(entry.path());
  sync_path(folder);
}

void replace_file(const fs::path& file, std::string_view bytes) {
  const fs::path beside = file.string() + ".partial";
  const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) fail(beside);
  const bool written =
      ::write(descriptor, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
      ::fsync(descriptor) == 0;
  ::close(descriptor);
  if (!written) fail(beside);
  rename_folder(beside, file);
}

void share_file(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_hard_link(from, to, error);
  if (!error) return;
  fs::copy_file(from, to, error);
  if (error) fail(to, error);
}

void copy_files(const fs::path& from, const fs::path& to, std::string_view except) {
  make_folder(to);
  for (const auto& entry : fs::directory_iterator(from)) {
    const fs::path name = entry.path().filename();
    if (name.string().starts_with(except)) continue;
    std::error_code error;
    fs::copy_file(entry.path(), to / name, error);
    if (error) fail(to / name, error);
  }
}

}  // namespace guidang::index
