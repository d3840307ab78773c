// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/opener.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "pipeline/failure.h"
#include "pipeline/text/fold.h"
#include "stages/receive/codes.h"
#include "stages/receive/names.h"

namespace guidang::receive {
namespace {

using std::string_view_literals::operator""sv;

/// Containers stay open, so that one with many files is not unpacked for each of them; in memory
/// are nested ones and those up to Source::kSnapshotBytes.
constexpr std::size_t kKeptContainers = 32;
constexpr std::uint64_t kKeptBytes = std::uint64_t{128} << 20;

constexpr std::array kArchiveNames{"zip"sv, "tar"sv, "tgz"sv, "gz"sv,
                                   "bz2"sv, "xz"sv,  "7z"sv,  "rar"sv};
/// Documents that are ZIP files. One of these names on a plain archive is noticed later, when the
/// file is probed, and makes it a document with attachments.
constexpr std::array kZippedDocuments{"docx"sv, "xlsx"sv, "pptx"sv, "docm"sv, "xlsm"sv, "odt"sv,
                                      "ods"sv,  "odp"sv,  "ofd"sv,  "wps"sv,  "et"sv,   "dps"sv};

struct Magic {
  std::size_t offset = 0;
  std::string_view bytes{};
};
constexpr std::string_view kZip = "PK"sv;
constexpr std::array kMagic{Magic{0, "\x1F\x8B"sv},
                            Magic{0, "BZh"sv},
                            Magic{0,
                                  "\xFD"
                                  "7zXZ\0"sv},
                            Magic{0, "7z\xBC\xAF"sv},
                            Magic{0, "Rar!"sv},
                            Magic{257, "ustar"sv}};
constexpr std::size_t kHead = 262;

bool is_one_of(std::string_view extension, std::span<const std::string_view> all) {
  return std::find(all.begin(), all.end(), extension) != all.end();
}

}  // namespace

std::variant<Source, Remark> Opener::open(const Entry& entry, std::uint64_t limit) {
  if (entry.remark) return *entry.remark;
  if (!entry.inside) {
    auto opened = open_source(rootfd_, entry.path, limit);
    if (const auto* code = std::get_if<std::string_view>(&opened)) return Remark{.code = *code};
    return std::get<Source>(std::move(opened));
  }
  const Inside& inside = *entry.inside;
  const Opened around = container(inside.container);
  if (const auto* why = std::get_if<Remark>(&around)) return *why;
  const Source& outer = *std::get<std::shared_ptr<const Source>>(around);
  MemberContent content =
      reader_.member(outer.fd(), name_text(base_of(inside.container->path)), inside.index);
  if (!outer.unchanged()) return Remark{.code = kChanged};
  if (!content.file) return Remark{.code = kMemberLost, .found = std::move(content.reason)};
  Source source = Source::of_memory(std::move(content.file));
  if (source.size() > limit) return Remark{.code = kTooLarge};
  if (source.size() > most_bytes(inside, settings_.unpack)) {
    return Remark{.code = kUnpackLimit,
                  .found = "比所报更大 · more than its container says: " +
                           std::to_string(source.size()) + " bytes"};
  }
  return source;
}

std::variant<std::string, Remark> Opener::read(const Entry& entry, std::uint64_t limit) {
  auto opened = open(entry, limit);
  if (auto* why = std::get_if<Remark>(&opened)) return std::move(*why);
  try {
    auto bytes = files::read_all(std::get<Source>(opened).fd(), limit);
    if (!bytes) return Remark{.code = kTooLarge};
    return *std::move(bytes);
  } catch (const Failure&) {
    // A bad block under one register is a flaw of the batch, not of this machine.
    return Remark{.code = kUnreadable};
  }
}

bool Opener::may_be_archive(const Entry& entry) const {
  const std::string extension = text::fold(split_name(name_text(base_of(entry.path))).extension);
  if (is_one_of(extension, kArchiveNames)) return true;
  if (entry.inside) return false;
  const files::OpenResult opened = files::open_beneath(rootfd_, entry.path);
  const auto* file = std::get_if<files::Fd>(&opened);
  if (file == nullptr) return false;
  std::array<char, kHead> head{};
  const ssize_t got = pread(file->get(), head.data(), head.size(), 0);
  const std::string_view bytes{head.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0))};
  if (bytes.starts_with(kZip)) return !is_one_of(extension, kZippedDocuments);
  return std::any_of(kMagic.begin(), kMagic.end(), [&](const Magic& magic) {
    return bytes.size() >= magic.offset && bytes.substr(magic.offset).starts_with(magic.bytes);
  });
}

Opener::Opened Opener::container(const std::shared_ptr<const Container>& wanted) {
  std::promise<Opened> promise;
  if (const auto others = join(wanted, promise.get_future().share())) return others->get();
  try {
    Opened opened = open_container(*wanted);
    promise.set_value(opened);
    keep(*wanted, opened);
    return opened;
  } catch (...) {
    promise.set_exception(std::current_exception());
    throw;
  }
}

std::optional<std::shared_future<Opener::Opened>> Opener::join(
    const std::shared_ptr<const Container>& wanted, std::shared_future<Opened> own) {
  const std::lock_guard lock(mutex_);
  const auto at = find(*wanted);
  if (at == kept_.end()) {
    kept_.push_front({.container = wanted, .opened = std::move(own)});
    return std::nullopt;
  }
  kept_.splice(kept_.begin(), kept_, at);
  return at->opened;
}

std::list<Opener::Kept>::iterator Opener::find(const Container& wanted) {
  return std::find_if(kept_.begin(), kept_.end(),
                      [&](const Kept& kept) { return kept.container.get() == &wanted; });
}

Opener::Opened Opener::open_container(const Container& wanted) {
  auto opened = open({.path = wanted.path, .inside = wanted.inside}, settings_.file_bytes);
  if (auto* why = std::get_if<Remark>(&opened)) return std::move(*why);
  Source& source = std::get<Source>(opened);
  if (source.digest() != wanted.digest) return Remark{.code = kChanged};
  return std::make_shared<const Source>(std::move(source));
}

/// Those used last stay, as many as fit; the one just opened in any case.
void Opener::keep(const Container& container, const Opened& opened) {
  const std::lock_guard lock(mutex_);
  const auto* source = std::get_if<std::shared_ptr<const Source>>(&opened);
  if (const auto at = find(container); at != kept_.end() && source != nullptr) {
    at->bytes = (*source)->in_memory() ? (*source)->size() : 0;
  }
  std::uint64_t bytes = 0;
  std::size_t count = 0;
  for (auto at = kept_.begin(); at != kept_.end();) {
    bytes += at->bytes;
    const bool fits = count < kKeptContainers && bytes <= kKeptBytes;
    at = fits || count == 0 ? std::next(at) : kept_.erase(at);
    ++count;
  }
}

}  // namespace guidang::receive
