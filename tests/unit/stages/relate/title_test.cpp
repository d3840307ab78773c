// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/title.h"

#include <gtest/gtest.h>

namespace guidang::relate {
namespace {

struct RoleCase {
  std::string name;
  std::string place;
  Role role;
  std::string stem;
};
void PrintTo(const RoleCase& c, std::ostream* out) { *out << c.name; }

class RoleInName : public testing::TestWithParam<RoleCase> {};

TEST_P(RoleInName, IsRead) {
  const NamedRole named = named_role(GetParam().place);
  EXPECT_EQ(named.role, GetParam().role);
  EXPECT_EQ(named.stem, GetParam().stem);
}

INSTANTIATE_TEST_SUITE_P(
    Names, RoleInName,
    testing::Values(RoleCase{"FinalDraft", "发文/云政办发〔2023〕2号_定稿.txt", Role::final_draft,
                             "发文/云政办发〔2023〕2号"},
                    RoleCase{"NumberedAttachment", "a/X_附件12.pdf", Role::attachment, "a/X"},
                    RoleCase{"Brackets", "X（处理单）.docx", Role::handling_slip, "X"},
                    RoleCase{"WholeName", "收文/1/文件处理单.txt", Role::handling_slip, "收文/1/"},
                    RoleCase{"WordInARunningTitle", "关于做好定稿工作.txt", Role::main,
                             "关于做好定稿工作"},
                    RoleCase{"WordGrownToTheTitle", "通知定稿.txt", Role::main, "通知定稿"},
                    RoleCase{"DotInTheName", "2023.12月报", Role::main, "2023.12月报"},
                    RoleCase{"Empty", "", Role::main, ""}));

TEST(Core, MeetsForQuestionAndAnswer) {
  const std::string asked = core_of("云溪县人民政府关于请求建设档案馆新馆的请示");
  EXPECT_EQ(asked, "建设档案馆新馆");
  EXPECT_EQ(asked, core_of("青溪市人民政府关于同意建设档案馆新馆的批复"));
  EXPECT_EQ(asked, core_of("关于《建设档案馆新馆的请示》的批复"));
}

TEST(Core, IsEmptyWhenNothingTellsTheMatter) {
  EXPECT_EQ(core_of("请示"), "");
  EXPECT_EQ(core_of("关于同意的批复"), "");
}

TEST(PartOf, GoesByKindThenTitle) {
  EXPECT_EQ(part_of("请示", ""), Part::request);
  EXPECT_EQ(part_of("", "关于同意试点的批复"), Part::reply);
  EXPECT_EQ(part_of("函", "关于协助提供档案的复函"), Part::reply);
  EXPECT_EQ(part_of("函", "关于商请协助提供档案的函"), Part::letter);
  EXPECT_EQ(part_of("通知", "关于答复的通知"), Part::none);
}

}  // namespace
}  // namespace guidang::relate
