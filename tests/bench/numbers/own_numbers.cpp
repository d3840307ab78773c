// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "pipeline/text/document_number.h"
#include "stages/describe/describe.h"
#include "tests/bench/fields/describe_text.h"
#include "tests/bench/fields/truth.h"
#include "tests/bench/numbers/numbers_bench.h"

namespace bench {
namespace {

struct Tally {
  int right = 0;
  int none = 0;  ///< rightly
  int wrong = 0;
  int missed = 0;
  int invented = 0;
};

void print(std::string_view name, const Tally& tally) {
  const auto share = [](int part, int whole) {
    return whole == 0 ? 1.0 : static_cast<double>(part) / whole;
  };
  const double precision = share(tally.right, tally.right + tally.wrong + tally.invented);
  const double recall = share(tally.right, tally.right + tally.wrong + tally.missed);
  const double sum = precision + recall;
  fmt::print(
      "{:<10} right {:>3}  rightly none {:>3}  wrong {:>2}  missed {:>2}  invented {:>2}  "
      "precision {:.3f}  recall {:.3f}  F1 {:.3f}\n",
      name, tally.right, tally.none, tally.wrong, tally.missed, tally.invented, precision, recall,
      sum == 0.0 ? 0.0 : 2 * precision * recall / sum);
}

}  // namespace

void measure_own_numbers(const std::filesystem::path& labels, const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (Row& row : read_tsv(folder / "meta.tsv")) files[row["id"]] = row["file"];
  std::array<Tally, 3> tallies{};  // all, mending half, measuring half
  const guidang::Describe stage{guidang::describe::Settings{}};
  std::size_t i = 0;
  for (Row& row : read_tsv(labels)) {
    guidang::Findings findings;
    const std::size_t half = 1 + i++ % 2;
    const std::string truth = row["number"];
    const guidang::Description description =
        describe(stage, read_file(folder / files[row["id"]]), findings);
    const std::string ours{description.value("document_number")};
    int Tally::* counter = nullptr;
    std::string_view cause = "";
    if (truth == "-") {
      counter = ours.empty() ? &Tally::none : &Tally::invented;
      cause = "invented";
    } else if (ours.empty()) {
      counter = &Tally::missed;
      cause = "missed";
    } else {
      counter = ours == truth ? &Tally::right : &Tally::wrong;
      cause = "wrong";
    }
    ++(tallies[0].*counter);
    ++(tallies[half].*counter);
    if (counter == &Tally::right || counter == &Tally::none) continue;
    // Of the half that only measures, values are not shown: nobody shall mend rules by them.
    fmt::print("{} {} {}", half == 1 ? "mending  " : "measuring", cause, row["id"]);
    fmt::print("{}\n", half == 1 ? fmt::format(": {} instead of {}", ours, truth) : "");
  }
  constexpr std::array kNames{"all", "mending", "measuring"};
  for (std::size_t k = 0; k < tallies.size(); ++k) print(kNames[k], tallies[k]);
}

void list_codes(const std::filesystem::path& folder) {
  std::map<std::string, int> codes;
  for (Row& row : read_tsv(folder / "meta.tsv")) {
    const std::string text = read_file(folder / row["file"]);
    for (const auto& number : guidang::text::find_document_numbers(text)) {
      ++codes[number.value.code + (number.suggested ? "\tsuggested\t" + number.original : "")];
    }
  }
  std::vector<std::pair<int, std::string>> sorted;
  for (const auto& [code, count] : codes) sorted.emplace_back(-count, code);
  std::ranges::sort(sorted);
  for (const auto& [count, code] : sorted) fmt::print("{}\t{}\n", -count, code);
}

}  // namespace bench
