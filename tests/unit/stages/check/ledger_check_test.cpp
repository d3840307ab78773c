// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/check/ledger_check.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/stages/check/memory_set.h"

namespace guidang {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Paper {
  std::string number{};
  Direction direction = Direction::issued;
  std::string relation{};
};

std::vector<View> items_of(const std::vector<Paper>& papers) {
  std::vector<View> items;
  for (const Paper& paper : papers) {
    const std::string id = fmt::format("{:016}", items.size());
    View document{"d" + id, {}};
    Origin origin;
    origin.place = fmt::format("发文/{}.txt", items.size());
    origin.direction = paper.direction;
    document.put(origin);
    Description description;
    description.fields["document_number"] = {.values = {paper.number}, .source = "ledger"};
    document.put(description);
    Relations relations;
    if (!paper.relation.empty()) relations.list.push_back({.kind = paper.relation});
    document.put(relations);
    View item{"i" + id, {}};
    item.put(Item{.main = document.id(), .parts = {{.document = document.id()}}});
    item.put(std::vector<View>{document});
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<std::string> told(const std::vector<Paper>& papers) {
  static const Profile kProfile = Profile::load(GUIDANG_SOURCE_DIR, "tutorial");
  tests::MemorySet set{items_of(papers)};
  tests::MemorySink sink;
  LedgerCheck{kProfile}.run(set, sink);
  std::vector<std::string> lines;
  for (const auto& [record, finding] : sink.findings) {
    lines.push_back(fmt::format("{} {} {} {}", record.back(), finding.code,
                                to_text(finding.severity), finding.found));
  }
  return lines;
}

TEST(LedgerCheck, TellsGapOnTheItemBehindIt) {
  EXPECT_THAT(told({{"云政办发〔2023〕5号"},
                    {"云政办发〔2023〕1号"},
                    {"云政办发〔2023〕3号"},
                    {"云政办发〔2023〕2号"}}),
              ElementsAre("0 OUT-07 warning 缺 云政办发〔2023〕4号 / no 云政办发〔2023〕4号"));
}

TEST(LedgerCheck, TellsLongGapAsRange) {
  EXPECT_THAT(told({{"云政办发〔2023〕1号"}, {"云政办发〔2023〕10号"}}),
              ElementsAre("1 OUT-07 warning 缺 云政办发〔2023〕2号—云政办发〔2023〕9号 / no "
                          "云政办发〔2023〕2号—云政办发〔2023〕9号"));
}

TEST(LedgerCheck, SeriesThatBeginsLateIsANote) {
  EXPECT_THAT(told({{"云政办函〔2023〕3号"}}),
              ElementsAre("0 OUT-07 note 缺 云政办函〔2023〕1号—云政办函〔2023〕2号 / no "
                          "云政办函〔2023〕1号—云政办函〔2023〕2号"));
}

TEST(LedgerCheck, NumberUsedTwiceHoldsEveryBearer) {
  EXPECT_THAT(told({{"云政办发〔2023〕1号"}, {"云政办发〔2023〕1号"}, {"云政办发〔2023〕1号"}}),
              ElementsAre("0 OUT-07 hold 云政办发〔2023〕1号 另见 / also on 发文/1.txt",
                          "1 OUT-07 hold 云政办发〔2023〕1号 另见 / also on 发文/0.txt",
                          "2 OUT-07 hold 云政办发〔2023〕1号 另见 / also on 发文/1.txt"));
}

TEST(LedgerCheck, YearsAndCodesAreSeriesOfTheirOwn) {
  EXPECT_THAT(told({{"云政办发〔2022〕1号"}, {"云政办发〔2023〕1号"}, {"云政办函〔2023〕1号"}}),
              IsEmpty());
}

TEST(LedgerCheck, OthersNumbersAndDuplicatesDoNotCount) {
  EXPECT_THAT(told({{"云政办发〔2023〕1号"},
                    {"云政办发〔2023〕1号", Direction::issued, "duplicate_of"},
                    {"青政办发〔2023〕46号", Direction::received},
                    {"没有文号"}}),
              IsEmpty());
}

}  // namespace
}  // namespace guidang
