// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/volumes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/record_key.h"
#include "pipeline/verdict.h"
#include "stages/arrange/case_order.h"

namespace guidang::arrange {
namespace {

/// Ties that make a case, the document that stands first on the left.
struct CaseTie {
  std::string_view kind{};
  bool first = true;  ///< the document that has the relation stands first
  bool ordered = true;
};
constexpr std::array kCaseTies{
    CaseTie{"replies_to", true, true},  CaseTie{"replied_by", false, true},
    CaseTie{"forwards", true, true},    CaseTie{"forwarded_by", false, true},
    CaseTie{"version_of", false, true}, CaseTie{"attachment_of", false, true},
    CaseTie{"resubmits", true, false},  CaseTie{"resubmitted_by", false, false}};

bool is_waived(const View& item, std::string_view field) {
  const auto it = item.decisions().find(field);
  return it != item.decisions().end() && !it->second.value.empty();
}

Finding finding(std::string_view code, Severity severity, std::string_view place, std::string found,
                std::string expected = {}) {
  return {.code = std::string(code),
          .severity = severity,
          .place = std::string(place),
          .found = std::move(found),
          .expected = std::move(expected)};
}

std::string volume_id(Cases::Key key) { return fmt::format("v{:016x}", key); }
std::string item_text(Cases::Key key) { return fmt::format("i{:016x}", key); }

}  // namespace

bool acceptable(const View& item) {
  View plain = item;
  std::vector<Finding> others;
  for (const Finding& one : item.findings()) {
    if (!one.code.starts_with("ARR-")) others.push_back(one);
  }
  plain.put(std::move(others));
  return verdict(plain) == Verdict::accepted;
}

Volumes::Volumes(const VolumeRules& rules, RecordSet& set, Sink& sink)
    : rules_(rules), set_(set), sink_(sink) {}
Volumes::~Volumes() = default;

void Volumes::run() {
  gather();
  form_cases();
  fill();
  direct();
  write();
}

void Volumes::take_sealed(const View& item) {
  const auto* placement = item.find<Placement>();
  if (placement == nullptr || !placement->volume) return;
  const VolumePlace& place = *placement->volume;
  const auto [at, fresh] = heads_.try_emplace(place.id);
  VolumeHead& head = at->second;
  if (fresh) {
    const auto* appraisal = item.find<Appraisal>();
    Member member = member_of(item, rules_.settings, rules_.order);
    member.frame.series = place.series;
    if (appraisal != nullptr) member.frame.period = rules_.series.periods().name(appraisal->period);
    head = {
        .frame = member.frame, .number = place.number, .title = place.title, .part = place.part};
    head.order = place.series + kEnd + place.id;
    sealed_frames_.insert(head.frame.text());
  }
  head.pages_known = head.pages_known && placement->last_page != 0;
  head.last_page = std::max(head.last_page, placement->last_page);
  const Cases::Key key = record_key(item.id());
  cases_.add({.item = key, .frame = head.frame.key(), .sealed = true});
  for (const View& part : item.parts()) cases_.add_document(record_key(part.id()), key);
  sealed_items_.emplace_back(key, record_key(place.id));
}

void Volumes::take_ties(const View& item) {
  const Cases::Key key = record_key(item.id());
  for (const View& part : item.parts()) {
    const Cases::Key document = record_key(part.id());
    cases_.add_document(document, key);
    const auto* relations = part.find<Relations>();
    if (relations == nullptr) continue;
    for (const Relation& relation : relations->list) {
      const auto* const tie =
          std::find_if(kCaseTies.begin(), kCaseTies.end(),
                       [&](const CaseTie& one) { return one.kind == relation.kind; });
      if (tie == kCaseTies.end()) continue;
      const Cases::Key other = record_key(relation.other);
      cases_.add_tie(tie->first ? document : other, tie->first ? other : document, tie->ordered);
    }
  }
}

void Volumes::gather() {
  rows_ = set_.sorter();
  set_.for_each_item([&](const View& item) {
    if (item.sealed()) return take_sealed(item);
    Finding why;
    const auto parts = rules_.series.parts(item, why);
    // Whatever else stands against the item: what is reported here must not depend on itself.
    if (!parts && !why.code.empty()) return sink_.report(item.id(), std::move(why));
    if (!parts || !acceptable(item)) return;
    Member member = member_of(item, rules_.settings, rules_.order);
    member.frame.series = rules_.series.pattern().series(*parts);
    member.frame.period = rules_.series.periods().name(parts->period);
    if (is_waived(item, "waive:ARR-113") && member.volume.empty()) member.volume = kNewVolume;
    if (is_waived(item, "waive:ARR-111") || is_waived(item, "waive:ARR-112") ||
        is_waived(item, "waive:ARR-114")) {
      member.volume.clear();
    }
    const Cases::Key key = record_key(item.id());
    cases_.add(
        {.item = key, .frame = member.frame.key(), .alone = is_waived(item, "waive:ARR-110")});
    take_ties(item);
    if (const std::string meeting = meeting_of(member.title, member.creator); !meeting.empty()) {
      cases_.add_common(record_key(meeting), key);
    }
    rows_->add(item.id(), item.id(), member.pack());
  });
  cases_.settle();
  std::sort(sealed_items_.begin(), sealed_items_.end());
}

void Volumes::form_cases() {
  next_ = set_.sorter();
  rows_->for_each([&](const SortedRow& row) {
    const Cases::Key key = record_key(row.record);
    const auto clashes = cases_.clashes(key);
    for (const Cases::Clash& clash : clashes) {
      sink_.report(row.record,
                   finding("ARR-110", Severity::hold, "relations", item_text(clash.other),
                           Member::unpack(row.payload).frame.to_text()));
    }
    for (const Cases::Clash& stranger : cases_.sealed_strangers(key)) {
      sink_.report(row.record,
                   finding("ARR-116", Severity::note, "relations", item_text(stranger.other)));
    }
    if (clashes.empty()) {
      next_->add(fmt::format("{:016x}", cases_.root(key)), row.record, row.payload);
    }
  });
  rows_ = set_.sorter();
  std::vector<Member> members;
  std::string root;
  next_->for_each([&](const SortedRow& row) {
    if (row.key != root) form_case(members);
    root = row.key;
    members.push_back(Member::unpack(row.payload));
  });
  form_case(members);
}

void Volumes::form_case(std::vector<Member>& members) {
  if (members.empty()) return;
  std::map<Cases::Key, std::uint32_t> indexes;
  for (std::uint32_t i = 0; i < members.size(); ++i) indexes[record_key(members[i].item)] = i;
  std::vector<CaseMember> order;
  std::string volume;
  std::string kin;
  bool torn = false;
  for (const Member& member : members) {
    const Cases::Key key = record_key(member.item);
    CaseMember one{.key = member.order + member.item, .evidence = member.evidence};
    for (const Cases::Clash& follower : cases_.followers(key)) {
      // One that is held for a clash is not here.
      if (const auto at = indexes.find(follower.other); at != indexes.end()) {
        one.followers.push_back(at->second);
      }
    }
    order.push_back(std::move(one));
    torn = torn || (!volume.empty() && !member.volume.empty() && volume != member.volume);
    if (!member.volume.empty()) volume = member.volume;
    for (const Cases::Clash& sealed : cases_.sealed_kin(key)) {
      const auto at = std::lower_bound(sealed_items_.begin(), sealed_items_.end(),
                                       std::pair(sealed.other, Cases::Key{0}));
      if (at != sealed_items_.end() && at->first == sealed.other) kin = volume_id(at->second);
    }
  }
  if (torn) {
    for (const Member& member : members) {
      sink_.report(member.item, finding("ARR-114", Severity::hold, kVolumeDecision, member.volume));
    }
    members.clear();
    return;
  }
  const std::vector<std::uint32_t> sequence = order_case(order);
  const Member& lead = members[sequence.front()];
  const Group group = group_of(lead, rules_.settings);
  std::uint64_t pages = 0;
  std::uint32_t weight = lead.weight;
  for (const Member& member : members) {
    pages += member.pages;
    weight = std::min(weight, member.weight);
  }
  const std::string case_order = lead.order + lead.item;
  const std::string by_weight = group.one_problem ? "" : fmt::format("{:05}", weight);
  const std::string key =
      frame_order(lead.frame) + kEnd + group.order + kEnd + by_weight + kEnd + case_order + kEnd;
  for (std::uint32_t i = 0; i < sequence.size(); ++i) {
    Member& member = members[sequence[i]];
    member.index = i;
    member.case_items = static_cast<std::uint32_t>(members.size());
    member.case_pages = pages;
    member.case_weight = weight;
    member.case_order = case_order;
    member.case_volume = volume;
    member.kin = kin;
    member.group = group.id;
    member.group_order = group.order;
    rows_->add(key + fmt::format("{:08}", i), member.item, member.pack());
  }
  members.clear();
}

std::string Volumes::frame_order(const Frame& frame) const {
  const VolumeSettings& settings = rules_.settings;
  const auto rank = [](const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) - list.begin();
  };
  return fmt::format("{}{}{:04}{:03}{:03}{}{}", frame.series, kEnd, frame.year,
                     rank(settings.periods, frame.period), rank(settings.apart, frame.line),
                     frame.line.empty() ? 1 : 0, frame.period);
}

}  // namespace guidang::arrange
