// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "pipeline/files/display_name.h"
#include "stages/package/bag_check.h"
#include "stages/package/bag_rows.h"

// The part of BagCheck that looks at files and the manifests' lines that mean them.
namespace guidang::bag {
namespace {

std::vector<std::string> cut(std::string_view payload) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  while (start <= payload.size()) {
    const std::size_t end = std::min(payload.find(kCut, start), payload.size());
    parts.emplace_back(payload.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

}  // namespace

/// All that is known under one key.
struct BagCheck::Group {
  struct Line {
    std::size_t manifest = 0;
    std::size_t number = 0;
    std::string digest{};
    std::string path{};
    std::string plain{};
  };
  std::vector<std::string> files{};
  std::vector<Line> lines{};
  std::string fetched{};  ///< its place in fetch.txt; "" when not there
  std::string fetched_path{};
};

void BagCheck::check_groups() {
  Group group;
  std::string key;
  const auto finish = [&] {
    if (!key.empty()) check_group(group);
    group = Group{};
  };
  rows_->for_each([&](const SortedRow& row) {
    if (row.key != key) {
      finish();
      key = row.key;
    }
    if (row.record.starts_with(kOnDisk)) {
      group.files.push_back(row.payload);
      return;
    }
    std::vector<std::string> parts = cut(row.payload);
    if (row.record.starts_with(kFetched)) {
      group.fetched = parts[0];
      group.fetched_path = parts[1];
      return;
    }
    group.lines.push_back({.manifest = std::stoul(row.record.substr(1, 6)),
                           .number = std::stoul(row.record.substr(7)),
                           .digest = std::move(parts[0]),
                           .path = std::move(parts[1]),
                           .plain = std::move(parts[2])});
  });
  finish();
}

void BagCheck::check_group(const Group& group) {
  const auto on_disk = [&](const std::string& path) {
    return std::find(group.files.begin(), group.files.end(), path) != group.files.end();
  };
  // By file on disk: the manifests' lines that mean it.
  std::map<std::string, std::vector<std::pair<std::size_t, std::string>>> wanted;
  for (const Group::Line& line : group.lines) {
    const std::string place =
        at_line(files::display_name(manifests_[line.manifest].name), line.number);
    std::string path = line.path;
    if (!on_disk(path) && !group.files.empty()) {
      path = group.files.front();
      problem(BagSeverity::warning, "BAG-301", place, files::display_name(path),
              files::display_name(line.path));
    }
    auto& lines = wanted[path];
    const auto twin = std::find_if(lines.begin(), lines.end(),
                                   [&](const auto& other) { return other.first == line.manifest; });
    if (twin != lines.end()) {
      const bool harmless = twin->second == line.digest && !declaration_.at_least_one();
      problem(harmless ? BagSeverity::warning : BagSeverity::error, "BAG-111", place,
              files::display_name(line.path));
      if (twin->second == line.digest) continue;
    }
    lines.emplace_back(line.manifest, line.digest);
  }
  if (!group.fetched.empty() && group.files.empty()) {
    problem(BagSeverity::error, "BAG-112", files::display_name(group.fetched_path), group.fetched);
  }
  if (!group.fetched.empty() && group.lines.empty()) {
    problem(BagSeverity::error, "BAG-106", files::display_name(group.fetched_path), group.fetched);
  }
  for (const auto& [path, lines] : wanted) {
    if (!on_disk(path)) {
      if (group.fetched.empty()) {
        problem(BagSeverity::error, "BAG-105", files::display_name(path),
                files::display_name(manifests_[lines.front().first].name));
      }
      continue;
    }
    check_file(path, lines);
  }
  for (const std::string& path : group.files) {
    if (!path.starts_with(kPayload)) continue;
    std::vector<bool> listed(manifests_.size(), false);
    if (const auto lines = wanted.find(path); lines != wanted.end()) {
      for (const auto& [manifest, digest] : lines->second) listed[manifest] = true;
    }
    check_listed(path, listed);
  }
}

void BagCheck::check_file(const std::string& path,
                          const std::vector<std::pair<std::size_t, std::string>>& wanted) {
  std::vector<files::Algorithm> algorithms;
  std::vector<const std::pair<std::size_t, std::string>*> lines;
  for (const auto& line : wanted) {
    if (!manifests_[line.first].known) continue;
    algorithms.push_back(*manifests_[line.first].known);
    lines.push_back(&line);
  }
  if (algorithms.empty()) return;
  const auto fd = open(path);
  if (!fd) return;
  files::MultiDigest digest(algorithms);
  digest.update_from(fd->get());
  const std::vector<std::string> found = digest.hex();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (found[i] == lines[i]->second) continue;
    problem(BagSeverity::error, "BAG-107", files::display_name(path),
            fmt::format("{} {}", files::kAlgorithmNames[static_cast<std::size_t>(algorithms[i])],
                        found[i]),
            lines[i]->second);
  }
}

void BagCheck::check_listed(const std::string& path, const std::vector<bool>& listed) {
  std::string missing;
  std::size_t count = 0;
  for (std::size_t i = 0; i < manifests_.size(); ++i) {
    if (manifests_[i].of_tags) continue;
    if (listed[i]) {
      ++count;
    } else if (missing.empty()) {
      missing = files::display_name(manifests_[i].name);
    }
  }
  // Before 1.0 one manifest was enough.
  const bool good = declaration_.at_least_one() ? count == payload_manifests_ : count > 0;
  if (!good) problem(BagSeverity::error, "BAG-106", files::display_name(path), {}, missing);
}

}  // namespace guidang::bag
