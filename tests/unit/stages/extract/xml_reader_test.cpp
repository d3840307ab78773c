// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "pipeline/technical.h"
#include "stages/extract/readers.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

using std::string_literals::operator""s;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Key;
using testing::Not;
using testing::Pair;

struct Case {
  std::string name{};
  std::string xml{};
  std::string text{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class XmlText : public testing::TestWithParam<Case> {};

TEST_P(XmlText, ComesOutAsLines) {
  const Extraction result = read_xml(memory_file(GetParam().xml).get(), {});
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_THAT(result.pages, ElementsAre(GetParam().text));
}

INSTANTIATE_TEST_SUITE_P(
    Documents, XmlText,
    testing::Values(
        Case{"LinesOfElements", "<公文>\n <标题>通知</标题>\n <文号>1号</文号>\n</公文>",
             "通知\n1号\n"},
        Case{"AttributesAreNoText", "<a t='x'><b n='1'>甲</b></a>", "甲\n"},
        Case{"MixedContentIsOneLine", "<a><p>关于<b>归<i>档</i></b>的通知</p><p>二</p></a>",
             "关于归档的通知\n二\n"},
        Case{"TextBehindItsFirstChild", "<a><p><b>关</b><b>于</b>归档</p><p>二</p></a>",
             "关于归档\n二\n"},
        Case{"BlockBeforeMixed", "<a><x>甲</x><p><b>乙</b>丙</p></a>", "甲\n乙丙\n"},
        Case{"CdataAndEntities", "<a><b><![CDATA[<甲>]]></b><b>&lt;&#x5F52;&amp;</b></a>",
             "<甲>\n<归&\n"},
        Case{"InnerLineEndsStay", "<a>\n  一\n  二\n</a>", "一\n  二\n"},
        Case{"Comments", "<a><!-- 注 --><b>甲<!-- 注 -->乙</b></a>", "甲乙\n"},
        Case{"Empty", "<a/>", ""},
        Case{"Gb2312WithMore", "<?xml version=\"1.0\" encoding=\"GB2312\"?><a>\xB9\xE9\xE9\x46</a>",
             "归镕\n"},
        Case{"Utf16", "\xFF\xFE<\0a\0>\0\x52\x5F<\0/\0a\0>\0"s, "归\n"},
        Case{"Svg", "<?xml version='1.0'?><svg><title>图</title><text x='1'>字</text></svg>",
             "图\n字\n"}),
    [](const auto& c) { return c.param.name; });

TEST(Xml, SaysItsRootAndVersion) {
  const Extraction result = read_in_process(
      memory_file("<?xml version='1.0'?>\n<d:公文 xmlns:d='urn:x'/>").get(), "a.xml", {});
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_THAT(result.properties, Contains(Pair("root", "{urn:x}公文")));
  EXPECT_THAT(result.technical, Contains(Pair(technical::kFormatVersion, "1.0")));
}

TEST(Xml, AWrongDeclarationIsAFactAndCostsNoText) {
  const Extraction result =
      read_xml(memory_file("<?xml version='1.0' encoding='gb2312'?><a>关于归档</a>").get(), {});
  EXPECT_THAT(result.pages, ElementsAre("关于归档\n"));
  EXPECT_THAT(result.technical, Contains(Pair(technical::kEncodingDeclared, "gb2312")));
  const Extraction gb = read_xml(
      memory_file("<?xml version='1.0' encoding='UTF-8'?><a>\xB9\xD8\xD3\xDA\xB9\xE9\xB5\xB5</a>")
          .get(),
      {});
  EXPECT_THAT(gb.pages, ElementsAre("关于归档\n"));
  EXPECT_THAT(gb.technical, Contains(Pair(technical::kEncodingDeclared, "UTF-8")));
  const Extraction right = read_xml(memory_file("<a>关于归档</a>").get(), {});
  EXPECT_THAT(right.technical, Not(Contains(Key(technical::kEncodingDeclared))));
}

TEST(Xml, ADocumentTypeIsNotLookedAt) {
  const Extraction result = read_xml(
      memory_file("<?xml version='1.0'?>\n<!DOCTYPE rss PUBLIC \"-//N//>\" 'http://a/b.dtd'>\n"
                  "<rss><title>归档</title></rss>")
          .get(),
      {});
  const std::string own = "<!DOCTYPE a [<!ENTITY % l PUBLIC ']>' 'http://a/b.ent'>]>\n<a>归档</a>";
  EXPECT_EQ(read_xml(memory_file(own).get(), {}).state, TextState::read);
  EXPECT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_THAT(result.pages, ElementsAre("归档\n"));
  EXPECT_THAT(result.technical, Contains(Key(technical::kFlaw)));
  EXPECT_EQ(read_xml(memory_file("<a><!DOCTYPE b></a>").get(), {}).state, TextState::failed);
}

struct Refused {
  std::string name{};
  std::string xml{};
  std::string reason{};
};
void PrintTo(const Refused& c, std::ostream* out) { *out << c.name; }

class RefusedXml : public testing::TestWithParam<Refused> {};

TEST_P(RefusedXml, FailsWithItsLine) {
  const Extraction result = read_xml(memory_file(GetParam().xml).get(), {});
  EXPECT_EQ(result.state, TextState::failed);
  EXPECT_THAT(result.reason, HasSubstr(GetParam().reason));
}

std::string deep() {
  std::string xml;
  for (int i = 0; i < 1'000; ++i) xml += "<a>";
  return xml;
}

INSTANTIATE_TEST_SUITE_P(
    Documents, RefusedXml,
    testing::Values(Refused{"Unclosed", "<?xml version='1.0'?>\n<a>\n<b>甲</a>", "xml:3:"},
                    Refused{"CutOff", "<a>\n<b>甲</b>", "xml:2:"},
                    Refused{"Doctype", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "not defined"},
                    Refused{"TooDeep", deep(), "depth"},
                    Refused{"Undecodable", "<?xml version='1.0' encoding='UTF-8'?><a>\xFF\x30</a>",
                            "not in the declared encoding UTF-8"}),
    [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace guidang::extract
