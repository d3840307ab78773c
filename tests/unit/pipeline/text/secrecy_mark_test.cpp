// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/secrecy_mark.h"

#include <gtest/gtest.h>

#include <ostream>

namespace guidang::text {
namespace {

/// A level's mark as text, "-" for none.
template <typename Mark>
std::string shown(const Mark& mark) {
  return mark ? mark->to_text() : "-";
}

struct Case {
  const char* text;
  const char* mark;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class MarkField : public testing::TestWithParam<Case> {};

TEST_P(MarkField, IsReadThroughItsDisguise) {
  EXPECT_EQ(shown(parse_secrecy_mark(GetParam().text)), GetParam().mark);
}

INSTANTIATE_TEST_SUITE_P(
    Marks, MarkField,
    testing::Values(
        Case{"绝密★30年", "绝密★30年"}, Case{"机密★1年", "机密★1年"},
        Case{"秘密★6个月", "秘密★6个月"}, Case{"秘密", "秘密"}, Case{"机密★启用前", "机密★启用前"},
        Case{"绝密★长期", "绝密★长期"}, Case{"秘密*10年", "秘密★10年"},
        Case{"秘密＊10年", "秘密★10年"}, Case{"秘密☆10年", "秘密★10年"},
        Case{"秘密✭10年", "秘密★10年"}, Case{"机密 ★ 2030年1月1日", "机密★2030年1月1日"},
        Case{"机 密 ★ 1 年", "机密★1年"}, Case{"机　密", "机密"}, Case{"机\u200B密", "机密"},
        Case{"机\u200D密★１年", "机密★1年"}, Case{"机\u2060密", "机密"}, Case{"机\uFEFF密", "机密"},
        Case{"机\u0307密", "机密"}, Case{"机\uFFFD密", "机密"}, Case{"機密", "机密"},
        Case{"絕密★長期", "绝密★长期"}, Case{"祕密", "秘密"}, Case{"㊙", "秘密"},
        Case{"机密级", "机密"}, Case{"机密件", "机密"}, Case{"机密10年", "机密★10年"},
        Case{"机密·10年", "机密★10年"}, Case{"机密（10年）", "机密★10年"},
        Case{"机密★十年", "机密★10年"}, Case{"机密★保密期限：10年", "机密★10年"},
        Case{"秘密★1年6个月", "秘密★1年6个月"}, Case{"★机密★", "机密"}, Case{"【绝密】", "绝密"},
        Case{"（秘密）", "秘密"}, Case{"[机密]", "机密"}, Case{"密级：机密", "机密"},
        Case{"密级　秘密", "秘密"}, Case{"密级\t秘密", "秘密"},
        Case{"密级和保密期限：秘密★5年", "秘密★5年"}, Case{"000001 机密★1年 特急", "机密★1年"},
        Case{"№ 000123　机密", "机密"}, Case{"份号：000001　密级：绝密", "绝密"},
        Case{"机密 国办函〔2012〕1号", "机密"}, Case{"特急 机密", "机密"},
        Case{"秘密 机密", "机密"}));

INSTANTIATE_TEST_SUITE_P(
    Words, MarkField,
    testing::Values(Case{"", "-"}, Case{"密级", "-"}, Case{"密级：", "-"}, Case{"密级：无", "-"},
                    Case{"密级：内部", "-"}, Case{"秘密等级", "-"}, Case{"国家秘密", "-"},
                    Case{"保守国家秘密法", "-"}, Case{"机密文件管理办法", "-"},
                    Case{"商业秘密", "-"}, Case{"工作秘密", "-"}, Case{"秘密一词", "-"},
                    Case{"“秘密”", "-"}, Case{"《机密》", "-"}, Case{"机要", "-"},
                    Case{"保密", "-"}, Case{"密", "-"}, Case{"★1年", "-"},
                    Case{"内部资料 注意保存", "-"}, Case{"密级：□绝密 □机密 □秘密", "-"},
                    Case{"密级（绝密、机密、秘密）", "-"}, Case{"□绝密 □机密 □秘密", "-"},
                    Case{"□绝密 □机密 ☑秘密", "秘密"}, Case{"○机密", "机密"},
                    Case{"●机密●", "机密"}, Case{"000001 □绝密 ☑机密", "机密"},
                    Case{"密级：□绝密 ☑机密 □秘密", "机密"},
                    Case{"密级：绝密□ 机密□ 秘密√", "秘密"}, Case{"涉及秘密的文件", "-"}));

struct HeadCase {
  const char* name;
  std::string text;
  const char* mark;
  std::size_t line;
};
void PrintTo(const HeadCase& c, std::ostream* out) { *out << c.name; }

class HeadMark : public testing::TestWithParam<HeadCase> {};

TEST_P(HeadMark, IsInTheMarksPlace) {
  const auto found = find_head_mark(GetParam().text);
  EXPECT_EQ(found ? found->mark.to_text() : "-", GetParam().mark);
  EXPECT_EQ(found ? found->line : 0U, GetParam().line);
}

const std::string kTitle =
    "某县人民政府文件\n某政发〔2023〕6号\n关于做好工作的通知\n各乡镇人民政府：\n";
const std::string kBody = "现将有关事项通知如下，请认真贯彻执行。\n";

INSTANTIATE_TEST_SUITE_P(
    Marked, HeadMark,
    testing::Values(HeadCase{"FirstLine", "机密★1年\n" + kTitle, "机密★1年", 1},
                    HeadCase{"ThirdLine", "\n000001\n机密\n" + kTitle, "机密", 3},
                    HeadCase{"BesideCopyNumber", "000001 秘密★5年\n" + kTitle, "秘密★5年", 1},
                    HeadCase{"SplitByBlanks", "机 密 ★ 1 年\n" + kTitle, "机密★1年", 1},
                    HeadCase{"ZeroWidth", "绝\u200B\u200C密\n" + kTitle, "绝密", 1},
                    HeadCase{"Upright", "机\n密\n" + kTitle, "机密", 1},
                    HeadCase{"Traditional", "機密\n" + kTitle, "机密", 1},
                    HeadCase{"TableCells", "文件处理单\n密级\t秘密\t份数\t10\n", "秘密", 2},
                    HeadCase{"CellsOnLines", "文件处理单\n密级\n秘密\n份数\n", "秘密", 3},
                    HeadCase{"LabelInALine", "发文单位：县府办 密级：机密 份数：10\n", "机密", 1},
                    HeadCase{"AfterTheNumber", "某县文件\n某政发〔2023〕6号\n机密★10年\n标题\n",
                             "机密★10年", 3},
                    HeadCase{"PartedByAGap", "机密　　　　某县人民政府文件\n", "机密", 1},
                    HeadCase{"PartedByATab", "某县人民政府文件\t绝密\n", "绝密", 1},
                    HeadCase{"OneLongLine",
                             "机密★1年 国务院文件 国发〔2012〕1号 关于工作的通知 各部门：请执行。",
                             "机密★1年", 1},
                    HeadCase{"OneLongLineWithCopyNumber", "000001机密★1年国务院文件国发〔2012〕1号",
                             "机密★1年", 1},
                    HeadCase{"HighestWins", "秘密\n机密★1年\n" + kTitle, "机密★1年", 2},
                    HeadCase{"TermInTheBody", kTitle + kBody + "秘密★1年\n", "秘密★1年", 6},
                    HeadCase{"LabelInTheBody", kTitle + kBody + "密级：秘密\n", "秘密", 6},
                    HeadCase{"PartedByOneBlank", "机密 某县人民政府文件\n", "机密", 1},
                    HeadCase{"BracketedBeforeTheTitle", "【机密】关于做好工作的通知\n", "机密", 1},
                    HeadCase{"BracketedBehindTheTitle", "关于做好工作的通知（秘密）\n", "秘密", 1},
                    HeadCase{"OtherLabel", "单位：县府办 保密等级：机密\n", "机密", 1},
                    HeadCase{"MacLineEnds", "机密\r标题\r", "机密", 1},
                    HeadCase{"WrappedInSigns", "==== ★机密★ ====\n", "机密", 1}),
    [](const auto& i) { return std::string(i.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Unmarked, HeadMark,
    testing::Values(
        HeadCase{"Plain", kTitle + kBody, "-", 0},
        HeadCase{"SecrecyRules",
                 "保密工作规定\n国家秘密分为绝密、机密、秘密三级。\n秘密文件由专人管理。\n", "-",
                 0},
        HeadCase{"LawTitle", "中华人民共和国保守国家秘密法\n第一条 为了保守国家秘密\n", "-", 0},
        HeadCase{"TitleOnSecrets", "机密文件管理办法\n秘密载体管理规定\n", "-", 0},
        HeadCase{"TitleSetWide", "机　密　文　件　管　理\n", "-", 0},
        HeadCase{"WideTitleEnd", "保　守　秘　密\n", "-", 0},
        HeadCase{"ListInTheBody", kTitle + "绝密\n机密\n秘密\n", "-", 0},
        HeadCase{"TitleInWords", "秘 密 文 件 管理 办法\n", "-", 0},
        HeadCase{"BracketsAroundMore", "（机密文件管理）办法\n【国家秘密】解释\n", "-", 0},
        HeadCase{"Quoted", "定密办法\n标注为“秘密★1年”等字样\n", "-", 0},
        HeadCase{"BlankForm", "发文稿纸\n密级：□绝密 □机密 □秘密\n", "-", 0},
        HeadCase{"EmptyLabel", "文件处理单\n密级：\n份数：10\n", "-", 0},
        HeadCase{"DefinitionOfLevels", "填写说明\n密级分为绝密、机密、秘密\n", "-", 0},
        HeadCase{"Empty", "", "-", 0}, HeadCase{"Blank", "\n\n　\n", "-", 0}),
    [](const auto& i) { return std::string(i.param.name); });

TEST(HeadMark, PlaceEndsAfterFortyLines) {
  std::string text;
  for (std::size_t i = 0; i + 1 < kHeadLines; ++i) text += "标题\n\n";
  EXPECT_TRUE(find_head_mark(text + "机密★1年\n"));
  EXPECT_FALSE(find_head_mark(text + "标题\n机密★1年\n"));
}

class NameMark : public testing::TestWithParam<Case> {};

TEST_P(NameMark, IsATokenOfTheName) {
  EXPECT_EQ(shown(find_name_mark(GetParam().text)), GetParam().mark);
}

INSTANTIATE_TEST_SUITE_P(
    Names, NameMark,
    testing::Values(Case{"机密_关于工作的通知.docx", "机密"},
                    Case{"关于工作的通知（秘密）.docx", "秘密"}, Case{"【绝密】通知.pdf", "绝密"},
                    Case{"通知-机密.doc", "机密"}, Case{"秘密.docx", "秘密"},
                    Case{"2023/机密/通知.docx", "机密"}, Case{"收文\\秘密\\a.doc", "秘密"},
                    Case{"机密★1年 通知.docx", "机密★1年"}, Case{"機密_通知.docx", "机密"},
                    Case{"机\u200B密_通知.docx", "机密"}, Case{"机 密_通知.docx", "机密"},
                    Case{"2023机密001.docx", "机密"}, Case{"通知(机密级).docx", "机密"},
                    Case{"通知［秘密］.docx", "秘密"}, Case{"机密件 通知.docx", "机密"},
                    Case{"秘密_机密.docx", "机密"}, Case{"保守国家秘密法.docx", "-"},
                    Case{"机密文件管理办法.docx", "-"}, Case{"关于《秘密》的通知.docx", "-"},
                    Case{"关于“机密”标志的通知.docx", "-"}, Case{"国家秘密_解释.docx", "-"},
                    Case{"商业秘密.docx", "-"}, Case{"机密.性评估.docx", "机密"},
                    Case{"秘密花园.docx", "-"}, Case{"", "-"}, Case{"通知.docx", "-"}));

TEST(ControlMark, IsNoLevel) {
  EXPECT_TRUE(is_control_mark("内部资料"));
  EXPECT_TRUE(is_control_mark("（内 部）"));
  EXPECT_TRUE(is_control_mark("工作秘密"));
  EXPECT_FALSE(is_control_mark("内部资料管理办法"));
  EXPECT_FALSE(is_control_mark("秘密"));
  EXPECT_FALSE(is_control_mark(""));
}

TEST(SecrecyLevel, HasAnIdBothWays) {
  EXPECT_LT(SecrecyLevel::secret, SecrecyLevel::highly_secret);
  EXPECT_LT(SecrecyLevel::highly_secret, SecrecyLevel::top_secret);
  for (const auto level : {SecrecyLevel::none, SecrecyLevel::secret, SecrecyLevel::top_secret}) {
    EXPECT_EQ(secrecy_level_of_id(to_id(level)), level);
  }
  EXPECT_FALSE(secrecy_level_of_id("confidential"));
}

}  // namespace
}  // namespace guidang::text
