// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/zip_package.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>

#include "pipeline/text/utf8.h"
#include "stages/extract/readers/zip_limits.h"

namespace guidang::extract {

std::string zip_reason(const files::ZipError& flaw) {
  if (flaw.flaw == files::ZipFlaw::encrypted) return "encrypted: " + flaw.message();
  return flaw.message();
}

std::variant<ZipPackage, std::string> ZipPackage::open(int fd, const Limits& limits) {
  auto opened =
      files::ZipReader::open(files::Fd{::fcntl(fd, F_DUPFD_CLOEXEC, 3)}, zip_limits(limits));
  if (const auto* flaw = std::get_if<files::ZipError>(&opened)) return zip_reason(*flaw);
  return ZipPackage{std::get<files::ZipReader>(std::move(opened)), limits};
}

std::string ZipPackage::part(std::string_view name) {
  const files::ZipEntry* entry = zip_.find(name);
  if (entry == nullptr || !error_.empty()) return {};
  if (entry->size > limits_.zip_entry_bytes) {
    fail(fmt::format("{} is longer than {} MB", name, limits_.zip_entry_bytes >> 20));
    return {};
  }
  auto bytes = zip_.read(*entry);
  if (const auto* flaw = std::get_if<files::ZipError>(&bytes)) {
    fail(zip_reason(*flaw));
    return {};
  }
  return std::get<std::string>(std::move(bytes));
}

std::string ZipPackage::spare(std::string_view name) {
  const files::ZipEntry* entry = zip_.find(name);
  if (entry == nullptr || entry->size > limits_.zip_entry_bytes) return {};
  auto bytes = zip_.read(*entry);
  auto* good = std::get_if<std::string>(&bytes);
  return good == nullptr ? std::string{} : std::move(*good);
}

std::string ZipPackage::required(std::string_view name) {
  if (zip_.find(name) == nullptr) fail(fmt::format("{} is missing", name));
  std::string bytes = part(name);
  if (bytes.empty()) fail(fmt::format("{} is empty", name));
  return bytes;
}

std::string give_entry(int fd, const Limits& limits, std::uint32_t index,
                       bool (*is_member)(const files::ZipEntry&), const ByteSink& sink) {
  Limits wide = limits;
  wide.zip_entry_bytes = limits.member_bytes;
  auto opened = ZipPackage::open(fd, wide);
  if (auto* reason = std::get_if<std::string>(&opened)) return std::move(*reason);
  auto& package = std::get<ZipPackage>(opened);
  std::uint32_t at = 0;
  for (const files::ZipEntry& entry : package.entries()) {
    if (!is_member(entry) || at++ != index) continue;
    const std::string bytes = package.part(entry.name.text);
    if (package.error().empty()) sink(bytes);
    return package.error();
  }
  return fmt::format("no member {}", index);
}

void DistinctTexts::add(std::string_view text) {
  const std::string_view trimmed = text::trim(text);
  if (trimmed.empty() || std::ranges::find(texts_, trimmed) != texts_.end()) return;
  texts_.emplace_back(trimmed);
}

std::string DistinctTexts::joined() const { return fmt::format("{}", fmt::join(texts_, "\n")); }

}  // namespace guidang::extract
