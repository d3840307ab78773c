// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <ostream>
#include <string>

#include "stages/extract/readers.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

using testing::Contains;
using testing::Pair;

struct Case {
  std::string name{};
  std::string html{};
  std::string text{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Html : public testing::TestWithParam<Case> {};

TEST_P(Html, ComesOutAsLines) {
  const Extraction result = read_html(memory_file(GetParam().html).get(), {});
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  ASSERT_EQ(result.pages.size(), 1U);
  EXPECT_EQ(result.pages[0], GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Pages, Html,
    testing::Values(
        Case{"BlocksMakeLines", "<h1>标题</h1><p>一</p><div>二<div>三</div>四</div>",
             "标题\n一\n二\n三\n四\n"},
        Case{"InlineElementsDoNot", "<p>关<b>于</b><font>归</font>档</p>", "关于归档\n"},
        Case{"BreaksMakeLines", "<p>一<br>二<br/>三</p>", "一\n二\n三\n"},
        Case{"BlanksRunTogether", "<p>  a \n\t b  </p>", "a b\n"},
        Case{"SourceLineBetweenHanIsNoBlank", "<p>归\n   档</p><p>a\nb</p>", "归档\na b\n"},
        Case{"IdeographicSpaceStays", "<p>\u3000\u3000各乡镇&nbsp;:</p>",
             "\u3000\u3000各乡镇\u00A0:\n"},
        Case{"PreformattedStays", "<pre>a  b\n  c</pre>", "a  b\n  c\n"},
        Case{"Entities", "<p>&lt;通知&gt;&#12308;2023&#x3015;&hellip;</p>", "<通知>〔2023〕…\n"},
        Case{"CellsByTabs", "<table><tr><th>文号</th><th>标题</th></tr><tr><td>1<td>二</table>",
             "文号\t标题\n1\t二\n"},
        Case{"EmptyRowsVanish", "<table><tr><td></td><td> </td></tr></table>", ""},
        Case{"NestedTable",
             "<table><tr><td>外<table><tr><td>甲</td><td>乙</td></tr></table></td><td>右</td></tr>"
             "</table>",
             "外\n甲\t乙\t右\n"},
        Case{"UnseenIsLeftOut",
             "<script>var a='脚本'</script><style>p{}</style><nav>首页</nav><p>正文</p>"
             "<div style='DISPLAY : none'>藏</div><p hidden>藏</p><select><option>选</select>",
             "正文\n"},
        Case{"CommentsAreLeftOut", "<p>甲<!-- 注 -->乙</p>", "甲乙\n"},
        Case{"TitleIsNoText", "<html><head><title>题</title></head><body>文</body></html>", "文\n"},
        Case{"BrokenMarkup", "<p>甲<b>乙<p>丙</b></i></div>丁", "甲乙\n丙丁\n"},
        Case{"Empty", "<html></html>", ""}),
    [](const auto& c) { return c.param.name; });

TEST(HtmlProperties, ComeFromTitleAndMeta) {
  const Extraction result = read_html(
      memory_file("<head><title> 关于归档的通知 </title><meta name=Keywords content='归档;通知'>"
                  "<meta name=author content=办公室><meta name=ArticleTitle content=题>"
                  "<meta name=viewport content=x></head>")
          .get(),
      {});
  EXPECT_THAT(result.properties, Contains(Pair("title", "关于归档的通知")));
  EXPECT_THAT(result.properties, Contains(Pair("keywords", "归档;通知")));
  EXPECT_THAT(result.properties, Contains(Pair("creator", "办公室")));
  EXPECT_THAT(result.properties, Contains(Pair("meta:articletitle", "题")));
  EXPECT_EQ(result.properties.size(), 4U);
}

TEST(HtmlEncoding, IsTheDeclaredOneWhenItFits) {
  // 归 in GBK, and 镕 which GB2312 lacks: the parser's own decoder would stop there.
  const Extraction result =
      read_html(memory_file("<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">"
                            "<p>\xB9\xE9\xE9\x46</p><p>\xB5\xB5</p>")
                    .get(),
                {});
  EXPECT_EQ(result.pages.at(0), "归镕\n档\n");
  EXPECT_EQ(result.encoding, "GB18030");
  EXPECT_EQ(result.technical.count("encoding_declared"), 0U);
}

TEST(HtmlEncoding, IsNotTheDeclaredOneWhenTheBytesSayOtherwise) {
  const Extraction result =
      read_html(memory_file("<meta charset='gbk'><p>这是一份通知</p>").get(), {});
  EXPECT_EQ(result.pages.at(0), "这是一份通知\n");
  EXPECT_EQ(result.encoding, "UTF-8");
  EXPECT_THAT(result.technical, Contains(Pair("encoding_declared", "gbk")));
}

TEST(HtmlEncoding, IsSaidToBeGuessedWhenNothingDeclaresIt) {
  const Extraction result =
      read_html(memory_file("<p>\xB9\xE9\xB5\xB5\xCD\xA8\xD6\xAA</p>").get(), {});
  EXPECT_EQ(result.pages.at(0), "归档通知\n");
  EXPECT_THAT(result.technical, Contains(Pair("encoding_guessed", "yes")));
}

TEST(HtmlTechnical, CountsWhatThePageBringsOrFetches) {
  const Extraction result = read_html(
      memory_file(
          "<!DOCTYPE html><head><meta name=generator content='Word 15'>"
          "<link rel=stylesheet href=a.css><link rel=icon href=b.ico>"
          "<script src=x.js></script><script>1</script></head>"
          "<img src=a.png><img src='data:image/gif;base64,R0'><iframe src=http://x></iframe>")
          .get(),
      {});
  const std::map<std::string, std::string> expected{
      {"format_version", "5"}, {"puid", "fmt/471"}, {"program", "Word 15"},
      {"scripts", "2"},        {"images", "2"},     {"external_references", "4"}};
  EXPECT_EQ(result.technical, expected);
}

struct DoctypeCase {
  std::string doctype{};
  std::string version{};
};

TEST(HtmlTechnical, VersionComesFromTheDoctype) {
  const std::array<DoctypeCase, 5> cases{
      {{"<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">", "4.01"},
       {"<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.0 Transitional//EN\">", "4.0"},
       {"<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x\">", "XHTML 1.0"},
       {"<!doctype html SYSTEM 'about:legacy-compat'>", "5"},
       {"<html>", ""}}};
  for (const DoctypeCase& c : cases) {
    const Extraction result = read_html(memory_file(c.doctype + "<p>x").get(), {});
    const auto found = result.technical.find("format_version");
    EXPECT_EQ(found == result.technical.end() ? "" : found->second, c.version) << c.doctype;
  }
}

TEST(HtmlLimits, DeepNestingEndsInAReason) {
  std::string html;
  for (int i = 0; i < 100'000; ++i) html += "<div>";
  const Extraction result = read_html(memory_file(html).get(), {});
  EXPECT_EQ(result.state, TextState::failed);
  EXPECT_NE(result.reason, "");
}

}  // namespace
}  // namespace guidang::extract
