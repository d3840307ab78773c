// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/parts.h"

#include <algorithm>
#include <utility>

#include "pipeline/files/display_name.h"
#include "stages/receive/codes.h"

namespace guidang::receive {
namespace {

/// Files of one document that stay open between probing and storing; the rest is opened again.
constexpr std::size_t kOpenFiles = 64;
constexpr std::uint64_t kOpenBytes = Source::kSnapshotBytes;

}  // namespace

bool Parts::probe(const Group& group, const std::vector<Entry>& entries, bool blind) {
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    const Member& member = group.members[i];
    // The main file is read in any case: the number in its head leads to its row, which must not
    // stay behind.
    const bool look = i == group.main || !(blind || above_);
    Part& part = probe_one({.entry = &entries[member.entry], .role = member.role}, look);
    of_batch_.push_back(&part);
    Budget budget{.files = context_.settings.unpack.files, .bytes = context_.settings.unpack.bytes};
    if (!blind && !above_) above_ = probe_inside(part, budget);
  }
  return above_;
}

Part& Parts::probe_one(Part part, bool look) {
  part.probe = probe_file(context_.opener, *part.entry, context_.settings.file_bytes, look,
                          context_.reader, context_.store, context_.gate);
  above_ = above_ || part.probe.above;
  open_bytes_ += part.probe.size;
  if (above_ || open_bytes_ > kOpenBytes || parts_.size() >= kOpenFiles) {
    part.probe.source.reset();
    part.probe.extraction.reset();
  }
  return parts_.emplace_back(std::move(part));
}

/// Whether something in it is above the ceiling. Depth is bounded: what lies too deep bears a
/// remark and is not opened.
bool Parts::probe_inside(Part& part, Budget& budget) {  // NOLINT(misc-no-recursion)
  Probe& probe = part.probe;
  // A file of the batch is a document whatever it is; archives by name were unpacked before.
  part.archive = probe.archive && part.parent != nullptr && probe.code.empty();
  if (probe.members.empty()) return false;
  const std::vector<guidang::Member> members = std::exchange(probe.members, {});
  const auto container = container_of(*part.entry, probe.archive, probe.digest, probe.size);
  auto inside = entries_inside(container, members, context_.settings.unpack, budget);
  if (auto* broken = std::get_if<Remark>(&inside)) {
    probe.code = broken->code;
    probe.reason = std::move(broken->found);
    part.archive = false;
    return false;
  }
  std::vector<Entry>& entries = std::get<std::vector<Entry>>(inside);
  part.files = entries.size();
  for (Entry& entry : entries) {
    if (is_marked(context_.gate, entry)) return true;
    const bool ignored = container->archive && entry.kind == EntryKind::file &&
                         is_ignored(entry, context_.settings, context_.more_ignored);
    if (ignored) entry.kind = EntryKind::ignored;
    const Entry& kept = inner_.emplace_back(std::move(entry));
    // The role of an attachment's attachment says nothing more.
    Part made{.entry = &kept, .role = Role::attachment, .parent = &part, .ignored = ignored};
    if (ignored) {
      parts_.push_back(std::move(made));
      continue;
    }
    Part& member = probe_one(std::move(made), true);
    if (above_ || probe_inside(member, budget)) return true;
  }
  return false;
}

std::string_view Parts::refusal(const Part& part) const {
  const Probe& probe = part.probe;
  if (!probe.code.empty()) return probe.code;
  if (probe.state == TextState::failed) return context_.declared ? kFailed : kFailedUndeclared;
  if (part.archive || probe.probed || context_.declared) return {};
  return probe.state == TextState::no_reader ? kNoReader : kNoText;
}

void Parts::hold_together() {
  if (context_.declared) return;
  std::vector<std::pair<const Part*, const Part*>> blamed;  // file of the batch, what holds it back
  const auto root = [](const Part* part) {
    while (part->parent != nullptr) part = part->parent;
    return part;
  };
  for (const Part& part : parts_) {
    if (part.parent == nullptr || part.ignored || refusal(part).empty()) continue;
    if (blamed.empty() || blamed.back().first != root(&part))
      blamed.emplace_back(root(&part), &part);
  }
  for (const auto& [file, why] : blamed) {
    const std::string found =
        files::display_name(why->entry->path) + ' ' + std::string{refusal(*why)};
    for (Part& part : parts_) {
      if (root(&part) != file || part.ignored || !refusal(part).empty()) continue;
      part.probe.code = kUnseenInside;
      part.probe.reason = found;
    }
  }
}

std::vector<Part*> Parts::in_order() {
  std::vector<Part*> ordered;
  for (Part& part : parts_) ordered.push_back(&part);
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const Part* a, const Part* b) { return a->role < b->role; });
  return ordered;
}

}  // namespace guidang::receive
