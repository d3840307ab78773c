// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/audit.h"

#include <sstream>

#include "index/generation.h"
#include "index/schema.h"
#include "index/shard.h"
#include "index/xapian_edge.h"

namespace guidang::index {
namespace {

void audit_class(const std::filesystem::path& folder, AuditResult& result) {
  std::ostringstream report;
  const std::size_t errors = Xapian::Database::check(folder.string(), 0, &report);
  if (errors > 0) {
    result.problems.push_back(folder.string() +
                              ": 数据表损坏 / damaged tables: " + std::to_string(errors));
    return;
  }
  const Shard shard = open_shard(folder);
  std::size_t unreadable = 0;
  std::size_t seen = 0;
  for (auto place = shard.database.valuestream_begin(slot::kText);
       place != shard.database.valuestream_end(slot::kText); ++place, ++seen) {
    const TextPlace at = TextPlace::from_value(*place);
    std::size_t size = 4 * kParts;
    for (const std::string_view part : shard.texts->at(at).parts) size += part.size();
    if (size != at.size) ++unreadable;
  }
  result.records += shard.database.get_doccount();
  unreadable += shard.database.get_doccount() - seen;
  if (unreadable > 0) {
    result.problems.push_back(
        folder.string() + ": 全文缺失 / records without their text: " + std::to_string(unreadable));
  }
}

}  // namespace

AuditResult audit(const std::filesystem::path& index_folder) {
  AuditResult result;
  try {
    const auto generation = current_generation(index_folder);
    if (!generation) {
      result.problems.push_back(index_folder.string() + ": 尚无索引 / there is no index yet");
      return result;
    }
    result.generation = *generation;
    for (const Access access : kAllAccess) {
      const auto folder = generation_folder(index_folder, *generation) / to_text(access);
      at_the_edge(folder.string(), [&] { audit_class(folder, result); });
    }
  } catch (const Failure& failure) {
    result.problems.emplace_back(failure.what());
  }
  return result;
}

}  // namespace guidang::index
