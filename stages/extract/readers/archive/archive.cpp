// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/archive/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <exception>
#include <new>
#include <utility>
#include <vector>

#include "pipeline/files/entry_name.h"
#include "stages/extract/readers/archive/gunzip.h"
#include "stages/extract/readers/archive/packing.h"
#include "stages/extract/readers/archive/rar_checksums.h"

namespace guidang::extract {
namespace {

struct Free {
  void operator()(archive* a) const noexcept { archive_read_free(a); }
};

/// libarchive turns the UTF-16 names of a 7z into those of the thread's locale.
class Utf8Locale {
 public:
  Utf8Locale()
      : own_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)),
        before_(own_ == nullptr ? nullptr : ::uselocale(own_)) {}
  ~Utf8Locale() {
    if (own_ == nullptr) return;
    ::uselocale(before_);
    ::freelocale(own_);
  }
  Utf8Locale(Utf8Locale&&) = delete;
  Utf8Locale& operator=(Utf8Locale&&) = delete;

 private:
  locale_t own_;
  locale_t before_;
};

std::string refusal(archive_entry* entry, const Limits& limits) {
  if (archive_entry_is_encrypted(entry) != 0) return "encrypted";
  if (archive_entry_hardlink(entry) != nullptr) return "hard link";
  switch (archive_entry_filetype(entry)) {
    case AE_IFREG:
      break;
    case AE_IFLNK:
      return "symbolic link";
    case AE_IFCHR:
    case AE_IFBLK:
      return "device";
    case AE_IFIFO:
      return "named pipe";
    default:
      return "not a regular file";
  }
  if (archive_entry_sparse_count(entry) > 0) return "sparse file";
  const auto size = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0));
  if (size > limits.member_bytes)
    return fmt::format("longer than {} MB", limits.member_bytes >> 20);
  return {};
}

}  // namespace

struct Archive::Impl {
  const Limits limits;
  const Format kind;
  const int fd;
  Packing packing;
  std::unique_ptr<Gunzip> gunzip{};
  std::unique_ptr<archive, Free> handle{archive_read_new()};
  std::string block = std::string(kArchiveBlock, '\0');
  std::uint64_t offset = 0;
  std::uint64_t members = 0;
  bool at_end = false;                     ///< of the file, or of what gunzip gives
  bool ends_in_zeros = false;              ///< the last block of a tar, as far as it was read
  std::vector<std::uint32_t> checksums{};  ///< of all entries, where libarchive checks none
  std::size_t entries = 0;
  bool unread = false;  ///< the data of the present member
  bool sized = false;   ///< its size is known
  std::uint64_t size = 0;
  std::string error{};
  std::exception_ptr thrown{};
  files::EntryNameDecoder names{};

  Impl(int file, Format what, const Limits& most)
      : limits(most), kind(what), fd(file), packing(file, most) {
    if (!handle) throw std::bad_alloc{};
    if (kind == Format::gz) gunzip = std::make_unique<Gunzip>(fd, limits);
    open();
  }

  [[nodiscard]] bool is_stream() const {
    return kind == Format::gz || kind == Format::bz2 || kind == Format::xz;
  }

  void open();
  std::optional<Member> next();
  Member member(archive_entry* entry);
  bool read(const std::function<void(std::string_view)>& sink);
  bool finish();

  bool fail(std::string why) {
    if (error.empty()) error = std::move(why);
    return false;
  }
  /// What libarchive has to say, unless the cause is known better.
  bool fail_as_told() {
    if (thrown) std::rethrow_exception(thrown);
    if (gunzip && !gunzip->error().empty()) return fail(gunzip->error());
    const char* told = archive_error_string(handle.get());
    return fail(told == nullptr ? "damaged" : told);
  }

  /// Bytes for libarchive. Nothing may be thrown through it.
  la_ssize_t give(const void** buffer) noexcept {
    try {
      std::string_view bytes;
      if (gunzip) {
        bytes = gunzip->next();
        if (!gunzip->error().empty()) return ARCHIVE_FATAL;
      } else {
        bytes = std::string_view{block}.substr(0, read_at(fd, offset, block));
        offset += bytes.size();
      }
      at_end = bytes.empty();
      if (!at_end) {
        const std::string_view tail =
            bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 512));
        ends_in_zeros = tail.find_first_not_of('\0') == std::string_view::npos;
      }
      *buffer = bytes.data();
      return static_cast<la_ssize_t>(bytes.size());
    } catch (...) {
      thrown = std::current_exception();
      return ARCHIVE_FATAL;
    }
  }

  la_int64_t seek(la_int64_t to, int whence) noexcept {
    const auto end = static_cast<la_int64_t>(packing.packed());
    const auto from = whence == SEEK_SET   ? 0
                      : whence == SEEK_CUR ? static_cast<la_int64_t>(offset)
                                           : end;
    if (to < -from || to > end - from) return ARCHIVE_FATAL;
    offset = static_cast<std::uint64_t>(from + to);
    return from + to;
  }
};

void Archive::Impl::open() {
  archive* a = handle.get();
  archive_read_set_read_callback(a, [](archive*, void* data, const void** buffer) {
    return static_cast<Impl*>(data)->give(buffer);
  });
  if (!is_stream()) {
    archive_read_set_seek_callback(a, [](archive*, void* data, la_int64_t to, int whence) {
      return static_cast<Impl*>(data)->seek(to, whence);
    });
    archive_read_set_skip_callback(a, [](archive*, void* data, la_int64_t wanted) {
      auto& impl = *static_cast<Impl*>(data);
      const auto left = static_cast<la_int64_t>(impl.packing.packed() - impl.offset);
      const la_int64_t step = std::clamp<la_int64_t>(wanted, 0, std::max<la_int64_t>(left, 0));
      impl.offset += static_cast<std::uint64_t>(step);
      return step;
    });
  }
  archive_read_set_callback_data(a, this);
  if (kind == Format::rar) checksums = rar_checksums(fd, limits);
  if (kind == Format::bz2) archive_read_support_filter_bzip2(a);
  if (kind == Format::xz) archive_read_support_filter_xz(a);
  if (kind == Format::tar || is_stream()) archive_read_support_format_tar(a);
  if (is_stream()) {
    archive_read_support_format_raw(a);
    archive_read_support_format_empty(a);
  }
  if (kind == Format::seven_zip) archive_read_support_format_7zip(a);
  if (kind == Format::rar) {
    archive_read_support_format_rar(a);
    archive_read_support_format_rar5(a);
  }
  if (archive_read_open1(a) != ARCHIVE_OK) fail_as_told();
}

std::optional<Member> Archive::Impl::next() {
  while (error.empty()) {
    // Skipped here, so that what is unpacked on the way is counted.
    if (is_stream() && unread && !read([](std::string_view) {})) break;
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(handle.get(), &entry);
    if (status == ARCHIVE_EOF) {
      finish();
      break;
    }
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
      const bool hidden = archive_read_has_encrypted_entries(handle.get()) == 1;
      if (hidden) fail("encrypted: not even the names can be read");
      fail_as_told();
      break;
    }
    unread = true;
    ++entries;
    if (archive_entry_filetype(entry) == AE_IFDIR && archive_entry_hardlink(entry) == nullptr) {
      continue;
    }
    if (++members > limits.zip_entries) {
      fail(fmt::format("more than {} files inside", limits.zip_entries));
      break;
    }
    return member(entry);
  }
  return std::nullopt;
}

Member Archive::Impl::member(archive_entry* entry) {
  archive* a = handle.get();
  const int format = archive_format(a);
  Member member;
  sized = archive_entry_size_is_set(entry) != 0;
  size = sized ? static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0)) : 0;
  member.size = size;
  member.refusal = refusal(entry, limits);
  // Its size is announced; that of a stream is counted as it comes.
  if (!is_stream() && kind != Format::tar && member.refusal.empty()) {
    if (std::string why = packing.spend(size); !why.empty()) fail(std::move(why));
  }
  const bool raw = (format & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_RAW;
  std::string bytes;
  if (raw) {
    if (kind == Format::gz) bytes = gzip_name(fd);
  } else if (const char* path = archive_entry_pathname(entry)) {
    bytes = path;
  } else {
    fail(fmt::format("the name of file {} cannot be read", members));
  }
  const bool utf8 = format == ARCHIVE_FORMAT_TAR_PAX_INTERCHANGE ||
                    format == ARCHIVE_FORMAT_RAR_V5 || kind == Format::seven_zip;
  files::EntryName name = names.decode(bytes, utf8);
  if (name.raw != name.text) {
    member.raw_name = std::move(name.raw);
    member.encoding = files::name_of(name.encoding);
  }
  member.name = std::move(name.text);
  return member;
}

bool Archive::Impl::read(const std::function<void(std::string_view)>& sink) {
  unread = false;
  std::uint64_t have = 0;
  Checksum checksum;
  while (error.empty()) {
    const void* bytes = nullptr;
    std::size_t got = 0;
    la_int64_t at = 0;
    const int status = archive_read_data_block(handle.get(), &bytes, &got, &at);
    if (status == ARCHIVE_EOF) break;
    // A warning here is a checksum that does not fit.
    if (status != ARCHIVE_OK) return fail_as_told();
    if (static_cast<std::uint64_t>(at) != have) return fail("sparse file");
    have += got;
    if (is_stream() && kind != Format::gz) {
      if (std::string why = packing.spend(got); !why.empty()) return fail(std::move(why));
    }
    checksum.add({static_cast<const char*>(bytes), got});
    if (got > 0) sink({static_cast<const char*>(bytes), got});
  }
  if (!error.empty()) return false;
  if (sized && have != size) {
    return fail(fmt::format("{} bytes of a file of {} bytes", have, size));
  }
  if (entries <= checksums.size() && checksum.value() != checksums[entries - 1]) {
    return fail("its checksum does not fit");
  }
  return true;
}

/// At the end of the archive: a tar that just stops was cut off, and what gunzip has left must be
/// sound too.
bool Archive::Impl::finish() {
  const bool tar = (archive_format(handle.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_TAR;
  // bzip2 and xz miss their own end first.
  const bool seen = kind == Format::tar || kind == Format::gz;
  if (tar && seen && at_end && !ends_in_zeros) return fail("tar: cut off, its end mark is missing");
  while (gunzip && !gunzip->next().empty()) {
  }
  if (gunzip && !gunzip->error().empty()) return fail(gunzip->error());
  return true;
}

Archive::Archive(int fd, Format kind, const Limits& limits)
    : impl_(std::make_unique<Impl>(fd, kind, limits)) {}
Archive::~Archive() = default;

std::optional<Member> Archive::next() {
  const Utf8Locale locale;
  auto member = impl_->next();
  if (!impl_->error.empty()) return std::nullopt;
  return member;
}

bool Archive::read(const std::function<void(std::string_view)>& sink) { return impl_->read(sink); }

const std::string& Archive::error() const { return impl_->error; }

std::string Archive::version() const {
  switch (archive_format(impl_->handle.get())) {
    case ARCHIVE_FORMAT_TAR:
      return "v7";
    case ARCHIVE_FORMAT_TAR_USTAR:
      return "ustar";
    case ARCHIVE_FORMAT_TAR_PAX_INTERCHANGE:
    case ARCHIVE_FORMAT_TAR_PAX_RESTRICTED:
      return "pax";
    case ARCHIVE_FORMAT_TAR_GNUTAR:
      return "GNU";
    case ARCHIVE_FORMAT_RAR:
      return "4";
    case ARCHIVE_FORMAT_RAR_V5:
      return "5";
    default:
      return {};
  }
}

}  // namespace guidang::extract
