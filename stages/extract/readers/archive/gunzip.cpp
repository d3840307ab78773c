// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/archive/gunzip.h"

#include <fmt/format.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <new>

#include "stages/extract/readers/archive/packing.h"

namespace guidang::extract {

struct Gunzip::Impl {
  int fd = -1;
  Packing packing;
  z_stream stream{};
  std::string packed = std::string(kArchiveBlock, '\0');
  std::string plain = std::string(kArchiveBlock, '\0');
  std::uint64_t offset = 0;
  std::string error{};
  bool in_file = false;  ///< between a header and its checksum
  bool first = true;

  Impl(int file, const Limits& limits) : fd(file), packing(file, limits) {
    constexpr int kGzipOnly = 16;
    if (::inflateInit2(&stream, MAX_WBITS + kGzipOnly) != Z_OK) throw std::bad_alloc{};
  }
  ~Impl() { ::inflateEnd(&stream); }
  Impl(Impl&&) = delete;
  Impl& operator=(Impl&&) = delete;

  bool fill() {
    const std::size_t got = read_at(fd, offset, packed);
    offset += got;
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(got);
    return got > 0;
  }

  /// Several files may follow each other and make one; blanks of a tape may end it.
  bool begin_file() {
    while (true) {
      if (stream.avail_in == 0 && !fill()) {
        if (first) error = "gzip: no header";
        return false;
      }
      if (first || *stream.next_in != 0) break;
      ++stream.next_in;
      --stream.avail_in;
    }
    if (!first) ::inflateReset(&stream);
    first = false;
    in_file = true;
    return true;
  }

  std::string_view next() {
    while (error.empty()) {
      if (!in_file && !begin_file()) break;
      if (stream.avail_in == 0 && !fill()) {
        error = "gzip: cut off before its checksum";
        break;
      }
      stream.next_out = reinterpret_cast<Bytef*>(plain.data());
      stream.avail_out = static_cast<uInt>(plain.size());
      const int status = ::inflate(&stream, Z_NO_FLUSH);
      if (status == Z_MEM_ERROR) throw std::bad_alloc{};
      if (status == Z_STREAM_END) in_file = false;
      if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
        error = fmt::format("gzip: {} near byte {}", stream.msg == nullptr ? "damaged" : stream.msg,
                            offset);
        break;
      }
      const std::size_t got = plain.size() - stream.avail_out;
      error = packing.spend(got);
      if (got > 0 && error.empty()) return std::string_view{plain}.substr(0, got);
    }
    return {};
  }
};

Gunzip::Gunzip(int fd, const Limits& limits) : impl_(std::make_unique<Impl>(fd, limits)) {}
Gunzip::~Gunzip() = default;

std::string_view Gunzip::next() { return impl_->next(); }
const std::string& Gunzip::error() const noexcept { return impl_->error; }

std::string gzip_name(int fd) {
  constexpr std::size_t kFixed = 10;
  constexpr unsigned kExtra = 4;
  constexpr unsigned kName = 8;
  std::string head(kArchiveBlock, '\0');
  head.resize(read_at(fd, 0, head));
  const auto byte = [&](std::size_t at) -> unsigned {
    return at < head.size() ? static_cast<unsigned char>(head[at]) : 0;
  };
  const unsigned flags = byte(3);
  if ((flags & kName) == 0) return {};
  std::size_t at = kFixed;
  if ((flags & kExtra) != 0) at += 2 + byte(at) + 256U * byte(at + 1);
  const std::size_t end = head.find('\0', at);
  return end == std::string::npos ? std::string{} : head.substr(at, end - at);
}

}  // namespace guidang::extract
