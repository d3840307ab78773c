// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_indexes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/lists/aid_opening.h"
#include "tests/unit/pipeline/aids/office_items.h"

namespace guidang::lists {
namespace {

using test::Doc;
using test::ItemOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kSeries = "X043-WS·2023-Y-";

/// "heading code" of each line in order.
std::vector<std::string> headings(const LineKind& kind, const std::vector<ItemOf>& items) {
  const Profile profile = test::national();
  const Office office{.profile = profile};
  std::vector<std::pair<std::string, std::string>> lines;
  for (const ItemOf& item : items) {
    kind.gather(item.view(), office,
                [&](const Line& line) { lines.emplace_back(line.key, line.payload); });
  }
  std::sort(lines.begin(), lines.end());
  std::vector<std::string> list;
  for (const auto& [key, payload] : lines) {
    const AidEntry entry = unpack_aid_entry(payload);
    EXPECT_EQ(pack(entry), payload);
    list.push_back(entry.heading + " " + entry.code);
  }
  return list;
}

struct NameCase {
  std::string name{};
  std::string title{};
  std::vector<std::string> expected{};
};
void PrintTo(const NameCase& c, std::ostream* out) { *out << c.title; }

class AppointedPersons : public ::testing::TestWithParam<NameCase> {};

TEST_P(AppointedPersons, AreThoseTheTitleNames) {
  EXPECT_EQ(appointed_persons(GetParam().title), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Titles, AppointedPersons,
    ::testing::Values(NameCase{"One", "云溪县人民政府关于张三同志任职的通知", {"张三"}},
                      NameCase{
                          "Several", "关于张三、李四五等同志职务任免的通知", {"张三", "李四五"}},
                      NameCase{"Counted", "关于王小明等3名同志任免职的通知", {"王小明"}},
                      NameCase{"CountedInHan", "关于王小明等十二位同志任免职的通知", {"王小明"}},
                      NameCase{"Verb", "关于免去赵六同志县教育局局长职务的决定", {"赵六"}},
                      NameCase{"Dotted", "关于阿依古丽·买买提同志任职的通知", {"阿依古丽·买买提"}},
                      NameCase{"Nobody", "关于干部任免的通知", {}},
                      NameCase{"Group", "关于部分同志职务调整的通知", {}},
                      NameCase{"RetiredGroup", "关于离休老同志任职待遇的通知", {}},
                      NameCase{"Clause", "关于做好向张三同志学习活动的通知", {}},
                      NameCase{"NoAbout", "张三同志任职通知", {}}),
    [](const auto& param) { return param.param.name; });

TEST(NumberPairs, HoldTheNumbersOfAllOriginalsOfAnItem) {
  EXPECT_THAT(
      headings(
          kNumberPairs,
          {ItemOf(Doc("d1").with("document_number", "云政办发〔2023〕10号"))
               .part(Doc("d2").with("document_number", "青政发〔2023〕2号").role(Role::forwarded))
               .part(Doc("d3")
                         .with("document_number", "云政办发〔2023〕10号")
                         .role(Role::final_draft))
               .code(kSeries, 2),
           ItemOf(Doc("d4").with("document_number", "云政办发〔2023〕9号")).code(kSeries, 1),
           ItemOf(Doc("d5").with("document_number", "云政办发〔2023〕11号")).not_filed(),
           ItemOf(Doc("d6").with("title", "无文号")).code(kSeries, 3)}),
      ElementsAre("云政办发〔2023〕9号 X043-WS·2023-Y-0001",
                  "云政办发〔2023〕10号 X043-WS·2023-Y-0002",
                  "青政发〔2023〕2号 X043-WS·2023-Y-0002"));
}

TEST(ByCreator, HasALineForEachJointOrgan) {
  EXPECT_THAT(
      headings(kByCreator, {ItemOf(Doc("d1").with("creator", "财政部 税务总局")).code(kSeries, 2),
                            ItemOf(Doc("d2").with("creator", "财政部")).code(kSeries, 1)}),
      ElementsAre("税务总局 X043-WS·2023-Y-0002", "财政部 X043-WS·2023-Y-0001",
                  "财政部 X043-WS·2023-Y-0002"));
}

TEST(ByPerson, TakesNamesOnlyFromWhereNamesStand) {
  EXPECT_THAT(
      headings(kByPerson,
               {ItemOf(Doc("d1")
                           .with("signer", std::vector<std::string>{"张三", "李四"})
                           .with("title", "关于王五同志先进事迹的通报"))
                    .code(kSeries, 1),
                ItemOf(Doc("d2").with("title", "关于赵六同志任职的通知").with("subtype", "任免"))
                    .code(kSeries, 2),
                ItemOf(Doc("d3").with("signer", "钱七")).not_filed(),
                ItemOf(Doc("d4").with("signer", "李××")).code(kSeries, 4)}),
      ElementsAre("张三 X043-WS·2023-Y-0001", "李四 X043-WS·2023-Y-0001",
                  "赵六 X043-WS·2023-Y-0002"));
}

TEST(ByKind, FollowsTheRegulation) {
  EXPECT_THAT(headings(kByKind, {ItemOf(Doc("d1").with("doctype", "函")).code(kSeries, 1),
                                 ItemOf(Doc("d2").with("doctype", "通知")).code(kSeries, 2),
                                 ItemOf(Doc("d3")).code(kSeries, 3),
                                 ItemOf(Doc("d4").with("doctype", "决定")).code(kSeries, 4)}),
              ElementsAre("决定 X043-WS·2023-Y-0004", "通知 X043-WS·2023-Y-0002",
                          "函 X043-WS·2023-Y-0001", "（文种不明） X043-WS·2023-Y-0003"));
}

struct AccessCase {
  std::string name{};
  ItemOf item;
  std::optional<Access> expected{};
};
void PrintTo(const AccessCase& c, std::ostream* out) { *out << c.name; }

class AccessOf : public ::testing::TestWithParam<AccessCase> {};

TEST_P(AccessOf, IsOpenOnlyByAPersonsWord) {
  const Profile profile = test::national();
  const Office office{.profile = profile, .date = "2024-05-01"};
  EXPECT_EQ(access_of(GetParam().item.view(), office), GetParam().expected);
}

ItemOf made_on(const std::string& date) {
  return ItemOf(Doc("d1").with("title", "通知").with("date", date)).code(kSeries, 1);
}
ItemOf filed() { return ItemOf(Doc("d1").with("title", "通知")).code(kSeries, 1); }
ItemOf secret() {
  return ItemOf(Doc("d1").with("title", "通知").with("secrecy", "秘密")).code(kSeries, 1);
}

INSTANTIATE_TEST_SUITE_P(
    Items, AccessOf,
    ::testing::Values(
        AccessCase{"NotExamined", filed(), std::nullopt},
        AccessCase{"OldEnough", made_on("1999-05-01"), Access::candidate},
        AccessCase{"NotYetOldEnough", made_on("1999-05-02"), std::nullopt},
        AccessCase{"ProposedByARule", filed().opening("open"), Access::candidate},
        AccessCase{"Decided", filed().opening("open").decides("opening", "open"), Access::opened},
        AccessCase{"DecidedOtherwise",
                   filed().opening("controlled").decides("opening", "controlled"),
                   Access::controlled},
        AccessCase{"Deferred", filed().opening("deferred", "personal"), Access::controlled},
        AccessCase{"DecidedButSecret", secret().opening("open").decides("opening", "open"),
                   Access::candidate},
        AccessCase{"WithoutACode", ItemOf(Doc("d1")).opening("open").decides("opening", "open"),
                   std::nullopt},
        AccessCase{"NotFiled",
                   ItemOf(Doc("d1")).not_filed().opening("open").decides("opening", "open"),
                   std::nullopt}),
    [](const auto& param) { return param.param.name; });

}  // namespace
}  // namespace guidang::lists
