// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/catalogue/lists_index.h"

#include <algorithm>
#include <tuple>

#include "pipeline/files/csv.h"
#include "pipeline/files/fd.h"

namespace guidang {
namespace {

constexpr std::uint64_t kLongestIndex = 1U << 20;

/// Calls `visit` with each word of a blank-separated list.
template <typename F>
void for_each_word(std::string_view words, F visit) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) visit(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

}  // namespace

void ListsIndex::add(const std::string& folder, const std::vector<std::filesystem::path>& files,
                     std::uint64_t count, bool draft) {
  for (const std::filesystem::path& file : files) {
    files_.insert(file);
    const std::string stem = file.stem().string();
    const std::string ending = file.extension().string().substr(1);
    if (!rows_.empty() && rows_.back().folder == folder && rows_.back().stem == stem) {
      rows_.back().endings += " " + ending;
    } else {
      rows_.push_back({folder, stem, count, draft, ending});
    }
  }
}

std::string ListsIndex::text() const {
  std::vector<Row> rows = rows_;
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.folder < b.folder; });
  std::string text = "\xEF\xBB\xBF";
  files::write_csv_row(text, {"年度", "目录", "件数", "状态", "格式"});
  for (const Row& row : rows) {
    files::write_csv_row(text, {row.folder, row.stem, std::to_string(row.count),
                                row.draft ? "未定稿" : "定稿", row.endings});
  }
  return text;
}

bool lists_are_there(const std::filesystem::path& root) {
  if (!std::filesystem::exists(root / kListsIndex)) return false;
  bool there = true;
  const std::string text = files::read_file(root / kListsIndex, kLongestIndex);
  const auto error = files::read_csv(text, [&](const files::CsvRow& row) {
    if (row.number == 1) return there;
    there = row.fields.size() == 5;
    if (!there) return false;
    for_each_word(row.fields[4], [&](std::string_view ending) {
      const std::string name = row.fields[1] + "." + std::string(ending);
      there = there && std::filesystem::exists(root / row.fields[0] / name);
    });
    return there;
  });
  return there && !error;
}

}  // namespace guidang
