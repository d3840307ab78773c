// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/search_state.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "pipeline/calendar/date.h"

namespace guidang::web {
namespace {

struct SortName {
  index::Sort sort = index::Sort::relevance;
  std::string_view name{};
};
constexpr std::array kSorts{
    SortName{index::Sort::relevance, "relevance"}, SortName{index::Sort::newest, "newest"},
    SortName{index::Sort::oldest, "oldest"}, SortName{index::Sort::code, "code"}};

constexpr std::size_t kLastPage = 100'000'000;

std::optional<std::size_t> number(std::string_view text, std::size_t most) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || value == 0) return std::nullopt;
  return std::min(value, most);
}

/// The day that a day, month or year begins or ends with.
std::optional<std::string> day(std::string_view text, bool last) {
  if (text.empty()) return std::string();
  if (text.size() == 4) return day(std::string(text) + (last ? "-12-31" : "-01-01"), last);
  if (text.size() == 7 && !last) return day(std::string(text) + "-01", last);
  if (text.size() == 7) {
    for (const char* const end : {"-31", "-30", "-29", "-28"}) {
      const std::string whole = std::string(text) + end;
      if (parse_iso(whole)) return whole;
    }
    return std::nullopt;
  }
  if (!parse_iso(text)) return std::nullopt;
  return std::string(text);
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1));
}

}  // namespace

std::string_view to_text(index::Sort sort) {
  return std::find_if(kSorts.begin(), kSorts.end(),
                      [&](const SortName& known) { return known.sort == sort; })
      ->name;
}

Parameters SearchState::parameters() const {
  Parameters out;
  out.set("q", q);
  for (const index::Choice& choice : choices) {
    for (const std::string& value : choice.values) out.add(info_of(choice.facet).name, value);
  }
  out.set("from", from).set("to", to);
  if (sort != index::Sort::relevance) out.set("sort", to_text(sort));
  if (words == Words::typed) out.set("words", "typed");
  if (words == Words::near) out.set("words", "near");
  if (page > 1) out.set("page", std::to_string(page));
  if (n != kHitsOfAPage) out.set("n", std::to_string(n));
  if (print) out.set("view", "print");
  return out;
}

index::SearchOptions SearchState::options() const {
  return {.limit = n, .offset = (page - 1) * n, .sort = sort, .choices = choices};
}

std::variant<SearchState, Refusal> read_search(const Parameters& parameters) {
  const Refusal refusal{400, "bad-parameter"};
  SearchState state{.q = trimmed(parameters.get("q"))};
  for (const index::FacetInfo& info : index::kFacets) {
    std::vector<std::string> values = parameters.all(info.name);
    if (!values.empty()) state.choices.push_back({info.facet, std::move(values)});
  }
  const auto from = day(parameters.get("from"), false);
  const auto to = day(parameters.get("to"), true);
  if (!from || !to) return Refusal{400, "bad-date"};
  state.from = *from;
  state.to = *to;

  const std::string_view words = parameters.get("words");
  if (words == "typed") state.words = Words::typed;
  if (words == "near") state.words = Words::near;
  const std::string_view sort = parameters.get("sort");
  if (!sort.empty()) {
    const auto* const known = std::find_if(kSorts.begin(), kSorts.end(),
                                           [&](const SortName& name) { return name.name == sort; });
    if (known == kSorts.end()) return refusal;
    state.sort = known->sort;
  }
  const std::string_view page = parameters.get("page");
  const std::string_view n = parameters.get("n");
  const auto page_number = page.empty() ? std::size_t{1} : number(page, kLastPage);
  const auto most =
      n.empty() ? SearchState::kHitsOfAPage : number(n, SearchState::kMostHitsOfAPage);
  if (!page_number || !most) return refusal;
  state.page = *page_number;
  state.n = *most;
  state.part = !page.empty() || !n.empty();
  state.print = parameters.get("view") == "print";
  return state;
}

std::variant<index::Asked, index::QueryError> ask(const SearchState& state,
                                                  const index::Vocabulary& vocabulary) {
  using index::QueryNode;
  index::Asked asked;
  asked.query.root.kind = QueryNode::Kind::all_of;
  if (!state.q.empty()) {
    auto read =
        index::ask(state.q, vocabulary,
                   {.synonyms = state.words != Words::typed, .near = state.words == Words::near});
    if (auto* error = std::get_if<index::QueryError>(&read)) return std::move(*error);
    asked = std::get<index::Asked>(std::move(read));
  }
  if (state.from.empty() && state.to.empty()) return asked;
  QueryNode days{.kind = QueryNode::Kind::dates, .first_day = state.from, .last_day = state.to};
  QueryNode both{.kind = QueryNode::Kind::all_of};
  both.children.push_back(std::move(asked.query.root));
  both.children.push_back(std::move(days));
  asked.query.root = std::move(both);
  return asked;
}

}  // namespace guidang::web
