// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/index/behind.h"

#include <system_error>

#include "pipeline/failure.h"
#include "pipeline/files/atomic_write.h"

namespace guidang {
namespace {

constexpr const char* kBehind = "BEHIND";

}  // namespace

void mark_behind(const std::filesystem::path& index_folder) {
  if (is_behind(index_folder)) return;
  files::write_atomically(index_folder / kBehind,
                          "索引可能落后于登记簿，下次 run 补上 / the index may be behind the "
                          "register; the next run mends it\n");
}

bool is_behind(const std::filesystem::path& index_folder) {
  std::error_code ignored;
  return std::filesystem::exists(index_folder / kBehind, ignored);
}

void clear_behind(const std::filesystem::path& index_folder) {
  std::error_code error;
  std::filesystem::remove(index_folder / kBehind, error);
  if (error) throw Failure((index_folder / kBehind).string() + ": " + error.message());
}

}  // namespace guidang
