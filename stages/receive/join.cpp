// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/join.h"

#include <algorithm>

#include "pipeline/text/document_number.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"
#include "stages/receive/names.h"

namespace guidang::receive {
namespace {

std::string file_key(std::string_view path) { return text::fold_keep_blanks(path); }

/// The path without the extension of its last part.
std::string_view without_extension(std::string_view path) {
  const NameParts parts = split_name(base_of(path));
  const std::size_t cut = parts.extension.empty() ? 0 : parts.extension.size() + 1;
  return path.substr(0, path.size() - cut);
}

std::string_view last_part(std::string_view written) {
  const std::size_t slash = written.find_last_of("/\\");
  return slash == std::string_view::npos ? written : written.substr(slash + 1);
}

/// What a file's name may be an answer to: its own stem, for a folder with record.xml also the
/// folder's name.
std::vector<std::string> names_of(const Group& group, const std::vector<Entry>& entries) {
  std::vector<std::string> names;
  if (!group.members.empty()) {
    const std::string base = name_text(base_of(entries[group.members[group.main].entry].path));
    names.emplace_back(split_name(base).stem);
  }
  if (group.record) {
    names.push_back(name_text(base_of(folder_of(entries[group.sidecars.front()].path))));
  }
  return names;
}

std::vector<std::string> number_keys(const std::string& name) {
  std::vector<std::string> keys{text::matching_key(name)};
  for (const text::FoundNumber& found : text::find_document_numbers(name)) {
    keys.push_back(text::matching_key(found.value.to_text()));
  }
  return keys;
}

}  // namespace

Join::Join(const std::vector<Entry>& entries, const std::vector<Group>& groups,
           const Ledgers& ledgers)
    : entries_(entries),
      groups_(groups),
      ledgers_(ledgers),
      joined_(groups.size()),
      missing_(ledgers.size()),
      taken_(ledgers.size()),
      by_file_(ledgers.size()) {
  if (ledgers.size() == 0) return;
  index_files();
  for (std::uint32_t row = 0; row < ledgers.size(); ++row) join_by_file(row);
  for (std::size_t group = 0; group < groups.size(); ++group) join_by_name(group);
}

void Join::index_files() {
  group_of_.assign(entries_.size(), 0);
  const auto add = [&](std::uint32_t entry, std::size_t group) {
    group_of_[entry] = static_cast<std::uint32_t>(group);
    const std::string path = name_text(entries_[entry].path);
    paths_.add(file_key(path), entry);
    stems_.add(file_key(without_extension(path)), entry);
    bases_.add(file_key(base_of(path)), entry);
    bases_.add(file_key(without_extension(base_of(path))), entry);
  };
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    for (const Member& member : groups_[group].members) add(member.entry, group);
    if (!groups_[group].record) continue;
    const std::uint32_t record = groups_[group].sidecars.front();
    group_of_[record] = static_cast<std::uint32_t>(group);
    paths_.add(file_key(name_text(folder_of(entries_[record].path))), record);
  }
  paths_.seal();
  stems_.seal();
  bases_.seal();
}

std::vector<std::uint32_t> Join::files_named(std::uint32_t row, std::string_view written) const {
  const std::string folder = name_text(folder_of(ledgers_.ledger_of(row).path));
  const std::string path = resolve_path(folder, text::nfc(text::trim(written)));
  std::vector<std::uint32_t> found = paths_.find(file_key(path));
  if (found.empty()) found = stems_.find(file_key(path));
  if (!found.empty()) return found;
  // A bare name, or a path on somebody else's machine: any file of that name below the register.
  for (const std::uint32_t entry : bases_.find(file_key(text::nfc(last_part(written))))) {
    const std::string where = name_text(entries_[entry].path);
    if (folder.empty() || where.starts_with(folder + '/')) found.push_back(entry);
  }
  return found;
}

void Join::take(std::size_t group, std::uint32_t row) {
  Joined& joined = joined_[group];
  if (std::find(joined.rows.begin(), joined.rows.end(), row) != joined.rows.end()) return;
  joined.shared = joined.shared || taken_[row];
  joined.above = joined.above || ledgers_.row(row).above;
  joined.rows.push_back(row);
  taken_[row] = true;
}

void Join::join_by_file(std::uint32_t row) {
  const std::string written = ledgers_.value(row, kFileColumn);
  if (written.empty()) return;
  std::vector<std::uint32_t> files = files_named(row, written);
  if (files.empty()) {
    for (const std::string_view one : split_list(written)) {
      if (text::trim(one).empty()) continue;
      const auto some = files_named(row, one);
      missing_[row] = missing_[row] || some.empty();
      files.insert(files.end(), some.begin(), some.end());
    }
  }
  by_file_[row] = !files.empty();
  std::vector<std::uint32_t> groups;
  for (const std::uint32_t entry : files) groups.push_back(group_of_[entry]);
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  for (const std::uint32_t group : groups) take(group, row);
}

bool Join::fits(const Group& group, std::uint32_t row) const {
  const Direction direction = ledgers_.ledger_of(row).direction;
  return !by_file_[row] && (group.direction == Direction::unknown ||
                            direction == Direction::unknown || group.direction == direction);
}

void Join::join_by_name(std::size_t index) {
  const Group& group = groups_[index];
  Joined& joined = joined_[index];
  std::vector<std::uint32_t> candidates;
  for (const std::string& name : names_of(group, entries_)) {
    std::vector<std::uint32_t> found = ledgers_.by_title(text::fold(name));
    for (const std::string& key : number_keys(name)) {
      const auto rows = ledgers_.by_number(key);
      found.insert(found.end(), rows.begin(), rows.end());
    }
    for (const std::uint32_t row : found) {
      joined.above = joined.above || ledgers_.row(row).above;
      if (fits(group, row)) candidates.push_back(row);
    }
  }
  if (!joined.rows.empty() || candidates.empty()) return;
  std::sort(candidates.begin(), candidates.end());
  const auto open = std::find_if(candidates.begin(), candidates.end(),
                                 [&](std::uint32_t row) { return !taken_[row]; });
  take(index, open != candidates.end() ? *open : candidates.front());
}

std::vector<std::uint32_t> Join::by_head(const Group& group, std::string_view number,
                                         bool& above) const {
  std::vector<std::uint32_t> rows = ledgers_.by_number(text::matching_key(number));
  for (const std::uint32_t row : rows) above = above || ledgers_.row(row).above;
  std::erase_if(rows, [&](std::uint32_t row) { return taken_[row] || !fits(group, row); });
  return rows;
}

}  // namespace guidang::receive
