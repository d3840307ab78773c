// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "index/document.h"
#include "index/generation.h"
#include "index/opened.h"
#include "index/xapian_edge.h"

namespace guidang::index {
namespace fs = std::filesystem;
namespace {

/// So many commits may pass between reading CURRENT and having opened what it names.
constexpr int kTries = 64;

/// The classes whose folders this process may read.
std::vector<Access> readable(const fs::path& generation, std::span<const Access> classes) {
  std::vector<Access> some;
  for (const Access access : classes) {
    const fs::path folder = generation / to_text(access);
    const bool barred =
        ::faccessat(AT_FDCWD, folder.c_str(), R_OK | X_OK, AT_EACCESS) != 0 && errno == EACCES;
    if (!barred) some.push_back(access);
  }
  if (some.empty() && !classes.empty()) {
    throw Failure(generation.string() + ": 无权读取 / may not be read by this user");
  }
  return some;
}

std::unique_ptr<Reader::Opened> open_generation(const fs::path& folder,
                                                std::span<const Access> classes) {
  auto opened = std::make_unique<Reader::Opened>();
  opened->classes = readable(folder, classes);
  for (const Access access : opened->classes) {
    opened->shards.push_back(open_shard(folder / to_text(access)));
  }
  return opened;
}

}  // namespace

Reader::Reader(const fs::path& index_folder, std::span<const Access> classes) {
  for (int tries = 1;; ++tries) {
    const auto generation = current_generation(index_folder);
    if (!generation) {
      throw Failure(index_folder.string() + ": 尚无索引 / there is no index yet",
                    "先运行 guidang run / use guidang run first");
    }
    const fs::path folder = generation_folder(index_folder, *generation);
    try {
      opened_ = at_the_edge(folder.string(), [&] { return open_generation(folder, classes); });
      opened_->generation = *generation;
      // Xapian takes some absent files for empty tables. A generation loses its name before its
      // files, so under its name it was whole.
      if (fs::exists(folder)) return;
    } catch (const Failure&) {
      if (tries == kTries || current_generation(index_folder) == generation) throw;
    }
    if (tries == kTries)
      throw Failure(folder.string() + ": 索引不断更换 / replaced again and again");
  }
}

Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

int Reader::generation() const { return opened_->generation; }

std::span<const Access> Reader::classes() const { return opened_->classes; }

std::size_t Reader::records() const {
  std::size_t count = 0;
  for (const Shard& shard : opened_->shards) count += shard.database.get_doccount();
  return count;
}

bool Reader::holds(std::string_view record) const {
  const std::string term = record_term(record);
  return std::any_of(opened_->shards.begin(), opened_->shards.end(),
                     [&](const Shard& shard) { return shard.database.term_exists(term); });
}

bool is_readable(const fs::path& index_folder) {
  try {
    const Reader reader(index_folder, kAllAccess);
    return true;
  } catch (const Failure&) {
    return false;
  }
}

}  // namespace guidang::index
