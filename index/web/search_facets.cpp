// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/search_facets.h"

#include <algorithm>
#include <map>
#include <string>

namespace guidang::web {
namespace {

using index::Facet;

/// An office of a hundred thousand documents has thousands of creators; the others are found by
/// the query language.
constexpr std::size_t kMostValues = 60;

std::string href(const Context& context, SearchState state) {
  state.page = 1;
  return context.href("/search", state.parameters());
}

bool is_chosen(const SearchState& state, Facet facet, const std::string& value) {
  return std::any_of(state.choices.begin(), state.choices.end(), [&](const index::Choice& choice) {
    return choice.facet == facet &&
           std::find(choice.values.begin(), choice.values.end(), value) != choice.values.end();
  });
}

/// With the value when it was not chosen, without it when it was; facets stay in their order.
SearchState toggled(const SearchState& state, Facet facet, const std::string& value) {
  SearchState other = state;
  other.choices.clear();
  for (const index::FacetInfo& info : index::kFacets) {
    index::Choice choice{info.facet, {}};
    for (const index::Choice& known : state.choices) {
      if (known.facet == info.facet) choice.values = known.values;
    }
    if (info.facet == facet) {
      const auto found = std::find(choice.values.begin(), choice.values.end(), value);
      if (found == choice.values.end()) {
        choice.values.push_back(value);
      } else {
        choice.values.erase(found);
      }
    }
    if (!choice.values.empty()) other.choices.push_back(std::move(choice));
  }
  return other;
}

/// Names that are not what the value says: those of directions in both languages, of fonds.
void write_label(xml::Writer& model, const Context& context, Facet facet,
                 const std::string& value) {
  struct Direction {
    std::string_view value{};
    std::string_view zh{};
    std::string_view en{};
  };
  constexpr std::array kDirections{Direction{"received", "收文", "received"},
                                   Direction{"issued", "发文", "issued"},
                                   Direction{"internal", "内部", "internal"}};
  std::string label = value;
  if (facet == Facet::fonds) {
    for (const SiteHome& home : context.site.homes) {
      if (home.fonds == value) label = home.name;
    }
  }
  model.attribute("label", label);
  if (facet != Facet::direction) return;
  for (const Direction& direction : kDirections) {
    if (direction.value == value) {
      model.attribute("zh", direction.zh).attribute("en", direction.en);
    }
  }
}

struct Span {
  int first = 0;  ///< year
  int last = 0;
};

/// Years when they are few, else decades; those in which results lie.
std::vector<Span> spans_of(const std::vector<index::FacetCounts>& facets) {
  constexpr std::size_t kMostYears = 8;
  std::vector<int> years;
  for (const index::FacetCounts& counts : facets) {
    if (counts.facet != Facet::year) continue;
    for (const index::FacetValue& value : counts.values) {
      const bool digits = value.value.size() == 4 &&
                          value.value.find_first_not_of("0123456789") == std::string::npos;
      if (digits && value.count > 0) years.push_back(std::stoi(value.value));
    }
  }
  std::sort(years.rbegin(), years.rend());
  std::vector<Span> spans;
  if (years.size() <= kMostYears) {
    for (const int year : years) spans.push_back({year, year});
    return spans;
  }
  for (const int year : years) {
    const int decade = year / 10 * 10;
    if (spans.empty() || spans.back().first != decade) spans.push_back({decade, decade + 9});
  }
  return spans;
}

}  // namespace

std::vector<Facet> counted_facets(const SiteView& site) {
  std::vector<Facet> facets;
  for (const index::FacetInfo& info : index::kFacets) {
    if (info.facet != Facet::fonds || site.homes.size() > 1) facets.push_back(info.facet);
  }
  return facets;
}

void write_chosen(xml::Writer& model, const Context& context, const SearchState& state) {
  for (const index::Choice& choice : state.choices) {
    for (const std::string& value : choice.values) {
      model.open("chosen").attribute("facet", info_of(choice.facet).name);
      write_label(model, context, choice.facet, value);
      model.attribute("href", href(context, toggled(state, choice.facet, value))).close();
    }
  }
  SearchState other = state;
  other.from.clear();
  other.to.clear();
  if (!state.from.empty() || !state.to.empty()) {
    model.open("chosen")
        .attribute("facet", "dates")
        .attribute("label", state.from + " – " + state.to)
        .attribute("href", href(context, other))
        .close();
  }
  other.choices.clear();
  if (state.choices.size() + (state.from.empty() && state.to.empty() ? 0U : 1U) > 1 ||
      (state.choices.size() == 1 && state.choices.front().values.size() > 1)) {
    model.open("clear").attribute("href", href(context, other)).close();
  }
}

void write_facets(xml::Writer& model, const Context& context, const SearchState& state,
                  const std::vector<index::FacetCounts>& facets) {
  for (const index::FacetCounts& counts : facets) {
    const index::FacetInfo& info = info_of(counts.facet);
    std::vector<index::FacetValue> values = counts.values;
    if (values.size() > kMostValues) values.resize(kMostValues);
    // What was chosen can be taken away also where nothing is left of it.
    for (const index::Choice& choice : state.choices) {
      if (choice.facet != counts.facet) continue;
      for (const std::string& value : choice.values) {
        const bool listed = std::any_of(values.begin(), values.end(),
                                        [&](const auto& known) { return known.value == value; });
        if (!listed) values.push_back({.value = value, .count = 0, .chosen = true});
      }
    }
    if (values.empty()) continue;
    model.open("facet")
        .attribute("name", info.name)
        .attribute("zh", info.zh)
        .attribute("en", info.en)
        .attribute("exact", counts.exact ? "yes" : "no");
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::string& value = values[i].value;
      model.open("value").attribute("id", std::string(info.name) + "-" + std::to_string(i));
      write_label(model, context, counts.facet, value);
      model.attribute("count", std::to_string(values[i].count))
          .attribute("chosen", is_chosen(state, counts.facet, value) ? "yes" : "no")
          .attribute("href", href(context, toggled(state, counts.facet, value)))
          .close();
    }
    model.close();
  }
}

void write_dates(xml::Writer& model, const Context& context, const SearchState& state,
                 const std::vector<index::FacetCounts>& facets) {
  model.open("dates")
      .attribute("from", state.from)
      .attribute("to", state.to)
      .attribute("action", "/search");
  SearchState kept = state;
  kept.from.clear();
  kept.to.clear();
  kept.page = 1;
  Parameters parameters = kept.parameters();
  const std::string_view language = context.request.parameters.get("lang");
  if (language == "zh" || language == "en") parameters.set("lang", language);
  for (const Parameters::Item& item : parameters.items()) {
    model.open("keep").attribute("name", item.name).attribute("value", item.value).close();
  }
  const std::vector<Span> spans = spans_of(facets);
  for (const Span& span : spans) {
    if (spans.size() < 2) break;
    SearchState in = state;
    in.from = std::to_string(span.first) + "-01-01";
    in.to = std::to_string(span.last) + "-12-31";
    const bool current = in.from == state.from && in.to == state.to;
    const std::string label = span.first == span.last
                                  ? std::to_string(span.first)
                                  : std::to_string(span.first) + "–" + std::to_string(span.last);
    model.open("shortcut")
        .attribute("label", label)
        .attribute("current", current ? "yes" : "no")
        .attribute("href", href(context, current ? kept : in))
        .close();
  }
  model.close();
}

}  // namespace guidang::web
