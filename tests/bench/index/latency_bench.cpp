// SPDX-License-Identifier: GPL-3.0-or-later
//
// latency_bench TEXTS INDEX [RECORDS [ROUNDS]]
//
// Puts RECORDS records (100,000) together from the sentences of the .txt files below TEXTS, unless
// INDEX is there, and asks many queries of each kind. Prints a line for each kind: queries, hits of
// the middle one, milliseconds of the middle one (p50) and of the slowest hundredth (p99).

#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "index/analyser.h"
#include "index/card.h"
#include "index/generation.h"
#include "index/search.h"
#include "pipeline/failure.h"
#include "tests/bench/index/made_records.h"

namespace {

using namespace guidang::index;  // NOLINT: a program of its own
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void build(const guidang::bench::MadeRecords& made, std::size_t records,
           const std::filesystem::path& index) {
  const auto start = Clock::now();
  GenerationWriter writer(index, {.jobs = 2, .rebuild = true});
  for (std::size_t number = 0; number < records; ++number) writer.add(made.make(number));
  writer.commit();
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const double seconds = since(start);
  fmt::print("built {} records in {:.1f} s, {:.0f} a second, peak {} MB\n", records, seconds,
             static_cast<double>(records) / seconds, usage.ru_maxrss / 1024);
}

/// Words that a person may look for: pieces of what was indexed, by their number of ideographs.
std::vector<std::string> words(const guidang::bench::MadeRecords& made, std::size_t records,
                               std::size_t length, std::size_t count, bool title) {
  std::vector<std::string> found;
  for (std::size_t i = 0; found.size() < count && i < count * 50; ++i) {
    const IndexRecord record = made.make((i * 7919 + length) % records);
    const std::string& text = title ? record.title : record.pages.front();
    const std::vector<Token> tokens = tokens_of(text);
    if (tokens.size() < length + 1) continue;
    const std::size_t first = (i * 104'729) % (tokens.size() - length);
    const auto row = std::span(tokens).subspan(first, length);
    const bool whole = std::ranges::all_of(row, [&](const Token& token) {
      return token.kind == Token::Kind::ideograph && (token.joined || &token == row.data());
    });
    if (!whole) continue;
    std::string word;
    for (const Token& token : row) word += token.text;
    found.push_back(std::move(word));
  }
  return found;
}

struct Kind {
  std::string name{};
  std::vector<std::string> queries{};
  SearchOptions options{};
};

void report(const std::string& name, std::vector<double> times, std::vector<std::size_t> hits) {
  if (times.empty()) return;
  std::sort(times.begin(), times.end());
  std::sort(hits.begin(), hits.end());
  fmt::print("{:<34} {:>4} queries {:>7} hits {:>8.2f} ms p50 {:>8.2f} ms p99\n", name,
             times.size(), hits[hits.size() / 2], times[times.size() / 2] * 1000,
             times[(times.size() * 99) / 100] * 1000);
}

void time_kind(const Reader& reader, const Kind& kind) {
  const Reader* const readers[] = {&reader};
  std::vector<double> times;
  std::vector<std::size_t> hits;
  for (const std::string& text : kind.queries) {
    const auto parsed = parse_query(text);
    if (!std::holds_alternative<Query>(parsed)) continue;
    const auto start = Clock::now();
    const Results results = search(readers, std::get<Query>(parsed), kind.options);
    times.push_back(since(start));
    hits.push_back(results.loosened ? results.loose_total : results.total);
  }
  report(kind.name, std::move(times), std::move(hits));
}

std::vector<std::string> each(const std::vector<std::string>& words,
                              const std::function<std::string(const std::string&)>& make) {
  std::vector<std::string> queries;
  for (const std::string& word : words) queries.push_back(make(word));
  return queries;
}

void time_records(const Reader& reader, const guidang::bench::MadeRecords& made,
                  std::size_t records, std::size_t rounds) {
  const Reader* const readers[] = {&reader};
  const auto time = [&](const std::string& name, const auto& call) {
    std::vector<double> times;
    for (std::size_t i = 0; i < rounds; ++i) {
      const IndexRecord record = made.make((i * 7919) % records);
      const auto start = Clock::now();
      call(record);
      times.push_back(since(start));
    }
    report(name, std::move(times), {0});
  };
  time("record", [&](const IndexRecord& r) { (void)find_record(readers, 0, r.record); });
  time("neighbours", [&](const IndexRecord& r) { (void)neighbours(readers, 0, r.record); });
  time("similar", [&](const IndexRecord& r) { (void)similar(readers, 0, r.record); });
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) {
    fmt::print(stderr, "usage: latency_bench TEXTS INDEX [RECORDS [ROUNDS]]\n");
    return 2;
  }
  const std::size_t records = arguments.size() > 2 ? std::stoul(arguments[2]) : 100'000;
  const std::size_t rounds = arguments.size() > 3 ? std::stoul(arguments[3]) : 200;
  const guidang::bench::MadeRecords made(arguments[0]);
  if (!std::filesystem::exists(arguments[1])) build(made, records, arguments[1]);
  const Reader reader(arguments[1], std::vector{Access::open});
  fmt::print("{} records\n", reader.records());

  const SearchOptions ten{.limit = 10};
  SearchOptions counted = ten;
  for (const FacetInfo& facet : kFacets) counted.facets.push_back(facet.facet);
  SearchOptions deep = ten;
  deep.offset = 5000;
  SearchOptions newest = ten;
  newest.sort = Sort::newest;
  SearchOptions chosen = counted;
  chosen.choices = {{Facet::year, {"2020", "2021"}}, {Facet::doctype, {"通知"}}};

  const auto one = words(made, records, 1, rounds, false);
  const auto two = words(made, records, 2, rounds, false);
  const auto four = words(made, records, 4, rounds, false);
  const auto eight = words(made, records, 8, rounds, false);
  const auto titles = words(made, records, 4, rounds, true);
  const auto both = [&] {
    std::vector<std::string> queries;
    for (std::size_t i = 0; i < four.size(); ++i) queries.push_back(two[i] + " " + four[i]);
    return queries;
  }();
  const auto quoted = [](const std::string& word) { return '"' + word + '"'; };
  const auto titled = [](const std::string& word) { return "题名:" + word; };
  const auto absent = [](const std::string& word) { return '"' + word + "龘靐" + '"'; };
  const auto asked = [](const std::string& word) { return "请问" + word + "是什么时候开始的呢"; };
  const std::vector<Kind> kinds{
      {"one character", one, ten},
      {"two characters", two, ten},
      {"two characters, six facets", two, counted},
      {"two characters, facets, chosen", two, chosen},
      {"two characters, newest", two, newest},
      {"two characters, hits 5001-5010", two, deep},
      {"four characters", four, ten},
      {"four characters, six facets", four, counted},
      {"two words", both, ten},
      {"phrase of eight", each(eight, quoted), ten},
      {"phrase of eight, six facets", each(eight, quoted), counted},
      {"in titles", each(titles, titled), ten},
      {"question, loose", each(four, asked), ten},
      {"question, loose, six facets", each(four, asked), counted},
      {"zero hits", each(four, absent), counted},
      {"year, six facets", {"年度:2020", "年度:2001..2010", "年度:..2000"}, counted},
  };
  for (const Kind& kind : kinds) time_kind(reader, kind);
  time_records(reader, made, records, rounds);
  return 0;
} catch (const guidang::Failure& failure) {
  fmt::print(stderr, "{}\n", failure.what());
  return 3;
}
