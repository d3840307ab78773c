// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/vocabulary.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "pipeline/home/fonds.h"
#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

using Kind = WordGroup::Kind;
using Words = std::vector<std::string>;

const std::filesystem::path kRoot = GUIDANG_SOURCE_DIR;

void write(const std::filesystem::path& file, std::string_view text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

std::filesystem::path home(const std::filesystem::path& folder) {
  write(folder / "fonds.xml",
        fonds_text({.code = "X043", .name = "云溪县人民政府", .profile = "national"}));
  return folder;
}

TEST(Vocabulary, HoldsTheNationalTableAndOrgans) {
  const TestFolder folder;
  const std::vector homes{home(folder / "home")};
  const auto vocabulary = Vocabulary::load(kRoot, homes, std::vector{Access::open});
  EXPECT_TRUE(vocabulary->flaws().empty());
  EXPECT_EQ(vocabulary->synonyms().of("国办", Kind::equal), Words{"国务院办公厅"});
  EXPECT_EQ(vocabulary->synonyms().of("市政府", Kind::equal), Words{"市人民政府"});
  EXPECT_EQ(vocabulary->synonyms().of("低保", Kind::equal), Words{"最低生活保障"});
  EXPECT_EQ(vocabulary->synonyms().of("农业农村部", Kind::near), Words{"农业部"});
}

TEST(Vocabulary, NeedsNoHome) {
  const std::vector<std::filesystem::path> homes{"no/such/home"};
  const auto vocabulary = Vocabulary::load(kRoot, homes, std::vector{Access::open});
  EXPECT_TRUE(vocabulary->flaws().empty());
  EXPECT_FALSE(vocabulary->synonyms().empty());
}

TEST(Vocabulary, TakesTheOfficesOwnWords) {
  const TestFolder folder;
  const std::vector homes{home(folder / "home")};
  write(homes[0] / kOwnWords,
        "<search-words><equal><word>三号桥改造</word><word>老桥工程</word></equal></search-words>");
  write(homes[0] / "organisations.xml",
        "<organisations><organisation id='yx' name='云溪县人民政府办公室'>"
        "<short>云溪县政府办</short></organisation></organisations>");
  const auto vocabulary = Vocabulary::load(kRoot, homes, std::vector{Access::open});
  EXPECT_TRUE(vocabulary->flaws().empty());
  EXPECT_EQ(vocabulary->synonyms().of("老桥工程", Kind::equal), Words{"三号桥改造"});
  EXPECT_EQ(vocabulary->synonyms().of("云溪县政府办", Kind::equal), Words{"云溪县人民政府办公室"});
}

TEST(Vocabulary, KeepsWhatWasLearntFromStrangers) {
  const TestFolder folder;
  const std::vector homes{home(folder / "home")};
  write(homes[0] / "organisations-learnt.xml",
        "<organisations><organisation id='x' name='云溪县秘密工作处'>"
        "<short>云溪密处</short></organisation></organisations>");
  const auto strangers = Vocabulary::load(kRoot, homes, std::vector{Access::open});
  const auto staff = Vocabulary::load(kRoot, homes, std::vector{Access::open, Access::staff});
  EXPECT_TRUE(strangers->synonyms().of("云溪密处", Kind::equal).empty());
  EXPECT_EQ(staff->synonyms().of("云溪密处", Kind::equal), Words{"云溪县秘密工作处"});
}

TEST(Vocabulary, NamesFilesThatCannotBeUsedAndGoesOn) {
  const TestFolder folder;
  const std::vector homes{home(folder / "home"), folder / "other"};
  write(homes[0] / kOwnWords, "<search-words><equal/></search-words>");
  write(homes[1] / "fonds.xml", "<fonds code='X1' name='乙' profile='no such'/>");
  const auto vocabulary = Vocabulary::load(kRoot, homes, std::vector{Access::open});
  ASSERT_EQ(vocabulary->flaws().size(), 2U);
  EXPECT_NE(vocabulary->flaws()[0].find("search-words.xml:1"), std::string::npos);
  EXPECT_EQ(vocabulary->synonyms().of("国办", Kind::equal), Words{"国务院办公厅"});
}

}  // namespace
}  // namespace guidang::index
