// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/xml/document.h"

#include <gtest/gtest.h>

#include "pipeline/failure.h"
#include "tests/unit/pipeline/xml/parsed.h"

namespace guidang::xml {
namespace {

TEST(Document, GivesElementsAttributesAndText) {
  const Document doc = parsed(
      "<档案 年度='2023' 空=''>\n <件 号='1'>关于<b>某事</b>的<![CDATA[<通知>]]></件>\n "
      "<件/>\n</档案>");
  const Node root = doc.root();
  EXPECT_EQ(root.name(), "档案");
  EXPECT_EQ(root.attribute("年度"), "2023");
  EXPECT_EQ(root.attribute("空"), "");
  EXPECT_EQ(root.attribute("无"), std::nullopt);
  ASSERT_EQ(root.children("件").size(), 2U);
  EXPECT_EQ(root.children().size(), 2U);
  EXPECT_EQ(root.child("件")->text(), "关于某事的<通知>");
  EXPECT_EQ(root.children()[1].text(), "");
  EXPECT_EQ(root.children()[1].line(), 3U);
  EXPECT_FALSE(root.child("b"));
  ASSERT_EQ(root.descendants("b").size(), 1U);
  EXPECT_EQ(root.descendants().size(), 3U);
}

TEST(Document, NamesAreWithoutPrefix) {
  const Document doc = parsed("<w:p xmlns:w='urn:w' w:id='7'><x xmlns='urn:x'/></w:p>");
  EXPECT_EQ(doc.root().name(), "p");
  EXPECT_EQ(doc.root().namespace_uri(), "urn:w");
  EXPECT_EQ(doc.root().attribute("id"), "7");
  EXPECT_EQ(doc.root().children()[0].namespace_uri(), "urn:x");
}

TEST(Document, PredefinedEntitiesAndReferencesAreRead) {
  const Document doc = parsed("<a b='&lt;&amp;&#x6863;'>&gt;&#26696;</a>");
  EXPECT_EQ(doc.root().attribute("b"), "<&档");
  EXPECT_EQ(doc.root().text(), ">案");
}

TEST(Document, OtherEncodingsBecomeUtf8) {
  EXPECT_EQ(parsed("<?xml version='1.0' encoding='GB18030'?><a>\xCD\xA8</a>").root().text(), "通");
  // 0x967C is in GBK, not in GB2312; writers declare GB2312 all the same.
  EXPECT_EQ(parsed("<?xml version='1.0' encoding='gb2312'?><a>\x96\x7C</a>").root().text(), "東");
  EXPECT_EQ(parsed(std::string_view{"\xFF\xFE<\0a\0>\0\x1A\x90<\0/\0a\0>\0", 18}).root().text(),
            "通");
}

TEST(Document, LineNumbersGoAbove65535) {
  const Document doc = parsed("<a>" + repeated("\n", 70'000) + "<b> </b></a>");
  EXPECT_EQ(doc.root().children()[0].line(), 70'001U);
}

TEST(Document, StaysValidWhenMoved) {
  Document first = parsed("<a><b/></a>");
  const Node root = first.root();
  const Document second = std::move(first);
  EXPECT_EQ(root.children().size(), 1U);
  EXPECT_EQ(second.source(), "test.xml");
}

TEST(Document, MissingFileIsAFailure) {
  EXPECT_THROW(Document::parse_file("/nowhere.xml"), Failure);
}

}  // namespace
}  // namespace guidang::xml
