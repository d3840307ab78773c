// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/source.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "pipeline/failure.h"
#include "pipeline/files/digest.h"
#include "stages/receive/codes.h"

namespace guidang::receive {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;

std::string_view code_of(files::OpenRefusal refusal) {
  switch (refusal) {
    case files::OpenRefusal::directory:
    case files::OpenRefusal::symlink:
    case files::OpenRefusal::fifo:
    case files::OpenRefusal::socket:
    case files::OpenRefusal::device:
    case files::OpenRefusal::outside:
      return kNoRegularFile;
    case files::OpenRefusal::missing:
    case files::OpenRefusal::changed:
      return kChanged;
    case files::OpenRefusal::unreadable:
      return kUnreadable;
  }
  return kUnreadable;
}

bool same(const struct stat& a, const struct stat& b) {
  return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec && a.st_ctim.tv_sec == b.st_ctim.tv_sec &&
         a.st_ctim.tv_nsec == b.st_ctim.tv_nsec;
}

files::Fd memory_file() {
  files::Fd fd{memfd_create("guidang-receive", MFD_CLOEXEC | MFD_ALLOW_SEALING)};
  if (!fd) throw Failure(std::string{"no memory file to receive into: "} + std::strerror(errno));
  return fd;
}

/// Digests `from`, copying it into `to` unless that is none. The number of bytes; nothing when the
/// disk gives an error or more than `limit` bytes came.
bool digest_and_copy(int from, int to, std::uint64_t limit, std::string& digest,
                     std::uint64_t& size) {
  files::Sha256 sha;
  std::vector<char> buffer(kChunk);
  for (off_t offset = 0;;) {
    const ssize_t got = pread(from, buffer.data(), buffer.size(), offset);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    const std::string_view bytes{buffer.data(), static_cast<std::size_t>(got)};
    size += bytes.size();
    if (size > limit) return false;
    sha.update(bytes);
    if (to >= 0) files::write_all(to, bytes, "memory");
    offset += got;
  }
  digest = sha.hex();
  return true;
}

}  // namespace

Source Source::of_memory(files::Fd sealed) {
  Source source;
  source.fd_ = std::move(sealed);
  source.snapshot_ = true;
  if (!digest_and_copy(source.fd(), -1, UINT64_MAX, source.digest_, source.size_)) {
    throw Failure(std::string{"memory cannot be read back: "} + std::strerror(errno));
  }
  return source;
}

bool Source::unchanged() const {
  if (snapshot_) return true;
  struct stat about{};
  return fstat(fd_.get(), &about) == 0 && same(about, seen_);
}

std::variant<Source, std::string_view> open_source(int rootfd, const std::string& path,
                                                   std::uint64_t limit) {
  files::OpenResult opened = files::open_beneath(rootfd, path);
  if (const auto* refusal = std::get_if<files::OpenRefusal>(&opened)) return code_of(*refusal);
  files::Fd file = std::move(std::get<files::Fd>(opened));
  Source source;
  if (fstat(file.get(), &source.seen_) != 0) return kUnreadable;
  const auto size = static_cast<std::uint64_t>(source.seen_.st_size);
  if (size > limit) return kTooLarge;
  source.snapshot_ = size <= Source::kSnapshotBytes;
  files::Fd copy = source.snapshot_ ? memory_file() : files::Fd{};
  const std::uint64_t most = source.snapshot_ ? Source::kSnapshotBytes : limit;
  if (!digest_and_copy(file.get(), copy.get(), most, source.digest_, source.size_)) {
    return source.size_ > most ? kChanged : kUnreadable;
  }
  if (source.snapshot_) {
    fcntl(copy.get(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL);
    source.fd_ = std::move(copy);
  } else {
    source.fd_ = std::move(file);
    if (!source.unchanged()) return kChanged;
  }
  return source;
}

}  // namespace guidang::receive
