// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

#include "pipeline/technical.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/archive/archive.h"

namespace guidang::extract {
namespace {

bool is_packed(Format format) {
  return format == Format::gz || format == Format::bz2 || format == Format::xz;
}

/// Identifier of PRONOM where one is for the format as a whole.
std::string_view puid(Format format, std::string_view version) {
  switch (format) {
    case Format::tar:
      return "x-fmt/265";
    case Format::gz:
      return "x-fmt/266";
    case Format::bz2:
      return "x-fmt/268";
    case Format::xz:
      return "fmt/1098";
    case Format::seven_zip:
      return "fmt/484";
    case Format::rar:
      return version == "5" ? "fmt/613" : "";
    default:
      return {};
  }
}

Extraction list(Format format, int fd, const Limits& limits) {
  Archive archive{fd, format, limits};
  Extraction result{.state = TextState::none_by_nature};
  const bool packed = is_packed(format);
  while (auto member = archive.next()) {
    // Only what is unpacked is known to be whole, and to have a size.
    if (packed && member->refusal.empty()) {
      std::uint64_t size = 0;
      archive.read([&](std::string_view bytes) { size += bytes.size(); });
      member->size = size;
      if (size > limits.member_bytes) {
        member->refusal = fmt::format("longer than {} MB", limits.member_bytes >> 20);
      }
    }
    result.members.push_back(std::move(*member));
  }
  if (!archive.error().empty()) return failed(archive.error());
  // A packed file may be empty.
  if (packed && result.members.empty() && archive.version().empty()) result.members.emplace_back();
  add_technical(result, technical::kFormatVersion, archive.version());
  add_technical(result, technical::kPuid, puid(format, archive.version()));
  return result;
}

std::string give(Format format, int fd, const Limits& limits, std::uint32_t index,
                 const ByteSink& sink) {
  Archive archive{fd, format, limits};
  while (const auto member = archive.next()) {
    if (index-- > 0) continue;
    if (!member->refusal.empty()) return member->refusal;
    std::uint64_t size = 0;
    const bool whole = archive.read([&](std::string_view bytes) {
      size += bytes.size();
      if (size <= limits.member_bytes) sink(bytes);
    });
    if (!whole) return archive.error();
    if (size > limits.member_bytes) {
      return fmt::format("longer than {} MB", limits.member_bytes >> 20);
    }
    return {};
  }
  if (!archive.error().empty()) return archive.error();
  const bool empty = index == 0 && archive.version().empty() && is_packed(format);
  return empty ? "" : "no such file inside";
}

}  // namespace

template <Format format>
Extraction read_archive(int fd, const Limits& limits) {
  return list(format, fd, limits);
}

template <Format format>
std::string archive_member(int fd, const Limits& limits, std::uint32_t index,
                           const ByteSink& sink) {
  return give(format, fd, limits, index, sink);
}

template Extraction read_archive<Format::gz>(int, const Limits&);
template std::string archive_member<Format::gz>(int, const Limits&, std::uint32_t, const ByteSink&);
template Extraction read_archive<Format::bz2>(int, const Limits&);
template std::string archive_member<Format::bz2>(int, const Limits&, std::uint32_t,
                                                 const ByteSink&);
template Extraction read_archive<Format::xz>(int, const Limits&);
template std::string archive_member<Format::xz>(int, const Limits&, std::uint32_t, const ByteSink&);
template Extraction read_archive<Format::tar>(int, const Limits&);
template std::string archive_member<Format::tar>(int, const Limits&, std::uint32_t,
                                                 const ByteSink&);
template Extraction read_archive<Format::seven_zip>(int, const Limits&);
template std::string archive_member<Format::seven_zip>(int, const Limits&, std::uint32_t,
                                                       const ByteSink&);
template Extraction read_archive<Format::rar>(int, const Limits&);
template std::string archive_member<Format::rar>(int, const Limits&, std::uint32_t,
                                                 const ByteSink&);

}  // namespace guidang::extract
