// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/catalogue/catalogue.h"

#include <algorithm>
#include <set>

#include "pipeline/failure.h"
#include "pipeline/files/atomic_write.h"
#include "pipeline/files/csv.h"
#include "pipeline/files/digest.h"
#include "pipeline/files/fd.h"
#include "pipeline/lists/aid_fonds_file.h"
#include "pipeline/lists/aid_twins.h"
#include "pipeline/lists/paper_reads.h"
#include "stages/catalogue/lists_index.h"

namespace guidang {
namespace {

using lists::Office;
using lists::Paper;
using lists::Press;

forms::Formats run_formats(const profile::Element& section) {
  forms::Formats formats{.html = false, .pdf = false, .csv = false, .xlsx = false};
  std::vector<std::string> words = section.words("formats");
  if (words.empty()) words = {"html", "csv"};
  for (const std::string& word : words) {
    if (!lists::set_format(word, formats)) throw section.flaw(word, "html pdf csv xlsx");
  }
  return formats;
}

std::string folder_name(int year) {
  if (year == lists::kWholeFonds) return "全宗";
  return year > 0 ? std::to_string(year) : "年度不明";
}

/// What an earlier run printed and this one did not: the office must not find it beside the new.
void remove_others(const std::filesystem::path& root, const std::set<std::filesystem::path>& now) {
  std::vector<std::filesystem::path> old;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file() || now.contains(entry.path())) continue;
    // What people keep in the fonds file is theirs.
    const std::string place = entry.path().lexically_relative(root).string();
    if (place.starts_with(std::string(lists::kFondsFileFolder) + "/")) continue;
    const std::string ending = entry.path().extension().string();
    if (ending == ".html" || ending == ".pdf" || ending == ".csv" || ending == ".xlsx") {
      old.push_back(entry.path());
    }
  }
  for (const auto& file : old) {
    std::filesystem::remove(file);
    const std::filesystem::path folder = file.parent_path();
    if (folder != root && std::filesystem::is_empty(folder)) std::filesystem::remove(folder);
  }
}

lists::LedgerTwins twins_of(RecordSet& set) {
  lists::LedgerTwins twins;
  set.for_each_document([&](const View& document) { twins.add(document); });
  return twins;
}

std::string known_ids(const std::vector<const Paper*>& papers) {
  std::string ids;
  for (const Paper* paper : papers) ids.append(ids.empty() ? "" : " ").append(paper->form);
  return ids;
}

}  // namespace

Catalogue::Catalogue(const Profile& profile, lists::Backing backing)
    : profile_(profile),
      backing_(std::move(backing)),
      papers_(lists::all_papers(profile)),
      formats_(run_formats(profile.section("catalogue"))) {
  std::string all = profile.section_digest("catalogue") + profile.section_digest("arrange") +
                    profile.section_digest("number") + profile.section_digest("appraise") +
                    profile.section_digest("check");
  for (const Paper* paper : papers_) {
    const auto loaded = forms_.emplace(paper->form, lists::load_forms(profile, *paper)).first;
    for (const forms::Form& form : loaded->second) all += form.digest();
  }
  settings_ = files::sha256_hex(all);
}

const StageInfo& Catalogue::info() const {
  static constexpr StageInfo kInfo{.name = "catalogue",
                                   .zh = "编目",
                                   .summary = "writes the lists and forms of each year",
                                   .scope = Scope::item,
                                   .reads = lists::kPaperReads,
                                   .decisions = lists::kPaperDecisions,
                                   .reads_findings = true,
                                   .revision = 2};
  return kInfo;
}

Office Catalogue::office_at(const Place& place) const {
  Office office = lists::make_office(profile_, backing_);
  office.fonds_code = place.fonds_code;
  office.fonds_name = place.fonds_name;
  office.date = place.as_of;
  return office;
}

bool Catalogue::stale(const Place& place) const { return !lists_are_there(place.home / "lists"); }

void Catalogue::run(RecordSet& set, const Place& place) const {
  Office office = office_at(place);
  const lists::LedgerTwins twins = twins_of(set);
  office.twins = &twins;
  Press press(office, papers_, set.sorter());
  set.for_each_item([&](const View& item) { press.take(item); });
  press.close();

  const std::filesystem::path root = place.home / "lists";
  std::filesystem::create_directories(root);
  std::filesystem::remove(root / kListsIndex);
  ListsIndex index;
  for (const Paper* paper : papers_) {
    for (const int year : press.years(*paper)) {
      const std::filesystem::path folder = root / folder_name(year);
      std::filesystem::create_directories(folder);
      const auto files = press.print(*paper, forms_.at(paper->form), year, folder, formats_);
      const lists::PaperYear lines = press.lines(*paper, year);
      index.add(folder_name(year), files, lines.count(), lines.draft());
    }
  }
  lists::lay_out_fonds_file(lists::AidSettings::load(profile_), root);
  remove_others(root, index.files());
  files::write_atomically(root / kListsIndex, index.text());
}

std::vector<std::filesystem::path> Catalogue::print(RecordSet& set, const Place& place,
                                                    const Order& order) const {
  std::vector<const Paper*> wanted;
  for (const Paper* paper : papers_) {
    const auto named = std::find(order.forms.begin(), order.forms.end(), paper->form);
    if (order.forms.empty() || named != order.forms.end()) wanted.push_back(paper);
  }
  for (const std::string& id : order.forms) {
    if (forms_.find(id) == forms_.end()) {
      throw Failure("没有该表式，或本单位不用 no such form here: " + id,
                    "可用表式 forms that can be printed: " + known_ids(papers_), ExitStatus::usage);
    }
  }
  Office office = office_at(place);
  const lists::LedgerTwins twins = twins_of(set);
  office.twins = &twins;
  Press press(office, wanted, set.sorter());
  set.for_each_item([&](const View& item) { press.take(item); });
  press.close();

  const int year = order.year == 0 ? lists::kWholeFonds : order.year;
  const std::filesystem::path folder =
      order.folder.empty() ? place.home / "lists" / folder_name(year) : order.folder;
  std::vector<std::filesystem::path> all;
  for (const Paper* paper : wanted) {
    if (press.lines(*paper, year).count() == 0) continue;
    std::filesystem::create_directories(folder);
    for (auto& file : press.print(*paper, forms_.at(paper->form), year, folder, order.formats)) {
      all.push_back(std::move(file));
    }
  }
  return all;
}

}  // namespace guidang
