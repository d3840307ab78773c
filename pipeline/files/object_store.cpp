// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/object_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <system_error>
#include <utility>
#include <vector>

#include "pipeline/files/atomic_write.h"
#include "pipeline/files/digest.h"
#include "pipeline/files/io_failure.h"

namespace guidang::files {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTemporary = ".tmp-";

bool is_hex(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

// A file on its way into the store; gone unless it was settled.
class Incoming {
 public:
  explicit Incoming(const fs::path& root) {
    std::string name = (root / (std::string{kTemporary} + "XXXXXX")).string();
    fd_ = Fd{::mkostemp(name.data(), O_CLOEXEC)};
    if (!fd_) throw io_failure("无法写入 cannot write", root, errno);
    path_ = name;
  }
  ~Incoming() { ::unlink(path_.c_str()); }
  Incoming(const Incoming&) = delete;
  Incoming& operator=(const Incoming&) = delete;

  void write(std::string_view bytes) {
    write_all(fd_.get(), bytes, path_);
    sha256_.update(bytes);
    size_ += bytes.size();
  }
  [[nodiscard]] int fd() const { return fd_.get(); }
  [[nodiscard]] const fs::path& path() const { return path_; }
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] std::string digest() { return sha256_.hex(); }

 private:
  Fd fd_{};
  fs::path path_{};
  Sha256 sha256_{};
  std::uint64_t size_ = 0;
};

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it{folder, error}, end; !error && it != end; it.increment(error)) {
    names.push_back(it->path().filename().string());
  }
  if (error) throw io_failure("无法读取文件夹 cannot read folder", folder, error.value());
  std::ranges::sort(names);
  return names;
}

}  // namespace

ObjectStore::ObjectStore(fs::path root) : root_(std::move(root)) {
  std::error_code error;
  fs::create_directories(root_, error);
  if (error) throw io_failure("无法建立文件夹 cannot make folder", root_, error.value());
}

std::string ObjectStore::put(int fd) {
  Incoming incoming{root_};
  std::vector<char> block(128UL * 1024);
  while (true) {
    const ssize_t got =
        ::pread(fd, block.data(), block.size(), static_cast<off_t>(incoming.size()));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw io_failure("无法读取 cannot read", "fd " + std::to_string(fd), errno);
    if (got == 0) break;
    incoming.write({block.data(), static_cast<std::size_t>(got)});
  }
  std::string digest = incoming.digest();
  settle(incoming.path(), incoming.fd(), digest, incoming.size());
  return digest;
}

std::string ObjectStore::put(std::string_view bytes) {
  std::string digest = sha256_hex(bytes);
  if (size(digest) == bytes.size()) return digest;
  Incoming incoming{root_};
  incoming.write(bytes);
  settle(incoming.path(), incoming.fd(), digest, bytes.size());
  return digest;
}

void ObjectStore::settle(const fs::path& temporary, int fd, const std::string& digest,
                         std::uint64_t size) {
  const fs::path target = path_of(digest);
  std::optional<std::uint64_t> existing = this->size(digest);
  if (!existing) {
    const fs::path folder = target.parent_path();
    const bool made = ::mkdir(folder.c_str(), 0755) == 0;
    if (!made && errno != EEXIST)
      throw io_failure("无法建立文件夹 cannot make folder", folder, errno);
    if (::fchmod(fd, 0444) != 0 || ::fsync(fd) != 0) {
      throw io_failure("无法写入 cannot write", target, errno);
    }
    // link() refuses to replace on every file system; the temporary name goes with its owner.
    if (::link(temporary.c_str(), target.c_str()) == 0) {
      sync_folder(folder);
      if (made) sync_folder(root_);
      return;
    }
    if (errno != EEXIST) throw io_failure("无法写入 cannot write", target, errno);
    existing = this->size(digest);
  }
  if (existing != size) {
    throw Failure{"原件已损坏 object is damaged: " + target.string(),
                  "从备份恢复该文件 restore that file from a backup"};
  }
}

fs::path ObjectStore::path_of(std::string_view digest) const {
  if (digest.size() != 64 || !is_hex(digest)) throw std::logic_error{"ObjectStore: not a digest"};
  return root_ / digest.substr(0, 2) / digest.substr(2);
}

Fd ObjectStore::open(std::string_view digest) const {
  const fs::path path = path_of(digest);
  Fd fd{::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)};
  if (!fd) throw io_failure("无法打开原件 cannot open object", path, errno);
  return fd;
}

bool ObjectStore::has(std::string_view digest) const { return size(digest).has_value(); }

std::optional<std::uint64_t> ObjectStore::size(std::string_view digest) const {
  const fs::path path = path_of(digest);
  struct stat seen{};
  if (::lstat(path.c_str(), &seen) == 0) {
    if (S_ISREG(seen.st_mode)) return static_cast<std::uint64_t>(seen.st_size);
    throw Failure{"原件不是普通文件 object is not a regular file: " + path.string()};
  }
  if (errno == ENOENT) return std::nullopt;
  throw io_failure("无法读取 cannot read", path, errno);
}

ObjectState ObjectStore::verify(std::string_view digest) const {
  if (!has(digest)) return ObjectState::missing;
  return digest_fd(open(digest).get()).sha256 == digest ? ObjectState::intact
                                                        : ObjectState::damaged;
}

void ObjectStore::for_each(
    const std::function<void(const std::string& digest, std::uint64_t size)>& visit) const {
  for (const std::string& folder : names_in(root_)) {
    if (folder.size() != 2 || !is_hex(folder)) continue;
    for (const std::string& rest : names_in(root_ / folder)) {
      if (rest.size() != 62 || !is_hex(rest)) continue;
      const std::string digest = folder + rest;
      if (const auto bytes = size(digest)) visit(digest, *bytes);
    }
  }
}

std::size_t ObjectStore::sweep() {
  std::size_t removed = 0;
  for (const std::string& name : names_in(root_)) {
    if (!name.starts_with(kTemporary)) continue;
    const fs::path path = root_ / name;
    if (::unlink(path.c_str()) != 0) throw io_failure("无法删除 cannot remove", path, errno);
    ++removed;
  }
  return removed;
}

}  // namespace guidang::files
