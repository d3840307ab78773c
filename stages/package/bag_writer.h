// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/files/digest.h"
#include "pipeline/files/fd.h"
#include "pipeline/files/multi_digest.h"
#include "pipeline/stage.h"

namespace guidang::bag {

class BagWriter;

/// One file of the bag under way, digested as it is written.
class BagFile {
 public:
  void write(std::string_view bytes);
  /// Enters it in the manifests. Once.
  files::Digests close();

 private:
  friend class BagWriter;
  BagFile(BagWriter& bag, std::string path);

  BagWriter& bag_;
  std::string path_;
  std::filesystem::path full_;
  files::Fd fd_{};
  files::MultiDigest digest_;
};

/// Fills a folder as a BagIt 1.0 bag with SHA-256 and SHA-512. Memory for one file's block,
/// whatever the number of files. Paths are relative to the bag, with `/`.
class BagWriter {
 public:
  explicit BagWriter(std::filesystem::path root);

  [[nodiscard]] BagFile open(const std::string& path) { return {*this, path}; }
  files::Digests add(const std::string& path, std::string_view bytes);
  /// Copies all of `fd` in one pass with both digests.
  files::Digests copy(const std::string& path, int fd);
  /// A file that somebody else has written into the folder.
  files::Digests adopt(const std::string& path);
  /// Where to write such a file; its folder is there.
  [[nodiscard]] std::filesystem::path place(const std::string& path);

  [[nodiscard]] std::uint64_t payload_files() const { return payload_files_; }
  [[nodiscard]] std::uint64_t payload_bytes() const { return payload_bytes_; }

  /// Writes bagit.txt, bag-info.txt (`info` and Payload-Oxum) and all manifests, sorted by the
  /// paths' bytes.
  void finish(const std::vector<std::pair<std::string, std::string>>& info);

 private:
  friend class BagFile;
  void enter(const std::string& path, const files::Digests& digests);
  void write_manifests(bool of_tags);

  std::filesystem::path root_;
  std::unique_ptr<Sorter> payload_;
  std::unique_ptr<Sorter> tags_;
  std::uint64_t payload_files_ = 0;
  std::uint64_t payload_bytes_ = 0;
};

}  // namespace guidang::bag
