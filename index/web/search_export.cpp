// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/search_export.h"

#include <memory>
#include <nlohmann/json.hpp>

#include "index/hit_rows.h"
#include "index/web/page.h"
#include "index/web/record_links.h"
#include "index/web/search_facets.h"
#include "index/web/search_state.h"
#include "index/web/texts.h"

namespace guidang::web {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// A stream outlives its request, so it takes along what it needs.
struct Export {
  std::shared_ptr<const index::Library::Loan> loan{};
  SearchState state{};
  index::Asked asked{};
  std::vector<index::Facet> facets{};
  bool staff = false;

  [[nodiscard]] index::SearchOptions options() const {
    index::SearchOptions options = state.options();
    options.facets = facets;
    return options;
  }
};

/// A stranger learns of the record, not how the office named its files.
index::Hit shown(index::Hit hit, const Export& job) {
  if (!job.staff) hit.path.clear();
  return hit;
}

Json hit_of(const index::Hit& hit, const Export& job) {
  Json json = index::hit_json(shown(hit, job));
  json["url"] = record_path(hit);
  return json;
}

Json heading(const Export& job, const index::Results& results) {
  Json widened = Json::array();
  for (const index::Widened& word : job.asked.widened) {
    widened.push_back({{"typed", word.typed}, {"also", word.also}});
  }
  return {{"format", index::kHitFormat},     {"query", job.state.q},
          {"widened", std::move(widened)},   {"total", results.total},
          {"loosened", results.loosened},    {"loose_total", results.loose_total},
          {"sort", to_text(job.state.sort)}, {"facets", index::facets_json(results.facets)}};
}

/// The heading's object, left open for its hits.
std::string opened(const Json& json) {
  std::string text = text_of(json);
  text.pop_back();
  return text + ",\"hits\":[";
}

Response query_error(const Context& context, const SearchState& state,
                     const index::QueryError& error) {
  const bool zh = context.request.language == Language::zh;
  const Json json{{"status", 400},
                  {"error", "bad-query"},
                  {"message", zh ? error.message_zh : error.message_en},
                  {"query", state.q},
                  {"offset", error.offset},
                  {"length", error.length},
                  {"hint", error.hint},
                  {"suggestion", error.suggestion}};
  return {.status = 400, .type = std::string(kJson), .body = text_of(json) + "\n"};
}

std::string one_page(const Export& job) {
  const index::Results results = index::search(job.loan->readers(), job.asked.query, job.options());
  std::string body = opened(heading(job, results));
  for (std::size_t i = 0; i < results.hits.size(); ++i) {
    body += (i == 0 ? "\n" : ",\n") + text_of(hit_of(results.hits[i], job));
  }
  return body + "\n]}\n";
}

void all_hits(const Export& job, const Sink& sink) {
  bool first = true;
  bool heard = true;
  index::for_each_hit(
      job.loan->readers(), job.asked.query, job.options(),
      [&](const index::Hit& hit) {
        heard = heard && sink((first ? "\n" : ",\n") + text_of(hit_of(hit, job)));
        first = false;
        return heard;
      },
      [&](const index::Results& results) { heard = sink(opened(heading(job, results))); });
  if (heard) sink("\n]}\n");
}

/// Reads what is asked for; gives the answer at once when it is refused.
std::variant<Export, Response> prepare(const Context& context) {
  auto read = read_search(context.request.parameters);
  if (const auto* refusal = std::get_if<Refusal>(&read)) return error_answer(context, *refusal);
  Export job{.loan = context.loan,
             .state = std::get<SearchState>(std::move(read)),
             .facets = counted_facets(context.site),
             .staff = context.request.visitor.staff};
  auto asked = ask(job.state, context.vocabulary());
  if (const auto* error = std::get_if<index::QueryError>(&asked)) {
    return query_error(context, job.state, *error);
  }
  job.asked = std::get<index::Asked>(std::move(asked));
  return job;
}

}  // namespace

Response search_json(const Context& context) {
  auto prepared = prepare(context);
  if (auto* response = std::get_if<Response>(&prepared)) return std::move(*response);
  Export& job = std::get<Export>(prepared);
  Response response{.type = std::string(kJson)};
  if (job.state.part) {
    response.body = one_page(job);
  } else {
    response.stream = [job = std::move(job)](const Sink& sink) { all_hits(job, sink); };
  }
  return response;
}

Response search_csv(const Context& context) {
  auto prepared = prepare(context);
  if (auto* response = std::get_if<Response>(&prepared)) return std::move(*response);
  Response response{.type = std::string(kCsv)};
  const std::string name(context.site.texts->get("export.name", context.request.language));
  const std::string& q = std::get<Export>(prepared).state.q;
  response.set("Content-Disposition", attachment(name + (q.empty() ? "" : "-" + q) + ".csv"));
  response.stream = [job = std::move(std::get<Export>(prepared))](const Sink& sink) {
    if (!sink(index::hit_csv_heading())) return;
    index::for_each_hit(
        job.loan->readers(), job.asked.query, job.options(),
        [&](const index::Hit& hit) { return sink(index::hit_csv_row(shown(hit, job))); });
  };
  return response;
}

}  // namespace guidang::web
