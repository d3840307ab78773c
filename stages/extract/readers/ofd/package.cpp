// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/package.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "stages/extract/readers/ofd/paths.h"
#include "stages/extract/readers/zip_limits.h"

namespace guidang::extract::ofd {
namespace {

/// Of one and the same reading: a page list may name a part any number of times.
constexpr std::uint64_t kUnpackedBytes = 1ULL << 30;
constexpr std::size_t kFlaws = 8;

}  // namespace

Package::Package(int fd, const Limits& limits) : limits_(limits) {
  // As a box of files: names are only compared here, and some writers put `./` or backslashes
  // there.
  auto opened = files::ZipReader::open(files::Fd{::fcntl(fd, F_DUPFD_CLOEXEC, 3)},
                                       zip_limits(limits), files::ZipUse::archive);
  if (const auto* flaw = std::get_if<files::ZipError>(&opened)) {
    fail(flaw->message());
    return;
  }
  zip_.emplace(std::get<files::ZipReader>(std::move(opened)));
  index();
}

void Package::index() {
  for (const files::ZipEntry& entry : zip_->entries()) {
    if (entry.refusal) {
      const bool encrypted = entry.refusal->flaw == files::ZipFlaw::encrypted;
      return fail((encrypted ? "encrypted: " : "") + entry.refusal->message());
    }
    const auto path = resolve("", entry.name.text);
    if (entry.is_folder || !path) continue;
    if (!exact_.emplace(*path, &entry).second && entry.size > 0) {
      return fail(fmt::format("{}: two entries of the package have this path", *path));
    }
    folded_.emplace(folded(*path), &entry);
  }
}

void Package::fail(std::string why) {
  if (error_.empty()) error_ = why.empty() ? "unknown" : std::move(why);
}

void Package::flaw(std::string what) {
  if (flaws_.size() >= kFlaws || std::ranges::find(flaws_, what) != flaws_.end()) return;
  flaws_.push_back(std::move(what));
}

std::string Package::flaws() const { return fmt::format("{}", fmt::join(flaws_, "; ")); }

const files::ZipEntry* Package::find(std::string_view folder, std::string_view location) {
  if (!ok()) return nullptr;
  // Some writers name every file from the root, with or without the slash.
  for (const std::string_view from : {folder, std::string_view{}}) {
    const auto path = resolve(from, location);
    if (!path) continue;
    if (const auto found = exact_.find(*path); found != exact_.end()) return found->second;
    const auto found = folded_.find(folded(*path));
    if (found != folded_.end()) return found->second;
  }
  return nullptr;
}

std::string Package::path_of(const files::ZipEntry& entry) {
  return resolve("", entry.name.text).value_or("");
}

bool Package::has_file_named(std::string_view name) const {
  return std::ranges::any_of(folded_, [wanted = folded(name)](const auto& entry) {
    return file_name(entry.first) == wanted;
  });
}

std::optional<std::string> Package::bytes(const files::ZipEntry& entry, std::string& why) {
  if (entry.size > limits_.zip_entry_bytes) {
    why = fmt::format("{} is longer than {} MB", path_of(entry), limits_.zip_entry_bytes >> 20);
    return std::nullopt;
  }
  unpacked_ += entry.size;
  if (unpacked_ > kUnpackedBytes) {
    why = fmt::format("more than {} MB to read, parts named again and again counted each time",
                      kUnpackedBytes >> 20);
    return std::nullopt;
  }
  auto read = zip_->read(entry);
  if (const auto* flaw = std::get_if<files::ZipError>(&read)) {
    why = flaw->message();
    return std::nullopt;
  }
  return std::get<std::string>(std::move(read));
}

bool Package::pieces(const files::ZipEntry& entry,
                     const std::function<void(std::string_view)>& sink, std::string& why) {
  const auto flaw = zip_->read(entry, sink);
  if (flaw) why = flaw->message();
  return !flaw;
}

std::optional<Part> Package::part(std::string_view from, std::string_view location,
                                  std::string& why) {
  if (!ok()) return std::nullopt;
  const files::ZipEntry* entry = find(folder_of(from), location);
  if (entry == nullptr) {
    const auto path = resolve(folder_of(from), location);
    why = path ? fmt::format("{} is not in the package, {} refers to it", *path, from)
               : fmt::format("{} refers to \"{}\", which is no place in the package", from,
                             location.substr(0, 200));
    return std::nullopt;
  }
  auto read = bytes(*entry, why);
  if (!read) return std::nullopt;
  return Part{path_of(*entry), std::move(*read)};
}

std::optional<Part> Package::required(std::string_view from, std::string_view location) {
  std::string why;
  auto found = part(from, location, why);
  if (!found) fail(std::move(why));
  return found;
}

std::optional<Part> Package::optional(std::string_view from, std::string_view location) {
  std::string why;
  auto found = part(from, location, why);
  if (!found && ok()) flaw(std::move(why));
  return found;
}

std::optional<xml::Document> Package::tree(std::optional<Part> part, std::string& why) const {
  if (!part) return std::nullopt;
  auto parsed = xml::Document::parse(part->bytes, part->path, tree_limits());
  if (const auto* flaw = std::get_if<xml::XmlError>(&parsed)) {
    why = flaw->text();
    return std::nullopt;
  }
  return std::get<xml::Document>(std::move(parsed));
}

std::optional<xml::Document> Package::required_xml(std::string_view from,
                                                   std::string_view location) {
  std::string why;
  auto document = tree(required(from, location), why);
  if (!document) fail(std::move(why));
  return document;
}

std::optional<xml::Document> Package::optional_xml(std::string_view from,
                                                   std::string_view location) {
  std::string why;
  auto document = tree(optional(from, location), why);
  if (!document && !why.empty()) flaw(std::move(why));
  return document;
}

xml::Limits Package::stream_limits() const {
  // No tree is kept, so nodes cost time only, which has a limit of its own.
  return {limits_.zip_entry_bytes, limits_.nesting, 100'000'000};
}

xml::Limits Package::tree_limits() const {
  return {limits_.zip_entry_bytes, limits_.nesting, limits_.xml_nodes};
}

}  // namespace guidang::extract::ofd
