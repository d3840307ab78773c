// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <array>
#include <iostream>
#include <map>

#include "pipeline/text/fold.h"
#include "stages/describe/describe.h"
#include "tests/bench/fields/describe_text.h"
#include "tests/bench/fields/truth.h"

/// Precision and recall of the elements besides title, number, creator and date, against what a
/// person read in a sample of documents (elements_60.tsv):
///
///     elements_bench FOLDER LABELS [--misses]
namespace {

constexpr std::array<std::string_view, 17> kFields{
    "recipients",     "cc",           "attachments",    "annexes",  "annotation",   "disclosure",
    "adoption",       "secrecy",      "secrecy_term",   "urgency",  "copy_number",  "signer",
    "issuing_office", "issuing_date", "printed_copies", "keywords", "countersigner"};

struct Tally {
  int right = 0;
  int wrong = 0;   ///< a value, but another one
  int missed = 0;  ///< none, though the document has one
  int extra = 0;   ///< one, though the document has none
};

std::string value_of(const guidang::Description& description, std::string_view name) {
  const guidang::Field* field = description.find(name);
  std::string joined;
  if (field == nullptr) return joined;
  for (const std::string& value : field->values) joined += (joined.empty() ? "" : " | ") + value;
  return joined;
}

int measure(const std::filesystem::path& folder, const std::string& labels, bool misses) {
  std::map<std::string, std::string> files;
  for (bench::Row& row : bench::read_tsv(folder / "meta.tsv")) files[row["id"]] = row["file"];
  std::map<std::string, std::map<std::string, std::string>> truth;
  for (bench::Row& row : bench::read_tsv(labels)) truth[row["id"]][row["field"]] = row["value"];
  const guidang::Describe stage{guidang::describe::Settings{}};
  std::map<std::string_view, Tally> tallies;
  for (auto& [id, fields] : truth) {
    guidang::Findings findings;
    const guidang::Description description =
        bench::describe(stage, bench::read_file(folder / files.at(id)), findings);
    for (const std::string_view name : kFields) {
      const std::string wanted = fields[std::string{name}];
      const std::string ours = value_of(description, name);
      Tally& tally = tallies[name];
      if (wanted.empty() && ours.empty()) continue;
      const bool right = guidang::text::fold(wanted) == guidang::text::fold(ours);
      int& count = right            ? tally.right
                   : ours.empty()   ? tally.missed
                   : wanted.empty() ? tally.extra
                                    : tally.wrong;
      ++count;
      if (misses && !right)
        fmt::print("{}\t{}\n  wanted {}\n  ours   {}\n", id, name, wanted, ours);
    }
  }
  fmt::print("{} documents\n{:<16}{:>7}{:>7}{:>8}{:>7}{:>11}{:>9}\n", truth.size(), "field",
             "right", "wrong", "missed", "extra", "precision", "recall");
  for (const std::string_view name : kFields) {
    const Tally& tally = tallies[name];
    const int given = tally.right + tally.wrong + tally.extra;
    const int there = tally.right + tally.wrong + tally.missed;
    const auto share = [](int part, int whole) {
      return whole == 0 ? std::string{"–"} : fmt::format("{:.3f}", 1.0 * part / whole);
    };
    fmt::print("{:<16}{:>7}{:>7}{:>8}{:>7}{:>11}{:>9}\n", name, tally.right, tally.wrong,
               tally.missed, tally.extra, share(tally.right, given), share(tally.right, there));
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) {
    std::cerr << "usage: elements_bench FOLDER LABELS [--misses]\n";
    return 2;
  }
  try {
    return measure(arguments[0], arguments[1], arguments.size() > 2);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 3;
  }
}
