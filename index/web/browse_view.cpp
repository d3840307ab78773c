// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/browse_view.h"

#include <algorithm>
#include <map>

#include "index/web/list_facts.h"

namespace guidang::web {
namespace {

const index::Query& every_record() {
  static const index::Query all{.root = {.kind = index::QueryNode::Kind::all_of}};
  return all;
}

/// The readers of one fonds and which homes they are of.
struct FondsReaders {
  std::vector<const index::Reader*> readers{};
  std::vector<std::size_t> homes{};
};

FondsReaders readers_of(const Context& context, std::string_view fonds) {
  FondsReaders some;
  for (std::size_t home = 0; home < context.site.homes.size(); ++home) {
    if (context.site.homes[home].fonds != fonds) continue;
    some.readers.push_back(context.readers()[home]);
    some.homes.push_back(home);
  }
  return some;
}

Shelf shelf_of(const Context& context, std::string_view fonds, const FondsReaders& some) {
  const index::Results results = index::search(
      some.readers, every_record(), {.limit = 0, .facets = {index::Facet::year}, .loosen = false});
  Shelf shelf{.fonds = std::string(fonds),
              .name = context.site.homes.at(some.homes.front()).name,
              .count = results.total};
  for (const index::FacetValue& year : results.facets.front().values) {
    shelf.years.push_back({year.value, year.count});
  }
  std::sort(shelf.years.begin(), shelf.years.end(), [](const Count& a, const Count& b) {
    return a.value.empty() != b.value.empty() ? b.value.empty() : a.value < b.value;
  });
  return shelf;
}

index::SearchOptions options_of(const ListAsked& asked) {
  index::SearchOptions options;
  options.sort = index::Sort::code;
  options.loosen = false;
  options.choices.push_back({index::Facet::year, {asked.year}});
  if (asked.retention) options.choices.push_back({index::Facet::retention, {*asked.retention}});
  return options;
}

/// Volumes are few beside their items, so one walk through the year finds them.
void put_volumes(const Context& context, const FondsReaders& some, const ListAsked& asked,
                 YearList& list) {
  ListAsked whole = asked;
  whole.retention.reset();
  std::map<std::string, std::size_t> places;
  std::vector<index::Hit> firsts;
  const auto visit = [&](const index::Hit& hit) {
    if (hit.volume.empty()) {
      ++list.outside_volumes;
      return true;
    }
    const auto [place, is_new] = places.try_emplace(hit.volume, list.volumes.size());
    if (is_new) {
      list.volumes.push_back({.code = hit.volume});
      firsts.push_back(hit);
    }
    ++list.volumes[place->second].count;
    return true;
  };
  index::for_each_hit(some.readers, every_record(), options_of(whole), visit);
  if (!context.request.visitor.staff) return;
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    firsts[i].home = some.homes.at(firsts[i].home);
  }
  const std::vector<ListFacts> facts = list_facts(context, firsts);
  for (std::size_t i = 0; i < firsts.size(); ++i) list.volumes[i].title = facts[i].volume_title;
}

/// The items of one volume, or those of none.
std::vector<index::Hit> hits_of_volume(const FondsReaders& some, const ListAsked& asked) {
  std::vector<index::Hit> hits;
  index::Query query = every_record();
  if (!asked.volume->empty()) {
    query.root.children.push_back(
        {.field = index::Field::volume, .text = *asked.volume, .quoted = true});
  }
  index::for_each_hit(some.readers, query, options_of(asked), [&](const index::Hit& hit) {
    if (hit.volume == *asked.volume) hits.push_back(hit);
    return true;
  });
  return hits;
}

/// Makes `list.page` one that exists; the first row's number.
std::size_t turn_to(std::size_t page, std::size_t per_page, YearList& list) {
  list.pages = std::max<std::size_t>((list.total + per_page - 1) / per_page, 1);
  list.page = std::clamp<std::size_t>(page, 1, list.pages);
  return (list.page - 1) * per_page;
}

}  // namespace

std::vector<Shelf> read_shelves(const Context& context) {
  std::vector<Shelf> shelves;
  for (const SiteHome& home : context.site.homes) {
    const bool known = std::any_of(shelves.begin(), shelves.end(),
                                   [&](const Shelf& shelf) { return shelf.fonds == home.fonds; });
    if (!known) shelves.push_back(shelf_of(context, home.fonds, readers_of(context, home.fonds)));
  }
  return shelves;
}

std::optional<Shelf> read_shelf(const Context& context, std::string_view fonds) {
  const FondsReaders some = readers_of(context, fonds);
  if (some.readers.empty()) return std::nullopt;
  return shelf_of(context, fonds, some);
}

YearList read_year(const Context& context, const ListAsked& asked) {
  const FondsReaders some = readers_of(context, asked.fonds);
  YearList list;
  if (some.readers.empty()) return list;
  std::vector<index::Hit> hits;
  if (asked.volume) {
    hits = hits_of_volume(some, asked);
    list.total = hits.size();
    const std::size_t first = turn_to(asked.page, asked.per_page, list);
    hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(first));
    if (hits.size() > asked.per_page) hits.resize(asked.per_page);
  } else {
    index::SearchOptions options = options_of(asked);
    options.limit = 0;
    options.facets = {index::Facet::retention};
    const index::Results counted = index::search(some.readers, every_record(), options);
    list.total = counted.total;
    for (const index::FacetValue& value : counted.facets.front().values) {
      if (value.count > 0) list.retentions.push_back({value.value, value.count});
    }
    options.facets.clear();
    options.offset = turn_to(asked.page, asked.per_page, list);
    options.limit = asked.per_page;
    hits = index::search(some.readers, every_record(), options).hits;
    put_volumes(context, some, asked, list);
  }
  for (index::Hit& hit : hits) hit.home = some.homes.at(hit.home);
  const std::vector<ListFacts> facts = list_facts(context, hits);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    list.rows.push_back({std::move(hits[i]), facts[i].pages});
  }
  return list;
}

}  // namespace guidang::web
