// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>
#include <ostream>

#include "index/ask.h"
#include "index/card.h"
#include "index/explain.h"
#include "index/generation.h"
#include "index/grammar.h"
#include "index/hit_rows.h"
#include "index/search.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/search_advice.h"
#include "pipeline/cli/search_explain.h"
#include "pipeline/cli/search_printer.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"

namespace guidang::cli {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kUsualLimit = 10;

/// On the machine itself the files' permissions say who you are: a class of records whose folder
/// this user may not enter is not opened, so it shows in nothing.
std::vector<index::Access> readable_classes(const fs::path& folder, bool open_only) {
  const auto generation = index::current_generation(folder);
  if (!generation) {
    throw Failure(folder.string() + " 还没有索引 / holds no index yet",
                  "先运行 / run: guidang run HOME", ExitStatus::usage);
  }
  std::vector<index::Access> classes;
  for (const index::Access access : index::kAllAccess) {
    const fs::path shard = index::generation_folder(folder, *generation) / to_text(access);
    const bool wanted = !open_only || access == index::Access::open;
    if (wanted && ::access(shard.c_str(), R_OK | X_OK) == 0) classes.push_back(access);
  }
  return classes;
}

/// The homes, opened for what this user may see.
struct Opened {
  std::vector<index::Reader> readers{};
  std::vector<const index::Reader*> pointers{};
  std::vector<index::Access> classes{};  ///< that are open in every home
};

Opened open_homes(const SearchArguments& arguments) {
  Opened opened;
  opened.classes.assign(index::kAllAccess.begin(), index::kAllAccess.end());
  for (const std::string& home : arguments.homes) {
    const fs::path folder = fs::path(home) / "index";
    const std::vector<index::Access> classes = readable_classes(folder, arguments.open_only);
    opened.readers.emplace_back(folder, classes);
    std::erase_if(opened.classes, [&](index::Access access) {
      return std::find(classes.begin(), classes.end(), access) == classes.end();
    });
  }
  for (const index::Reader& reader : opened.readers) opened.pointers.push_back(&reader);
  return opened;
}

index::SearchOptions options_of(const SearchArguments& arguments) {
  index::SearchOptions options;
  options.limit = arguments.count ? 0 : arguments.limit.value_or(kUsualLimit);
  options.offset = arguments.offset;
  if (arguments.sort == "newest") options.sort = index::Sort::newest;
  if (arguments.sort == "oldest") options.sort = index::Sort::oldest;
  if (arguments.sort == "code") options.sort = index::Sort::code;
  for (std::size_t i = 0; i < index::kFacets.size(); ++i) {
    const index::Facet facet = index::kFacets[i].facet;
    if (!arguments.choices[i].empty()) options.choices.push_back({facet, arguments.choices[i]});
    if (arguments.facets) options.facets.push_back(facet);
  }
  return options;
}

/// Writes hits in the form that was asked for.
class Output {
 public:
  Output(const SearchArguments& arguments, const Console& console)
      : arguments_(arguments),
        console_(console),
        printer_(console, arguments.homes,
                 isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr) {}

  void begin() const {
    if (arguments_.csv) console_.out << index::hit_csv_heading();
  }

  void hit(const index::Hit& hit, const std::vector<index::Contribution>* explained) const {
    if (arguments_.csv) {
      console_.out << index::hit_csv_row(hit);
    } else if (arguments_.json) {
      nlohmann::ordered_json json = index::hit_json(hit);
      json["home"] = arguments_.homes[hit.home];
      if (explained != nullptr) json["score_of"] = contributions_json(*explained);
      line(json);
    } else {
      printer_.print(hit);
      if (explained != nullptr) print_contributions(hit, *explained, console_);
    }
  }

  void end(const index::Results& results) const {
    if (!arguments_.facets) return;
    if (!arguments_.json) return printer_.print(results.facets);
    line({{"answer",
           {{"total", results.total},
            {"loosened", results.loosened},
            {"loose_total", results.loose_total},
            {"facets", index::facets_json(results.facets)},
            {"format", index::kHitFormat}}}});
  }

 private:
  void line(const nlohmann::ordered_json& json) const {
    console_.out << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }

  static nlohmann::ordered_json contributions_json(const std::vector<index::Contribution>& all) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const index::Contribution& one : all) {
      list.push_back(
          {{"field", index::name_of(one.field).en}, {"piece", one.piece}, {"score", one.score}});
    }
    return list;
  }

  const SearchArguments& arguments_;
  const Console& console_;
  HitPrinter printer_;
};

/// A record named by its key or by its 档号.
index::Found find_named(const Opened& opened, const std::string& name, const Console& console) {
  const std::vector<index::Found> found = index::find_code(opened.pointers, name);
  if (!found.empty()) return found.front();
  for (std::size_t home = 0; home < opened.pointers.size(); ++home) {
    if (index::find_record(opened.pointers, home, name)) return {home, name};
  }
  throw Failure(fmt::format(fmt::runtime(console(kNoSuchRecord)), name), "", ExitStatus::usage);
}

ExitStatus show_similar(const SearchArguments& arguments, const Opened& opened,
                        const Console& console) {
  const index::Found named = find_named(opened, arguments.similar, console);
  const Output output(arguments, console);
  output.begin();
  for (const index::Hit& hit : index::similar(opened.pointers, named.home, named.record,
                                              arguments.limit.value_or(kUsualLimit))) {
    output.hit(hit, nullptr);
  }
  return ExitStatus::done;
}

void say_how_many(const index::Results& results, std::size_t shown, const Console& console) {
  console.err << fmt::format("{} / {}\n", shown,
                             results.loosened ? results.loose_total : results.total);
}

}  // namespace

ExitStatus execute(const SearchArguments& arguments, const Console& console) {
  if (arguments.csv && (arguments.facets || arguments.explain)) {
    throw Failure(std::string(console(kFacetsInCsv)), "", ExitStatus::usage);
  }
  if (arguments.grammar) {
    console.out << index::to_terminal(index::load_grammar(files::data_root()),
                                      console.language == Language::zh);
    return ExitStatus::done;
  }
  if (!arguments.similar.empty() && !arguments.homes.empty()) {
    return show_similar(arguments, open_homes(arguments), console);
  }
  if (arguments.homes.empty() || !arguments.query) {
    throw Failure(std::string(console(kNoQuery)), std::string(console(kNoQueryAdvice)),
                  ExitStatus::usage);
  }
  // What is wrong with the query is said before anything is opened.
  const auto typed = index::parse_query(*arguments.query);
  if (const auto* error = std::get_if<index::QueryError>(&typed)) {
    print_query_error(*error, *arguments.query, console);
    return ExitStatus::usage;
  }
  const Opened opened = open_homes(arguments);
  const std::vector<fs::path> homes(arguments.homes.begin(), arguments.homes.end());
  const auto vocabulary = index::Vocabulary::load(files::data_root(), homes, opened.classes);
  for (const std::string& flaw : vocabulary->flaws()) console.err << flaw << '\n';
  const auto asked = std::get<index::Asked>(index::ask(*arguments.query, *vocabulary));
  index::SearchOptions options = options_of(arguments);
  if (arguments.count) {
    console.out << index::search(opened.pointers, asked.query, options).total << '\n';
    return ExitStatus::done;
  }
  const Output output(arguments, console);
  std::size_t shown = 0;
  const auto show = [&](const index::Hit& hit) {
    if (arguments.explain) {
      const auto explained = index::explain_score(opened.pointers, asked.query, options, hit);
      output.hit(hit, &explained);
    } else {
      output.hit(hit, nullptr);
    }
    ++shown;
    return console.out.good();
  };
  const auto begin = [&](const index::Results& results) {
    if (arguments.explain && !arguments.json) print_reading(asked, console);
    if (results.loosened) console.err << console(kLoosened) << '\n';
    output.begin();
  };
  index::Results results;
  if (arguments.all || (arguments.csv && !arguments.limit)) {
    results = index::for_each_hit(opened.pointers, asked.query, options, show, begin);
  } else {
    results = index::search(opened.pointers, asked.query, options);
    begin(results);
    for (const index::Hit& hit : results.hits) show(hit);
  }
  output.end(results);
  if (results.total == 0 && arguments.offset == 0) {
    print_advice(opened.pointers, asked, *vocabulary, options.choices, !results.loosened, console);
  }
  if (!arguments.json && !arguments.csv) say_how_many(results, shown, console);
  return ExitStatus::done;
}

}  // namespace guidang::cli
