// SPDX-License-Identifier: GPL-3.0-or-later
// retention_bench REGISTRY.tsv [--profile ID] [--own NAME] [--codes A,B] [--seed N --draw N --to
// FILE]
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "pipeline/files/csv.h"
#include "pipeline/files/data_root.h"
#include "pipeline/text/document_type.h"
#include "pipeline/text/fold.h"
#include "stages/appraise/appraise.h"
#include "tests/bench/fields/truth.h"

namespace {

using guidang::Appraisal;
using guidang::Appraise;
using guidang::Description;
using guidang::Direction;
using guidang::Findings;
using guidang::Origin;
using guidang::View;

struct Options {
  std::string registry{};
  std::string profile = "provincial-office";
  std::string own = "河南省人民政府办公厅";
  std::vector<std::string> codes{"豫政", "省政府令", "豫发", "豫文"};
  std::vector<std::string> names{"河南省人民政府"};
  std::string to{};
  std::uint64_t seed = 1;
  std::size_t draw = 0;
};

struct Decided {
  std::string url{}, title{}, number{}, rule{}, period{}, clause{};
};

/// The same numbers everywhere: standard distributions differ from library to library.
std::uint64_t next(std::uint64_t& state) {
  constexpr std::uint64_t kFactor = 6364136223846793005U;
  constexpr std::uint64_t kStep = 1442695040888963407U;
  state = state * kFactor + kStep;
  constexpr int kLowBits = 33;
  return state >> kLowBits;
}

/// The office's own papers: by the code of their number, or by the organ that the title begins
/// with. Of all others the catalogue does not say which way they went.
Direction direction_of(const Options& options, const std::string& number,
                       const std::string& title) {
  const auto begins = [](const std::string& text) {
    return [&text](const std::string& each) { return text.starts_with(each); };
  };
  const bool own = std::any_of(options.codes.begin(), options.codes.end(), begins(number)) ||
                   std::any_of(options.names.begin(), options.names.end(), begins(title));
  return own ? Direction::issued : Direction::unknown;
}

View item_of(const std::string& title, const std::string& date, Direction direction,
             const std::string& creator) {
  View document{"d1", {}};
  document.put(Origin{.direction = direction});
  Description description;
  const auto set = [&](const char* name, std::string_view value) {
    if (!value.empty()) description.fields[name] = {.values = {std::string{value}}};
  };
  set("title", title);
  set("date", date);
  set("creator", creator);
  if (const auto type = guidang::text::document_type_of_title(title)) {
    set("doctype", guidang::text::info(type->type).name);
  }
  document.put(std::move(description));
  View item{"i1", {}};
  item.put(guidang::Item{.main = "d1", .parts = {{.document = "d1"}}});
  item.put(std::vector<View>{document});
  return item;
}

/// Each row in proportion, at least `kLeast` of it or all; within a row without order.
std::vector<Decided> draw(const std::map<std::string, std::vector<Decided>>& by_rule,
                          const Options& options) {
  constexpr std::size_t kLeast = 3;
  std::size_t all = 0;
  for (const auto& [rule, list] : by_rule) all += list.size();
  std::uint64_t state = options.seed;
  std::map<std::string, std::vector<Decided>> shuffled = by_rule;
  std::vector<Decided> drawn;
  std::vector<Decided> rest;
  for (auto& [rule, list] : shuffled) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[next(state) % i]);
    const std::size_t share = options.draw * list.size() / std::max<std::size_t>(all, 1);
    const std::size_t wanted = std::min(list.size(), std::max(kLeast, share));
    for (std::size_t i = 0; i < list.size(); ++i) {
      (i < wanted ? drawn : rest).push_back(list[i]);
    }
  }
  for (std::size_t i = rest.size(); i > 1; --i) std::swap(rest[i - 1], rest[next(state) % i]);
  for (const Decided& each : rest) {
    if (drawn.size() >= options.draw) break;
    drawn.push_back(each);
  }
  for (std::size_t i = drawn.size(); i > 1; --i) std::swap(drawn[i - 1], drawn[next(state) % i]);
  if (drawn.size() > options.draw) drawn.resize(options.draw);
  std::sort(drawn.begin(), drawn.end(),
            [](const Decided& a, const Decided& b) { return a.url < b.url; });
  return drawn;
}

void measure(const Options& options) {
  const auto profile = guidang::Profile::load(guidang::files::data_root(), options.profile);
  const Appraise stage(profile, guidang::organs::load(profile, {.own_name = options.own}));
  std::map<std::string, std::vector<Decided>> by_rule;
  std::map<std::string, std::size_t> asked;
  std::map<std::string, std::size_t> suggested;
  std::map<std::string, std::size_t> held;
  std::size_t rows = 0;
  for (bench::Row& row : bench::read_tsv(options.registry)) {
    ++rows;
    const std::string title = guidang::text::fold(row["title"]);
    const std::string number = guidang::text::fold(row["docnum_raw"]);
    const Direction direction = direction_of(options, number, title);
    const View item = item_of(row["title"], row["issued"], direction, options.own);
    Findings findings;
    const auto appraisal = std::get<Appraisal>(*stage.run(item, findings));
    if (!appraisal.rule.empty()) {
      by_rule[appraisal.rule].push_back(
          {row["url"], row["title"], row["docnum_raw"], appraisal.rule,
           appraisal.filed ? appraisal.period : "不归档", appraisal.citation});
    } else if (!appraisal.asks.empty()) {
      ++asked[appraisal.suggestion];
    } else if (!appraisal.suggestion.empty()) {
      ++suggested[appraisal.suggestion];
    } else {
      ++held[findings.empty() ? "" : findings.list().front().found];
    }
  }
  const auto sum = [](const auto& map) {
    return std::accumulate(map.begin(), map.end(), std::size_t{0},
                           [](std::size_t n, const auto& each) { return n + each.second; });
  };
  std::size_t decided = 0;
  for (const auto& [rule, list] : by_rule) decided += list.size();
  fmt::print("{:>6}  rows\n{:>6}  decided\n", rows, decided);
  for (const auto& [rule, list] : by_rule) {
    fmt::print("{:>6}    {} {} {}\n", list.size(), rule, list.front().period, list.front().clause);
  }
  fmt::print("{:>6}  asked, with a suggestion for each answer\n", sum(asked));
  for (const auto& [text, count] : asked) fmt::print("{:>6}    {}\n", count, text);
  fmt::print("{:>6}  待鉴定, the national table suggests\n", sum(suggested));
  for (const auto& [text, count] : suggested) fmt::print("{:>6}    {}\n", count, text);
  fmt::print("{:>6}  待鉴定 without a suggestion\n", sum(held));
  for (const auto& [text, count] : held) fmt::print("{:>6}    {}\n", count, text);
  if (options.to.empty()) return;
  std::string csv;
  guidang::files::write_csv_row(csv,
                                {"url", "title", "row", "period", "clause", "judgement", "why"});
  for (const Decided& each : draw(by_rule, options)) {
    guidang::files::write_csv_row(
        csv, {each.url, each.title, each.rule, each.period, each.clause, "", ""});
  }
  std::ofstream(options.to) << csv;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    const auto value = [&] { return i + 1 < argc ? std::string(argv[++i]) : std::string(); };
    if (word == "--profile") {
      options.profile = value();
    } else if (word == "--own") {
      options.own = value();
    } else if (word == "--seed") {
      options.seed = std::stoull(value());
    } else if (word == "--draw") {
      options.draw = std::stoull(value());
    } else if (word == "--to") {
      options.to = value();
    } else {
      options.registry = word;
    }
  }
  if (options.registry.empty()) {
    fmt::print(
        "retention_bench REGISTRY.tsv [--profile ID] [--own NAME] [--seed N --draw N --to FILE]\n");
    return 2;
  }
  measure(options);
  return 0;
}
