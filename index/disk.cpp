// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/disk.h"

#include <sys/stat.h>
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

}  // namespace

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

void copy_permissions(const fs::path& from, const fs::path& to) {
  struct stat status{};
  if (::stat(from.c_str(), &status) != 0) fail(from, {errno, std::generic_category()});
  // Without the right to give the group, nobody of it could read; with fewer bits nobody else can.
  const bool given = ::chown(to.c_str(), static_cast<uid_t>(-1), status.st_gid) == 0;
  const mode_t mode = status.st_mode & (given ? 07777U : 07707U);
  if (::chmod(to.c_str(), mode) != 0) fail(to, {errno, std::generic_category()});
}

}  // namespace guidang::index
