// SPDX-License-Identifier: GPL-3.0-or-later
// Volume mode, from items to sealed volumes, over a real register.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/failure.h"
#include "tests/unit/stages/office.h"

namespace guidang {
namespace {

using fake::Office;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using Paper = Office::Paper;

Relation tie(const std::string& kind, const RecordId& other) {
  return {.kind = kind, .other = other};
}

class VolumesTest : public testing::Test {
 protected:
  explicit VolumesTest() : office(fake::volume_office(kRules)) {}

  RecordId add(const RecordId& document, const std::string& title, const std::string& doctype,
               const std::string& date = "2006-03-01", std::vector<Relation> ties = {},
               const std::string& period = "永久", const std::string& line = "政",
               const std::string& pages = "2") {
    return office.add({.document = document,
                       .fields = {{"title", title},
                                  {"doctype", doctype},
                                  {"creator", "县府"},
                                  {"line", line},
                                  {"pages", pages},
                                  {"date", date}},
                       .period = period,
                       .ties = std::move(ties)});
  }
  /// "code title" of each volume that has items, and how many.
  std::vector<std::string> volumes() {
    std::map<std::string, std::pair<std::string, int>> all;
    const auto codes = office.codes();
    for (const auto& [item, place] : office.placements()) {
      auto& volume = all[codes.at(item).series];
      volume.first = place.volume->title;
      ++volume.second;
    }
    std::vector<std::string> list;
    for (const auto& [code, volume] : all) {
      list.push_back(code + " " + volume.first + " " + std::to_string(volume.second));
    }
    return list;
  }
  std::string volume_of(const RecordId& item) { return office.placements().at(item).volume->id; }

  static constexpr const char* kRules =
      R"(<volume pages="20" items="4"/>)"
      R"(<matter id="flood" words="防汛 抗旱"><title lang="zh">防汛抗旱</title></matter>)"
      R"(<important id="1" words="重大"/>)";
  Office office;
};

TEST_F(VolumesTest, MatterMakesAVolume) {
  const RecordId a = add("d1", "关于防汛值班的通知", "通知", "2006-06-01");
  const RecordId b = add("d2", "关于抗旱用水的函", "函", "2006-05-01");
  add("d3", "2006年简报", "简报");
  office.run();
  EXPECT_THAT(volumes(), ElementsAre("J001-1-0001 县府关于防汛抗旱的通知、函 2",
                                     "J001-1-0002 县府2006年简报 1"));
  EXPECT_EQ(office.code(b), "J001-1-0001-001 ?");
  EXPECT_EQ(office.code(a), "J001-1-0001-002 ?");
}

TEST_F(VolumesTest, YearsPeriodsAndLinesStandApart) {
  add("d1", "关于防汛的通知", "通知", "2006-01-01");
  add("d2", "关于防汛的通知", "通知", "2005-01-01");
  add("d3", "关于防汛的通知", "通知", "2006-01-01", {}, "30年");
  add("d4", "关于防汛的通知", "通知", "2006-01-01", {}, "永久", "党");
  add("d5", "关于防汛的通知", "通知", "2006-01-01", {}, "永久", "人大");
  add("d6", "关于防汛的通知", "通知", "2006-01-01", {}, "永久", "");
  office.run();
  EXPECT_THAT(volumes(),
              ElementsAre("J001-1-0001 县府关于防汛的通知 1", "J001-1-0002 县府关于防汛的通知 1",
                          "J001-1-0003 县府关于防汛的通知 2", "J001-1-0004 县府关于防汛的通知 1",
                          "J001-2-0001 县府关于防汛的通知 1"));
}

TEST_F(VolumesTest, ReplyStandsBeforeItsRequestInOneVolume) {
  const RecordId request = add("d1", "关于请求购置桌椅的请示", "请示", "2006-01-01");
  const RecordId reply =
      add("d2", "关于同意购置桌椅的批复", "批复", "2006-03-01", {tie("replies_to", "d1")});
  office.run();
  EXPECT_THAT(volumes(), ElementsAre("J001-1-0001 县府关于购置桌椅的请示、批复 2"));
  EXPECT_EQ(office.code(reply), "J001-1-0001-001 ?");
  EXPECT_EQ(office.code(request), "J001-1-0001-002 ?");
  EXPECT_EQ(office.placements().at(reply).first_page, 1U);
  EXPECT_EQ(office.placements().at(request).first_page, 3U);
  EXPECT_EQ(office.placements().at(request).last_page, 4U);
}

TEST_F(VolumesTest, TiedDocumentsOfTwoPeriodsAreHeldUntilAPersonSettlesIt) {
  const RecordId request = add("d1", "关于请求购置桌椅的请示", "请示", "2006-01-01", {}, "30年");
  const RecordId reply =
      add("d2", "关于同意购置桌椅的批复", "批复", "2006-03-01", {tie("replies_to", "d1")});
  office.run();
  office.run();
  EXPECT_THAT(office.findings(request), ElementsAre("ARR-110"));
  EXPECT_THAT(office.findings(reply), ElementsAre("ARR-110"));
  EXPECT_THAT(office.codes(), IsEmpty());
  office.decide(request, "period", "永久");
  office.run();
  EXPECT_EQ(volume_of(request), volume_of(reply));
  office.decide(request, "period", "30年");
  office.decide(reply, "waive:ARR-110", "yes");
  office.run();
  EXPECT_THAT(office.findings(request), IsEmpty());
  EXPECT_NE(volume_of(request), volume_of(reply));
}

TEST_F(VolumesTest, AMeetingIsOneCase) {
  const RecordId a = add("d1", "关于召开第12次常务会议的通知", "通知", "2006-01-01");
  const RecordId b = add("d2", "第十二次常务会议纪要", "纪要", "2006-01-09");
  const RecordId c = add("d3", "第13次常务会议纪要", "纪要", "2006-02-09");
  office.run();
  EXPECT_EQ(volume_of(a), volume_of(b));
  EXPECT_NE(volume_of(a), volume_of(c));
}

TEST_F(VolumesTest, FullVolumesGetPartsAndCasesStayWhole) {
  add("d1", "关于防汛一事的通知", "通知", "2006-01-01");
  add("d2", "关于防汛二事的通知", "通知", "2006-01-02");
  add("d3", "关于防汛三事的通知", "通知", "2006-01-03");
  const RecordId a = add("d4", "关于防汛四事的请示", "请示", "2006-01-04");
  const RecordId b =
      add("d5", "关于防汛四事的批复", "批复", "2006-01-05", {tie("replies_to", "d4")});
  office.run();
  EXPECT_THAT(volumes(), ElementsAre("J001-1-0001 县府关于防汛抗旱的通知之一 3",
                                     "J001-1-0002 县府关于防汛四事的请示、批复之二 2"));
  EXPECT_EQ(volume_of(a), volume_of(b));
}

TEST_F(VolumesTest, ImportantQuestionsComeFirstThenDate) {
  const RecordId a = add("d1", "关于甲事的函", "函", "2006-01-01");
  const RecordId b = add("d2", "关于重大乙事的函", "函", "2006-05-01");
  const RecordId c = add("d3", "关于丙事的函", "函", "2006-02-01");
  office.run();
  EXPECT_EQ(office.code(b), "J001-1-0001-001 ?");
  EXPECT_EQ(office.code(a), "J001-1-0001-002 ?");
  EXPECT_EQ(office.code(c), "J001-1-0001-003 ?");
}

TEST_F(VolumesTest, UnknownPagesStayUnknownAndAllBehindThem) {
  const RecordId a = add("d1", "关于甲事的函", "函", "2006-01-01");
  const RecordId b = add("d2", "关于乙事的函", "函", "2006-01-02", {}, "永久", "政", "");
  const RecordId c = add("d3", "关于丙事的函", "函", "2006-01-03");
  office.run();
  const auto places = office.placements();
  EXPECT_EQ(places.at(a).last_page, 2U);
  EXPECT_EQ(places.at(b).first_page, 0U);
  EXPECT_EQ(places.at(c).last_page, 0U);
}

TEST_F(VolumesTest, SingleBindingNumbersEachItemsOwnPages) {
  Office single(fake::volume_office(R"(<volume binding="single"/>)"));
  const auto paper = [](const RecordId& id) {
    return Paper{.document = id,
                 .fields = {{"title", "关于甲事的函"}, {"date", "2006-01-01"}, {"pages", "3"}}};
  };
  const RecordId a = single.add(paper("d1"));
  const RecordId b = single.add(paper("d2"));
  single.run();
  for (const RecordId& item : {a, b}) {
    EXPECT_EQ(single.placements().at(item).first_page, 1U);
    EXPECT_EQ(single.placements().at(item).last_page, 3U);
  }
}

TEST_F(VolumesTest, PeopleMoveMergeReorderAndRetitle) {
  const RecordId a = add("d1", "关于防汛值班的通知", "通知", "2006-06-01");
  const RecordId b = add("d2", "关于抗旱用水的函", "函", "2006-05-01");
  const RecordId c = add("d3", "2006年简报", "简报");
  office.run();
  office.decide(c, "volume", volume_of(a));
  office.run();
  EXPECT_THAT(volumes(), ElementsAre("J001-1-0001 [县府2006年通知、函、简报] 3"));
  EXPECT_THAT(office.findings(c), ElementsAre("ARR-115"));
  office.decide(volume_of(a), "title", "县府三防文件");
  office.decide(a, "volume_order", "1");
  office.run();
  EXPECT_THAT(volumes(), ElementsAre("J001-1-0001 县府三防文件 3"));
  EXPECT_EQ(office.code(a), "J001-1-0001-001 ?");
  office.decide(c, "volume", "");
  office.run();
  EXPECT_EQ(volumes().size(), 2U);
  office.decide(volume_of(c), "merge_into", volume_of(a));
  office.run();
  EXPECT_EQ(volumes().size(), 1U);
  office.decide(b, "volume", "抗旱专卷");
  office.run();
  EXPECT_THAT(volumes(), Contains("J001-1-0002 抗旱专卷 1"));
}

TEST_F(VolumesTest, AMovedDocumentTakesItsCaseAlong) {
  const RecordId request = add("d1", "关于请求购置桌椅的请示", "请示", "2006-01-01");
  const RecordId reply =
      add("d2", "关于同意购置桌椅的批复", "批复", "2006-03-01", {tie("replies_to", "d1")});
  office.decide(request, "volume", "行政事务");
  office.run();
  EXPECT_THAT(volumes(), ElementsAre("J001-1-0001 行政事务 2"));
  office.decide(reply, "volume", "另一卷");
  office.run();
  EXPECT_THAT(office.findings(reply), Contains("ARR-114"));
  EXPECT_THAT(office.findings(request), Contains("ARR-114"));
  EXPECT_THAT(volumes(), IsEmpty());
}

TEST_F(VolumesTest, DecisionsThatMixFramesOrLeadNowhereAreHeld) {
  const RecordId a = add("d1", "关于防汛值班的通知", "通知", "2006-06-01");
  const RecordId b = add("d2", "关于防汛的函", "函", "2006-05-01", {}, "30年");
  office.run();
  const std::string volume = volume_of(a);
  office.decide(b, "volume", volume);
  office.run();
  EXPECT_THAT(office.findings(b), ElementsAre("ARR-111"));
  office.run();
  EXPECT_THAT(office.findings(b), ElementsAre("ARR-111"));
  office.decide(b, "volume", "v0123456789abcdef");
  office.run();
  EXPECT_THAT(office.findings(b), ElementsAre("ARR-112"));
  office.decide(a, "volume", "专卷");
  office.decide(b, "volume", "专卷");
  office.run();
  EXPECT_THAT(office.findings(a), ElementsAre("ARR-111"));
  EXPECT_THAT(office.findings(b), ElementsAre("ARR-111"));
  office.decide(b, "volume", "");
  office.run();
  EXPECT_THAT(office.findings(b), IsEmpty());
  EXPECT_EQ(volumes().size(), 2U);
}

TEST_F(VolumesTest, SealGivesVolumesAndItemsTheirRows) {
  const RecordId a = add("d1", "关于防汛值班的通知", "通知", "2006-06-01");
  const RecordId b = add("d2", "2006年简报", "简报");
  office.run();
  const std::string first = volume_of(a);
  const SealReport report = office.seal(2006);
  EXPECT_TRUE(report.sealed);
  EXPECT_EQ(report.volumes, 2U);
  EXPECT_EQ(report.items, 2U);
  EXPECT_EQ(report.series.front().series, "J001-1-");
  Ledger ledger(office.registry());
  EXPECT_EQ(ledger.of_item(first)->code, "J001-1-0001");
  EXPECT_EQ(ledger.of_item(first)->note, "县府关于防汛值班的通知");
  EXPECT_EQ(ledger.of_item(a)->code, "J001-1-0001-001");
  EXPECT_EQ(ledger.of_item(b)->code, "J001-1-0002-001");
  EXPECT_THAT(ledger.missing(), IsEmpty());
  EXPECT_EQ(office.placements().at(b).volume->number, 2U);
  EXPECT_EQ(office.code(b), "J001-1-0002-001");
  office.run();
  EXPECT_EQ(office.code(b), "J001-1-0002-001");
  EXPECT_THAT(office.findings(b), IsEmpty());
}

TEST_F(VolumesTest, ALateDocumentWaitsForTheArchivist) {
  const RecordId a = add("d1", "关于防汛值班的通知", "通知", "2006-06-01");
  office.run();
  static_cast<void>(office.seal(2006));
  const std::string sealed = volume_of(a);
  const RecordId late = add("d2", "关于防汛物资的函", "函", "2006-02-01");
  office.run();
  office.run();
  EXPECT_THAT(office.findings(late), ElementsAre("ARR-113"));
  EXPECT_EQ(office.code(late), "");
  office.decide(late, "volume", sealed);
  office.run();
  EXPECT_EQ(office.code(late), "J001-1-0001-002 ?");
  EXPECT_EQ(office.placements().at(late).first_page, 3U);
  EXPECT_EQ(office.placements().at(late).volume->title, "县府关于防汛值班的通知");
  const SealReport report = office.seal(2006);
  EXPECT_EQ(report.edition, 2);
  EXPECT_EQ(report.volumes, 0U);
  EXPECT_EQ(office.code(late), "J001-1-0001-002");
  EXPECT_EQ(office.code(a), "J001-1-0001-001");
  EXPECT_THAT(Ledger(office.registry()).missing(), IsEmpty());
}

TEST_F(VolumesTest, ALateDocumentMayOpenAnotherVolume) {
  const RecordId a = add("d1", "关于防汛值班的通知", "通知", "2006-06-01");
  office.run();
  static_cast<void>(office.seal(2006));
  const RecordId late = add("d2", "关于防汛物资的函", "函", "2006-02-01");
  office.decide(late, "volume", "new");
  office.run();
  EXPECT_EQ(office.code(late), "J001-1-0002-001 ?");
  EXPECT_EQ(office.placements().at(late).volume->title, "县府关于防汛物资的函之二");
  EXPECT_NE(volume_of(late), volume_of(a));
  static_cast<void>(office.seal(2006));
  EXPECT_EQ(office.code(late), "J001-1-0002-001");
  const RecordId third = add("d3", "关于抗旱的函", "函", "2006-02-03");
  office.decide(third, "volume", "new");
  office.run();
  EXPECT_EQ(office.code(third), "J001-1-0003-001 ?");
}

TEST_F(VolumesTest, TheProfileMaySayWhatBecomesOfLateDocuments) {
  for (const auto& [late, code] :
       {std::pair{"append", "J001-1-0001-002 ?"}, std::pair{"new", "J001-1-0002-001 ?"}}) {
    Office one(fake::volume_office("<volume late=\"" + std::string(late) +
                                   R"("/><matter id="flood" words="防汛"/>)"));
    const auto paper = [](const RecordId& id) {
      return Paper{.document = id, .fields = {{"title", "关于防汛的函"}, {"date", "2006-01-01"}}};
    };
    one.add(paper("d1"));
    one.run();
    static_cast<void>(one.seal(2006));
    const RecordId second = one.add(paper("d2"));
    one.run();
    EXPECT_EQ(one.code(second), code);
  }
}

TEST_F(VolumesTest, ALateReplyBelongsToTheVolumeOfItsRequest) {
  const RecordId request = add("d1", "关于请求购置桌椅的请示", "请示", "2006-01-01");
  office.run();
  static_cast<void>(office.seal(2006));
  const RecordId reply =
      add("d2", "关于防汛桌椅的批复", "批复", "2006-03-01", {tie("replies_to", "d1")});
  office.run();
  EXPECT_THAT(office.findings(reply), ElementsAre("ARR-113"));
  EXPECT_THAT(RecordReader(office.registry()).load(reply).findings.front().found,
              testing::StartsWith(volume_of(request)));
  const RecordId other =
      add("d3", "关于购置的批复", "批复", "2006-03-01", {tie("replies_to", "d1")}, "30年");
  office.run();
  EXPECT_THAT(office.findings(other), ElementsAre("ARR-116"));
}

TEST_F(VolumesTest, SealRefusesWhatWasDecidedSinceTheLastRun) {
  const RecordId a = add("d1", "关于防汛值班的通知", "通知", "2006-06-01");
  office.run();
  office.decide(volume_of(a), "title", "三防");
  EXPECT_THROW(static_cast<void>(office.seal(2006)), Failure);
  office.run();
  EXPECT_TRUE(office.seal(2006).sealed);
}

TEST_F(VolumesTest, AWithdrawnItemLeavesATombstoneInItsVolume) {
  const RecordId a = add("d1", "关于防汛值班的通知", "通知", "2006-06-01");
  const RecordId b = add("d2", "关于防汛物资的通知", "通知", "2006-06-02");
  office.run();
  static_cast<void>(office.seal(2006));
  bury_item(office.registry(), b, {.by = "甲", .date = "2007-01-01", .why = "误收"});
  office.run();
  const RecordId late = add("d3", "关于防汛三事的通知", "通知", "2006-06-03");
  office.decide(late, "volume", volume_of(a));
  office.run();
  EXPECT_EQ(office.code(late), "J001-1-0001-003 ?");
  EXPECT_TRUE(office.seal(2006).sealed);
  EXPECT_THAT(Ledger(office.registry()).missing(), IsEmpty());
}

TEST_F(VolumesTest, LargeCasesAreNoted) {
  const RecordId a = add("d1", "关于防汛的通知", "通知", "2006-06-01", {}, "永久", "政", "99");
  office.run();
  EXPECT_THAT(office.findings(a), ElementsAre("ARR-117"));
}

}  // namespace
}  // namespace guidang
