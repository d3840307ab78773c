// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/xml/writer.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/unit/pipeline/xml/parsed.h"

namespace guidang::xml {
namespace {

TEST(Writer, IndentsElementsAndLeavesTextAlone) {
  std::string out;
  Writer writer{out};
  writer.open("目录").attribute("年度", "2023").comment("未定稿");
  writer.open("件").attribute("号", "1").element("题名", " 关于 ").open("附件").close().close();
  writer.finish();
  EXPECT_EQ(out,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<目录 年度=\"2023\">\n"
            "  <!-- 未定稿 -->\n"
            "  <件 号=\"1\">\n"
            "    <题名> 关于 </题名>\n"
            "    <附件/>\n"
            "  </件>\n"
            "</目录>\n");
}

TEST(Writer, MixedContentGetsNoWhiteSpace) {
  std::string out;
  Writer writer{out};
  writer.open("p").text("a").open("b").open("c").close().close().text("d");
  writer.finish();
  EXPECT_NE(out.find("<p>a<b><c/></b>d</p>\n"), std::string::npos) << out;
}

TEST(Writer, WhatIsWrittenReadsBack) {
  const std::string value = "<&>\"'\t\n\r]]> 档\U00020000";
  std::string out;
  Writer writer{out};
  writer.open("a").attribute("b", value).text(value);
  writer.finish();
  const Document doc = parsed(out);
  EXPECT_EQ(doc.root().attribute("b"), value);
  EXPECT_EQ(doc.root().text(), value);
  EXPECT_EQ(writer.replaced(), 0U);
}

TEST(Writer, ForbiddenCharactersAreReplacedAndCounted) {
  std::string out;
  Writer writer{out};
  writer.element("a", std::string{"x\0\x0B\xFF\uFFFE", 7} + "\uFFFD");
  writer.finish();
  EXPECT_EQ(parsed(out).root().text(), "x\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(writer.replaced(), 4U);
}

TEST(Writer, CommentCannotEndEarly) {
  std::string out;
  Writer writer{out};
  writer.open("a").comment("x --> <b/> ---");
  writer.finish();
  EXPECT_TRUE(parsed(out).root().children().empty()) << out;
}

TEST(Writer, OutMayBeTakenBetweenCalls) {
  std::string whole;
  Writer writer{whole};
  writer.open("a").element("b", "1");
  std::string saved = std::exchange(whole, {});
  writer.element("b", "2");
  writer.finish();
  EXPECT_EQ(parsed(saved + whole).root().children("b").size(), 2U);
}

TEST(Writer, WrongOrderIsABug) {
  std::string out;
  Writer writer{out};
  EXPECT_THROW(writer.text("x"), std::logic_error);
  EXPECT_THROW(writer.close(), std::logic_error);
  EXPECT_THROW(writer.open("a b"), std::logic_error);
  EXPECT_THROW(writer.open("1a"), std::logic_error);
  writer.open("a").text("x");
  EXPECT_THROW(writer.attribute("b", ""), std::logic_error);
  writer.close();
  EXPECT_THROW(writer.open("second"), std::logic_error);
}

}  // namespace
}  // namespace guidang::xml
