// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <random>

#include "pipeline/organs/names.h"
#include "pipeline/organs/nearest.h"
#include "pipeline/organs/read.h"
#include "tests/unit/pipeline/organs/table_of.h"

namespace guidang::organs {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kMinistries = R"(
  <organisation id="mee">
    <name to="1998-03">国家环境保护局</name>
    <name to="2008-03-14">国家环境保护总局</name>
    <name to="2018-03-16">环境保护部</name>
    <name>生态环境部</name>
    <alias>环保部</alias>
  </organisation>
  <organisation id="ndrc" name="国家发展和改革委员会"><short>国家发展改革委</short></organisation>
  <organisation id="old" name="国家药品监督管理局" from="1998" to="2003"/>
  <organisation id="new" name="国家药品监督管理局" from="2018-03"/>
  <organisation id="a-finance" name="甲县财政局"><alias>县财政局</alias></organisation>
  <organisation id="b-finance" name="乙县财政局"><alias>县财政局</alias></organisation>
  <organisation id="x" name="丙县林业局"><alias>甲县财政局</alias></organisation>
)";

struct Case {
  std::string name;
  std::string asked;
  std::string day;
  std::string id;        ///< "" for none
  std::string standard;  ///< name on that day
  bool in_time = true;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Find : public ::testing::TestWithParam<Case> {};

TEST_P(Find, GivesOrganAndNameOfTheDay) {
  static const auto kTable = table_of(kMinistries);
  const Case& c = GetParam();
  const std::optional<Date> day = parse_iso(c.day);
  const Answer answer = kTable->find(c.asked, day);
  ASSERT_EQ(answer.organ == nullptr ? "" : answer.organ->id, c.id);
  if (answer.organ == nullptr) return;
  EXPECT_EQ(name_on(*answer.organ, day), c.standard);
  EXPECT_EQ(answer.in_time, c.in_time);
}

INSTANTIATE_TEST_SUITE_P(
    Ministries, Find,
    ::testing::Values(
        Case{"FullName", "生态环境部", "2020-01-01", "mee", "生态环境部"},
        Case{"BeforeTheRenaming", "环境保护部", "2017-12-31", "mee", "环境保护部"},
        Case{"OldNameIsTheSameOrgan", "环境保护部", "2020-01-01", "mee", "生态环境部", false},
        Case{"AliasGetsTheNameOfTheDay", "环保部", "2010-06-01", "mee", "环境保护部"},
        Case{"AliasOf1997", "环保部", "1997-06-01", "mee", "国家环境保护局"},
        Case{"LastDay", "国家环境保护总局", "2008-03-14", "mee", "国家环境保护总局"},
        Case{"DayAfter", "国家环境保护总局", "2008-03-15", "mee", "环境保护部", false},
        Case{"WithoutADayTheLatest", "环保部", "", "mee", "生态环境部"},
        Case{"State", "中华人民共和国生态环境部", "2020-01-01", "mee", "生态环境部"},
        Case{"BlanksAndWidth", "生 态 环　境 部", "2020-01-01", "mee", "生态环境部"},
        Case{"ShortForm", "国家发展改革委", "2020-01-01", "ndrc", "国家发展和改革委员会"},
        Case{"ReusedNameEarly", "国家药品监督管理局", "2000-01-01", "old", "国家药品监督管理局"},
        Case{"ReusedNameLate", "国家药品监督管理局", "2020-01-01", "new", "国家药品监督管理局"},
        Case{"ReusedNameWithoutDay", "国家药品监督管理局", "", "", ""},
        Case{"SharedAlias", "县财政局", "2020-01-01", "", ""},
        Case{"FullNameBeforeAlias", "甲县财政局", "2020-01-01", "a-finance", "甲县财政局"},
        Case{"Unknown", "丁县财政局", "2020-01-01", "", ""},
        Case{"Nothing", "", "2020-01-01", "", ""}),
    [](const auto& param) { return param.param.name; });

TEST(FindName, NamesBothOfASharedName) {
  const auto table = table_of(kMinistries);
  std::vector<std::string> ids;
  for (const Organ* organ : table->find("县财政局").several) ids.push_back(organ->id);
  EXPECT_THAT(ids, ElementsAre("a-finance", "b-finance"));
}

TEST(FindName, IsIndependentOfTheOrderOfTheFile) {
  const Layer layer = read_bytes("<organisations>" + county() + "</organisations>", "t.xml");
  constexpr unsigned kSeed = 20240517;
  std::mt19937 random(kSeed);
  std::vector<Flaw> flaws;
  const auto first = Authority::build({Layer{}, layer}, flaws);
  for (int round = 0; round < 50; ++round) {
    Layer shuffled = layer;
    std::shuffle(shuffled.organs.begin(), shuffled.organs.end(), random);
    const auto table = Authority::build({Layer{}, shuffled}, flaws);
    ASSERT_EQ(table->digest(), first->digest()) << "round " << round;
    for (const Organ& a : first->organs()) {
      for (const Name& name : a.names) {
        ASSERT_EQ(table->find(name.text).organ->id, a.id);
      }
      for (const Organ& b : first->organs()) {
        ASSERT_EQ(table->route(*table->by_id(a.id), *table->by_id(b.id)), first->route(a, b));
      }
      ASSERT_EQ(table->standing_of(*table->by_id(a.id)), first->standing_of(a));
    }
    ASSERT_EQ(table->nearest("云西县财政局", 3), first->nearest("云西县财政局", 3));
  }
  EXPECT_THAT(flaws, IsEmpty());
}

TEST(Nearest, NamesWhatIsMeant) {
  const auto table = table_of(county());
  EXPECT_EQ(table->nearest("云西县财政局", 3).front(), "云溪县财政局");
  EXPECT_EQ(table->nearest("云溪县人民政府办公厅", 1).front(), "云溪县人民政府办公室");
  EXPECT_THAT(table->nearest("远方科技股份", 3), IsEmpty());
  EXPECT_THAT(table->nearest("", 3), IsEmpty());
}

TEST(EditDistance, IsBounded) {
  EXPECT_EQ(edit_distance(U"财政局", U"财政厅", 2), 1U);
  EXPECT_EQ(edit_distance(U"财政局", U"财政", 2), 1U);
  EXPECT_EQ(edit_distance(U"甲乙丙丁", U"戊己庚辛", 2), 3U);
}

TEST(Layers, UpperOneMeansTheSameOrganByItsName) {
  std::vector<Flaw> flaws;
  const auto table = Authority::build(
      {read_bytes(R"(<organisations>
         <organisation id="mee"><name to="2018-03-16">环境保护部</name><name>生态环境部</name></organisation>
         <organisation id="under" name="核安全局" parent="mee"/></organisations>)",
                  "base.xml"),
       read_bytes(R"(<organisations><organisation id="1007" name="生态环境部"><alias>部里</alias>
         </organisation></organisations>)",
                  "own.xml")},
      flaws);
  EXPECT_THAT(flaws, IsEmpty());
  ASSERT_NE(table->by_id("1007"), nullptr);
  EXPECT_EQ(table->by_id("mee"), nullptr);
  EXPECT_EQ(table->find("部里", parse_iso("2010-01-01")).organ->id, "1007");
  EXPECT_EQ(table->find("环境保护部").organ->id, "1007");
  EXPECT_EQ(table->parent(*table->by_id("under"))->id, "1007");
}

TEST(Layers, OwnCodeGoesBeforeThatOfAFarProvince) {
  std::vector<Flaw> flaws;
  const auto table = Authority::build(
      {read_bytes(
           R"(<organisations><organisation id="yunnan" name="云南省人民政府"><code>云政发</code>
         </organisation></organisations>)",
           "base.xml"),
       read_bytes(R"(<organisations><organisation id="own" name="云溪县人民政府"><code>云政发</code>
         </organisation></organisations>)",
                  "own.xml")},
      flaws);
  EXPECT_THAT(flaws, IsEmpty());
  EXPECT_EQ(table->by_code("云政发")->id, "own");
  EXPECT_THAT(table->local_codes(), ElementsAre("云政发"));
}

}  // namespace
}  // namespace guidang::organs
