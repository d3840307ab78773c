// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/xml/html.h"

#include <gtest/gtest.h>

#include "tests/unit/pipeline/xml/parsed.h"

namespace guidang::xml {
namespace {

TEST(Html, RepairsMarkup) {
  const Document doc = good(parse_html("<P>关于<b>某事<p>第二段&nbsp;&copy;", "a.html"));
  EXPECT_EQ(doc.root().name(), "html");
  const auto paragraphs = doc.root().descendants("p");
  ASSERT_EQ(paragraphs.size(), 2U);
  EXPECT_EQ(paragraphs[0].text(), "关于某事");
  EXPECT_EQ(paragraphs[1].text(), "第二段\u00A0\u00A9");
}

// The character is not in GB2312: a parser that believes the page stops there.
TEST(Html, IgnoresTheDeclaredCharset) {
  const Document doc = good(parse_html(
      "<html><head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'></head>"
      "<body><p>杮</p><p>以下</p></body></html>",
      "a.html"));
  ASSERT_EQ(doc.root().descendants("p").size(), 2U);
  EXPECT_EQ(doc.root().descendants("p")[0].text(), "杮");
  EXPECT_EQ(doc.root().descendants("p")[1].text(), "以下");
}

TEST(Html, LeavesOutScriptsUnlessAsked) {
  constexpr std::string_view kPage =
      "<body><script>var a='<p>x</p>';</script>正文<style>p{}</style><noscript>n</noscript></body>";
  EXPECT_EQ(good(parse_html(kPage, "a.html")).root().text(), "正文");
  EXPECT_EQ(good(parse_html(kPage, "a.html", Scripts::keep)).root().descendants("script").size(),
            1U);
}

TEST(Html, DoctypeIsNoConcern) {
  const Document doc = good(parse_html(
      "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01//EN' 'http://127.0.0.1:9/x.dtd'><p>a",
      "a.html"));
  EXPECT_EQ(doc.root().text(), "a");
}

TEST(Html, NothingIsAnEmptyPage) {
  for (const std::string_view page : {"", " ", "<!-- c -->"}) {
    const Document doc = good(parse_html(page, "a.html"));
    EXPECT_EQ(doc.root().name(), "html");
    EXPECT_EQ(doc.root().text().find_first_not_of(' '), std::string::npos);
  }
}

TEST(Html, BrokenUtf8IsNoCrash) {
  EXPECT_FALSE(good(parse_html("<p>\xFF\xFE通知</p>", "a.html")).root().text().empty());
}

TEST(Html, DeepNestingIsRefused) {
  const auto result = parse_html(repeated("<div>", 100'000), "deep.html");
  ASSERT_TRUE(std::holds_alternative<XmlError>(result));
  EXPECT_NE(std::get<XmlError>(result).message.find("too deep"), std::string::npos);
}

TEST(Html, ManyNodesAreRefused) {
  const auto result =
      parse_html(repeated("<br>", 10'000), "many.html", Scripts::drop, {.nodes = 1'000});
  ASSERT_TRUE(std::holds_alternative<XmlError>(result));
}

}  // namespace
}  // namespace guidang::xml
