// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/zip_writer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>

#include "pipeline/failure.h"
#include "pipeline/files/atomic_write.h"
#include "pipeline/files/entry_name.h"

namespace guidang::files {
namespace {

struct Discard {
  void operator()(zip_t* archive) const noexcept { zip_discard(archive); }
};

Failure zip_failure(const std::filesystem::path& path, const char* reason) {
  return Failure{"无法写入 ZIP cannot write ZIP " + path.string() + ": " + reason};
}

// In order by name; a name that a reader would refuse is our own mistake.
void order(std::vector<ZipSource>& sources) {
  if (sources.empty()) throw std::logic_error{"write_zip: nothing to write"};
  std::ranges::sort(sources, {}, &ZipSource::name);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const std::string& name = sources[i].name;
    const bool doubled = i > 0 && sources[i - 1].name == name;
    if (doubled || name.ends_with('/') || check_entry_name(name) != NameFlaw::none) {
      throw std::logic_error{"write_zip: bad or doubled name " + name};
    }
  }
}

void add(zip_t* archive, const ZipSource& source) {
  // 0x0021 is 1980-01-01, the first day the format knows; given as DOS fields no time zone matters.
  constexpr zip_uint16_t kFirstDay = 0x0021;
  constexpr zip_uint32_t kAttributes = static_cast<zip_uint32_t>(S_IFREG | 0644) << 16U;
  // Opened when its turn comes, so 10⁵ files need no 10⁵ descriptors.
  zip_source_t* bytes = zip_source_file(archive, source.file.c_str(), 0, -1);
  if (bytes == nullptr) throw zip_failure(source.file, zip_strerror(archive));
  const zip_int64_t index = zip_file_add(archive, source.name.c_str(), bytes, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(bytes);
    throw zip_failure(source.file, zip_strerror(archive));
  }
  const auto at = static_cast<zip_uint64_t>(index);
  if (zip_set_file_compression(archive, at, ZIP_CM_STORE, 0) != 0 ||
      zip_file_set_dostime(archive, at, 0, kFirstDay, 0) != 0 ||
      zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_UNIX, kAttributes) != 0) {
    throw zip_failure(source.file, zip_strerror(archive));
  }
}

}  // namespace

void write_zip(const std::filesystem::path& target, std::vector<ZipSource> sources) {
  order(sources);
  // libzip writes beside and renames by itself; the folder makes its name ours and clears up after
  // it.
  std::filesystem::path work = target;
  work += ".work";
  AtomicFolder folder{work};
  const std::filesystem::path inner = folder.path() / "zip";
  int error = 0;
  std::unique_ptr<zip_t, Discard> archive{zip_open(inner.c_str(), ZIP_CREATE | ZIP_EXCL, &error)};
  if (!archive) throw zip_failure(target, "zip_open");
  for (const ZipSource& source : sources) add(archive.get(), source);
  if (zip_close(archive.get()) != 0) throw zip_failure(target, zip_strerror(archive.get()));
  static_cast<void>(archive.release());
  const Fd written{::open(inner.c_str(), O_RDONLY | O_CLOEXEC)};
  if (!written || ::fsync(written.get()) != 0 || ::chmod(inner.c_str(), 0644) != 0 ||
      ::rename(inner.c_str(), target.c_str()) != 0) {
    throw zip_failure(target, "rename");
  }
  sync_folder(target.has_parent_path() ? target.parent_path() : std::filesystem::path{"."});
}

}  // namespace guidang::files
