// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "index/generation.h"
#include "index/search.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/csv.h"
#include "pipeline/text/columns.h"

namespace guidang::cli {
namespace {

namespace fs = std::filesystem;

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

void print_query_error(const index::QueryError& error, const std::string& query,
                       const Console& console) {
  const std::size_t columns = text::columns(std::string_view(query).substr(0, error.offset));
  console.err << console(kError)
              << (console.language == Language::zh ? error.message_zh : error.message_en) << "\n  "
              << query << "\n  " << std::string(columns, ' ') << "^\n";
  if (!error.hint.empty()) console.err << console(kAdvice) << error.hint << '\n';
}

std::string marked(std::string_view text, const std::vector<index::ByteRange>& marks,
                   std::string_view begin, std::string_view end) {
  std::string shown;
  std::size_t at = 0;
  for (const index::ByteRange& mark : marks) {
    shown.append(text.substr(at, mark.begin - at)).append(begin);
    shown.append(text.substr(mark.begin, mark.end - mark.begin)).append(end);
    at = mark.end;
  }
  shown.append(text.substr(at));
  std::replace(shown.begin(), shown.end(), '\n', ' ');
  return shown;
}

nlohmann::ordered_json hit_json(const index::Hit& hit, const std::string& home, bool loosened) {
  nlohmann::ordered_json marks = nlohmann::ordered_json::array();
  for (const auto& mark : hit.snippet.marks) marks.push_back({mark.begin, mark.end});
  return {{"code", hit.code},    {"record", hit.record},
          {"path", hit.path},    {"title", hit.title},
          {"score", hit.score},  {"snippet", hit.snippet.text},
          {"marks", marks},      {"page", hit.snippet.page},
          {"home", home},        {"provisional", hit.provisional},
          {"loosened", loosened}};
}

void print_hit(const index::Hit& hit, bool loosened, const SearchArguments& arguments,
               const Console& console) {
  const std::string& home = arguments.homes[hit.home];
  if (arguments.json) {
    console.out << hit_json(hit, home, loosened)
                       .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                << '\n';
    return;
  }
  if (arguments.csv) {
    std::string row;
    files::write_csv_row(row, {hit.code, hit.record, hit.path, hit.title,
                               fmt::format("{:.4f}", hit.score), hit.snippet.text});
    console.out << row;
    return;
  }
  const bool colour = isatty(STDOUT_FILENO) == 1;
  const std::string_view begin = colour ? "\x1b[1m" : "【";
  const std::string_view end = colour ? "\x1b[0m" : "】";
  console.out << fmt::format("{}{}  {}\n    {}\n", hit.code.empty() ? hit.record : hit.code,
                             hit.provisional ? "（预编）" : "",
                             marked(hit.title, hit.title_marks, begin, end),
                             marked(hit.snippet.text, hit.snippet.marks, begin, end));
}

}  // namespace

ExitStatus execute(const SearchArguments& arguments, const Console& console) {
  const auto parsed = index::parse_query(arguments.query);
  if (const auto* error = std::get_if<index::QueryError>(&parsed)) {
    print_query_error(*error, arguments.query, console);
    return ExitStatus::usage;
  }
  std::vector<index::Reader> readers;
  for (const std::string& home : arguments.homes) {
    const fs::path folder = fs::path(home) / "index";
    const std::vector<index::Access> classes = readable_classes(folder, arguments.open_only);
    readers.emplace_back(folder, classes);
  }
  std::vector<const index::Reader*> pointers;
  for (const index::Reader& reader : readers) pointers.push_back(&reader);
  const index::Results results =
      index::search(pointers, std::get<index::Query>(parsed),
                    {.limit = arguments.count ? 0U : std::size_t{arguments.limit}});
  if (arguments.count) {
    console.out << results.total << '\n';
    return ExitStatus::done;
  }
  if (arguments.csv) {
    std::string heading = "\xEF\xBB\xBF";
    files::write_csv_row(heading, {"档号", "记录", "来处", "题名", "得分", "摘录"});
    console.out << heading;
  }
  if (results.loosened) console.err << console(kLoosened) << '\n';
  for (const index::Hit& hit : results.hits) {
    print_hit(hit, results.loosened, arguments, console);
  }
  if (!arguments.json && !arguments.csv) {
    console.err << fmt::format("{} / {}\n", results.hits.size(),
                               results.loosened ? results.loose_total : results.total);
  }
  return ExitStatus::done;
}

}  // namespace guidang::cli
