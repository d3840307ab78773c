// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/home/quarantine.h"

#include <map>
#include <set>
#include <utility>

#include "pipeline/files/object_store.h"
#include "pipeline/intake.h"

namespace guidang {
namespace {

constexpr int kComponent = static_cast<int>(FileState::component);
constexpr int kMetadata = static_cast<int>(FileState::metadata);  // an archive that was opened
constexpr int kQuarantined = static_cast<int>(FileState::quarantined);

std::set<std::string> digests_waiting(Register& registry) {
  std::set<std::string> digests;
  sqlite::Statement rows =
      registry.database().prepare("SELECT DISTINCT digest FROM file WHERE state = ?1");
  rows.bind(kQuarantined);
  while (rows.step()) digests.emplace(rows.text(0));
  return digests;
}

}  // namespace

std::vector<Quarantined> quarantined(Register& registry) {
  std::multimap<std::pair<std::string, std::string>, Quarantined> waiting;
  sqlite::Statement rows = registry.database().prepare(
      "SELECT batch, path, digest, code FROM file WHERE state = ?1 ORDER BY batch, path, digest");
  rows.bind(kQuarantined);
  while (rows.step()) {
    Quarantined one{.batch = std::string(rows.text(0)),
                    .path = std::string(rows.text(1)),
                    .digest = std::string(rows.text(2)),
                    .code = std::string(rows.text(3))};
    const std::pair place{one.batch, one.path};
    waiting.emplace(place, std::move(one));
  }
  if (waiting.empty()) return {};
  sqlite::Statement received =
      registry.database().prepare("SELECT batch, path FROM file WHERE state = ?1 OR state = ?2");
  received.bind(kComponent, kMetadata);
  while (received.step()) {
    waiting.erase({std::string(received.text(0)), std::string(received.text(1))});
  }
  std::vector<Quarantined> list;
  for (auto& [place, one] : waiting) list.push_back(std::move(one));
  return list;
}

files::Fd open_quarantined(const std::filesystem::path& folder, const std::string& digest) {
  const files::ObjectStore store(folder / "objects");
  return digest.size() == 64 && store.has(digest) ? store.open(digest) : files::Fd{};
}

std::size_t clear_quarantine(const std::filesystem::path& folder, Register& registry) {
  const std::filesystem::path objects = folder / "objects";
  if (!std::filesystem::exists(objects)) return 0;
  const std::set<std::string> waiting = digests_waiting(registry);
  const files::ObjectStore store(objects);
  std::vector<std::string> settled;
  store.for_each([&](const std::string& digest, std::uint64_t) {
    if (!waiting.contains(digest)) settled.push_back(digest);
  });
  for (const std::string& digest : settled) {
    // The reason goes first: what a kill leaves then is found again by its bytes.
    std::filesystem::remove(folder / (digest.substr(0, 16) + ".txt"));
    std::filesystem::remove(store.path_of(digest));
  }
  return settled.size();
}

}  // namespace guidang
