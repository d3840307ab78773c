// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/xml/html.h"
#include "tests/unit/pipeline/forms/samples.h"

namespace guidang::forms {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string html(const Form& form, const Values& sheet, const std::vector<Values>& rows = {}) {
  return test::write(form, "html", sheet, rows).bytes;
}

std::vector<std::string> texts(const std::string& page, std::string_view element) {
  const auto parsed = xml::parse_html(page, "page", xml::Scripts::keep);
  std::vector<std::string> found;
  for (const auto& node : std::get<xml::Document>(parsed).root().descendants(element)) {
    found.push_back(node.text());
  }
  return found;
}

TEST(Html, HoldsValuesEscaped) {
  const std::string page =
      html(test::items_list(), {{"fonds_name", "<b>&\"县"}}, {{{"item_title", "</td><script>x"}}});
  EXPECT_THAT(page, HasSubstr("&lt;b&gt;&amp;&quot;县"));
  EXPECT_THAT(texts(page, "script"), ElementsAre());
  EXPECT_THAT(texts(page, "td"), ::testing::Contains("</td><script>x"));
}

TEST(Html, FetchesNothing) {
  const std::string page = html(test::sampler(), {{"draft", "未定稿"}}, {{}});
  for (const char* word : {"src=", "href=", "url(", "@import", "<script", "http"}) {
    EXPECT_THAT(page, Not(HasSubstr(word))) << word;
  }
}

TEST(Html, HasAccessibleTables) {
  const std::string page = html(test::items_list(), {}, {{{"number", "1"}}});
  EXPECT_THAT(page, AllOf(HasSubstr("<html lang=\"zh-CN\">"), HasSubstr("<th scope=\"col\""),
                          HasSubstr("<caption"), HasSubstr("<thead>")));
  EXPECT_THAT(texts(page, "h1"), ElementsAre("归档文件目录"));
}

TEST(Html, HasTheMeasuresInMillimetres) {
  const std::string page = html(test::items_list(), {{"period", "永久"}});
  EXPECT_THAT(page, HasSubstr("size:297mm 210mm"));
  EXPECT_THAT(page, HasSubstr("<col style=\"width:46mm\">"));
  // What the others leave of 265.
  EXPECT_THAT(page, HasSubstr("<col style=\"width:70mm\">"));
}

TEST(Html, ShowsAColumnWhenItsConditionHolds) {
  EXPECT_THAT(texts(html(test::items_list(), {{"period", "永久"}}), "th"),
              Not(::testing::Contains("保管期限")));
  EXPECT_THAT(texts(html(test::items_list(), {}), "th"), ::testing::Contains("保管期限"));
}

TEST(Html, CountsAndSumsLines) {
  const auto cells =
      texts(html(test::items_list(), {}, {{{"pages", "3"}}, {{"pages", "14"}}}), "td");
  EXPECT_THAT(cells, ::testing::Contains("共 2 件"));
  EXPECT_THAT(cells, ::testing::Contains("17"));
  EXPECT_THAT(texts(html(test::items_list(), {}, {{{"pages", "3"}}, {{"pages", "约10"}}}), "td"),
              Not(::testing::Contains("13")));
}

TEST(Html, GroupsLinesAndFillsUpEmptyOnes) {
  const std::string page =
      html(test::sampler(), {}, {{{"class", "甲"}}, {{"class", "甲"}}, {{"class", "乙"}}});
  EXPECT_EQ(test::count(page, "scope=\"rowgroup\""), 2U);
  EXPECT_EQ(test::count(html(test::sampler(), {}), "<tr style=\"height:7mm\"><td class=\"center\""),
            3U);
}

TEST(Html, TicksBoxes) {
  EXPECT_THAT(html(test::sampler(), {{"ticked", "1"}}), HasSubstr("☑ 行文不当 ☐ 未定稿"));
  EXPECT_THAT(html(test::sampler(), {}), HasSubstr("☐ 行文不当 ☐ 未定稿"));
}

TEST(Html, ShowsDatesInTheirForm) {
  EXPECT_THAT(html(test::items_list(), {{"date", "2024-01-15"}}, {{{"item_date", "2023-08-30"}}}),
              AllOf(HasSubstr("2024年1月15日"), HasSubstr(">20230830<")));
  EXPECT_THAT(html(test::items_list(), {}, {{{"item_date", "[2023-08-30]"}}}),
              HasSubstr(">[20230830]<"));
  EXPECT_THAT(html(test::items_list(), {}, {{{"item_date", "2023年夏"}}}), HasSubstr("2023年夏"));
}

TEST(Html, PutsWhatABoxCannotHoldBehindTheSheet) {
  std::string text;
  for (int i = 0; i < 3'000; ++i) text += "说";
  EXPECT_THAT(html(test::sampler(), {{"long", text}}),
              AllOf(HasSubstr("…※1"), HasSubstr("※1 " + text)));
}

TEST(Html, IsTheSameEachTime) {
  EXPECT_EQ(html(test::sampler(), {{"fonds", "县"}}), html(test::sampler(), {{"fonds", "县"}}));
}

}  // namespace
}  // namespace guidang::forms
