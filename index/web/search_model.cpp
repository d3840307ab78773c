// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/search_model.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "index/hit_rows.h"
#include "index/web/page.h"
#include "index/web/record_links.h"
#include "index/web/search_facets.h"

namespace guidang::web {
namespace {

std::string_view yes_no(bool value) { return value ? "yes" : "no"; }

std::string href(const Context& context, const SearchState& state) {
  return context.href("/search", state.parameters());
}

/// Whether a page of the pager is worth a link: the first, the last, and those around.
bool is_listed(std::size_t page, std::size_t current, std::size_t last) {
  constexpr std::size_t kAround = 2;
  return page == 1 || page == last || (page + kAround >= current && page <= current + kAround);
}

void write_pages(xml::Writer& model, const Context& context, SearchState state, std::size_t total) {
  const std::size_t last = (total + state.n - 1) / state.n;
  if (last < 2) return;
  const std::size_t current = std::min(state.page, last);
  const auto page_href = [&](std::size_t page) {
    state.page = page;
    return href(context, state);
  };
  model.open("pages").attribute("current", std::to_string(current));
  if (current > 1) model.open("previous").attribute("href", page_href(current - 1)).close();
  std::set<std::size_t> listed{1, last};
  for (std::size_t page = current > 2 ? current - 2 : 1; page <= std::min(current + 2, last);
       ++page) {
    if (is_listed(page, current, last)) listed.insert(page);
  }
  std::size_t before = 0;
  for (const std::size_t page : listed) {
    if (page != before + 1) model.open("gap").close();
    model.open("page")
        .attribute("n", std::to_string(page))
        .attribute("href", page_href(page))
        .attribute("current", yes_no(page == current))
        .close();
    before = page;
  }
  if (current < last) model.open("next").attribute("href", page_href(current + 1)).close();
  model.close();
}

void write_formats(xml::Writer& model, const Context& context, SearchState state) {
  const auto format = [&](std::string_view id, const std::string& to) {
    model.open("format").attribute("id", id).attribute("href", to).close();
  };
  SearchState print = state;
  print.print = true;
  state.page = 1;
  state.n = SearchState::kHitsOfAPage;
  format("csv", context.href("/search.csv", state.parameters()));
  format("json", context.href("/search.json", state.parameters()));
  format("print", href(context, print));
}

void write_sorts(xml::Writer& model, const Context& context, SearchState state) {
  const index::Sort current = state.sort;
  state.page = 1;
  for (const index::Sort sort :
       {index::Sort::relevance, index::Sort::newest, index::Sort::oldest, index::Sort::code}) {
    state.sort = sort;
    model.open("sort")
        .attribute("id", to_text(sort))
        .attribute("href", href(context, state))
        .attribute("current", yes_no(sort == current))
        .close();
  }
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : "、") + word;
  return text;
}

void write_words(xml::Writer& model, const Context& context, SearchState state,
                 const SearchAnswer& answer) {
  state.page = 1;
  const auto link = [&](std::string_view name, Words words) {
    state.words = words;
    model.open(name).attribute("href", href(context, state)).close();
  };
  const Words current = state.words;
  for (const index::Widened& widened : answer.asked.widened) {
    model.open("widened")
        .attribute("word", widened.typed)
        .attribute("as", joined(widened.also))
        .close();
  }
  if (!answer.asked.widened.empty()) link("strict", Words::typed);
  if (current == Words::typed) link("widen", Words::widened);
  if (current == Words::near || !answer.results.hits.empty()) return;
  for (const index::Widened& near : answer.asked.near) {
    state.words = Words::near;
    model.open("near")
        .attribute("word", near.typed)
        .attribute("as", joined(near.also))
        .attribute("href", href(context, state))
        .close();
  }
}

void write_suggestions(xml::Writer& model, const Context& context, SearchState state,
                       const std::vector<index::Suggestion>& suggestions) {
  state.page = 1;
  for (const index::Suggestion& suggestion : suggestions) {
    state.q = suggestion.text;
    model.open("correction")
        .attribute("q", suggestion.text)
        .attribute("count", std::to_string(suggestion.count));
    if (!suggestion.example.empty()) model.attribute("example", suggestion.example);
    model.attribute("href", href(context, state)).close();
  }
}

void unchoose(SearchState& state, std::optional<index::Facet> facet) {
  std::erase_if(state.choices,
                [&](const index::Choice& choice) { return !facet || choice.facet == *facet; });
}

void write_advice(xml::Writer& model, const Context& context, SearchState state,
                  const std::vector<index::Advice>& list) {
  state.page = 1;
  for (const index::Advice& advice : list) {
    model.open("advice").attribute("kind", to_text(advice.kind)).attribute("part", advice.part);
    if (advice.kind != index::Advice::Kind::absent) {
      SearchState other = state;
      other.q = advice.query;
      if (advice.kind == index::Advice::Kind::unchoose) unchoose(other, advice.facet);
      model.attribute("q", advice.query)
          .attribute("count", std::to_string(advice.count))
          .attribute("href", href(context, other));
    }
    model.close();
  }
}

void write_field(xml::Writer& model, std::string_view name, std::string_view text,
                 const std::vector<index::ByteRange>& marks) {
  if (text.empty()) return;
  model.open(name);
  write_marked(model, text, marks);
  model.close();
}

}  // namespace

void write_hit(xml::Writer& model, const Context& context, const index::Hit& hit,
               std::string_view q) {
  model.open("hit").attribute("href", record_href(context, hit, q));
  const auto attribute = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) model.attribute(name, value);
  };
  attribute("number", hit.document_number);
  attribute("date", hit.date);
  attribute("year", hit.year);
  attribute("doctype", hit.doctype);
  attribute("retention", hit.retention);
  attribute("volume", hit.volume);
  if (context.site.homes.size() > 1) {
    attribute("fonds", hit.fonds);
    attribute("fonds-name", context.site.homes.at(hit.home).name);
  }
  model.attribute("provisional", yes_no(hit.provisional)).attribute("loose", yes_no(hit.loose));
  model.open("title");
  write_marked(model, hit.title, hit.title_marks);
  model.close();
  write_field(model, "code", hit.code, hit.code_marks);
  write_field(model, "docnumber", hit.document_number, hit.number_marks);
  write_field(model, "creator", hit.creator, hit.creator_marks);
  if (!hit.snippet.text.empty()) {
    model.open("snippet");
    if (hit.snippet.page > 0) model.attribute("page", std::to_string(hit.snippet.page));
    model.attribute("before", yes_no(hit.snippet.more_before))
        .attribute("after", yes_no(hit.snippet.more_after));
    write_marked(model, hit.snippet.text, hit.snippet.marks);
    model.close();
  }
  for (const index::FieldMatch& match : hit.elsewhere) {
    const index::FieldName name = index::name_of(match.field);
    model.open("also").attribute("zh", name.zh).attribute("en", name.en);
    write_marked(model, match.text, match.marks);
    model.close();
  }
  model.close();
}

void write_answer(xml::Writer& model, const Context& context, const SearchState& state,
                  const SearchAnswer& answer) {
  const index::Results& results = answer.results;
  const std::size_t found = results.loosened ? results.loose_total : results.total;
  model.attribute("total", std::to_string(results.total))
      .attribute("loosened", yes_no(results.loosened))
      .attribute("loose", std::to_string(results.loose_total))
      .attribute("first", std::to_string((state.page - 1) * state.n + 1))
      .attribute("n", std::to_string(state.n));
  write_chosen(model, context, state);
  write_facets(model, context, state, results.facets);
  write_dates(model, context, state, results.facets);
  write_sorts(model, context, state);
  write_words(model, context, state, answer);
  if (results.hits.empty()) {
    write_suggestions(model, context, state, answer.suggestions);
    write_advice(model, context, state, answer.advice);
  }
  for (const index::Hit& hit : results.hits) write_hit(model, context, hit, state.q);
  write_pages(model, context, state, found);
  if (found > 0) write_formats(model, context, state);
}

void write_problem(xml::Writer& model, const Context& context, const SearchState& state,
                   const index::QueryError& error) {
  const std::string_view q = state.q;
  // Bytes to whole characters: what cannot be cut there is cut before.
  const auto boundary = [&](std::size_t at) {
    at = std::min(at, q.size());
    while (at > 0 && at < q.size() && (static_cast<unsigned char>(q[at]) & 0xC0U) == 0x80U) --at;
    return at;
  };
  const std::size_t begin = boundary(error.offset);
  const std::size_t end = boundary(std::max(error.offset + error.length, begin));
  const bool zh = context.request.language == Language::zh;
  model.open("problem");
  model.element("before", q.substr(0, begin))
      .element("wrong", q.substr(begin, end - begin))
      .element("after", q.substr(end))
      .element("message", zh ? error.message_zh : error.message_en);
  if (!error.hint.empty()) model.element("hint", error.hint);
  if (!error.suggestion.empty()) {
    SearchState other = state;
    other.q = error.suggestion;
    model.open("suggestion")
        .attribute("q", error.suggestion)
        .attribute("href", href(context, other))
        .close();
  }
  model.close();
}

}  // namespace guidang::web
