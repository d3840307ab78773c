// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/zip.h"

#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <optional>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "pipeline/files/display_name.h"
#include "pipeline/files/zip_directory.h"

namespace guidang::files {
namespace {

struct Discard {
  void operator()(zip_t* archive) const noexcept { zip_discard(archive); }
};
struct Close {
  void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

constexpr std::uint16_t kNameIsUtf8 = 1U << 11U;
constexpr std::uint16_t kEncrypted = 1U | 1U << 6U | 1U << 13U;

std::optional<std::string> pread_exactly(int fd, std::uint64_t offset, std::size_t size) {
  std::string out(size, '\0');
  std::size_t used = 0;
  while (used < size) {
    const ssize_t got =
        ::pread(fd, out.data() + used, size - used, static_cast<off_t>(offset + used));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    used += static_cast<std::size_t>(got);
  }
  return out;
}

std::string_view describe(NameFlaw flaw) {
  switch (flaw) {
    case NameFlaw::none:
      return {};
    case NameFlaw::empty:
      return "空名 empty";
    case NameFlaw::absolute:
      return "绝对路径 absolute";
    case NameFlaw::parent:
      return "含 .. 或空段 with .. or an empty part";
    case NameFlaw::backslash:
      return "含反斜线 with a backslash";
    case NameFlaw::drive:
      return "含盘符 with a drive letter";
    case NameFlaw::control:
      return "含控制字符 with a control character";
    case NameFlaw::too_long:
      return "过长 too long";
  }
  return {};
}

std::string_view describe(ZipFlaw flaw) {
  switch (flaw) {
    case ZipFlaw::not_a_zip:
      return "不是 ZIP not a ZIP archive";
    case ZipFlaw::too_many_entries:
      return "条目过多 too many entries";
    case ZipFlaw::entry_too_big:
      return "条目过大 entry too big";
    case ZipFlaw::total_too_big:
      return "解压后总量过大 too big when unpacked";
    case ZipFlaw::ratio_too_high:
      return "压缩比异常 packed too tightly";
    case ZipFlaw::encrypted:
      return "已加密 encrypted";
    case ZipFlaw::unsafe_name:
      return "条目名不安全 unsafe entry name";
    case ZipFlaw::duplicate_name:
      return "条目重名 entry name twice";
    case ZipFlaw::overlap:
      return "条目数据重叠 entries share bytes";
    case ZipFlaw::symlink:
      return "条目是符号链接 entry is a symbolic link";
    case ZipFlaw::unsupported:
      return "不支持 not supported";
    case ZipFlaw::contradictory:
      return "结构自相矛盾 the archive contradicts itself";
    case ZipFlaw::damaged:
      return "已损坏 damaged";
  }
  return {};
}

ZipError refuse(ZipFlaw flaw, const ZipEntry& entry, std::string found = {},
                std::uint64_t limit = 0) {
  return {.flaw = flaw,
          .entry = display_name(entry.name.text),
          .found = std::move(found),
          .limit = limit};
}

std::optional<ZipError> check_name(const ZipEntry& entry) {
  const NameFlaw flaw = check_entry_name(entry.name.text);
  if (flaw == NameFlaw::none) return std::nullopt;
  return refuse(ZipFlaw::unsafe_name, entry, std::string{describe(flaw)});
}

std::optional<ZipError> check_entry(const DirectoryEntry& raw, const ZipEntry& entry,
                                    const ZipLimits& limits) {
  const std::uint32_t type = (raw.attributes >> 16U) & S_IFMT;
  if (type == S_IFLNK) return refuse(ZipFlaw::symlink, entry);
  if (type != 0 && type != S_IFREG && type != S_IFDIR) {
    return refuse(ZipFlaw::unsupported, entry, "不是普通文件 not a regular file");
  }
  if ((raw.flags & kEncrypted) != 0) return refuse(ZipFlaw::encrypted, entry);
  if (zip_compression_method_supported(raw.method, 0) == 0) {
    return refuse(ZipFlaw::unsupported, entry, "压缩方法 method " + std::to_string(raw.method));
  }
  if (entry.size > limits.entry_bytes) {
    return refuse(ZipFlaw::entry_too_big, entry, std::to_string(entry.size), limits.entry_bytes);
  }
  if (entry.is_folder ? entry.size > 0 : type == S_IFDIR) {
    return refuse(ZipFlaw::contradictory, entry, "既是文件又是文件夹 both file and folder");
  }
  const std::uint64_t packed = std::max<std::uint64_t>(entry.packed_size, 1);
  if (entry.size > limits.ratio_from_bytes && entry.size / packed >= limits.ratio) {
    return refuse(ZipFlaw::ratio_too_high, entry, std::to_string(entry.size / packed),
                  limits.ratio);
  }
  return std::nullopt;
}

// libzip gives the Unicode path in place of the name that it belongs to.
bool is_name(std::string_view name, const DirectoryEntry& entry) {
  return name == entry.raw_name || (!entry.unicode_name.empty() && name == entry.unicode_name);
}

std::string_view without_slash(std::string_view name) {
  return name.ends_with('/') ? name.substr(0, name.size() - 1) : name;
}

}  // namespace

std::string ZipError::message() const {
  std::string out = entry.empty() ? "" : entry + ": ";
  out += describe(flaw);
  if (!found.empty()) out += ": " + found;
  if (limit != 0) out += " (上限 limit " + std::to_string(limit) + ")";
  return out;
}

struct ZipReader::Impl {
  // The archive reads from the bytes or the descriptor, so it goes first.
  std::string bytes{};
  Fd fd{};
  Archive archive{};
  std::vector<ZipEntry> entries{};
  std::unordered_map<std::string_view, std::size_t> by_name{};

  std::uint64_t trailing = 0;

  std::optional<ZipError> check(const std::vector<DirectoryEntry>& directory,
                                const ZipLimits& limits, ZipUse use);
  [[nodiscard]] std::optional<ZipError> compare(const std::vector<DirectoryEntry>& directory) const;
};

std::optional<ZipError> ZipReader::Impl::check(const std::vector<DirectoryEntry>& directory,
                                               const ZipLimits& limits, ZipUse use) {
  EntryNameDecoder names;
  entries.reserve(directory.size());
  std::uint64_t total = 0;
  for (const DirectoryEntry& raw : directory) {
    ZipEntry entry{.name = names.decode(raw.raw_name, (raw.flags & kNameIsUtf8) != 0),
                   .size = raw.size,
                   .packed_size = raw.packed_size};
    if (!raw.unicode_name.empty()) entry.name.text = raw.unicode_name;
    entry.is_folder = entry.name.text.ends_with('/');
    std::optional<ZipError> flaw;
    if (use == ZipUse::document) flaw = check_name(entry);
    if (!flaw) flaw = check_entry(raw, entry, limits);
    if (flaw && use == ZipUse::document) return flaw;
    // What will not be unpacked does not count.
    if (!flaw) total += entry.size;
    entry.refusal = std::move(flaw);
    if (total > limits.total_bytes) {
      return ZipError{.flaw = ZipFlaw::total_too_big,
                      .found = std::to_string(total),
                      .limit = limits.total_bytes};
    }
    entries.push_back(std::move(entry));
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool first = by_name.emplace(without_slash(entries[i].name.text), i).second;
    if (!first && use == ZipUse::document) {
      return refuse(ZipFlaw::duplicate_name, entries[i]);
    }
  }
  return std::nullopt;
}

// What libzip will unpack must be what was checked.
std::optional<ZipError> ZipReader::Impl::compare(
    const std::vector<DirectoryEntry>& directory) const {
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  bool same = count >= 0 && static_cast<std::uint64_t>(count) == directory.size();
  for (zip_uint64_t i = 0; same && i < directory.size(); ++i) {
    zip_stat_t stat{};
    const char* name = zip_get_name(archive.get(), i, ZIP_FL_ENC_RAW);
    same = name != nullptr && is_name(name, directory[i]) &&
           zip_stat_index(archive.get(), i, 0, &stat) == 0 && stat.size == directory[i].size &&
           stat.comp_size == directory[i].packed_size && stat.comp_method == directory[i].method;
    if (!same) return refuse(ZipFlaw::contradictory, entries[i]);
  }
  if (same) return std::nullopt;
  return ZipError{.flaw = ZipFlaw::contradictory, .found = "条目数 number of entries"};
}

std::variant<ZipReader, ZipError> ZipReader::open(Fd fd, const ZipLimits& limits, ZipUse use) {
  struct stat seen{};
  if (::fstat(fd.get(), &seen) != 0 || !S_ISREG(seen.st_mode)) return ZipError{};
  const int raw = fd.get();
  auto directory = read_directory(
      [raw](std::uint64_t offset, std::size_t size) { return pread_exactly(raw, offset, size); },
      static_cast<std::uint64_t>(seen.st_size), limits);
  if (auto* failed = std::get_if<ZipError>(&directory)) return std::move(*failed);
  auto impl = std::make_unique<Impl>();
  const auto& [found, trailing] = std::get<Directory>(directory);
  impl->trailing = trailing;
  if (auto failed = impl->check(found, limits, use)) return std::move(*failed);
  int error = 0;
  impl->archive.reset(zip_fdopen(raw, 0, &error));
  if (!impl->archive) return ZipError{.flaw = ZipFlaw::damaged};
  static_cast<void>(fd.release());
  if (auto failed = impl->compare(found)) return std::move(*failed);
  return ZipReader{std::move(impl)};
}

std::variant<ZipReader, ZipError> ZipReader::open(std::string bytes, const ZipLimits& limits,
                                                  ZipUse use) {
  auto impl = std::make_unique<Impl>();
  impl->bytes = std::move(bytes);
  const std::string_view all = impl->bytes;
  auto directory = read_directory(
      [all](std::uint64_t offset, std::size_t size) -> std::optional<std::string> {
        if (offset > all.size() || size > all.size() - offset) return std::nullopt;
        return std::string{all.substr(static_cast<std::size_t>(offset), size)};
      },
      all.size(), limits);
  if (auto* failed = std::get_if<ZipError>(&directory)) return std::move(*failed);
  const auto& [found, trailing] = std::get<Directory>(directory);
  impl->trailing = trailing;
  if (auto failed = impl->check(found, limits, use)) return std::move(*failed);
  zip_source_t* source = zip_source_buffer_create(all.data(), all.size(), 0, nullptr);
  if (source == nullptr) throw std::bad_alloc{};
  impl->archive.reset(zip_open_from_source(source, 0, nullptr));
  if (!impl->archive) {
    zip_source_free(source);
    return ZipError{.flaw = ZipFlaw::damaged};
  }
  if (auto failed = impl->compare(found)) return std::move(*failed);
  return ZipReader{std::move(impl)};
}

ZipReader::ZipReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ZipReader::~ZipReader() = default;
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;

const std::vector<ZipEntry>& ZipReader::entries() const noexcept { return impl_->entries; }

std::uint64_t ZipReader::trailing() const noexcept { return impl_->trailing; }

const ZipEntry* ZipReader::find(std::string_view name) const {
  const auto found = impl_->by_name.find(without_slash(name));
  if (found == impl_->by_name.end()) return nullptr;
  const ZipEntry& entry = impl_->entries[found->second];
  return entry.name.text == name ? &entry : nullptr;
}

std::variant<std::string, ZipError> ZipReader::read(const ZipEntry& entry) {
  std::string out;
  if (auto failed = read(entry, [&](std::string_view piece) { out += piece; })) {
    return std::move(*failed);
  }
  return out;
}

std::optional<ZipError> ZipReader::read(const ZipEntry& entry,
                                        const std::function<void(std::string_view)>& sink) {
  constexpr std::size_t kBlock = 256UL * 1024;
  const auto index = static_cast<std::size_t>(&entry - impl_->entries.data());
  if (index >= impl_->entries.size()) throw std::logic_error{"ZipReader: not one of its entries"};
  if (entry.refusal) return entry.refusal;
  const std::unique_ptr<zip_file_t, Close> file{zip_fopen_index(impl_->archive.get(), index, 0)};
  if (!file) return refuse(ZipFlaw::damaged, entry);
  std::string block;
  for (std::uint64_t have = 0;;) {
    // One byte more than promised, to catch an entry that goes on; the checksum is verified at its
    // end.
    block.resize(static_cast<std::size_t>(std::min<std::uint64_t>(entry.size - have + 1, kBlock)));
    const zip_int64_t got = zip_fread(file.get(), block.data(), block.size());
    if (got < 0) return refuse(ZipFlaw::damaged, entry);
    have += static_cast<std::uint64_t>(got);
    if (have > entry.size) {
      return refuse(ZipFlaw::contradictory, entry, "比所称更长 longer than it says", entry.size);
    }
    if (got > 0) {
      sink(std::string_view{block}.substr(0, static_cast<std::size_t>(got)));
    } else if (have == entry.size) {
      return std::nullopt;
    } else {
      return refuse(ZipFlaw::damaged, entry,
                    std::to_string(have) + " / " + std::to_string(entry.size));
    }
  }
}

}  // namespace guidang::files
