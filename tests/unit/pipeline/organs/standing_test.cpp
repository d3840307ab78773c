// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/organs/standing.h"

#include <gtest/gtest.h>

#include <ostream>

#include "pipeline/organs/load.h"
#include "tests/unit/pipeline/organs/table_of.h"

namespace guidang::organs {
namespace {

struct Case {
  std::string name;
  std::string creator;
  Standing expected = Standing::unknown;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class StandingOf : public ::testing::TestWithParam<Case> {};

TEST_P(StandingOf, IsByTableOrShape) {
  static const auto kTable = load(Profile::load(GUIDANG_SOURCE_DIR, "tutorial"));
  EXPECT_EQ(to_text(kTable->standing_of(GetParam().creator)), to_text(GetParam().expected));
}

INSTANTIATE_TEST_SUITE_P(
    Tutorial, StandingOf,
    ::testing::Values(Case{"Own", "云溪县人民政府办公室", Standing::own},
                      Case{"WhoseOfficeItIs", "云溪县人民政府", Standing::own},
                      Case{"OwnAliasWithBlanks", "县政府 办公室", Standing::own},
                      Case{"City", "青溪市人民政府办公室", Standing::superior},
                      Case{"StateCouncil", "国务院办公厅", Standing::superior},
                      Case{"Ministry", "财政部", Standing::superior},
                      Case{"CountyCommittee", "中共云溪县委办公室", Standing::peer},
                      Case{"CountyCongress", "云溪县人大常委会办公室", Standing::peer},
                      Case{"OtherCounty", "平湖县人民政府办公室", Standing::peer},
                      Case{"Town", "石桥镇人民政府", Standing::subordinate},
                      Case{"Department", "云溪县水利局", Standing::subordinate},
                      Case{"DepartmentThatIsNotListed", "云溪县民政局", Standing::subordinate},
                      Case{"SocietyOfTheCity", "青溪市青年志愿者协会", Standing::outside},
                      Case{"TraditionalCharacters", "雲溪旅港同鄉聯誼會", Standing::outside},
                      Case{"Unknown", "远方", Standing::unknown},
                      Case{"Nobody", "", Standing::unknown}),
    [](const auto& param) { return param.param.name; });

class CountyStanding : public ::testing::TestWithParam<Case> {};

TEST_P(CountyStanding, FollowsFromTheTreeAlone) {
  static const auto kTable = table_of(county());
  EXPECT_EQ(to_text(kTable->standing_of(GetParam().creator)), to_text(GetParam().expected));
}

INSTANTIATE_TEST_SUITE_P(
    Tree, CountyStanding,
    ::testing::Values(
        Case{"State", "国务院", Standing::superior}, Case{"Ministry", "财政部", Standing::superior},
        Case{"ProvinceDepartment", "湘南省财政厅", Standing::superior},
        Case{"CityOffice", "青溪市人民政府办公室", Standing::superior},
        Case{"CityParty", "中共青溪市委", Standing::superior},
        Case{"CityDepartment", "青溪市财政局", Standing::superior},
        Case{"CountyParty", "中共云溪县委", Standing::peer},
        Case{"CountyCongress", "云溪县人民代表大会常务委员会", Standing::peer},
        Case{"CountyCourt", "云溪县人民法院", Standing::peer},
        Case{"PartyDepartment", "中共云溪县委组织部", Standing::peer},
        Case{"OtherCounty", "平湖县人民政府", Standing::peer},
        Case{"OtherCountysDepartment", "平湖县财政局", Standing::peer},
        Case{"Department", "县财政局", Standing::subordinate},
        Case{"StationedInTheCounty", "国家税务总局云溪县税务局", Standing::subordinate},
        Case{"Town", "石桥镇", Standing::subordinate},
        Case{"JointTheFirstSpeaks", "云溪县财政局 中共云溪县委组织部", Standing::subordinate},
        Case{"Unlisted", "云溪县民政局", Standing::unknown}),
    [](const auto& param) { return param.param.name; });

struct Pair {
  std::string name;
  std::string sender;
  std::string receiver;
  Route expected = Route::unknown;
  bool skips = false;
};
void PrintTo(const Pair& c, std::ostream* out) { *out << c.name; }

class RouteOf : public ::testing::TestWithParam<Pair> {};

TEST_P(RouteOf, IsByParentsAndAreas) {
  static const auto kTable = table_of(county());
  const Organ& sender = *kTable->by_id(GetParam().sender);
  const Organ& receiver = *kTable->by_id(GetParam().receiver);
  EXPECT_EQ(to_chinese(kTable->route(sender, receiver)), to_chinese(GetParam().expected));
  EXPECT_EQ(kTable->skips_level(sender, receiver), GetParam().skips);
}

INSTANTIATE_TEST_SUITE_P(
    Tree, RouteOf,
    ::testing::Values(Pair{"TownToCounty", "town", "own", Route::up},
                      Pair{"TownToCountyOffice", "town", "own-office", Route::up},
                      Pair{"TownToCitySkips", "town", "city", Route::up, true},
                      Pair{"OfficeToCityOffice", "own-office", "city-office", Route::up},
                      Pair{"CountyToProvinceSkips", "own", "province", Route::up, true},
                      Pair{"CityToTown", "city", "town", Route::down},
                      Pair{"StateToCounty", "state", "own", Route::down},
                      Pair{"DepartmentToCounty", "finance", "own", Route::up},
                      Pair{"DepartmentToItsLine", "finance", "city-finance", Route::up},
                      Pair{"LineToDepartment", "province-finance", "finance", Route::down},
                      Pair{"MinistryToDepartment", "mof", "city-finance", Route::down},
                      Pair{"CityDepartmentToCounty", "city-finance", "own", Route::level},
                      Pair{"CityDepartmentToOtherTrade", "city-finance", "water", Route::unrelated},
                      Pair{"CityPartyToCounty", "city-party", "own", Route::down},
                      Pair{"CountyToCityParty", "own", "city-party", Route::up},
                      Pair{"PartyToDepartment", "party", "water", Route::down},
                      Pair{"PartyAndGovernment", "party", "own", Route::level},
                      Pair{"Departments", "finance", "water", Route::level},
                      Pair{"Counties", "own", "other", Route::level},
                      Pair{"FarDepartments", "finance", "other-finance", Route::unrelated},
                      Pair{"GovernmentToPartyDepartment", "own", "party-organisation",
                           Route::unrelated},
                      Pair{"OfficeToItsOrgan", "own-office", "own", Route::inside}),
    [](const auto& param) { return param.param.name; });

TEST(IncomingClass, FollowsStandingThenKind) {
  EXPECT_EQ(incoming_class(Standing::superior, "请示"), "上级来文");
  EXPECT_EQ(incoming_class(Standing::peer, "函"), "比照上级");
  EXPECT_EQ(incoming_class(Standing::subordinate, "请示"), "下级请示");
  EXPECT_EQ(incoming_class(Standing::subordinate, "报告"), "下级一般");
  EXPECT_EQ(incoming_class(Standing::own, "请示"), "");
  EXPECT_EQ(incoming_class(Standing::outside, "函"), "");
  EXPECT_EQ(incoming_class(Standing::unknown, "请示"), "");
}

TEST(LineOf, IsOnesOwnOrFollowsFromNameAndTree) {
  const auto table = table_of(county());
  EXPECT_EQ(table->line(*table->by_id("party-organisation")), Line::party);
  EXPECT_EQ(table->line(*table->by_id("finance")), Line::government);
  EXPECT_EQ(table->line(*table->by_id("court")), Line::judicial);
  EXPECT_EQ(table->line(*table->by_id("congress")), Line::congress);
  EXPECT_EQ(table->level(*table->by_id("finance")), Level::county);
}

TEST(OwnName, OfTheHomeMakesTheOffice) {
  const Built known = built(R"(<organisation id="a" name="甲县财政局"/>)", "甲县财政局");
  EXPECT_EQ(known.table->own()->id, "a");
  const Built fresh = built(R"(<organisation id="a" name="甲县财政局"/>)", "乙县档案馆");
  ASSERT_NE(fresh.table->own(), nullptr);
  EXPECT_EQ(fresh.table->standing_of("乙县档案馆"), Standing::own);
}

TEST(Kind, TellsWhenTheNameDoesNot) {
  const auto none = table_of("");
  EXPECT_EQ(none->standing_of("远方", Direction::received, "请示"), Standing::subordinate);
  EXPECT_EQ(none->standing_of("远方", Direction::received, "批复"), Standing::superior);
  EXPECT_EQ(none->standing_of("远方", Direction::received, "函"), Standing::unknown);
  EXPECT_EQ(none->standing_of("远方", Direction::unknown, "请示"), Standing::unknown);
  EXPECT_EQ(none->standing_of("远方", Direction::issued, "请示"), Standing::own);
}

}  // namespace
}  // namespace guidang::organs
