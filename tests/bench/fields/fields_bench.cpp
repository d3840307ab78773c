// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <array>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>

#include "stages/describe/describe.h"
#include "tests/bench/fields/calibration.h"
#include "tests/bench/fields/describe_text.h"
#include "tests/bench/fields/score.h"
#include "tests/bench/fields/truth.h"

/// Describes real documents from their text alone and sets the result against what others say:
///
///     fields_bench FOLDER [--half 0|1] [--misses FILE] [--values FILE]
///                                    FOLDER holds meta.tsv, fields_gold.tsv and txt/
///     fields_bench --show FILE…      prints the description of single texts
namespace {

using bench::describe;
using bench::Row;
using bench::Verdict;

struct Column {
  std::string_view field;
  std::string_view truth;  ///< column of the file
};
constexpr std::array kColumns{Column{"title", "title"}, Column{"creator", "issuer"},
                              Column{"document_number", "docnum"}, Column{"date", "date"},
                              Column{"doctype", "doctype"}};

using Tally = std::map<Verdict, int>;

void print(std::string_view name, const std::map<std::string_view, Tally>& tallies) {
  fmt::print("\n{:<24}{:>7}{:>7}{:>7}{:>8}{:>8}{:>9}\n", name, "right", "near", "wrong", "absent",
             "judged", "right %");
  for (const Column& column : kColumns) {
    const auto it = tallies.find(column.field);
    if (it == tallies.end()) continue;
    Tally tally = it->second;
    const int judged = tally[Verdict::right] + tally[Verdict::near] + tally[Verdict::wrong] +
                       tally[Verdict::absent];
    if (judged == 0) continue;
    fmt::print("{:<24}{:>7}{:>7}{:>7}{:>8}{:>8}{:>8.1f}%\n", column.field, tally[Verdict::right],
               tally[Verdict::near], tally[Verdict::wrong], tally[Verdict::absent], judged,
               100.0 * tally[Verdict::right] / judged);
  }
}

void show(const guidang::Describe& stage, const std::string& path) {
  guidang::Findings findings;
  const guidang::Description description = describe(stage, bench::read_file(path), findings);
  fmt::print("== {}\n", path);
  for (const auto& [name, field] : description.fields) {
    std::string values;
    for (const std::string& value : field.values) values += (values.empty() ? "" : " | ") + value;
    fmt::print("  {:<16} {:.3f} {:<10} {}\n", name, field.confidence, field.source, values);
    for (const guidang::Rival& rival : field.rivals) fmt::print("    rival {}\n", rival.to_text());
  }
  for (const guidang::Finding& finding : findings.list()) {
    fmt::print("  {} {} {} {} -> {}\n", finding.code, guidang::to_text(finding.severity),
               finding.place, finding.found, finding.expected);
  }
}

// Half of the documents, by their names: rules are made by looking at one and judged by both.
char half_of(std::string_view id) {
  std::uint32_t hash = 2166136261U;
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return (hash >> 16U & 1U) == 0 ? '0' : '1';
}

struct Report {
  std::map<std::string_view, Tally> given{};
  std::map<std::string_view, Tally> guessed{};
  std::map<std::string_view, Tally> of_gold{};
  std::map<std::string_view, Tally> readable{};
  std::map<std::string_view, Tally> own{};
  std::map<std::string, int> causes{};
  bench::Calibration calibration{};
  bench::Calibration calibration_guessed{};
  std::string misses{};
  std::string values{};
};

void judge(Row& row, const guidang::Description& description, const std::string& text, bool gold,
           Report& report) {
  for (const Column& column : kColumns) {
    std::string truth = row[std::string{column.truth}];
    const bool tilde = truth.starts_with('~');
    if (tilde) truth.erase(0, 1);
    const std::string_view ours = description.value(column.field);
    const guidang::Field* field = description.find(column.field);
    const bench::Score score = bench::judge(column.field, truth, ours, text);
    ++(tilde ? report.guessed : report.given)[column.field][score.verdict];
    if (gold && !tilde) ++report.of_gold[column.field][score.verdict];
    if (field != nullptr) {
      report.values +=
          fmt::format("{}\t{}{}\t{:.3f}\t{}\t{}\t{}\n", column.field, tilde ? "~" : "", row["id"],
                      field->confidence, bench::to_text(score.verdict), score.cause, ours);
    }
    if (score.cause != "not in the text") {
      const bool own = score.cause != "only as another day";
      if (!tilde) ++report.readable[column.field][score.verdict];
      if (!tilde && own) ++report.own[column.field][score.verdict];
      if (field != nullptr && own) {
        (tilde ? report.calibration_guessed : report.calibration)
            .add(column.field, field->confidence, score.verdict);
      }
    }
    if (score.cause.empty()) continue;
    const std::string kind = row["id"].substr(0, row["id"].find('-'));
    ++report.causes[fmt::format("{:<16} {:<26} {:<2} {}", column.field, score.cause,
                                tilde ? "~" : "", kind)];
    report.misses +=
        fmt::format("{}\t{}\t{}{}\t{:.3f}\t{}\t{}\n", column.field, score.cause, tilde ? "~" : "",
                    row["id"], field == nullptr ? 0.0 : field->confidence, truth, ours);
  }
}

int measure(const guidang::Describe& stage, const std::filesystem::path& folder,
            std::string_view half, const std::string& misses_path, const std::string& values_path) {
  std::map<std::string, Row> gold;
  for (Row& row : bench::read_tsv(folder / "fields_gold.tsv")) {
    const std::string id = row["id"];
    gold.emplace(id, std::move(row));
  }
  Report report;
  std::clock_t spent = 0;
  std::size_t documents = 0;
  std::size_t bytes = 0;
  for (Row& row : bench::read_tsv(folder / "meta.tsv")) {
    if (!half.empty() && half.front() != half_of(row["id"])) continue;
    const std::string text = bench::read_file(folder / row["file"]);
    guidang::Findings findings;
    const std::clock_t start = std::clock();
    const guidang::Description description = describe(stage, text, findings);
    spent += std::clock() - start;
    ++documents;
    bytes += text.size();
    judge(row, description, text, gold.contains(row["id"]), report);
  }
  print("given by the source", report.given);
  print("given, and in the text", report.readable);
  print("… and as its own day", report.own);
  print("found by regex (~)", report.guessed);
  print("gold", report.of_gold);
  fmt::print("\nmisses by cause\n");
  for (const auto& [cause, count] : report.causes) fmt::print("{:>6}  {}\n", count, cause);
  report.calibration.print("stated confidence, given");
  report.calibration_guessed.print("stated confidence, ~");
  const double seconds = static_cast<double>(spent) / CLOCKS_PER_SEC;
  fmt::print("\n{} documents, {:.1f} MB: {:.0f} documents/s, {:.1f} MB/s on one core\n", documents,
             static_cast<double>(bytes) / 1e6, static_cast<double>(documents) / seconds,
             static_cast<double>(bytes) / 1e6 / seconds);
  if (!misses_path.empty()) std::ofstream(misses_path) << report.misses;
  if (!values_path.empty()) std::ofstream(values_path) << report.values;
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const guidang::Describe stage{guidang::describe::Settings{}};
  try {
    if (arguments.size() > 1 && arguments[0] == "--show") {
      for (std::size_t i = 1; i < arguments.size(); ++i) show(stage, arguments[i]);
      return 0;
    }
    if (arguments.empty()) {
      std::cerr << "usage: fields_bench FOLDER [--half 0|1] [--misses FILE] [--values FILE]"
                   " | --show FILE…\n";
      return 2;
    }
    const auto option = [&](std::string_view name) {
      for (std::size_t i = 1; i + 1 < arguments.size(); ++i) {
        if (arguments[i] == name) return arguments[i + 1];
      }
      return std::string{};
    };
    return measure(stage, arguments[0], option("--half"), option("--misses"), option("--values"));
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 3;
  }
}
