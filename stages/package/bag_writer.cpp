// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/bag_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "pipeline/failure.h"
#include "pipeline/register/sorter.h"
#include "stages/package/bag_names.h"

namespace guidang::bag {
namespace {

constexpr std::size_t kBlock = 1U << 17;
constexpr mode_t kMode = 0644;

Failure disk_failure(const std::filesystem::path& path) {
  return Failure("无法写入 cannot write " + path.string() + ": " +
                 std::system_category().message(errno));
}

bool is_payload(std::string_view path) { return path.starts_with("data/"); }

// A line end within a value would begin another element.
std::string one_line(std::string_view value) {
  std::string out(value);
  for (char& c : out) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  return out;
}

}  // namespace

BagFile::BagFile(BagWriter& bag, std::string path)
    : bag_(bag),
      path_(std::move(path)),
      full_(bag.place(path_)),
      fd_(::open(full_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kMode)),
      digest_({files::Algorithm::sha256, files::Algorithm::sha512}) {
  // The umask must not show in the bundle.
  if (!fd_ || ::fchmod(fd_.get(), kMode) != 0) throw disk_failure(full_);
}

void BagFile::write(std::string_view bytes) {
  files::write_all(fd_.get(), bytes, full_);
  digest_.update(bytes);
}

files::Digests BagFile::close() {
  const std::uint64_t size = digest_.size();
  std::vector<std::string> hex = digest_.hex();
  files::Digests digests{.sha256 = hex[0], .sha512 = hex[1], .size = size};
  bag_.enter(path_, digests);
  fd_.reset();
  return digests;
}

BagWriter::BagWriter(std::filesystem::path root)
    : root_(std::move(root)), payload_(make_sorter()), tags_(make_sorter()) {
  std::filesystem::create_directories(root_ / "data");
}

std::filesystem::path BagWriter::place(const std::string& path) {
  const std::filesystem::path full = root_ / path;
  std::filesystem::create_directories(full.parent_path());
  return full;
}

files::Digests BagWriter::add(const std::string& path, std::string_view bytes) {
  BagFile file = open(path);
  file.write(bytes);
  return file.close();
}

files::Digests BagWriter::copy(const std::string& path, int fd) {
  BagFile file = open(path);
  std::string block(kBlock, '\0');
  off_t offset = 0;
  while (true) {
    const ssize_t got = ::pread(fd, block.data(), block.size(), offset);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw disk_failure(path);
    if (got == 0) return file.close();
    file.write({block.data(), static_cast<std::size_t>(got)});
    offset += got;
  }
}

files::Digests BagWriter::adopt(const std::string& path) {
  files::Digests digests = files::digest_file(root_ / path);
  enter(path, digests);
  return digests;
}

void BagWriter::enter(const std::string& path, const files::Digests& digests) {
  const bool payload = is_payload(path);
  if (payload) {
    ++payload_files_;
    payload_bytes_ += digests.size;
  }
  (payload ? payload_ : tags_)->add(path, digests.sha256, digests.sha512);
}

void BagWriter::write_manifests(bool of_tags) {
  for (const bool longer : {false, true}) {
    const std::string name =
        fmt::format("{}manifest-{}.txt", of_tags ? "tag" : "", longer ? "sha512" : "sha256");
    BagFile file = open(name);
    std::string lines;
    (of_tags ? tags_ : payload_)->for_each([&](const SortedRow& row) {
      lines += longer ? row.payload : row.record;
      lines.append("  ").append(write_name(row.key)).append("\n");
      if (lines.size() >= kBlock) {
        file.write(lines);
        lines.clear();
      }
    });
    file.write(lines);
    // Tag manifests do not list one another.
    if (!of_tags) file.close();
  }
}

void BagWriter::finish(const std::vector<std::pair<std::string, std::string>>& info) {
  add("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  std::string text;
  for (const auto& [label, value] : info) {
    if (!value.empty()) text += label + ": " + one_line(value) + "\n";
  }
  text += fmt::format("Payload-Oxum: {}.{}\n", payload_bytes_, payload_files_);
  add("bag-info.txt", text);
  write_manifests(false);
  write_manifests(true);
}

}  // namespace guidang::bag
