// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/volume_shelf.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/register/ledger.h"

namespace guidang::cli {
namespace {

template <typename F>
const F* fact_of(const Known& known) {
  const auto& slot = known.facts[static_cast<std::size_t>(kind_for<F>())];
  return slot == nullptr ? nullptr : &std::get<F>(*slot);
}

Wanted wanted_of(const StageInfo& info) {
  Wanted wanted;
  wanted.add(info);
  wanted.own[static_cast<std::size_t>(FactKind::code)] = true;
  wanted.own[static_cast<std::size_t>(FactKind::placement)] = true;
  return wanted;
}

}  // namespace

Shelf::Shelf(Register& source, const Profile& profile, const std::string& fonds)
    : source_(source),
      series_(profile, fonds),
      settings_(arrange::VolumeSettings::read(profile)),
      order_(profile.section("arrange")),
      stage_(profile, fonds) {
  if (!series_.pattern().volumes()) {
    throw Failure("规则集 " + profile.id() + " 按件整理，没有案卷 / the profile files by item",
                  "按卷整理要 / volumes need: arrange mode=\"volume\"", ExitStatus::usage);
  }
  std::map<std::string, std::vector<Entry>> entries;
  RecordReader records(source_);
  const Wanted wanted = wanted_of(stage_.info());
  records.for_each_id('i', [&](const RecordId& id) { add(records.load(id, wanted), entries); });
  for (auto& [id, list] : entries) {
    std::sort(list.begin(), list.end(),
              [](const Entry& a, const Entry& b) { return a.order < b.order; });
    ShelfVolume& volume = volumes_.at(id);
    for (Entry& entry : list) volume.items.push_back(std::move(entry.item));
    volume.pages = list.back().last_page;
  }
}

View Shelf::view_of(const Known& item) const { return narrow(item, stage_.info(), {}); }

void Shelf::add(const Known& item, std::map<std::string, std::vector<Entry>>& entries) {
  const auto* placement = fact_of<Placement>(item);
  const auto* code = fact_of<ArchivalCode>(item);
  const auto* appraisal = fact_of<Appraisal>(item);
  if (placement == nullptr || !placement->volume) return;
  const VolumePlace& place = *placement->volume;
  ShelfVolume& volume = volumes_[place.id];
  if (volume.id.empty()) {
    volume.id = place.id;
    volume.frame = arrange::member_of(view_of(item), settings_, order_).frame;
    volume.frame.series = place.series;
    if (appraisal != nullptr) {
      volume.frame.period = series_.periods().name(appraisal->period);
    }
  }
  volume.title = place.title;
  volume.sealed = volume.sealed || item.sealed;
  if (code != nullptr) volume.code = code->series;
  // Sealed items stand before those that join them.
  entries[place.id].push_back(
      {.order = fmt::format("{}{:010}", item.sealed ? 0 : 1, code == nullptr ? 0 : code->number),
       .item = item.id,
       .last_page = placement->last_page});
}

const ShelfVolume* Shelf::find(const std::string& text) const {
  if (const auto at = volumes_.find(text); at != volumes_.end()) return &at->second;
  const ShelfVolume* found = nullptr;
  for (const auto& [id, volume] : volumes_) {
    if (volume.code == text) return &volume;
    if (volume.title != text) continue;
    if (found != nullptr) return nullptr;
    found = &volume;
  }
  return found;
}

std::vector<const ShelfVolume*> Shelf::in_order() const {
  std::vector<const ShelfVolume*> list;
  for (const auto& [id, volume] : volumes_) list.push_back(&volume);
  std::sort(list.begin(), list.end(), [](const ShelfVolume* a, const ShelfVolume* b) {
    return std::tie(a->frame.series, a->code, a->id) < std::tie(b->frame.series, b->code, b->id);
  });
  return list;
}

bool Shelf::sealed(const RecordId& item) const { return Ledger(source_).sealed(item); }

bool Shelf::has_order(const RecordId& item) const {
  return RecordReader(source_).load(item).decisions.contains(arrange::kOrderDecision);
}

arrange::Frame Shelf::frame_of(const RecordId& item) const {
  const View view = view_of(RecordReader(source_).load(item));
  Finding why;
  const auto parts = series_.parts(view, why);
  if (!parts) {
    throw Failure("年度、期限或目录未定，不能入卷 / year, period or directory are not settled: " +
                      item + (why.code.empty() ? "" : " [" + why.code + "] " + why.found),
                  "先处理 / settle it first: guidang explain HOME " + item, ExitStatus::usage);
  }
  arrange::Frame frame = arrange::member_of(view, settings_, order_).frame;
  frame.series = series_.pattern().series(*parts);
  frame.period = series_.periods().name(parts->period);
  return frame;
}

std::string Shelf::line_of(const RecordId& item) const {
  const Known known = RecordReader(source_).load(item);
  const auto* code = fact_of<ArchivalCode>(known);
  const auto* placement = fact_of<Placement>(known);
  const View view = view_of(known);
  const auto* description = view.main().find<Description>();
  const bool paged = placement != nullptr && placement->first_page != 0;
  return fmt::format(
      "{}  {}  {}  {}", item, code == nullptr ? "" : code->text,
      paged ? fmt::format("{}–{}", placement->first_page, placement->last_page) : "—",
      description == nullptr ? "" : description->value("title"));
}

}  // namespace guidang::cli
