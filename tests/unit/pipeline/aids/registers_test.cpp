// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_registers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/lists/aid_registration.h"
#include "pipeline/lists/aid_sequence.h"
#include "pipeline/lists/aid_text.h"
#include "pipeline/lists/aid_twins.h"
#include "tests/unit/pipeline/aids/office_items.h"

namespace guidang::lists {
namespace {

using test::Doc;
using test::ItemOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Entries {
  std::vector<int> years{};
  std::vector<Registration> list{};
};

Entries gathered(const LineKind& kind, const std::vector<ItemOf>& items,
                 const std::vector<Doc>& documents = {}) {
  const Profile profile = test::national();
  LedgerTwins twins;
  for (const Doc& document : documents) twins.add(document.view());
  Office office{.profile = profile, .twins = &twins};
  std::vector<std::pair<std::string, std::pair<int, std::string>>> lines;
  for (const ItemOf& item : items) {
    kind.gather(item.view(), office,
                [&](const Line& line) { lines.push_back({line.key, {line.year, line.payload}}); });
  }
  std::sort(lines.begin(), lines.end());
  Entries entries;
  for (const auto& [key, line] : lines) {
    entries.years.push_back(line.first);
    entries.list.push_back(unpack_registration(line.second));
  }
  return entries;
}

std::vector<std::string> numbers(const Entries& entries) {
  std::vector<std::string> list;
  for (const Registration& entry : entries.list) list.push_back(entry.register_no);
  return list;
}

TEST(ReceivedEntries, StandInTheOrderOfTheirNumbers) {
  const auto entries =
      gathered(kReceivedEntries,
               {ItemOf(Doc("d1").with("register_no", "2023-10").with("received", "2023-03-01")),
                ItemOf(Doc("d2").with("register_no", "2023-9").with("received", "2023-02-28")),
                ItemOf(Doc("d3").with("title", "无号").with("received", "2023-01-01"))});
  EXPECT_THAT(numbers(entries), ElementsAre("2023-9", "2023-10", ""));
}

TEST(ReceivedEntries, BelongToTheYearTheyWereReceivedIn) {
  const auto entries = gathered(
      kReceivedEntries, {ItemOf(Doc("d1")
                                    .with("register_no", "1")
                                    .with("received", "2024-01-03")
                                    .with("date", "2023-12-29")),
                         ItemOf(Doc("d2").with("register_no", "2").with("date", "2022-05-01")),
                         ItemOf(Doc("d3").with("register_no", "3"))});
  EXPECT_THAT(entries.years, ElementsAre(2024, 2022, 0));
}

TEST(ReceivedEntries, SayWhereTheDocumentWent) {
  const auto entries =
      gathered(kReceivedEntries,
               {ItemOf(Doc("d1").with("register_no", "1")).code("X043-WS·2023-Y-", 1),
                ItemOf(Doc("d2").with("register_no", "2")).code("X043-WS·2023-Y-", 2, true),
                ItemOf(Doc("d3").with("register_no", "3")).not_filed(),
                ItemOf(Doc("d4").with("register_no", "4")).decides("return", "approved"),
                ItemOf(Doc("d5").with("register_no", "5")).decides("withdraw", "yes")});
  std::vector<std::string> outcomes;
  for (const Registration& entry : entries.list) outcomes.push_back(entry.outcome);
  EXPECT_THAT(outcomes, ElementsAre("X043-WS·2023-Y-0001", "X043-WS·2023-Y-0002（预编）", "不归档",
                                    "已退文", "已撤回"));
}

TEST(ReceivedEntries, LeaveOutDraftsAndAttachmentsButNotWhatIsRegistered) {
  const auto entries =
      gathered(kReceivedEntries,
               {ItemOf(Doc("d1").with("register_no", "1"))
                    .part(Doc("d2").with("title", "附件").unregistered().role(Role::attachment))
                    .part(Doc("d3").with("register_no", "7").role(Role::reply))});
  EXPECT_THAT(numbers(entries), ElementsAre("1", "7"));
}

TEST(ReceivedEntries, OfABatchOfIncomingPapersNeedNoLedger) {
  EXPECT_EQ(gathered(kReceivedEntries, {ItemOf(Doc("d1").incoming())}).list.size(), 1U);
  EXPECT_THAT(gathered(kIssuedEntries, {ItemOf(Doc("d1").incoming())}).list, IsEmpty());
}

TEST(ReceivedEntries, TakeTheNumberOfARowThatIsTheSameDocument) {
  const auto entries = gathered(
      kReceivedEntries,
      {ItemOf(Doc("d1").unregistered().with("title", "防汛报告").with("date", "2022-12-30"))
           .code("X043-WS·2022-Y-", 1)},
      {Doc("d2").with("register_no", "2023-001").with("received", "2023-01-04").copy_of("d1")});
  ASSERT_EQ(entries.list.size(), 1U);
  EXPECT_EQ(entries.list[0].register_no, "2023-001");
  EXPECT_EQ(entries.list[0].title, "防汛报告");
  EXPECT_EQ(entries.years[0], 2023);
  EXPECT_EQ(entries.list[0].row().at("remarks"), "");
}

TEST(ReceivedEntries, KeepBothNumbersOfWhatWasRegisteredTwice) {
  const auto entries = gathered(
      kReceivedEntries, {ItemOf(Doc("d1").with("register_no", "1")).code("X043-WS·2023-Y-", 1)},
      {Doc("d2").with("register_no", "8").copy_of("d1")});
  EXPECT_THAT(numbers(entries), ElementsAre("1", "8"));
  EXPECT_EQ(entries.list[1].outcome, "重份，原件 X043-WS·2023-Y-0001");
  EXPECT_EQ(entries.list[1].remarks, "同登记号 1");
}

TEST(ReceivedEntries, ListACopyOfTheRegisteredDocumentOnce) {
  const auto entries = gathered(kReceivedEntries, {ItemOf(Doc("d1").with("register_no", "1"))},
                                {Doc("d2").with("register_no", "1").copy_of("d1")});
  EXPECT_THAT(numbers(entries), ElementsAre("1"));
}

TEST(ReceivedEntries, SayWhatNoRowNames) {
  const auto entries = gathered(kReceivedEntries, {ItemOf(Doc("d1").unregistered())});
  EXPECT_EQ(entries.list.at(0).row().at("remarks"), "未登记");
}

TEST(Registration, ComesBackFromItsBytes) {
  Registration entry{.direction = Direction::issued, .in_ledger = true, .repeated = true};
  entry.title = "关于\n换行";
  entry.outcome = "待处理";
  const Registration back = unpack_registration(pack(entry));
  EXPECT_EQ(pack(back), pack(entry));
  EXPECT_EQ(back.title, entry.title);
  EXPECT_TRUE(back.repeated);
}

std::vector<std::string> sequence(const std::vector<Registration>& entries) {
  std::vector<std::string> list;
  IssuedSequence sequence([&](forms::Values line, const Registration&) {
    list.push_back(line["document_number"] + " " + line["remarks"]);
  });
  for (const Registration& entry : entries) sequence.add(entry);
  sequence.finish();
  return list;
}

Registration issued(const std::string& number) {
  Registration entry{.direction = Direction::issued, .in_ledger = true};
  entry.document_number = number;
  return entry;
}

TEST(IssuedSequence, NamesGapsBeforeWhatFollowsThem) {
  EXPECT_THAT(
      sequence({issued("云政办发〔2023〕1号"), issued("云政办发〔2023〕3号"),
                issued("云政办发〔2023〕6号"), issued("云政办函〔2023〕2号")}),
      ElementsAre("云政办发〔2023〕1号 ", "云政办发〔2023〕2号 缺号", "云政办发〔2023〕3号 ",
                  "云政办发〔2023〕4号—云政办发〔2023〕5号 缺号", "云政办发〔2023〕6号 ",
                  "云政办函〔2023〕1号 缺号", "云政办函〔2023〕2号 "));
}

TEST(IssuedSequence, NamesRepeatsOnEachBearer) {
  EXPECT_THAT(sequence({issued("云政办发〔2023〕1号"), issued("云政办发〔2023〕1号"),
                        issued("云政办发〔2023〕1号"), issued("云政办发〔2023〕2号")}),
              ElementsAre("云政办发〔2023〕1号 重号", "云政办发〔2023〕1号 重号",
                          "云政办发〔2023〕1号 重号", "云政办发〔2023〕2号 "));
}

TEST(IssuedSequence, KeepsTheNumberOfWhatWasWithdrawn) {
  Registration gone = issued("云政办发〔2023〕2号");
  gone.withdrawn = true;
  EXPECT_THAT(sequence({issued("云政办发〔2023〕1号"), gone, issued("云政办发〔2023〕2号"),
                        issued("云政办发〔2023〕3号")}),
              ElementsAre("云政办发〔2023〕1号 ", "云政办发〔2023〕2号 ", "云政办发〔2023〕2号 ",
                          "云政办发〔2023〕3号 "));
}

TEST(IssuedSequence, CountsRangesAndBranches) {
  EXPECT_THAT(sequence({issued("云政办发〔2023〕1号"), issued("云政办发〔2023〕1-1号"),
                        issued("云政办发〔2023〕2号"), issued("无文号")}),
              ElementsAre("云政办发〔2023〕1号 ", "云政办发〔2023〕1-1号 ", "云政办发〔2023〕2号 ",
                          "无文号 "));
}

TEST(NaturalKey, OrdersRunsOfDigitsAsNumbers) {
  EXPECT_LT(natural_key("2023-9"), natural_key("2023-10"));
  EXPECT_LT(natural_key("收9"), natural_key("收010"));
}

}  // namespace
}  // namespace guidang::lists
