// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/survey.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "stages/receive/codes.h"
#include "stages/receive/names.h"

namespace guidang::receive {
namespace {

/// A bare file is looked at where it lies; what it is shows when it is opened.
Entry bare_file(const Batch& batch, int rootfd, const std::filesystem::path& named) {
  const std::filesystem::path relative =
      named.is_absolute() ? named.lexically_relative(batch.root) : named;
  Entry entry{.path = resolve_path({}, relative.native())};
  struct stat about{};
  if (entry.path.empty() || fstatat(rootfd, entry.path.c_str(), &about, AT_SYMLINK_NOFOLLOW) != 0) {
    if (entry.path.empty()) entry.path = named.filename().native();
    entry.missing = true;
  } else if (S_ISLNK(about.st_mode)) {
    entry.refusal = files::WalkRefusal::link;
  } else if (!S_ISREG(about.st_mode)) {
    entry.refusal = files::WalkRefusal::not_a_file;
  }
  return entry;
}

std::optional<std::uint16_t> find_ignored(std::string_view path,
                                          const std::vector<IgnoreRule>& rules) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    std::string_view rest = path;
    while (!rest.empty()) {
      const std::size_t slash = rest.find('/');
      if (matches_pattern(rules[i].name, rest.substr(0, slash))) {
        return static_cast<std::uint16_t>(i);
      }
      rest = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash + 1);
    }
  }
  return std::nullopt;
}

/// Entries are classified in order and a file comes before its sidecar: its kind is known.
bool has_file(const std::vector<Entry>& entries, std::string_view path) {
  const auto at = std::lower_bound(
      entries.begin(), entries.end(), path,
      [](const Entry& entry, std::string_view wanted) { return entry.path < wanted; });
  return at != entries.end() && at->path == path && at->kind == EntryKind::file;
}

bool is_sidecar(const std::vector<Entry>& entries, std::string_view path) {
  constexpr std::string_view kEnding = ".xml";
  return path.size() > kEnding.size() && path.ends_with(kEnding) &&
         has_file(entries, path.substr(0, path.size() - kEnding.size()));
}

void classify_one(Entry& entry, const std::vector<Entry>& entries, const Settings& settings,
                  const std::vector<IgnoreRule>& more_ignored) {
  if (entry.kind == EntryKind::archive) return;
  entry.kind = EntryKind::file;
  const bool bad_name = entry.remark && entry.remark->code == kMemberName;
  if (entry.missing || entry.refusal != files::WalkRefusal::none || bad_name) {
    entry.kind = EntryKind::refused;
    return;
  }
  const std::string path = name_text(entry.path);
  const std::string_view base = base_of(path);
  if (entry.path == kBatchFileName) {
    entry.kind = EntryKind::batch_file;
  } else if (is_ignored(entry, settings, more_ignored)) {
    entry.kind = EntryKind::ignored;
  } else if (base == kRecordName) {
    entry.kind = EntryKind::record;
  } else if (is_sidecar(entries, entry.path)) {
    entry.kind = EntryKind::sidecar;
  } else {
    const auto ledger = std::find_if(
        settings.ledgers.begin(), settings.ledgers.end(), [&](const LedgerRule& candidate) {
          return std::any_of(candidate.names.begin(), candidate.names.end(),
                             [&](const auto& name) { return matches_pattern(name, base); });
        });
    if (ledger == settings.ledgers.end()) return;
    entry.kind = EntryKind::ledger;
    entry.rule = static_cast<std::uint16_t>(ledger - settings.ledgers.begin());
  }
}

}  // namespace

void sort_entries(std::vector<Entry>& entries) {
  const auto index = [](const Entry& entry) { return entry.inside ? entry.inside->index : 0U; };
  std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    return std::pair{std::string_view{a.path}, index(a)} <
           std::pair{std::string_view{b.path}, index(b)};
  });
}

bool is_ignored(Entry& entry, const Settings& settings,
                const std::vector<IgnoreRule>& more_ignored) {
  const std::string path = name_text(entry.path);
  if (const auto rule = find_ignored(path, settings.ignored)) {
    entry.rule = *rule;
    return true;
  }
  if (const auto more = find_ignored(path, more_ignored)) {
    entry.rule = static_cast<std::uint16_t>(settings.ignored.size() + *more);
    return true;
  }
  return false;
}

std::vector<Entry> survey(const Batch& batch, int rootfd, const Settings& settings,
                          const Gate& gate) {
  std::vector<Entry> entries;
  if (batch.only.empty()) {
    files::walk(
        rootfd,
        [&](const files::WalkEntry& found) {
          entries.push_back({.path = found.relative, .refusal = found.refusal});
        },
        settings.walk);
  } else {
    for (const std::filesystem::path& named : batch.only) {
      entries.push_back(bare_file(batch, rootfd, named));
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.path < b.path; });
    const auto same = [](const Entry& a, const Entry& b) { return a.path == b.path; };
    entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
  }
  const bool all_marked = gate.above_path(batch.name);
  for (Entry& entry : entries) entry.marked = all_marked || gate.above_path(entry.path);
  return entries;
}

void classify(std::vector<Entry>& entries, const Settings& settings,
              const std::vector<IgnoreRule>& more_ignored) {
  for (Entry& entry : entries) classify_one(entry, entries, settings, more_ignored);
}

}  // namespace guidang::receive
