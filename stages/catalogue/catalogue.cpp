// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/catalogue/catalogue.h"

#include <algorithm>
#include <memory>

#include "pipeline/files/atomic_write.h"
#include "pipeline/files/csv.h"
#include "pipeline/files/fd.h"
#include "pipeline/lists/list_row.h"
#include "pipeline/lists/list_writer.h"
#include "pipeline/verdict.h"

namespace guidang {
namespace {

using lists::ListHead;
using lists::ListKind;
using lists::ListRow;
using lists::ListSummary;
using lists::ListWriter;
using List = std::pair<int, ListKind>;  // year, kind

constexpr std::string_view kIndex = "index.csv";
constexpr std::string_view kNoYear = "年度不明";
constexpr std::uint64_t kLongestIndex = 1U << 20;

constexpr std::array kReads{
    Read{.kind = FactKind::item},
    Read{.kind = FactKind::checks},
    Read{.kind = FactKind::appraisal},
    Read{.kind = FactKind::year},
    Read{.kind = FactKind::code},
    Read{.kind = FactKind::description, .of_parts = true, .fields = lists::kRowFields},
    Read{.kind = FactKind::text, .of_parts = true},
};

std::string folder_name(int year) { return year > 0 ? std::to_string(year) : std::string(kNoYear); }

std::unique_ptr<Sorter> collect(RecordSet& set, std::map<List, ListSummary>& summaries) {
  std::unique_ptr<Sorter> rows = set.sorter();
  const auto keep = [&](const View& item, ListKind kind, const std::optional<ListRow>& row) {
    if (row) rows->add(lists::sort_key(kind, *row), item.id(), lists::pack(*row));
  };
  set.for_each_item([&](const View& item) {
    keep(item, ListKind::filed, lists::filed_row(item));
    keep(item, ListKind::not_filed, lists::not_filed_row(item));
  });
  rows->for_each([&](const SortedRow& sorted) {
    const ListRow row = lists::unpack(sorted.payload);
    summaries[{row.year, row.kind()}].add(row);
  });
  return rows;
}

/// What an earlier run listed and this one does not: the office must not find it beside the new.
void remove_others(const std::filesystem::path& root, const std::map<List, ListSummary>& now) {
  if (!std::filesystem::exists(root)) return;
  for (const auto& folder : std::filesystem::directory_iterator(root)) {
    if (!folder.is_directory()) continue;
    const std::string name = folder.path().filename().string();
    for (const ListKind kind : {ListKind::filed, ListKind::not_filed}) {
      const bool stays = std::any_of(now.begin(), now.end(), [&](const auto& entry) {
        return folder_name(entry.first.first) == name && entry.first.second == kind;
      });
      if (stays) continue;
      for (const char* ending : {".html", ".csv"}) {
        std::filesystem::remove(folder.path() / (std::string(lists::file_stem(kind)) + ending));
      }
    }
    if (std::filesystem::is_empty(folder.path())) std::filesystem::remove(folder.path());
  }
}

std::string index_text(const std::map<List, ListSummary>& summaries) {
  std::string text = "\xEF\xBB\xBF";
  files::write_csv_row(text, {"年度", "目录", "件数", "状态"});
  for (const auto& [list, summary] : summaries) {
    files::write_csv_row(
        text, {folder_name(list.first), std::string(lists::file_stem(list.second)),
               std::to_string(summary.count()), summary.provisional() ? "未定稿" : "定稿"});
  }
  return text;
}

}  // namespace

Catalogue::Catalogue(const Profile& profile)
    : filed_(lists::load_page(profile, ListKind::filed)),
      not_filed_(lists::load_page(profile, ListKind::not_filed)),
      section_(profile.section_digest("catalogue")) {}

const StageInfo& Catalogue::info() const {
  static constexpr StageInfo kInfo{.name = "catalogue",
                                   .zh = "编目",
                                   .summary = "writes the lists of each year",
                                   .scope = Scope::item,
                                   .reads = kReads,
                                   .decisions = kVerdictDecisions,
                                   .reads_findings = true};
  return kInfo;
}

std::string Catalogue::settings() const { return section_ + filed_.digest() + not_filed_.digest(); }

bool Catalogue::stale(const Place& place) const {
  const std::filesystem::path root = place.home / "lists";
  if (!std::filesystem::exists(root / kIndex)) return true;
  bool missing = false;
  const std::string text = files::read_file(root / kIndex, kLongestIndex);
  const auto error = files::read_csv(text, [&](const files::CsvRow& row) {
    if (row.number == 1) return true;
    if (row.fields.size() < 2) {
      missing = true;
      return false;
    }
    for (const char* ending : {".html", ".csv"}) {
      missing =
          missing || !std::filesystem::exists(root / row.fields[0] / (row.fields[1] + ending));
    }
    return !missing;
  });
  return missing || error.has_value();
}

void Catalogue::run(RecordSet& set, const Place& place) const {
  std::map<List, ListSummary> summaries;
  const std::unique_ptr<Sorter> rows = collect(set, summaries);
  const ListHead head{
      .fonds_code = place.fonds_code, .fonds_name = place.fonds_name, .date = place.as_of};

  const std::filesystem::path root = place.home / "lists";
  std::filesystem::create_directories(root);
  std::filesystem::remove(root / kIndex);
  std::optional<ListWriter> writer;
  std::optional<List> open;
  rows->for_each([&](const SortedRow& sorted) {
    const ListRow row = lists::unpack(sorted.payload);
    const List list{row.year, row.kind()};
    if (open != list) {
      if (writer) writer->finish();
      const std::filesystem::path folder = root / folder_name(row.year);
      std::filesystem::create_directories(folder);
      writer.emplace(folder, list.second, row.year, page(list.second == ListKind::filed), head,
                     summaries.at(list));
      open = list;
    }
    writer->add(row);
  });
  if (writer) writer->finish();
  remove_others(root, summaries);
  files::write_atomically(root / kIndex, index_text(summaries));
}

}  // namespace guidang
