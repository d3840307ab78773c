// SPDX-License-Identifier: GPL-3.0-or-later
//
// rank_bench DOCS QUERIES INDEX RUN [LIMIT [CHARACTER]]
//
// Indexes DOCS (a TSV with the columns docid, title, text and perhaps number), asks each of QUERIES
// (qid, query) as a person would type it, and writes RUN (qid, docid; best first). Queries that the
// language refuses are counted, and their words asked without signs. CHARACTER is the weight of
// single ideographs in a bag of words. An INDEX that is there is taken as it is.

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "index/analyser.h"
#include "index/generation.h"
#include "index/search.h"

namespace {

using namespace guidang::index;  // NOLINT: a program of its own

std::vector<std::vector<std::string>> read_rows(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::vector<std::string> cells;
    std::size_t begin = 0;
    for (std::size_t tab = 0; tab != std::string::npos; begin = tab + 1) {
      tab = line.find('\t', begin);
      cells.push_back(line.substr(begin, tab == std::string::npos ? tab : tab - begin));
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

void build(const std::filesystem::path& docs, const std::filesystem::path& index) {
  GenerationWriter writer(index, {.jobs = 2, .rebuild = true});
  for (std::vector<std::string>& row : read_rows(docs)) {
    if (row.size() < 3) continue;
    IndexRecord record;
    record.record = row[0];
    record.title = row[1];
    record.access = Access::open;
    record.pages.push_back(std::move(row[2]));
    if (row.size() > 3) record.document_number = row[3];
    writer.add(std::move(record));
  }
  writer.commit();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    fmt::print(stderr, "rank_bench DOCS QUERIES INDEX RUN [LIMIT [CHARACTER]]\n");
    return 2;
  }
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  SearchOptions options;
  options.limit = arguments.size() > 4 ? std::stoul(arguments[4]) : 10;
  if (arguments.size() > 5) options.bag.character = std::stod(arguments[5]);
  if (arguments.size() > 6) options.title_share = std::stod(arguments[6]);
  if (!std::filesystem::exists(arguments[2])) build(arguments[0], arguments[2]);
  const Reader reader(arguments[2], kAllAccess);
  const Reader* const readers[] = {&reader};
  std::ofstream run(arguments[3], std::ios::binary);
  std::size_t asked = 0;
  std::size_t refused = 0;
  std::size_t loosened = 0;
  const auto start = std::chrono::steady_clock::now();
  for (const std::vector<std::string>& row : read_rows(arguments[1])) {
    if (row.size() < 2) continue;
    auto parsed = parse_query(row[1]);
    if (std::holds_alternative<QueryError>(parsed)) {
      ++refused;
      parsed = parse_query(folded_line(row[1]));
    }
    ++asked;
    if (const auto* query = std::get_if<Query>(&parsed)) {
      const Results results = search(readers, *query, options);
      loosened += results.loosened ? 1 : 0;
      for (const Hit& hit : results.hits) run << row[0] << '\t' << hit.record << '\n';
    }
  }
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  fmt::print("queries {} refused {} loosened {} ms_per_query {:.2f}\n", asked, refused, loosened,
             1000 * seconds / static_cast<double>(std::max<std::size_t>(asked, 1)));
  return 0;
}
