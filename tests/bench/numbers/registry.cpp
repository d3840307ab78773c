// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/text/number_cell.h"
#include "tests/bench/fields/truth.h"
#include "tests/bench/numbers/numbers_bench.h"

namespace bench {
namespace {

using guidang::text::CellReading;
using guidang::text::FoundNumber;
using guidang::text::NumberCell;
using guidang::text::NumberFlaw;

std::string flaws_of(const FoundNumber& number) {
  std::string text;
  for (const NumberFlaw flaw : number.flaws) {
    text += (text.empty() ? "" : "; ") + std::string{guidang::text::text_of(flaw).en};
  }
  return text;
}

/// The same numbers everywhere: standard distributions differ from library to library.
std::uint64_t next(std::uint64_t& state) {
  constexpr std::uint64_t kFactor = 6364136223846793005U;
  constexpr std::uint64_t kStep = 1442695040888963407U;
  state = state * kFactor + kStep;
  constexpr int kLowBits = 33;
  return state >> kLowBits;
}

}  // namespace

void measure_registry(const std::filesystem::path& registry, std::uint64_t seed, int sample) {
  std::vector<Row> rows = read_tsv(registry);
  std::map<std::string, int> kinds;
  std::map<std::string, int> flaws;
  int regular = 0;
  int suggested = 0;
  int broken = 0;
  for (Row& row : rows) {
    const CellReading reading = guidang::text::read_number_cell(row["docnum_raw"]);
    ++kinds[std::string{guidang::text::text_of(reading.cell).en}];
    if (reading.cell != NumberCell::number) continue;
    const FoundNumber& number = reading.numbers.front();
    if (number.flaws.empty()) ++regular;
    if (number.suggested) ++suggested;
    for (const NumberFlaw flaw : number.flaws) {
      ++flaws[std::string{guidang::text::text_of(flaw).en}];
    }
    const auto again = guidang::text::parse_document_number(number.value.to_text());
    if (!again || *again != number.value || again->to_text() != number.value.to_text()) {
      ++broken;
      fmt::print("law broken: {} -> {}\n", row["docnum_raw"], number.value.to_text());
    }
  }
  fmt::print("{} rows\n", rows.size());
  for (const auto& [kind, count] : kinds) fmt::print("{:>7}  {}\n", count, kind);
  fmt::print("{:>7}  of the numbers are regular, {} only suggested\n", regular, suggested);
  for (const auto& [flaw, count] : flaws) fmt::print("{:>7}  {}\n", count, flaw);
  fmt::print("{:>7}  break parse, format, parse\n", broken);
  std::set<std::size_t> drawn;
  std::uint64_t state = seed;
  const std::size_t wanted = std::min(static_cast<std::size_t>(std::max(sample, 0)), rows.size());
  while (drawn.size() < wanted) drawn.insert(next(state) % rows.size());
  for (const std::size_t i : drawn) {
    const CellReading reading = guidang::text::read_number_cell(rows[i]["docnum_raw"]);
    fmt::print(
        "{}\t{}\t{}\t{}\n", i + 1, rows[i]["docnum_raw"],
        reading.numbers.empty() ? guidang::text::text_of(reading.cell).en : std::string_view{},
        reading.numbers.empty()
            ? ""
            : reading.numbers.front().value.to_text() + "\t" + flaws_of(reading.numbers.front()));
  }
}

}  // namespace bench
