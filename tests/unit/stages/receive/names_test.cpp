// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/names.h"

#include <gtest/gtest.h>

namespace guidang::receive {
namespace {

struct PatternCase {
  std::string name;
  std::string pattern;
  std::string subject;
  bool expected = false;
};
void PrintTo(const PatternCase& c, std::ostream* out) { *out << c.name; }

class PatternTest : public testing::TestWithParam<PatternCase> {};

TEST_P(PatternTest, Matches) {
  EXPECT_EQ(matches_pattern(GetParam().pattern, GetParam().subject), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, PatternTest,
    testing::Values(PatternCase{"Equal", "Thumbs.db", "Thumbs.db", true},
                    PatternCase{"CaseOfAsciiIsFree", "Thumbs.db", "THUMBS.DB", true},
                    PatternCase{"StarTakesNothing", "收文登记*.csv", "收文登记.csv", true},
                    PatternCase{"StarTakesHan", "收文登记*.csv", "收文登记2023年.csv", true},
                    PatternCase{"StarGoesBack", "*.tmp", "a.tmp.tmp", true},
                    PatternCase{"QuestionMarkIsOneCharacter", "第?卷", "第三卷", true},
                    PatternCase{"WholeName", "*.tmp", "a.tmp.docx", false},
                    PatternCase{"EmptyName", "*", "", true},
                    PatternCase{"DotFiles", ".*", ".DS_Store", true},
                    PatternCase{"NoDot", ".*", "a.b", false}),
    [](const auto& each) { return each.param.name; });

struct SplitCase {
  std::string name;
  std::string file;
  std::string stem;
  std::string extension;
};
void PrintTo(const SplitCase& c, std::ostream* out) { *out << c.name; }

class SplitTest : public testing::TestWithParam<SplitCase> {};

TEST_P(SplitTest, GivesStemAndExtension) {
  const NameParts parts = split_name(GetParam().file);
  EXPECT_EQ(parts.stem, GetParam().stem);
  EXPECT_EQ(parts.extension, GetParam().extension);
}

INSTANTIATE_TEST_SUITE_P(All, SplitTest,
                         testing::Values(SplitCase{"Plain", "通知.docx", "通知", "docx"},
                                         SplitCase{"None", "通知", "通知", ""},
                                         SplitCase{"ANumberIsNone", "2023.12", "2023.12", ""},
                                         SplitCase{"HanIsNone", "1.关于", "1.关于", ""},
                                         SplitCase{"LastOne", "a.b.7z", "a.b", "7z"},
                                         SplitCase{"DotFile", ".profile", ".profile", ""},
                                         SplitCase{"TooLong", "a.abcdef", "a.abcdef", ""}),
                         [](const auto& each) { return each.param.name; });

TEST(ResolvePath, StaysInTheBatch) {
  EXPECT_EQ(resolve_path("收文", "a.docx"), "收文/a.docx");
  EXPECT_EQ(resolve_path("", R"(.\收文\a.docx)"), "收文/a.docx");
  EXPECT_EQ(resolve_path("收文", "../发文/a.docx"), "发文/a.docx");
  EXPECT_EQ(resolve_path("收文", "../../a.docx"), "");
  EXPECT_EQ(resolve_path("", "/etc/passwd"), "");
  EXPECT_EQ(resolve_path("", R"(C:\a.docx)"), "");
}

TEST(SplitList, PartsAtChineseAndAsciiSigns) {
  EXPECT_EQ(split_list("a;b；c、d"), (std::vector<std::string_view>{"a", "b", "c", "d"}));
  EXPECT_EQ(split_list(""), (std::vector<std::string_view>{""}));
}

}  // namespace
}  // namespace guidang::receive
