// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of numbering over generated years: whatever comes in, in whatever order.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "pipeline/files/digest.h"
#include "stages/seal/import_ledger.h"
#include "tests/unit/stages/office.h"

namespace guidang {
namespace {

constexpr unsigned kRounds = 12;

struct Made {
  RecordId document{};
  std::string date{};
  std::string period{};
  std::string number{};
};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::size_t upto(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n)(random_);
  }
  std::vector<Made> documents(std::size_t count) {
    const std::vector<std::string> periods{"永久", "30年", "10年", ""};
    std::vector<Made> made;
    for (std::size_t i = 0; i < count; ++i) {
      Made one{.document = files::short_id("d", std::to_string(serial_++))};
      const std::size_t day = upto(8);  // few days, so that many share one
      if (upto(9) != 0)
        one.date = "202" + std::to_string(upto(1) + 2) + "-03-1" + std::to_string(day);
      one.period = periods[upto(3)];
      if (upto(1) == 0) one.number = "甲〔2023〕" + std::to_string(upto(12) + 1) + "号";
      made.push_back(one);
    }
    return made;
  }
  void shuffle(std::vector<Made>& made) { std::shuffle(made.begin(), made.end(), random_); }

 private:
  std::mt19937 random_;
  std::size_t serial_ = 0;
};

void add(fake::Office& office, const std::vector<Made>& made) {
  for (const Made& one : made) office.add(one.document, one.date, one.period, one.number);
}

bool accepted(const Made& one) { return !one.date.empty() && !one.period.empty(); }

/// Texts of all codes by item.
std::map<RecordId, std::string> texts(fake::Office& office) {
  std::map<RecordId, std::string> all;
  for (const auto& [item, code] : office.codes()) all.emplace(item, code.text);
  return all;
}

/// Unique, and 1…n without gaps in each series, over the ledger and what is provisional.
void expect_whole(fake::Office& office) {
  std::set<std::string> codes;
  std::map<std::string, std::set<std::uint32_t>> numbers;
  Ledger(office.registry()).for_each(0, [&](const LedgerRow& row) {
    EXPECT_TRUE(codes.insert(row.code).second) << row.code;
    numbers[row.series].insert(row.number);
  });
  for (const auto& [item, code] : office.codes()) {
    if (!code.provisional) continue;
    EXPECT_TRUE(codes.insert(code.text).second) << code.text;
    EXPECT_TRUE(numbers[code.series].insert(code.number).second) << code.text;
  }
  for (const auto& [series, taken] : numbers) {
    EXPECT_EQ(*taken.begin(), 1U) << series;
    EXPECT_EQ(*taken.rbegin(), taken.size()) << series;
  }
  EXPECT_TRUE(Ledger(office.registry()).missing().empty());
}

class ArrangeLaws : public testing::TestWithParam<unsigned> {};

TEST_P(ArrangeLaws, CodesAreUniqueAndWithoutGaps) {
  Generator generator(GetParam());
  fake::Office office;
  if (generator.upto(1) == 0) {
    const auto report =
        import_ledger(office.registry(), office.profile,
                      "code\nJ001-WS·2023-Y-0007\nJ001-WS·2022-D30-0002\n", "2024-01-01", "");
    ASSERT_TRUE(report.errors.empty()) << report.errors.front().message;
  }
  for (int step = 0; step < 3; ++step) {
    add(office, generator.documents(generator.upto(20) + 10));
    office.run();
    expect_whole(office);
    static_cast<void>(office.seal(2023, true));
    expect_whole(office);
    office.run();
    expect_whole(office);
  }
}

TEST_P(ArrangeLaws, OrderOfArrivalDoesNotMatter) {
  Generator generator(GetParam());
  std::vector<Made> made = generator.documents(30);
  fake::Office first;
  add(first, made);
  first.run();
  generator.shuffle(made);
  fake::Office second;
  const std::size_t half = generator.upto(made.size());
  const auto middle = made.begin() + static_cast<std::ptrdiff_t>(half);
  add(second, {made.begin(), middle});
  second.run();
  add(second, {middle, made.end()});
  second.run();
  EXPECT_EQ(texts(first), texts(second));
}

TEST_P(ArrangeLaws, NothingMovesASealedCode) {
  Generator generator(GetParam());
  fake::Office office;
  std::vector<Made> made = generator.documents(25);
  made.push_back({.document = "d0", .date = "2023-05-01", .period = "永久"});
  add(office, made);
  office.run();
  static_cast<void>(office.seal(2023, true));
  std::map<RecordId, std::string> before;
  for (const auto& [item, code] : office.codes()) {
    if (!code.provisional) before.emplace(item, code.text);
  }
  add(office, generator.documents(5));
  office.decide("d0", "date", "2022-01-01");
  office.run();
  const auto after = texts(office);
  for (const auto& [item, code] : before) EXPECT_EQ(after.at(item), code);
}

TEST_P(ArrangeLaws, EachAcceptedItemHasOneCodeAndNoOther) {
  Generator generator(GetParam());
  fake::Office office;
  const std::vector<Made> made = generator.documents(30);
  add(office, made);
  office.run();
  const auto codes = office.codes();
  std::size_t expected = 0;
  for (const Made& one : made) {
    EXPECT_EQ(codes.contains(item_id(one.document)), accepted(one));
    expected += accepted(one) ? 1U : 0U;
  }
  EXPECT_EQ(codes.size(), expected);
}

TEST_P(ArrangeLaws, NeighboursStandInOrder) {
  Generator generator(GetParam());
  fake::Office office;
  std::map<RecordId, Made> by_item;
  for (const Made& one : generator.documents(40)) {
    by_item.emplace(office.add(one.document, one.date, one.period, one.number), one);
  }
  office.run();
  const auto number = [](const Made& one) {
    return one.number.empty() ? 1000 : std::stoi(one.number.substr(one.number.find("〕") + 3));
  };
  const auto codes = office.codes();
  for (const auto& [a, first] : codes) {
    for (const auto& [b, second] : codes) {
      if (first.series != second.series || first.number + 1 != second.number) continue;
      const Made& x = by_item.at(a);
      const Made& y = by_item.at(b);
      EXPECT_LE(x.date, y.date);
      if (x.date == y.date) {
        EXPECT_LE(number(x), number(y)) << first.text;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Years, ArrangeLaws, testing::Range(1U, kRounds + 1));

}  // namespace
}  // namespace guidang
