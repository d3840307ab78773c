// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/unpack.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "stages/receive/names.h"
#include "stages/receive/probe.h"
#include "stages/receive/stem.h"

namespace guidang::receive {
namespace {

class Unpacker {
 public:
  explicit Unpacker(const Context& context)
      : context_(context),
        limits_(context.settings.unpack),
        all_{.files = context.settings.walk.entries, .bytes = limits_.all_bytes} {}

  void unpack(std::vector<Entry>& entries) {
    all_.files -= std::min<std::uint64_t>(all_.files, entries.size());
    for (Entry& entry : entries) {
      if (entry.kind != EntryKind::file) continue;
      tree_ = {.files = std::min(limits_.files, all_.files),
               .bytes = std::min(limits_.bytes, all_.bytes)};
      const Budget before = tree_;
      open(entry);
      all_.files -= before.files - tree_.files;
      all_.bytes -= before.bytes - tree_.bytes;
    }
    std::move(found_.begin(), found_.end(), std::back_inserter(entries));
  }

 private:
  /// Depth is bounded: what lies too deep bears a remark and is not opened.
  void open(Entry& entry) {  // NOLINT(misc-no-recursion)
    if (entry.remark || !context_.opener.may_be_archive(entry)) return;
    auto opened = context_.opener.open(entry, context_.settings.file_bytes);
    const auto* source = std::get_if<Source>(&opened);
    if (source == nullptr) return;
    const auto known = known_text(source->digest(), context_.reader, context_.store);
    if (known && known->state == TextState::failed) return;
    const std::string name = name_text(base_of(entry.path));
    Extraction listing = context_.reader.read(source->fd(), name);
    name_packed(listing, name);
    if (!is_archive(listing) || !source->unchanged()) return;
    entry.marked = entry.marked || context_.gate.above(listing);
    const auto container = container_of(entry, true, source->digest(), source->size());
    auto inside = entries_inside(container, listing.members, limits_, tree_);
    if (auto* broken = std::get_if<Remark>(&inside)) {
      entry.remark = std::make_shared<const Remark>(std::move(*broken));
      return;
    }
    opened = Remark{};
    entry.kind = EntryKind::archive;
    std::vector<Entry>& members = std::get<std::vector<Entry>>(inside);
    entry.remark = std::make_shared<const Remark>(unpacked(members.size()));
    for (Entry& member : members) {
      member.marked = entry.marked || is_marked(context_.gate, member);
      const bool taken = member.kind == EntryKind::file &&
                         !is_ignored(member, context_.settings, context_.more_ignored);
      if (taken) open(member);
      found_.push_back(std::move(member));
    }
  }

  const Context& context_;
  const UnpackLimits& limits_;
  Budget all_;
  Budget tree_{};
  std::vector<Entry> found_{};
};

/// Stems of files, by folder: what an attachment may belong to.
using Stems = std::set<std::pair<std::string, std::string>>;

}  // namespace

void unpack(const Context& context, std::vector<Entry>& entries) {
  Unpacker(context).unpack(entries);
  sort_entries(entries);
}

void attach_archives(std::vector<Entry>& entries, const Settings& settings) {
  if (std::none_of(entries.begin(), entries.end(),
                   [](const Entry& entry) { return entry.kind == EntryKind::archive; })) {
    return;
  }
  Stems stems;
  for (const Entry& entry : entries) {
    if (entry.kind != EntryKind::file) continue;
    const std::string path = name_text(entry.path);
    stems.emplace(folder_of(path), split_name(base_of(path)).stem);
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].kind != EntryKind::archive || entries[i].attached != 0) continue;
    const std::string path = name_text(entries[i].path);
    const std::string folder{folder_of(path)};
    const auto exists = [&](std::string_view stem) {
      return stems.contains({folder, std::string{stem}});
    };
    if (!match_suffix(split_name(base_of(path)).stem, settings, exists)) continue;
    const std::string below = entries[i].path + '/';
    entries[i].attached = static_cast<std::uint32_t>(entries[i].path.size());
    const auto first =
        std::lower_bound(entries.begin(), entries.end(), below,
                         [](const Entry& e, const std::string& p) { return e.path < p; });
    for (auto at = first; at != entries.end() && at->path.starts_with(below); ++at) {
      at->attached = entries[i].attached;
      const bool other = at->kind == EntryKind::ledger || at->kind == EntryKind::sidecar ||
                         at->kind == EntryKind::record;
      if (other) at->kind = EntryKind::file;
    }
  }
}

}  // namespace guidang::receive
