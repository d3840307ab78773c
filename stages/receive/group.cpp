// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/group.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "pipeline/text/fold.h"
#include "stages/receive/names.h"
#include "stages/receive/stem.h"

namespace guidang::receive {
namespace {

using Indices = std::vector<std::uint32_t>;

Direction direction_of(std::string_view folder, const std::string& batch_name,
                       const Settings& settings) {
  std::string path = name_text(folder);
  path.insert(0, name_text(batch_name) + '/');
  for (std::string_view rest = path; !rest.empty(); rest = folder_of(rest)) {
    for (const FolderRule& rule : settings.folders) {
      if (matches_pattern(rule.name, base_of(rest))) return rule.direction;
    }
  }
  return Direction::unknown;
}

/// The nearest folder at or above `folder` that holds a record.xml.
std::optional<std::string_view> record_folder(
    std::string_view folder, const std::map<std::string_view, std::uint32_t>& all) {
  for (;; folder = folder_of(folder)) {
    if (all.contains(folder)) return folder;
    if (folder.empty()) return std::nullopt;
  }
}

/// The path whose name says to which document it belongs: its own, or that of the archive that is
/// an attachment.
std::string_view place_among_names(const Entry& entry) {
  const std::string_view path = entry.path;
  return entry.attached == 0 ? path : path.substr(0, entry.attached);
}

/// One folder whose files go together by their names.
class Folder {
 public:
  Folder(const std::vector<Entry>& entries, const Settings& settings)
      : entries_(entries), settings_(settings) {}

  void add(std::uint32_t entry) {
    const bool attached = entries_[entry].attached != 0;
    const std::string name = name_text(base_of(place_among_names(entries_[entry])));
    std::map<std::string, Indices>& stems = attached ? attached_ : stems_;
    stems[std::string{split_name(name).stem}].push_back(entry);
  }

  std::vector<Group> groups() const {
    std::map<std::string, Group> by_root;
    for (const auto& [stem, files] : stems_) {
      const Place place = place_of(stem);
      Group& group = by_root[place.root];
      group.orphan = group.orphan || place.orphan;
      add_renditions(group, files, place);
    }
    for (const auto& [stem, files] : attached_) {
      const Place place = place_of(stem);
      Group& group = by_root[place.root];
      for (const std::uint32_t entry : files) {
        if (entries_[entry].kind == EntryKind::file) {
          group.members.push_back({.entry = entry, .role = place.role, .order = place.number});
        } else {
          group.around.push_back(entry);
        }
      }
    }
    std::vector<Group> groups;
    for (auto& [root, group] : by_root) groups.push_back(std::move(group));
    return groups;
  }

 private:
  struct Place {
    std::string root{};
    Role role = Role::main;
    int number = 0;
    bool orphan = false;
  };

  Place place_of(const std::string& stem) const {
    Place place{.root = stem};
    const auto exists = [&](std::string_view base) { return stems_.contains(std::string{base}); };
    while (auto match = match_suffix(place.root, settings_, exists)) {
      place.root = match->base;
      place.role = match->role;
      place.number = match->number;
    }
    const auto any = [](std::string_view) { return true; };
    place.orphan = place.root == stem && match_suffix(stem, settings_, any).has_value();
    return place;
  }

  void add_renditions(Group& group, const Indices& files, const Place& place) const {
    Indices ordered = files;
    const auto key = [&](std::uint32_t entry) {
      const std::string_view path = entries_[entry].path;
      return std::pair{format_rank(base_of(path), settings_), path};
    };
    std::sort(ordered.begin(), ordered.end(),
              [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    for (const std::uint32_t entry : ordered) {
      Role role = place.role;
      if (entry != ordered.front()) {
        const bool rendition = key(entry).first < settings_.formats.size();
        role = rendition ? Role::copy : Role::attachment;
        group.renditions = true;
      }
      group.members.push_back({.entry = entry, .role = role, .order = place.number});
    }
  }

  const std::vector<Entry>& entries_;
  const Settings& settings_;
  std::map<std::string, Indices> stems_;
  std::map<std::string, Indices> attached_;
};

/// All files of a folder with a record.xml, with the roles that their names give them; record.xml
/// itself may say otherwise when it is read.
Group record_group(std::uint32_t record, const Indices& files, const std::vector<Entry>& entries,
                   const Settings& settings) {
  Folder folder(entries, settings);
  for (const std::uint32_t file : files) folder.add(file);
  Group group;
  std::size_t best = settings.formats.size() + 1;
  std::optional<std::uint32_t> main;
  for (const Group& part : folder.groups()) {
    group.around.insert(group.around.end(), part.around.begin(), part.around.end());
    for (const Member& member : part.members) {
      const std::size_t rank = format_rank(base_of(entries[member.entry].path), settings);
      group.members.push_back(member);
      if (member.role == Role::main && rank < best) {
        best = rank;
        main = member.entry;
      }
    }
  }
  for (Member& member : group.members) {
    if (member.role == Role::main && member.entry != main) member.role = Role::attachment;
  }
  group.sidecars.push_back(record);
  group.record = true;
  group.described = true;
  return group;
}

void attach_sidecars(std::vector<Group>& groups, const std::vector<Entry>& entries) {
  std::unordered_map<std::string_view, std::uint32_t> sidecar_of;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    if (entries[i].kind != EntryKind::sidecar) continue;
    const std::string_view path = entries[i].path;
    sidecar_of.emplace(path.substr(0, path.size() - 4), i);
  }
  for (Group& group : groups) {
    for (std::size_t i = 0; i < group.members.size(); ++i) {
      const auto found = sidecar_of.find(entries[group.members[i].entry].path);
      if (found == sidecar_of.end()) continue;
      const bool rendition = group.members[i].role == Role::copy && !group.described;
      const bool first = !group.record && (i == group.main || rendition);
      group.sidecars.insert(first ? group.sidecars.begin() : group.sidecars.end(), found->second);
      group.described = group.described || first;
    }
  }
}

std::string_view leading_path(const Group& group, const std::vector<Entry>& entries) {
  return group.record ? entries[group.sidecars.front()].path
                      : entries[group.members[group.main].entry].path;
}

void finish(Group& group, const std::vector<Entry>& entries, const std::string& batch_name,
            const Settings& settings) {
  for (const Member& member : group.members) group.marked |= entries[member.entry].marked;
  for (const std::uint32_t sidecar : group.sidecars) group.marked |= entries[sidecar].marked;
  for (const std::uint32_t around : group.around) group.marked |= entries[around].marked;
  group.direction = direction_of(folder_of(leading_path(group, entries)), batch_name, settings);
}

}  // namespace

std::size_t format_rank(std::string_view name, const Settings& settings) {
  const std::string extension = text::fold(split_name(name).extension);
  const auto at = std::find(settings.formats.begin(), settings.formats.end(), extension);
  return static_cast<std::size_t>(at - settings.formats.begin());
}

void arrange(Group& group, const std::vector<Entry>& entries) {
  const auto key = [&](const Member& member) {
    return std::tuple{member.role, member.order, std::string_view{entries[member.entry].path}};
  };
  std::sort(group.members.begin(), group.members.end(),
            [&](const Member& a, const Member& b) { return key(a) < key(b); });
  const auto main = std::find_if(group.members.begin(), group.members.end(),
                                 [](const Member& m) { return m.role == Role::main; });
  group.main =
      main == group.members.end() ? 0 : static_cast<std::uint32_t>(main - group.members.begin());
}

std::vector<Group> make_groups(const std::vector<Entry>& entries, const std::string& batch_name,
                               const Settings& settings) {
  std::map<std::string_view, std::uint32_t> records;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    if (entries[i].kind == EntryKind::record) records.emplace(folder_of(entries[i].path), i);
  }
  std::map<std::string_view, Indices> record_files;
  for (const auto& [folder, record] : records) record_files[folder] = {};
  std::map<std::string_view, Folder> folders;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    if (entries[i].kind != EntryKind::file && entries[i].attached == 0) continue;
    const std::string_view folder = folder_of(place_among_names(entries[i]));
    if (const auto record = record_folder(folder, records)) {
      record_files[*record].push_back(i);
    } else {
      folders.try_emplace(folder, entries, settings).first->second.add(i);
    }
  }
  std::vector<Group> groups;
  for (const auto& [folder, files] : record_files) {
    groups.push_back(record_group(records.at(folder), files, entries, settings));
  }
  for (const auto& [folder, files] : folders) {
    for (Group& group : files.groups()) groups.push_back(std::move(group));
  }
  for (Group& group : groups) arrange(group, entries);
  attach_sidecars(groups, entries);
  for (Group& group : groups) finish(group, entries, batch_name, settings);
  std::sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) {
    return leading_path(a, entries) < leading_path(b, entries);
  });
  return groups;
}

}  // namespace guidang::receive
