// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/profile/organisations.h"

#include <gtest/gtest.h>

#include <ostream>

#include "pipeline/profile/profile.h"

namespace guidang {
namespace {

Organisations tutorial() {
  return Organisations{Profile::load(GUIDANG_SOURCE_DIR, "tutorial").section("organisations")};
}

struct Case {
  std::string name;
  std::string creator;
  Standing expected = Standing::unknown;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class StandingOf : public ::testing::TestWithParam<Case> {};

TEST_P(StandingOf, IsByNameOrShape) {
  EXPECT_EQ(to_text(tutorial().standing_of(GetParam().creator)), to_text(GetParam().expected));
}

INSTANTIATE_TEST_SUITE_P(
    Tutorial, StandingOf,
    ::testing::Values(Case{"Own", "云溪县人民政府办公室", Standing::own},
                      Case{"OwnAliasWithBlanks", "县政府 办公室", Standing::own},
                      Case{"City", "青溪市人民政府办公室", Standing::superior},
                      Case{"StateCouncil", "国务院办公厅", Standing::superior},
                      Case{"CountyCommittee", "中共云溪县委办公室", Standing::peer},
                      Case{"CountyCongress", "云溪县人大常委会办公室", Standing::peer},
                      Case{"OtherCounty", "平湖县人民政府办公室", Standing::peer},
                      Case{"Town", "石桥镇人民政府", Standing::subordinate},
                      Case{"Department", "云溪县水利局", Standing::subordinate},
                      Case{"SocietyOfTheCity", "青溪市青年志愿者协会", Standing::outside},
                      Case{"TraditionalCharacters", "雲溪旅港同鄉聯誼會", Standing::outside},
                      Case{"Unknown", "远方", Standing::unknown},
                      Case{"Nobody", "", Standing::unknown}),
    [](const auto& param) { return param.param.name; });

TEST(Organisations, HomeWinsOverProfile) {
  Organisations organisations = tutorial();
  const std::string before = organisations.canonical();
  organisations.add("云溪县水利局", Standing::peer);
  EXPECT_EQ(organisations.standing_of("云溪县水利局"), Standing::peer);
  EXPECT_NE(organisations.canonical(), before);
}

TEST(Organisations, KindTellsWhenTheNameDoesNot) {
  const Organisations none;
  EXPECT_EQ(none.standing_of("远方", Direction::received, "请示"), Standing::subordinate);
  EXPECT_EQ(none.standing_of("远方", Direction::received, "批复"), Standing::superior);
  EXPECT_EQ(none.standing_of("远方", Direction::received, "函"), Standing::unknown);
  EXPECT_EQ(none.standing_of("远方", Direction::unknown, "请示"), Standing::unknown);
  EXPECT_EQ(none.standing_of("远方", Direction::issued, "请示"), Standing::own);
}

}  // namespace
}  // namespace guidang
