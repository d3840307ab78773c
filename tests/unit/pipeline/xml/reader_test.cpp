// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/xml/reader.h"

#include <gtest/gtest.h>

#include "tests/unit/pipeline/xml/parsed.h"

namespace guidang::xml {
namespace {

std::string trace(Reader& reader) {
  std::string out;
  while (reader.next()) {
    const std::string depth = std::to_string(reader.depth());
    switch (reader.event()) {
      case Event::start:
        out += "<" + depth + std::string{reader.name()};
        break;
      case Event::end:
        out += ">" + depth + std::string{reader.name()};
        break;
      case Event::text:
        out += "'" + std::string{reader.text()} + "'";
        break;
    }
    out += ' ';
  }
  return out;
}

TEST(Reader, GivesStartsEndsAndTexts) {
  Reader reader{"<a><!-- c --><b>x</b><c/><![CDATA[<]]></a>", "r.xml"};
  EXPECT_EQ(trace(reader), "<0a <1b 'x' >1b <1c >1c '<' >0a ");
  EXPECT_FALSE(reader.error());
  EXPECT_FALSE(reader.next());
}

TEST(Reader, GivesAttributesAndNamespaces) {
  Reader reader{"<w:a xmlns:w='urn:w' xmlns:val='urn:v' w:val='档' b=''/>", "r.xml"};
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.name(), "a");
  EXPECT_EQ(reader.namespace_uri(), "urn:w");
  EXPECT_EQ(reader.attribute("val"), "档");
  EXPECT_EQ(reader.attribute("b"), "");
  EXPECT_EQ(reader.attribute("c"), std::nullopt);
  EXPECT_EQ(reader.name(), "a");
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.event(), Event::end);
  EXPECT_EQ(reader.attribute("b"), std::nullopt);
}

TEST(Reader, ErrorNamesTheLine) {
  Reader reader{"<a>\n<b>x</c></a>", "r.xml"};
  while (reader.next()) {
  }
  ASSERT_TRUE(reader.error());
  EXPECT_EQ(reader.error()->line, 2U);
}

TEST(Reader, DoctypeInUtf16IsSeen) {
  std::string bytes = "\xFF\xFE";
  for (const char c : std::string_view{"<!DOCTYPE a><a/>"}) {
    bytes += c;
    bytes += '\0';
  }
  Reader reader{bytes, "r.xml"};
  EXPECT_FALSE(reader.next());
  ASSERT_TRUE(reader.error());
  EXPECT_NE(reader.error()->message.find("document type"), std::string::npos);
}

TEST(Reader, ReadsALongDocument) {
  const std::string bytes = "<a>" + repeated("<p>段落</p>\n", 100'000) + "</a>";
  Reader reader{bytes, "r.xml"};
  std::size_t starts = 0;
  while (reader.next()) starts += reader.event() == Event::start ? 1U : 0U;
  EXPECT_FALSE(reader.error());
  EXPECT_EQ(starts, 100'001U);
}

}  // namespace
}  // namespace guidang::xml
