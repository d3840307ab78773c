// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <fmt/format.h>

#include <string>
#include <utility>
#include <variant>

#include "pipeline/files/zip.h"
#include "pipeline/technical.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/zip_limits.h"

namespace guidang::extract {
namespace {

using Opened = std::variant<files::ZipReader, files::ZipError>;

Opened open_archive(int fd, const Limits& limits) {
  files::ZipLimits zip = zip_limits(limits);
  zip.entry_bytes = limits.member_bytes;
  return files::ZipReader::open(files::Fd{::fcntl(fd, F_DUPFD_CLOEXEC, 3)}, zip,
                                files::ZipUse::archive);
}

bool is_file(const files::ZipEntry& entry) { return !entry.is_folder || entry.refusal; }

/// The flaw's words are in both languages; a refusal is in English.
std::string_view english(std::string_view found) {
  const std::size_t start = found.find_first_of("abcdefghijklmnopqrstuvwxyz");
  return start == std::string_view::npos ? std::string_view{} : found.substr(start);
}

std::string refusal(const files::ZipEntry& entry, const Limits& limits) {
  if (!entry.refusal) return {};
  switch (entry.refusal->flaw) {
    case files::ZipFlaw::encrypted:
      return "encrypted";
    case files::ZipFlaw::symlink:
      return "symbolic link";
    case files::ZipFlaw::entry_too_big:
      return fmt::format("longer than {} MB", limits.member_bytes >> 20);
    case files::ZipFlaw::ratio_too_high:
      return fmt::format("packed {} to 1 (limit {})", entry.refusal->found, limits.zip_ratio);
    default:
      return fmt::format("{}", english(entry.refusal->found));
  }
}

Member member_of(const files::ZipEntry& entry, const Limits& limits) {
  Member member{.name = entry.name.text, .size = entry.size, .refusal = refusal(entry, limits)};
  if (entry.name.raw != entry.name.text) {
    member.raw_name = entry.name.raw;
    member.encoding = files::name_of(entry.name.encoding);
  }
  return member;
}

}  // namespace

Extraction read_zip(int fd, const Limits& limits) {
  const Opened opened = open_archive(fd, limits);
  if (const auto* flaw = std::get_if<files::ZipError>(&opened)) return failed(flaw->message());
  const auto& zip = std::get<files::ZipReader>(opened);
  Extraction result{.state = TextState::none_by_nature};
  for (const files::ZipEntry& entry : zip.entries()) {
    if (is_file(entry)) result.members.push_back(member_of(entry, limits));
  }
  add_technical(result, technical::kPuid, "x-fmt/263");
  add_technical(result, technical::kFlaw, trailing_bytes(zip));
  return result;
}

std::string zip_member(int fd, const Limits& limits, std::uint32_t index, const ByteSink& sink) {
  Opened opened = open_archive(fd, limits);
  if (const auto* flaw = std::get_if<files::ZipError>(&opened)) return flaw->message();
  auto& zip = std::get<files::ZipReader>(opened);
  for (const files::ZipEntry& entry : zip.entries()) {
    if (!is_file(entry) || index-- > 0) continue;
    if (entry.refusal) return refusal(entry, limits);
    const auto flaw = zip.read(entry, sink);
    return flaw ? flaw->message() : std::string{};
  }
  return "no such file inside";
}

}  // namespace guidang::extract
