// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/zip_directory.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "pipeline/files/display_name.h"
#include "pipeline/text/utf8.h"

namespace guidang::files {
namespace {

// Sizes and signatures of APPNOTE.TXT 6.3.9, 4.3.
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kMaxComment = 65'535;
constexpr std::size_t kLocator64Size = 20;
constexpr std::size_t kEnd64Size = 56;
constexpr std::size_t kCentralSize = 46;
constexpr std::size_t kLocalSize = 30;
constexpr std::string_view kEndMark = "PK\5\6";
constexpr std::string_view kLocator64Mark = "PK\6\7";
constexpr std::string_view kEnd64Mark = "PK\6\6";
constexpr std::string_view kCentralMark = "PK\1\2";
constexpr std::string_view kLocalMark = "PK\3\4";
constexpr std::uint16_t kZip64Field = 1;
constexpr std::uint16_t kUnicodePathField = 0x7075;
constexpr std::uint64_t kNoValue32 = 0xFFFF'FFFF;
constexpr std::uint64_t kNoValue16 = 0xFFFF;
constexpr std::uint16_t kNameIsMasked = 1U << 13U;
// Of the flags only encryption must agree: writers differ in the rest between the two headers.
constexpr std::uint16_t kFlagsThatCount = 1U;

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < width; ++i) {
    value |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  }
  return value;
}
std::uint16_t u16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(number(bytes, at, 2));
}

struct DirectoryPlace {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  std::uint64_t count = 0;
  std::uint64_t trailing = 0;
};

ZipError error(ZipFlaw flaw, std::string found, std::string_view raw_name = {},
               std::uint64_t limit = 0) {
  std::string entry = raw_name.empty() ? "" : display_name(decode_entry_name(raw_name, false).text);
  return {.flaw = flaw, .entry = std::move(entry), .found = std::move(found), .limit = limit};
}

// Some writers add the ZIP64 record although everything fits; then both must say the same.
std::optional<ZipError> take_end64(const ReadAt& read_at, std::uint64_t offset, std::uint64_t end,
                                   DirectoryPlace& place) {
  if (offset > end || end - offset < kEnd64Size) return error(ZipFlaw::damaged, "ZIP64");
  const auto record = read_at(offset, kEnd64Size);
  if (!record || !record->starts_with(kEnd64Mark)) return error(ZipFlaw::damaged, "ZIP64");
  const auto settle = [](std::uint64_t& value, std::uint64_t no_value, std::uint64_t wide) {
    const bool agrees = value == no_value || value == wide;
    value = wide;
    return agrees;
  };
  if (settle(place.count, kNoValue16, number(*record, 32, 8)) &&
      settle(place.size, kNoValue32, number(*record, 40, 8)) &&
      settle(place.offset, kNoValue32, number(*record, 48, 8))) {
    return std::nullopt;
  }
  return error(ZipFlaw::contradictory, "ZIP64");
}

/// Where the end record stands: the last one whose comment ends with the file, since any other may
/// be a decoy; with bytes behind the archive, as transfers leave them, the only one there is.
std::optional<std::size_t> find_end(std::string_view tail) {
  std::size_t last = std::string_view::npos;
  std::size_t count = 0;
  for (std::size_t at = tail.rfind(kEndMark); at != std::string_view::npos;
       at = at == 0 ? std::string_view::npos : tail.rfind(kEndMark, at - 1)) {
    const bool whole = at + kEndSize <= tail.size();
    if (whole && at + kEndSize + u16(tail, at + 20) == tail.size()) return at;
    if (count++ == 0) last = at;
  }
  const bool fits = count == 1 && last + kEndSize <= tail.size() &&
                    last + kEndSize + u16(tail, last + 20) <= tail.size();
  return fits ? std::optional{last} : std::nullopt;
}

std::variant<DirectoryPlace, ZipError> find_directory(const ReadAt& read_at, std::uint64_t size) {
  const std::uint64_t tail_size = std::min<std::uint64_t>(size, kEndSize + kMaxComment);
  const auto tail = read_at(size - tail_size, static_cast<std::size_t>(tail_size));
  if (!tail || tail->size() < kEndSize) return error(ZipFlaw::not_a_zip, {});
  const auto at_end = find_end(*tail);
  if (!at_end) return error(ZipFlaw::not_a_zip, {});
  const std::size_t at = *at_end;
  const std::uint64_t end_offset = size - tail_size + at;
  DirectoryPlace place{.offset = number(*tail, at + 16, 4),
                       .size = number(*tail, at + 12, 4),
                       .count = number(*tail, at + 10, 2),
                       .trailing = tail->size() - at - kEndSize - u16(*tail, at + 20)};
  std::uint64_t directory_end = end_offset;
  if (u16(*tail, at + 4) != 0 || u16(*tail, at + 6) != 0) {
    return error(ZipFlaw::unsupported, "分卷压缩 several disks");
  }
  const auto locator = end_offset < kLocator64Size
                           ? std::nullopt
                           : read_at(end_offset - kLocator64Size, kLocator64Size);
  if (locator && locator->starts_with(kLocator64Mark)) {
    directory_end = number(*locator, 8, 8);
    if (auto failed = take_end64(read_at, directory_end, end_offset - kLocator64Size, place)) {
      return std::move(*failed);
    }
  }
  if (place.size > directory_end || place.offset != directory_end - place.size) {
    return error(ZipFlaw::contradictory,
                 "目录之前或之后另有数据 data before or behind the directory");
  }
  return place;
}

// The ZIP64 extra field holds only those values that did not fit, in this order.
bool take_zip64(std::string_view extra, DirectoryEntry& entry) {
  while (extra.size() >= 4) {
    const std::uint16_t id = u16(extra, 0);
    const std::size_t length = u16(extra, 2);
    extra.remove_prefix(4);
    if (length > extra.size()) return false;
    std::string_view field = extra.substr(0, length);
    extra.remove_prefix(length);
    if (id != kZip64Field) continue;
    for (std::uint64_t* value : {&entry.size, &entry.packed_size, &entry.offset}) {
      if (*value != kNoValue32) continue;
      if (field.size() < 8) return false;
      *value = number(field, 0, 8);
      field.remove_prefix(8);
    }
    return true;
  }
  return entry.size != kNoValue32 && entry.packed_size != kNoValue32 && entry.offset != kNoValue32;
}

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFF'FFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int i = 0; i < 8; ++i) crc = crc >> 1U ^ ((crc & 1U) != 0 ? 0xEDB8'8320U : 0U);
  }
  return ~crc;
}

// Whoever renamed the entry without knowing the field left a checksum that does not fit.
std::string unicode_path(std::string_view extra, std::string_view raw_name) {
  while (extra.size() >= 4) {
    const std::uint16_t id = u16(extra, 0);
    const std::size_t length = u16(extra, 2);
    extra.remove_prefix(4);
    if (length > extra.size()) return {};
    const std::string_view field = extra.substr(0, length);
    extra.remove_prefix(length);
    if (id != kUnicodePathField || length <= 5) continue;
    const std::string_view name = field.substr(5);
    const bool fits = field[0] == 1 && number(field, 1, 4) == crc32(raw_name);
    return fits && text::is_utf8(name) ? std::string{name} : std::string{};
  }
  return {};
}

std::optional<DirectoryEntry> take_entry(std::string_view& rest) {
  if (rest.size() < kCentralSize || !rest.starts_with(kCentralMark)) return std::nullopt;
  const std::size_t name = u16(rest, 28);
  const std::size_t extra = u16(rest, 30);
  const std::size_t whole = kCentralSize + name + extra + u16(rest, 32);
  if (whole > rest.size() || u16(rest, 34) != 0) return std::nullopt;
  DirectoryEntry entry{.raw_name = std::string{rest.substr(kCentralSize, name)},
                       .size = number(rest, 24, 4),
                       .packed_size = number(rest, 20, 4),
                       .offset = number(rest, 42, 4),
                       .attributes = static_cast<std::uint32_t>(number(rest, 38, 4)),
                       .flags = u16(rest, 8),
                       .method = u16(rest, 10)};
  if (!take_zip64(rest.substr(kCentralSize + name, extra), entry)) return std::nullopt;
  entry.unicode_name = unicode_path(rest.substr(kCentralSize + name, extra), entry.raw_name);
  rest.remove_prefix(whole);
  return entry;
}

// Two entries with common bytes are how a small archive unpacks to petabytes without nesting.
std::optional<ZipError> check_local_headers(const ReadAt& read_at,
                                            const std::vector<DirectoryEntry>& entries,
                                            std::uint64_t directory_offset) {
  std::vector<const DirectoryEntry*> by_place;
  by_place.reserve(entries.size());
  for (const DirectoryEntry& entry : entries) by_place.push_back(&entry);
  std::ranges::sort(by_place, {}, &DirectoryEntry::offset);
  std::uint64_t free_from = 0;
  for (const DirectoryEntry* entry : by_place) {
    if (entry->offset < free_from) return error(ZipFlaw::overlap, {}, entry->raw_name);
    const auto header = read_at(entry->offset, kLocalSize);
    if (!header || !header->starts_with(kLocalMark)) {
      return error(ZipFlaw::damaged, "条目头缺失 no local header", entry->raw_name);
    }
    const std::size_t name_size = u16(*header, 26);
    const std::uint64_t data = entry->offset + kLocalSize + name_size + u16(*header, 28);
    if (data > directory_offset || entry->packed_size > directory_offset - data) {
      return error(ZipFlaw::overlap, {}, entry->raw_name);
    }
    const auto local_name = read_at(entry->offset + kLocalSize, name_size);
    const bool same_flags = ((u16(*header, 6) ^ entry->flags) & kFlagsThatCount) == 0;
    const bool masked = (u16(*header, 6) & kNameIsMasked) != 0;
    if (!same_flags || u16(*header, 8) != entry->method || masked ||
        local_name != entry->raw_name) {
      return error(ZipFlaw::contradictory,
                   "条目头与目录不同 local header differs from the directory", entry->raw_name);
    }
    free_from = data + entry->packed_size;
  }
  return std::nullopt;
}

}  // namespace

std::variant<Directory, ZipError> read_directory(const ReadAt& read_at, std::uint64_t archive_size,
                                                 const ZipLimits& limits) {
  auto found = find_directory(read_at, archive_size);
  if (auto* failed = std::get_if<ZipError>(&found)) return std::move(*failed);
  const DirectoryPlace place = std::get<DirectoryPlace>(found);
  if (place.count > limits.entries) {
    return error(ZipFlaw::too_many_entries, std::to_string(place.count), {}, limits.entries);
  }
  // An entry's name, extra field and comment may have 64 KiB each; four KiB an entry is generous.
  const std::uint64_t most = (place.count + 16) * 4'096;
  if (place.size > most) {
    return error(ZipFlaw::damaged, "目录过大 directory too big: " + std::to_string(place.size), {},
                 most);
  }
  const auto bytes = read_at(place.offset, static_cast<std::size_t>(place.size));
  if (!bytes) return error(ZipFlaw::damaged, "目录不完整 directory cut short");
  std::vector<DirectoryEntry> entries;
  entries.reserve(static_cast<std::size_t>(place.count));
  std::string_view rest = *bytes;
  while (entries.size() < place.count) {
    auto entry = take_entry(rest);
    if (!entry)
      return error(ZipFlaw::damaged,
                   "目录条目 directory entry " + std::to_string(entries.size() + 1));
    entries.push_back(std::move(*entry));
  }
  if (!rest.empty())
    return error(ZipFlaw::contradictory, "目录条目多于所计 more entries than counted");
  if (auto failed = check_local_headers(read_at, entries, place.offset)) return std::move(*failed);
  return Directory{.entries = std::move(entries), .trailing = place.trailing};
}

}  // namespace guidang::files
