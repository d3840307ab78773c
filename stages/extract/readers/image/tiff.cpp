// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/image/tiff.h"

namespace guidang::extract::image {
namespace {

constexpr std::uint16_t kAscii = 2;
constexpr std::uint16_t kShort = 3;
constexpr std::uint16_t kLong = 4;
constexpr std::uint16_t kUndefined = 7;
constexpr std::size_t kEntry = 12;

}  // namespace

Tiff::Tiff(std::string_view bytes) : bytes_(bytes), big_endian_(bytes.starts_with("MM")) {}

std::uint16_t Tiff::u16(std::size_t at) const {
  if (!fits(at, 2)) return 0;
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned>(static_cast<unsigned char>(bytes_[at + i]));
  };
  return static_cast<std::uint16_t>(big_endian_ ? byte(0) << 8 | byte(1) : byte(1) << 8 | byte(0));
}

std::uint32_t Tiff::u32(std::size_t at) const {
  const std::uint32_t first = u16(at);
  const std::uint32_t second = u16(at + 2);
  return big_endian_ ? first << 16 | second : second << 16 | first;
}

std::optional<Tiff::Directory> Tiff::first() const {
  const std::uint32_t place = u32(4);
  return place >= 8 && fits(place, 2) ? std::optional{place} : std::nullopt;
}

std::optional<Tiff::Directory> Tiff::after(Directory directory) const {
  const std::size_t link = std::size_t{directory} + 2 + kEntry * u16(directory);
  const std::uint32_t place = u32(link);
  return fits(link, 4) && place >= 8 && fits(place, 2) ? std::optional{place} : std::nullopt;
}

std::optional<Tiff::Entry> Tiff::find(Directory directory, std::uint16_t tag) const {
  const std::uint16_t count = u16(directory);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = std::size_t{directory} + 2 + kEntry * i;
    if (!fits(at, kEntry)) break;
    if (u16(at) == tag) return Entry{u16(at + 2), u32(at + 4), at + 8};
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Tiff::number(Directory directory, std::uint16_t tag) const {
  const auto entry = find(directory, tag);
  if (!entry || entry->count != 1) return std::nullopt;
  if (entry->type == kShort) return u16(entry->value);
  if (entry->type == kLong) return u32(entry->value);
  return std::nullopt;
}

std::string Tiff::text(Directory directory, std::uint16_t tag) const {
  const auto entry = find(directory, tag);
  if (!entry || (entry->type != kAscii && entry->type != kUndefined)) return {};
  const std::size_t place = entry->count <= 4 ? entry->value : u32(entry->value);
  if (!fits(place, entry->count)) return {};
  const std::string_view value = bytes_.substr(place, entry->count);
  return std::string{value.substr(0, value.find('\0'))};
}

}  // namespace guidang::extract::image
