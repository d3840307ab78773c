// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "pipeline/organs/names.h"
#include "pipeline/organs/table.h"

namespace guidang::organs {
namespace {

using Places = std::unordered_map<std::string_view, std::int32_t>;

std::int32_t resolve(const std::string& id, const Organ& organ, std::string_view key,
                     const Places& places, std::vector<Flaw>& flaws) {
  if (id.empty()) return kNone;
  if (const auto it = places.find(id); it != places.end()) return it->second;
  flaws.push_back({organ.place, "表中没有这个机构 / no such organ in the table",
                   fmt::format("{}=\"{}\" ({})", key, id, organ.id),
                   "另一机构的 id / the id of another organ",
                   "补上该机构,或改正编号 / add that organ, or correct the id"});
  return kNone;
}

/// Cuts each chain that comes back to itself, at its first organ by id.
void cut_loops(const Table& table, Ties& ties, std::vector<Flaw>& flaws) {
  enum class Mark : std::uint8_t { fresh, open, done };
  std::vector<Mark> marks(table.organs.size(), Mark::fresh);
  for (std::size_t start = 0; start < marks.size(); ++start) {
    std::vector<std::size_t> chain;
    auto at = static_cast<std::int32_t>(start);
    while (at != kNone && marks[static_cast<std::size_t>(at)] == Mark::fresh) {
      const auto here = static_cast<std::size_t>(at);
      marks[here] = Mark::open;
      chain.push_back(here);
      at = ties.up[here];
    }
    if (at != kNone && marks[static_cast<std::size_t>(at)] == Mark::open) {
      const auto first = static_cast<std::size_t>(at);
      std::string loop;
      std::size_t i = 0;
      while (chain[i] != first) ++i;
      for (; i < chain.size(); ++i) loop += table.organs[chain[i]].id + " → ";
      flaws.push_back({table.organs[first].place, "隶属成环 / a loop of parents",
                       loop + table.organs[first].id, "到顶的隶属链 / a chain that ends at the top",
                       "改正其中一个 parent / correct one parent"});
      const std::size_t last = chain.back();
      ties.up[last] = ties.parent[last] = ties.office[last] = kNone;
    }
    for (const std::size_t done : chain) marks[done] = Mark::done;
  }
}

constexpr std::int32_t kState = 0;
constexpr std::size_t kMostSteps = 16;  // of areas or organs above one another

class AreaFinder {
 public:
  AreaFinder(const Table& table, const Ties& ties) : table_(table), ties_(ties) {}

  Areas find() {
    const std::size_t count = table_.organs.size();
    areas_.of.assign(count, kNone);
    areas_.body.assign(count, false);
    areas_.parent.push_back(kNone);
    for (std::size_t i = 0; i < count; ++i) from_own_name(i);
    for (std::size_t i = 0; i < count; ++i) {
      if (areas_.of[i] == kNone && ties_.office[i] == kNone) {
        areas_.of[i] = within(table_.organs[i].names.back().text);
      }
    }
    for (std::size_t i = 0; i < count; ++i) from_above(i);
    for (std::size_t i = 0; i < count; ++i) place_area(i);
    return std::move(areas_);
  }

 private:
  std::int32_t number_of(std::string_view area) {
    const auto [it, fresh] =
        numbers_.emplace(key_of(area), static_cast<std::int32_t>(areas_.parent.size()));
    if (fresh) areas_.parent.push_back(kNone);
    return it->second;
  }

  void from_own_name(std::size_t i) {
    const Organ& organ = table_.organs[i];
    const std::string_view named = area_of_name(organ.names.back().text);
    const bool top = organ.level == Level::centre && ties_.up[i] == kNone;
    areas_.body[i] = !named.empty() || top;
    if (organ.level == Level::centre) {
      areas_.of[i] = kState;
    } else if (!organ.area.empty()) {
      areas_.of[i] = number_of(organ.area);
    } else if (!named.empty()) {
      areas_.of[i] = number_of(named);
    }
  }

  /// The longest known area that stands in a name: 国家税务总局云溪县税务局 is of 云溪县.
  [[nodiscard]] std::int32_t within(std::string_view name) const {
    const std::string key = key_of(name);
    std::int32_t best = kNone;
    std::size_t best_size = 0;
    constexpr std::size_t kHan = 3;
    constexpr std::size_t kLongestArea = 36;
    for (std::size_t start = 0; start < key.size(); ++start) {
      if ((static_cast<unsigned char>(key[start]) & 0xC0U) == 0x80U) continue;
      const std::size_t most = std::min(kLongestArea, key.size() - start);
      for (std::size_t size = 2 * kHan; size <= most; size += kHan) {
        if (size <= best_size) continue;
        const auto it = numbers_.find(key.substr(start, size));
        if (it == numbers_.end()) continue;
        best = it->second;
        best_size = size;
      }
    }
    return best;
  }

  void from_above(std::size_t i) {
    std::size_t at = i;
    for (std::size_t step = 0; step < kMostSteps && areas_.of[at] == kNone; ++step) {
      const std::int32_t above = ties_.office[at] != kNone ? ties_.office[at] : ties_.up[at];
      if (above == kNone) return;
      at = static_cast<std::size_t>(above);
    }
    areas_.of[i] = areas_.of[at];
  }

  /// An area lies in that of the first organ above that has another one.
  void place_area(std::size_t i) {
    if (!areas_.body[i] || areas_.of[i] <= kState) return;
    std::int32_t& parent = areas_.parent[static_cast<std::size_t>(areas_.of[i])];
    if (parent != kNone) return;
    std::int32_t at = ties_.up[i];
    for (std::size_t step = 0; step < kMostSteps && at != kNone; ++step) {
      const std::int32_t area = areas_.of[static_cast<std::size_t>(at)];
      if (area != kNone && area != areas_.of[i]) {
        parent = area;
        return;
      }
      at = ties_.up[static_cast<std::size_t>(at)];
    }
  }

  const Table& table_;
  const Ties& ties_;
  Areas areas_{};
  std::unordered_map<std::string, std::int32_t> numbers_{};
};

}  // namespace

Ties tie_up(const Table& table, std::vector<Flaw>& flaws) {
  Places places;
  for (std::size_t i = 0; i < table.organs.size(); ++i) {
    places.emplace(table.organs[i].id, static_cast<std::int32_t>(i));
  }
  Ties ties;
  for (const Organ& organ : table.organs) {
    ties.parent.push_back(resolve(organ.parent, organ, "parent", places, flaws));
    ties.office.push_back(resolve(organ.office_of, organ, "office-of", places, flaws));
    ties.up.push_back(ties.parent.back() != kNone ? ties.parent.back() : ties.office.back());
  }
  for (std::size_t i = 0; i < table.organs.size(); ++i) {
    const std::int32_t office = ties.office[i];
    if (office == kNone || ties.office[static_cast<std::size_t>(office)] == kNone) continue;
    const Organ& organ = table.organs[i];
    flaws.push_back({organ.place, "办公厅(室)的办公厅(室) / the office of an office",
                     fmt::format("office-of=\"{}\"", organ.office_of),
                     "本身不是办公厅(室)的机构 / an organ that is no office itself",
                     "改正 office-of / correct office-of"});
    ties.office[i] = kNone;
  }
  cut_loops(table, ties, flaws);
  return ties;
}

Areas find_areas(const Table& table, const Ties& ties) { return AreaFinder(table, ties).find(); }

}  // namespace guidang::organs
