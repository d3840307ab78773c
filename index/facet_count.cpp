// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/facet_count.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "index/columns.h"
#include "index/schema.h"

namespace guidang::index {
namespace {

unsigned slot_of(Facet facet) {
  switch (facet) {
    case Facet::year:
      return slot::kYear;
    case Facet::fonds:
      return slot::kFonds;
    case Facet::doctype:
      return slot::kDoctype;
    case Facet::creator:
      return slot::kCreators;
    case Facet::retention:
      return slot::kRetention;
    case Facet::direction:
      break;
  }
  return slot::kDirection;
}

/// Calls `visit` with each value of a slot; once with "" when there is none.
void each_value(std::string_view all, const auto& visit) {
  for (;;) {
    const std::size_t end = all.find(kValueBreak);
    visit(all.substr(0, end));
    if (end == std::string_view::npos) return;
    all.remove_prefix(end + 1);
  }
}

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};
using CountOfValue = std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>>;

class Counts {
 public:
  void add(std::string_view value) {
    // Records beside each other often agree.
    if (last_ == nullptr || last_->first != value) {
      const auto known = counts_.find(value);
      last_ = known != counts_.end() ? &*known : &*counts_.emplace(value, 0).first;
    }
    ++last_->second;
  }
  [[nodiscard]] const CountOfValue& all() const { return counts_; }

 private:
  CountOfValue counts_{};
  CountOfValue::value_type* last_ = nullptr;
};

FacetCounts sorted(Facet facet, const CountOfValue& counts, const std::vector<Choice>& choices) {
  FacetCounts result;
  result.facet = facet;
  const auto chosen = [&](const std::string& value) {
    return std::any_of(choices.begin(), choices.end(), [&](const Choice& choice) {
      return choice.facet == facet &&
             std::find(choice.values.begin(), choice.values.end(), value) != choice.values.end();
    });
  };
  for (const auto& [value, count] : counts) result.values.push_back({value, count, chosen(value)});
  for (const Choice& choice : choices) {
    if (choice.facet != facet) continue;
    for (const std::string& value : choice.values) {
      const bool known = std::any_of(result.values.begin(), result.values.end(),
                                     [&](const FacetValue& v) { return v.value == value; });
      if (!known) result.values.push_back({value, 0, true});
    }
  }
  std::sort(result.values.begin(), result.values.end(),
            [&](const FacetValue& a, const FacetValue& b) {
              if (a.value.empty() != b.value.empty()) return b.value.empty();
              if (facet == Facet::year) return a.value > b.value;
              return a.count != b.count ? a.count > b.count : a.value < b.value;
            });
  return result;
}

/// For each match the choices that it fails, a bit a choice.
std::vector<std::uint32_t> failed_choices(const Joined& joined, const std::vector<Match>& matches,
                                          const std::vector<Choice>& choices) {
  std::vector<std::uint32_t> failed(matches.size(), 0);
  for (std::size_t c = 0; c < choices.size(); ++c) {
    const std::vector<std::string>& wanted = choices[c].values;
    Column column(joined, slot_of(choices[c].facet));
    for (std::size_t i = 0; i < matches.size(); ++i) {
      bool has = false;
      each_value(column.at(matches[i].place), [&](std::string_view value) {
        has = has || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
      });
      if (!has) failed[i] |= 1U << c;
    }
  }
  return failed;
}

}  // namespace

Narrowed narrow(const Joined& joined, std::vector<Match> matches,
                const std::vector<Choice>& choices, const std::vector<Facet>& facets) {
  Narrowed narrowed;
  const std::vector<std::uint32_t> failed = failed_choices(joined, matches, choices);
  for (const Facet facet : facets) {
    std::uint32_t own = 0;
    for (std::size_t c = 0; c < choices.size(); ++c) {
      if (choices[c].facet == facet) own |= 1U << c;
    }
    Counts counts;
    Column column(joined, slot_of(facet));
    for (std::size_t i = 0; i < matches.size(); ++i) {
      if ((failed[i] & ~own) != 0) continue;
      each_value(column.at(matches[i].place), [&](std::string_view value) { counts.add(value); });
    }
    narrowed.facets.push_back(sorted(facet, counts.all(), choices));
  }
  if (choices.empty()) {
    narrowed.matches = std::move(matches);
    return narrowed;
  }
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (failed[i] == 0) narrowed.matches.push_back(matches[i]);
  }
  return narrowed;
}

}  // namespace guidang::index
