// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/reader.h"

#include "index/generation.h"
#include "index/opened.h"
#include "index/xapian_edge.h"

namespace guidang::index {
namespace {

/// Two commits may pass between reading CURRENT and opening what it names.
constexpr int kTries = 3;

}  // namespace

Reader::Reader(const std::filesystem::path& index_folder, std::span<const Access> classes) {
  for (int tries = 1;; ++tries) {
    const auto generation = current_generation(index_folder);
    if (!generation) {
      throw Failure(index_folder.string() + ": 尚无索引 / there is no index yet",
                    "先运行 guidang run / use guidang run first");
    }
    const auto folder = generation_folder(index_folder, *generation);
    try {
      at_the_edge(folder.string(), [&] {
        auto opened = std::make_unique<Opened>();
        opened->generation = *generation;
        for (const Access access : classes) {
          opened->shards.push_back(open_shard(folder / to_text(access)));
        }
        opened_ = std::move(opened);
      });
      return;
    } catch (const Failure&) {
      if (tries == kTries || current_generation(index_folder) == generation) throw;
    }
  }
}

Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

int Reader::generation() const { return opened_->generation; }

std::size_t Reader::records() const {
  std::size_t count = 0;
  for (const Shard& shard : opened_->shards) count += shard.database.get_doccount();
  return count;
}

}  // namespace guidang::index
