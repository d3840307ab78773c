// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/atomic_write.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include "pipeline/files/io_failure.h"

namespace guidang::files {
namespace {

std::filesystem::path folder_of(const std::filesystem::path& path) {
  const std::filesystem::path parent = path.parent_path();
  return parent.empty() ? "." : parent;
}

// The mark takes 12 of the 255 bytes a name may have.
std::string temporary_name(const std::filesystem::path& target) {
  return "." + target.filename().string().substr(0, 240) + ".tmp-XXXXXX";
}

}  // namespace

AtomicFile::AtomicFile(std::filesystem::path target) : target_(std::move(target)) {
  std::string name = (folder_of(target_) / temporary_name(target_)).string();
  fd_ = Fd{::mkostemp(name.data(), O_CLOEXEC)};
  if (!fd_) throw io_failure("无法写入 cannot write", target_, errno);
  temporary_ = name;
}

AtomicFile::~AtomicFile() {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void AtomicFile::write(std::string_view bytes) { write_all(fd_.get(), bytes, target_); }

void AtomicFile::commit() {
  if (temporary_.empty()) throw std::logic_error{"AtomicFile: committed twice"};
  // mkostemp gives 0600; the umask is not asked for, since reading it means setting it.
  if (::fchmod(fd_.get(), 0644) != 0 || ::fsync(fd_.get()) != 0 ||
      ::rename(temporary_.c_str(), target_.c_str()) != 0) {
    throw io_failure("无法写入 cannot write", target_, errno);
  }
  temporary_.clear();
  fd_.reset();
  sync_folder(folder_of(target_));
}

void write_atomically(const std::filesystem::path& target, std::string_view bytes) {
  AtomicFile file{target};
  file.write(bytes);
  file.commit();
}

void remove_leftovers(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) return;
  constexpr std::string_view kMark = ".tmp-";
  constexpr std::size_t kRandom = 6;  // XXXXXX
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const std::size_t mark = name.rfind(kMark);
    const bool left = name.starts_with('.') && mark != std::string::npos &&
                      mark + kMark.size() + kRandom == name.size();
    if (left && ::unlink(entry.path().c_str()) != 0) {
      throw io_failure("无法删除 cannot remove", entry.path(), errno);
    }
  }
}

AtomicFolder::AtomicFolder(std::filesystem::path target) : target_(std::move(target)) {
  if (!target_.has_filename()) target_ = target_.parent_path();
  partial_ = target_;
  partial_ += ".partial";
  if (std::filesystem::exists(std::filesystem::symlink_status(target_))) {
    throw Failure{"文件夹已存在 folder exists: " + target_.string(),
                  "移走它,或选择另一处 move it away, or choose another place"};
  }
  std::error_code error;
  std::filesystem::remove_all(partial_, error);
  if (!error) std::filesystem::create_directory(partial_, error);
  if (error) throw io_failure("无法建立文件夹 cannot make folder", partial_, error.value());
}

AtomicFolder::~AtomicFolder() {
  std::error_code ignored;
  if (!committed_) std::filesystem::remove_all(partial_, ignored);
}

void AtomicFolder::commit() {
  if (committed_) throw std::logic_error{"AtomicFolder: committed twice"};
  // One syncfs instead of an fsync for each of what may be 10⁵ files.
  if (::syncfs(open_folder(partial_).get()) != 0 ||
      ::renameat2(AT_FDCWD, partial_.c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE) != 0) {
    throw io_failure("无法完成文件夹 cannot finish folder", target_, errno);
  }
  committed_ = true;
  sync_folder(folder_of(target_));
}

void sync_folder(const std::filesystem::path& folder) {
  if (::fsync(open_folder(folder).get()) != 0) {
    throw io_failure("无法写入 cannot write", folder, errno);
  }
}

}  // namespace guidang::files
