// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "pipeline/files/digest.h"
#include "stages/arrange/split.h"
#include "stages/arrange/volume_title.h"
#include "stages/arrange/volumes.h"

namespace guidang::arrange {
namespace {

/// Volumes of one group that may be sealed, as far as they are looked for.
constexpr std::uint32_t kMostSealedParts = 64;
constexpr std::uint32_t kUnordered = 999'999;
constexpr std::uint32_t kMostMerges = 1000;

Finding held(std::string_view code, std::string found, std::string expected = {}) {
  return {.code = std::string(code),
          .severity = Severity::hold,
          .place = std::string(kVolumeDecision),
          .found = std::move(found),
          .expected = std::move(expected)};
}

/// What a name stands for in one year.
std::string name_key(const Member& member) {
  return fmt::format("{}\x1f{}", member.frame.year, member.case_volume);
}

std::string named_volume(const Member& member) {
  return files::short_id("v", "name\x1f" + name_key(member));
}

bool by_name(const Member& member) {
  return !member.case_volume.empty() && member.case_volume != kNewVolume &&
         !is_volume_id(member.case_volume);
}

std::string place_text(const VolumeHead& head, const std::string& id) {
  return head.number == 0
             ? id
             : fmt::format("{} {}{} {}", id, head.frame.series, head.number, head.title);
}

}  // namespace

std::string Volumes::group_volume(const Member& member, std::uint32_t place) const {
  std::string content = member.frame.text() + "\x1e" + member.group;
  if (place > 1) content += fmt::format("\x1e{}", place);
  return files::short_id("v", content);
}

void Volumes::open_volume(const std::string& id, const Member& member, std::uint32_t place) {
  VolumeHead head{.frame = member.frame, .place_in_group = place};
  head.group = member.frame.text() + "\x1e" + member.group;
  const Group group = group_of(member, rules_.settings);
  head.one_problem = group.id == member.group && group.one_problem;
  const std::uint32_t wanted = rules_.plan.of(id).order;
  head.order =
      fmt::format("{}{}{:06}{}{}{}{:06}", frame_order(member.frame), kEnd,
                  wanted == 0 ? kUnordered : wanted, kEnd, member.group_order, kEnd, place);
  heads_.emplace(id, std::move(head));
}

void Volumes::open_named(const Member& member) {
  named_[name_key(member)].insert(member.frame.text());
  const std::string id = named_volume(member);
  if (heads_.contains(id)) return;
  VolumeHead head{.frame = member.frame, .group = id, .name = member.case_volume};
  const std::uint32_t wanted = rules_.plan.of(id).order;
  head.order = fmt::format("{}{}{:06}{}~{}", frame_order(member.frame), kEnd,
                           wanted == 0 ? kUnordered : wanted, kEnd, member.case_volume);
  heads_.emplace(id, std::move(head));
}

/// A case that belongs to a volume which is sealed already.
bool Volumes::is_late(const Member& member) const {
  return member.case_volume != kNewVolume && (!member.kin.empty() || !late_target_.empty());
}

void Volumes::fill_case(Member& member) {
  const std::string group = member.frame.text() + "\x1e" + member.group;
  if (group != group_) {
    group_ = group;
    filler_ = std::make_unique<Filler>(rules_.settings.limits);
    place_ = 0;
    late_target_.clear();
    if (sealed_frames_.contains(member.frame.text())) {
      for (std::uint32_t place = 1; place <= kMostSealedParts; ++place) {
        const std::string id = group_volume(member, place);
        if (const auto at = heads_.find(id); at != heads_.end() && at->second.number != 0) {
          late_target_ = id;
          at->second.group = group;
          at->second.place_in_group = place;
        }
      }
    }
  }
  if (by_name(member)) open_named(member);
  const bool late = is_late(member);
  if (late && rules_.settings.late != Late::open_new) {
    member.natural = member.kin.empty() ? late_target_ : member.kin;
    return;
  }
  if (member.index == 0 && filler_->add({.pages = member.case_pages, .items = member.case_items})) {
    ++place_;
    while (true) {
      const auto at = heads_.find(group_volume(member, place_));
      if (at == heads_.end() || at->second.number == 0) break;
      ++place_;
    }
    open_volume(group_volume(member, place_), member, place_);
  }
  member.natural = group_volume(member, place_);
}

void Volumes::fill() {
  next_ = set_.sorter();
  std::uint64_t count = 0;
  rows_->for_each([&](const SortedRow& row) {
    Member member = Member::unpack(row.payload);
    fill_case(member);
    next_->add(fmt::format("{:012}", count++), row.record, member.pack());
  });
  std::swap(rows_, next_);
}

std::string Volumes::target_of(const Member& member, Finding& why) const {
  std::string id = member.natural;
  if (is_volume_id(member.case_volume)) {
    id = member.case_volume;
  } else if (by_name(member)) {
    if (named_.at(name_key(member)).size() > 1) {
      why = held("ARR-111", member.frame.to_text(), member.case_volume);
      return {};
    }
    id = named_volume(member);
  } else if (const auto at = heads_.find(id);
             at != heads_.end() && at->second.number != 0 && rules_.settings.late == Late::hold) {
    why = held("ARR-113", place_text(at->second, id));
    return {};
  }
  for (std::uint32_t steps = 0;; ++steps) {
    const auto at = heads_.find(id);
    if (at == heads_.end() || steps > kMostMerges) {
      why = held("ARR-112", id);
      return {};
    }
    if (at->second.frame != member.frame) {
      why = held("ARR-111", member.frame.to_text(),
                 place_text(at->second, id) + " " + at->second.frame.to_text());
      return {};
    }
    const std::string& onward = rules_.plan.of(id).merge_into;
    if (onward.empty() || at->second.number != 0) return id;
    id = onward;
  }
}

void Volumes::direct() {
  next_ = set_.sorter();
  rows_->for_each([&](const SortedRow& row) {
    const Member member = Member::unpack(row.payload);
    Finding why;
    const std::string id = target_of(member, why);
    if (id.empty()) return sink_.report(member.item, std::move(why));
    VolumeHead& head = heads_.find(id)->second;
    head.used = true;
    const std::string weight = head.one_problem ? "" : fmt::format("{:05}", member.case_weight);
    next_->add(head.order + kEnd + id + kEnd + weight + kEnd + member.case_order + kEnd +
                   fmt::format("{:08}", member.index),
               member.item, id + row.payload);
  });
  std::swap(rows_, next_);
  name_parts();
}

/// 之一 only where there is a 之二: what was merged or moved away does not count.
void Volumes::name_parts() {
  std::map<std::string, std::vector<std::pair<std::uint32_t, VolumeHead*>>> groups;
  for (auto& [id, head] : heads_) {
    if (head.place_in_group > 0 && (head.used || head.number != 0)) {
      groups[head.group].emplace_back(head.place_in_group, &head);
    }
  }
  for (auto& [group, parts] : groups) {
    if (parts.size() < 2) continue;
    std::sort(parts.begin(), parts.end());
    for (std::uint32_t i = 0; i < parts.size(); ++i) {
      VolumeHead& head = *parts[i].second;
      if (head.number == 0) head.part = i + 1;
    }
  }
}

void Volumes::write() {
  std::vector<Member> members;
  std::string id;
  constexpr std::size_t kIdSize = 17;
  rows_->for_each([&](const SortedRow& row) {
    const std::string_view payload = row.payload;
    if (payload.substr(0, kIdSize) != id) write_volume(id, members);
    id = payload.substr(0, kIdSize);
    members.push_back(Member::unpack(payload.substr(kIdSize)));
  });
  write_volume(id, members);
}

void Volumes::write_volume(const std::string& id, std::vector<Member>& members) {
  if (members.empty()) return;
  const VolumeHead& head = heads_.find(id)->second;
  std::stable_sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
    const auto rank = [](const Member& m) { return m.wanted == 0 ? kUnordered + 1 : m.wanted; };
    return rank(a) < rank(b);
  });
  const bool sealed = head.number != 0;
  VolumePlace place{.id = id, .series = head.frame.series, .number = head.number};
  place.part = head.part;
  if (!sealed) {
    if (series_ != place.series) position_ = 0;
    series_ = place.series;
    place.position = ++position_;
  }
  const std::string& decided = rules_.plan.of(id).title;
  if (sealed || !decided.empty() || !head.name.empty()) {
    place.title = sealed ? head.title : decided.empty() ? head.name : decided;
  } else {
    std::vector<TitleSource> sources;
    for (const Member& member : members) {
      sources.push_back(
          {.creator = member.creator, .title = member.title, .doctype = member.doctype});
      if (member.matter > 0) {
        sources.back().matter = rules_.settings.matters[member.matter - 1].title;
      }
    }
    const VolumeTitle title = volume_title(sources, head.frame.year, head.part);
    place.title = title.text;
    if (title.made_up) {
      sink_.report(
          members.front().item,
          {.code = "ARR-115", .severity = Severity::note, .place = "volume", .found = title.text});
    }
  }
  Filler size(rules_.settings.limits);
  CaseSize whole{.items = members.size()};
  for (const Member& member : members) whole.pages += member.pages;
  size.add(whole);
  if (size.overfull() && !sealed) {
    sink_.report(members.front().item,
                 {.code = "ARR-117",
                  .severity = Severity::note,
                  .place = "volume",
                  .found = fmt::format("{} 页 {} 件", whole.pages, whole.items),
                  .expected = fmt::format("≤ {} 页 {} 件", rules_.settings.limits.pages,
                                          rules_.settings.limits.items)});
  }
  PageCounter through(head.last_page, head.pages_known);
  std::uint64_t position = 0;
  for (const Member& member : members) {
    PageCounter alone;
    const PageRange pages = (rules_.settings.whole_binding ? through : alone).add(member.pages);
    sink_.put(member.item, Placement{.position = ++position,
                                     .volume = place,
                                     .first_page = pages.first,
                                     .last_page = pages.last});
  }
  members.clear();
}

}  // namespace guidang::arrange
