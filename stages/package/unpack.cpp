// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/unpack.h"

#include <fcntl.h>
#include <stdlib.h>

#include <cerrno>
#include <system_error>

#include "pipeline/failure.h"
#include "pipeline/files/fd.h"
#include "pipeline/files/zip.h"

namespace guidang::bag {
namespace {

// A bundle holds a year: more entries than an office document, and no larger ones.
constexpr files::ZipLimits kLimits{
    .entries = 2'000'000, .entry_bytes = 512ULL << 20, .total_bytes = 256ULL << 30};

bool is_damage(files::ZipFlaw flaw) {
  using files::ZipFlaw;
  switch (flaw) {
    case ZipFlaw::too_many_entries:
    case ZipFlaw::entry_too_big:
    case ZipFlaw::total_too_big:
    case ZipFlaw::ratio_too_high:
    case ZipFlaw::encrypted:
    case ZipFlaw::unsupported:
      return false;
    default:
      return true;
  }
}

UnpackError error_from(const files::ZipError& error) {
  return {error.message(), is_damage(error.flaw)};
}

std::filesystem::path private_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "guidang-verify-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw Failure("无法建立临时文件夹 cannot make a temporary folder: " +
                      std::system_category().message(errno),
                  "设置 TMPDIR set TMPDIR to a place with room");
  }
  return name;
}

}  // namespace

Unpacked::~Unpacked() {
  std::error_code ignored;
  if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

std::optional<UnpackError> Unpacked::open(const std::filesystem::path& zip) {
  files::Fd fd{::open(zip.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
  if (!fd) return UnpackError{std::system_category().message(errno), false};
  auto opened = files::ZipReader::open(std::move(fd), kLimits);
  if (const auto* error = std::get_if<files::ZipError>(&opened)) return error_from(*error);
  auto& reader = std::get<files::ZipReader>(opened);

  folder_ = private_folder();
  std::string top;
  bool one_top = true;
  for (const files::ZipEntry& entry : reader.entries()) {
    const std::filesystem::path target = folder_ / entry.name.text;
    const std::string first = entry.name.text.substr(0, entry.name.text.find('/'));
    one_top = one_top && (top.empty() || top == first) && first != entry.name.text;
    top = first;
    if (entry.is_folder) {
      std::filesystem::create_directories(target);
      continue;
    }
    const auto bytes = reader.read(entry);
    if (const auto* error = std::get_if<files::ZipError>(&bytes)) return error_from(*error);
    std::filesystem::create_directories(target.parent_path());
    const files::Fd out{
        ::open(target.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (!out) return UnpackError{target.filename().string(), true};
    files::write_all(out.get(), std::get<std::string>(bytes), target);
  }
  bag_ = one_top && !top.empty() ? folder_ / top : folder_;
  return std::nullopt;
}

}  // namespace guidang::bag
