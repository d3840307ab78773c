// SPDX-License-Identifier: GPL-3.0-or-later
// Arrange and number as pure functions over generated years of a hundred thousand items.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>

#include "pipeline/files/digest.h"
#include "stages/arrange/arrange.h"
#include "stages/number/number.h"
#include "tests/unit/stages/fake_set.h"
#include "tests/unit/stages/test_profile.h"

namespace guidang {
namespace {

constexpr std::size_t kItems = 100'000;

struct Office {
  std::string name{};
  std::string sections{};
};
void PrintTo(const Office& office, std::ostream* out) { *out << office.name; }

const std::string kClasses =
    R"(<arrange><class id="BGS" name="办公室"><fits title="会议"/></class>
       <class id="RSK" name="人事科"><fits title="任免"/></class>
       <class id="ZH" name="综合"><otherwise/></class></arrange>)";

/// A ledger as the register keeps it: what was sealed, and the counters.
class Book {
 public:
  [[nodiscard]] std::uint32_t last(std::string_view series) const {
    const auto it = counters_.find(std::string(series));
    return it == counters_.end() ? 0 : it->second;
  }
  void seal(const ArchivalCode& code) {
    EXPECT_TRUE(codes_.insert(code.text).second) << code.text;
    auto& counter = counters_[code.series];
    counter = std::max(counter, code.number);
    ++rows_[code.series];
  }
  /// Every number up to the counter has its row.
  void expect_whole() const {
    for (const auto& [series, counter] : counters_) EXPECT_EQ(rows_.at(series), counter) << series;
  }
  [[nodiscard]] bool has(const std::string& code) const { return codes_.contains(code); }

 private:
  std::unordered_map<std::string, std::uint32_t> counters_;
  std::unordered_map<std::string, std::uint32_t> rows_;
  std::unordered_set<std::string> codes_;
};

class Years {
 public:
  /// Items of a generated year; the order in which they are put in is that of their numbers, or
  /// the reverse.
  void add(fake::Set& set, std::size_t first, std::size_t count, bool reversed = false) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t serial = first + (reversed ? count - 1 - i : i);
      put(set, serial);
    }
  }

 private:
  /// By the serial alone, so that the order of making does not matter.
  static std::size_t pick(std::size_t serial, std::size_t salt, std::size_t n) {
    // splitmix64: a generator for each would take longer than all that is tested.
    std::uint64_t mixed = (serial * 16 + salt + 1) * 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((mixed ^ (mixed >> 31U)) % n);
  }
  static void put(fake::Set& set, std::size_t serial) {
    static const std::vector<std::string> periods{"永久", "30年", "10年", "5年"};
    static const std::vector<std::string> titles{"关于召开会议的通知", "关于任免的决定",
                                                 "关于防汛的通知", ""};
    const RecordId id = files::short_id("i", std::to_string(serial));
    View document("d" + id, {});
    {
      fake::Document made(document);
      const std::size_t day = pick(serial, 1, 28) + 1;
      made.date("20" + std::to_string(20 + pick(serial, 2, 3)) + "-03-" + (day < 10 ? "0" : "") +
                std::to_string(day));
      made.title(titles[pick(serial, 3, titles.size())]);
      if (pick(serial, 4, 2) == 0) {
        made.number("甲〔2023〕" + std::to_string(pick(serial, 5, 4000) + 1) + "号");
      }
    }
    View& item = set.item(id);
    item.put(Item{.main = document.id(), .parts = {{document.id(), Role::main}}});
    item.put(Checks{});
    item.put(Appraisal{.period = periods[pick(serial, 6, periods.size())]});
    const std::string_view date = document.find<Description>()->value("date");
    item.put(FilingYear{.year = std::stoi(std::string(date.substr(0, 4)))});
    item.put(std::vector<View>{std::move(document)});
  }
};

class NumberLaws : public testing::TestWithParam<Office> {
 protected:
  Profile profile = fake::profile_of(fake::kPeriods + GetParam().sections);
  Book book;

  std::map<RecordId, ArchivalCode> numbered(fake::Set& set) {
    fake::Said placed = fake::run(Arrange(profile, "J001"), set);
    for (auto& [id, fact] : placed.facts) set.items.at(id).put(std::move(fact));
    const fake::Said said = fake::run(
        Number(profile, "J001", [this](std::string_view series) { return book.last(series); }),
        set);
    std::map<RecordId, ArchivalCode> codes;
    for (const auto& [id, fact] : said.facts) codes.emplace(id, std::get<ArchivalCode>(fact));
    return codes;
  }

  /// Unique, unknown to the book, and right behind its counters without gaps.
  void expect_good(const std::map<RecordId, ArchivalCode>& codes) const {
    const CodePattern pattern = CodePattern::read(profile.section("number"));
    std::unordered_set<std::string> texts;
    std::unordered_map<std::string, std::vector<std::uint32_t>> numbers;
    for (const auto& [id, code] : codes) {
      ASSERT_TRUE(texts.insert(code.text).second) << code.text;
      ASSERT_FALSE(book.has(code.text)) << code.text;
      const auto parts = pattern.parse(code.text);
      ASSERT_TRUE(parts) << code.text;
      ASSERT_EQ(pattern.format(*parts), code.text);
      numbers[code.series].push_back(code.number);
    }
    for (auto& [series, taken] : numbers) {
      std::sort(taken.begin(), taken.end());
      ASSERT_EQ(taken.front(), book.last(series) + 1) << series;
      ASSERT_EQ(taken.back(), book.last(series) + taken.size()) << series;
    }
  }
};

std::map<RecordId, std::string> texts(const std::map<RecordId, ArchivalCode>& codes) {
  std::map<RecordId, std::string> all;
  for (const auto& [id, code] : codes) all.emplace(id, code.text);
  return all;
}

TEST_P(NumberLaws, HoldOverAYearSealedTwice) {
  Years years;
  fake::Set set;
  const std::size_t early = kItems * 9 / 10;
  years.add(set, 0, early);
  const auto first = numbered(set);
  expect_good(first);
  // Held for want of a code of their period, a quarter of them; the rest has a code each.
  std::size_t with_code = 0;
  for (const auto& [id, item] : set.items)
    with_code += item.get<Appraisal>().period != "5年" ? 1U : 0U;
  EXPECT_EQ(first.size(), with_code);

  // Again: the same. In another order of arrival: the same.
  EXPECT_EQ(texts(numbered(set)), texts(first));
  fake::Set turned;
  years.add(turned, 0, early, true);
  EXPECT_EQ(texts(numbered(turned)), texts(first));

  // What is sealed stays, and what comes late goes behind it. The first year, since in a series of
  // several years it is the only one whose numbers do not wait for another.
  for (const auto& [id, code] : first) {
    if (set.items.at(id).get<FilingYear>().year != 2020) continue;
    book.seal(code);
    set.items.at(id).put_sealed(true);
  }
  book.expect_whole();
  years.add(set, early, kItems - early);
  const auto second = numbered(set);
  expect_good(second);
  for (const auto& [id, code] : second) {
    ASSERT_FALSE(set.items.at(id).sealed());
    book.seal(code);
  }
  book.expect_whole();
}

INSTANTIATE_TEST_SUITE_P(
    Patterns, NumberLaws,
    testing::Values(
        Office{"ByPeriod", fake::kNumber},
        Office{"ByClass",
               kClasses + R"(<number pattern="{fonds}-WS·{year}-{period}-{organ}-{number:4}"/>)"},
        Office{"WithoutYear", R"(<number pattern="{fonds}-{period}-{number:3}"/>)"}),
    [](const auto& param) { return param.param.name; });

}  // namespace
}  // namespace guidang
