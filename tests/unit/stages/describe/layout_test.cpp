// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "stages/describe/flow.h"
#include "stages/describe/lines.h"
#include "tests/unit/stages/describe/describing.h"

namespace guidang::describe {
namespace {

using testing::ElementsAre;

constexpr LineStyle kText{.align = Align::left, .face = Face::fangsong, .size = 1600};
constexpr LineStyle kTitle{.align = Align::centre, .face = Face::title_song, .size = 2200};
constexpr LineStyle kRed{
    .align = Align::centre, .face = Face::title_song, .size = 4800, .colour = 0xFF0000};
constexpr LineStyle kRight{.align = Align::right, .face = Face::fangsong, .size = 1600};

/// A paper of lines with their looks, as formats without pages give it.
Paper paper_of(const std::vector<std::pair<std::string, LineStyle>>& lines) {
  Paper paper;
  std::string text;
  PageLayout layout;
  for (const auto& [line, style] : lines) {
    text += line + "\n";
    layout.styles.push_back(style);
  }
  paper.pages.push_back(text);
  paper.layout.push_back(layout);
  return paper;
}

const std::string kBody = "现将有关事项通知如下,请认真贯彻执行。各单位要按照要求抓好落实工作。";

TEST(Layout, LargeLinesInTheMiddleAreOneTitle) {
  const Described found = describe_paper(paper_of({{"凤凰县人民政府文件", kRed},
                                                   {"凤政发〔2023〕6号", kText},
                                                   {"凤凰县人民政府", kTitle},
                                                   {"关于做好冬季防火", kTitle},
                                                   {"若干事项", kTitle},
                                                   {"各乡镇人民政府:", kText},
                                                   {kBody, kText},
                                                   {"凤凰县人民政府", kRight},
                                                   {"2023年3月1日", kRight}}));
  EXPECT_EQ(found.value("title"), "凤凰县人民政府关于做好冬季防火若干事项");
  EXPECT_GE(found.confidence("creator"), 0.95);
}

TEST(Layout, RedHeadNeedsNoWordFile) {
  const Described found = describe_paper(paper_of({{"凤凰县人民政府", kRed},
                                                   {"关于做好防火工作的函", kTitle},
                                                   {"县林业局:", kText},
                                                   {kBody, kText}}));
  EXPECT_EQ(found.value("creator"), "凤凰县人民政府");
  EXPECT_EQ(found.value("title"), "关于做好防火工作的函");
}

TEST(Layout, RowOfATableIsNoTitle) {
  LineStyle row = kText;
  row.table = true;
  const Described found = describe_paper(paper_of({{"来文单位\t县林业局的通知", row},
                                                   {"关于做好防火工作的通知", kTitle},
                                                   {"各乡镇人民政府:", kText},
                                                   {kBody, kText}}));
  EXPECT_EQ(found.value("title"), "关于做好防火工作的通知");
}

TEST(Layout, LookRaisesTrustInATitle) {
  const std::vector<std::pair<std::string, LineStyle>> lines{
      {"做好森林防火工作须注意的事项", kTitle}, {"各乡镇人民政府:", kText}, {kBody, kText}};
  const Paper with = paper_of(lines);
  Paper without = with;
  without.layout.clear();
  EXPECT_GT(describe_paper(with).confidence("title"), describe_paper(without).confidence("title"));
}

TEST(Layout, LinesWithoutLooksAreReadAsBefore) {
  Paper paper = paper_of({{"关于做好防火工作的通知", kTitle}, {kBody, kText}});
  paper.layout[0].styles.resize(1);
  EXPECT_EQ(describe_paper(paper).value("title"), "关于做好防火工作的通知");
  paper.layout.resize(3);
  EXPECT_EQ(describe_paper(paper).value("title"), "关于做好防火工作的通知");
}

// Lines of print on a page of A4; left and right edge of the text are 28 and 184 mm.
struct Printed {
  std::string text{};
  std::int32_t left = 2800;
  std::int32_t right = 18400;
  std::int32_t top = 0;
};

std::vector<std::string> flowed(const std::vector<std::vector<Printed>>& pages) {
  std::vector<std::string> texts;
  std::vector<PageLayout> layout;
  for (const std::vector<Printed>& page : pages) {
    std::string text;
    PageLayout one{.width = 21000, .height = 29700};
    for (const Printed& line : page) {
      text += line.text + "\n";
      one.lines.push_back({line.left, line.top, line.right - line.left, 560});
    }
    texts.push_back(text);
    layout.push_back(one);
  }
  flow(texts, layout);
  return texts;
}

TEST(Flow, LinesOfAParagraphAreOneAgain) {
  EXPECT_THAT(flowed({{{"为做好 2023 年的防火工", 3900, 18400, 5000},
                       {"作,现将有关事项通知如", 2800, 18300, 6000},
                       {"下。", 2800, 3900, 7000},
                       {"一、加强领导,落实责任,做", 3900, 18400, 8000},
                       {"好准备。", 2800, 5000, 9000}}}),
              ElementsAre("为做好2023年的防火工作,现将有关事项通知如下。\n\n\n"
                          "一、加强领导,落实责任,做好准备。\n\n"));
}

TEST(Flow, WiderGapPartsParagraphsWithoutIndent) {
  EXPECT_THAT(flowed({{{"第一段第一行满行", 2800, 18400, 5000},
                       {"第一段末行也满行", 2800, 18400, 5600},
                       {"第二段另起", 2800, 9000, 6800},
                       {"第三段第一行满行", 2800, 18400, 8000},
                       {"第三段末行", 2800, 9000, 8600}}}),
              ElementsAre("第一段第一行满行第一段末行也满行\n\n第二段另起\n"
                          "第三段第一行满行第三段末行\n\n"));
}

TEST(Flow, NumbersOfPagesAndRunningHeadsGo) {
  std::vector<std::vector<Printed>> pages;
  for (int i = 1; i <= 4; ++i) {
    pages.push_back({{"云溪年鉴", 9000, 12000, 1500},
                     {"第" + std::string(1, static_cast<char>('a' + i)) + "段", 2800, 9000, 9000},
                     {"— " + std::to_string(i) + " —", 9000, 12000, 27000}});
  }
  EXPECT_THAT(flowed(pages),
              ElementsAre("\n第b段\n\n", "\n第c段\n\n", "\n第d段\n\n", "\n第e段\n\n"));
}

TEST(Flow, ParagraphGoesOnOverThePage) {
  EXPECT_THAT(
      flowed({{{"各单位要高度重视,按照", 3900, 18400, 24000},
               {"要求抓好工作落实,并将", 2800, 18400, 25000},
               {"- 1 -", 9000, 12000, 27000}},
              {{"结果报县政府办公室。", 2800, 12000, 4000}}}),
      ElementsAre("各单位要高度重视,按照要求抓好工作落实,并将结果报县政府办公室。\n\n\n", "\n"));
}

TEST(Flow, CellsAndTextWithoutPlacesStay) {
  EXPECT_THAT(flowed({{{"甲\t乙", 2800, 18400, 5000}, {"丙\t丁", 2800, 18400, 6000}}}),
              ElementsAre("甲\t乙\n丙\t丁\n"));
  std::vector<std::string> pages{"一 1\n二\n"};
  flow(pages, {});
  EXPECT_THAT(pages, ElementsAre("一 1\n二\n"));
}

TEST(Flow, HostilePlacesDoNoHarm) {
  std::vector<std::string> pages{"甲\n乙\n丙\n", "丁"};
  constexpr std::int32_t kMost = 2'000'000'000;
  std::vector<PageLayout> layout{
      {kMost, -5, {{-kMost, kMost, kMost, 1}, {kMost, -kMost, 1, kMost}}}, {0, 0, {{}, {}, {}}}};
  flow(pages, layout);
  EXPECT_EQ(pages.size(), 2U);
}

}  // namespace
}  // namespace guidang::describe
