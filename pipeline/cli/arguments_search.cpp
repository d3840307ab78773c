// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/facet.h"
#include "pipeline/cli/declarations.h"

namespace guidang::cli {

void declare_search(Declarations& d) {
  auto& a = d.command<SearchArguments>("search", "检索", "search one or several homes");
  d.positional("HOME", a.homes, "全宗库（可多个）与检索式 homes, then the query");
  d.choice("--limit", a.limit, "条数，默认 10；CSV 默认全部 number of hits, 10; with --csv all");
  d.option("--offset", a.offset, "略过的条数 hits to pass over");
  d.flag("--all", a.all, "全部 all hits");
  d.option("--sort", a.sort, "次序：相关、新、旧、档号 order")
      ->check(CLI::IsMember({"relevance", "newest", "oldest", "code"}));
  for (std::size_t i = 0; i < a.choices.size(); ++i) {
    const index::FacetInfo& facet = index::kFacets.at(i);
    d.each("--" + std::string(facet.name), a.choices.at(i),
           std::string(facet.zh) + "，可重复 " + std::string(facet.en) + ", any of those given");
  }
  d.flag("--facets", a.facets, "各类条数 counts by year, type and so on");
  d.flag("--explain", a.explain, "如何读、为何在前 how the query was read, where scores come from");
  d.choice("--similar", a.similar,
           "与此记录或档号类似的 those like this record, in place of a query");
  d.flag("--json", a.json, "每条一行 JSON one hit a line");
  d.flag("--csv", a.csv, "CSV，全部 a table of all hits");
  d.flag("--count", a.count, "只要条数 only the number of hits");
  d.flag("--open-only", a.open_only, "只查已开放的 only what is open to everybody");
  d.flag("--grammar", a.grammar, "检索式的写法 how to write a query");
  d.footer(
      "例 examples: guidang search HOME 防汛 · guidang search HOME1 HOME2 "
      "'题名:值班 年度:2020..2023 -通知' · guidang search HOME 防汛 --year 2023 --csv > hits.csv");
}

/// With --similar all words are homes.
void take_query(SearchArguments& arguments) {
  if (!arguments.similar.empty() || arguments.homes.size() < 2) return;
  arguments.query = std::move(arguments.homes.back());
  arguments.homes.pop_back();
}

}  // namespace guidang::cli
