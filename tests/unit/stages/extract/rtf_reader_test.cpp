// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "stages/extract/readers.h"
#include "tests/unit/stages/extract/hostile.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

using testing::ElementsAre;

Extraction read(const std::string& bytes) {
  return read_in_process(memory_file(bytes).get(), "a.rtf", {});
}

struct Case {
  std::string name{};
  std::string body{};
  std::string text{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Rtf : public testing::TestWithParam<Case> {};

TEST_P(Rtf, GivesText) {
  const std::string file =
      R"({\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fcharset0 T;})"
      R"({\f2\fcharset136 \'b2\'d3;}{\f3\fcharset2 Wingdings;}{\f4\fcharset204 C;}})" +
      GetParam().body + "}";
  const Extraction result = read(file);
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_FALSE(result.paged);
  EXPECT_THAT(result.pages, ElementsAre(GetParam().text));
}

INSTANTIATE_TEST_SUITE_P(
    Bodies, Rtf,
    testing::Values(
        Case{"Gbk", R"(\'b9\'e9\'b5\'b5\par)", "归档\n"},
        Case{"GbkWithPlainSecondByte", R"(\'81@\par)", "丂\n"},
        Case{"GbkInWesternFont", R"(\f1 \'b9\'e9\'b5\'b5\par)", "归档\n"},
        Case{"Big5Font", R"(\f2 \'c2\'6b\f0\par)", "歸\n"},
        Case{"CyrillicFont", R"(\f4 \'c0\par)", "А\n"},
        Case{"RawBytes", "\xB9\xE9\xB5\xB5\\par", "归档\n"},
        Case{"LineEndsOfTheFileAreNone", "a\r\nb\n\\par", "ab\n"},
        Case{"Unicode", R"(\u24402?\u26723 ?\par)", "归档\n"},
        Case{"UnicodeWithTwoByteFallback", R"({\uc2\u24402\'b9\'e9}\par)", "归\n"},
        Case{"NegativeUnicode", R"(\u-24381?\par)", "ꃃ\n"},
        Case{"SurrogatePair", R"(\u-10174?\u-8265?\par)", "𠮷\n"},
        Case{"NoFallback", R"(\uc0\u24402 a\par)", "归a\n"},
        Case{"FallbackDoesNotEatParagraphs", R"(\u24402\par b\par)", "归\nb\n"},
        Case{"Escapes", R"(\{a\\\}\~b\_c\-d\par)", "{a\\}\u00A0b\u2011c\u00ADd\n"},
        Case{"NamedCharacters", R"(\emdash\ldblquote a\rdblquote\tab b\par)", "—“a”\tb\n"},
        Case{"Lines", R"(a\line b\par\par c)", "a\nb\n\nc\n"},
        Case{"PageIsNoLine", R"(a\par\page b\par)", "a\nb\n"},
        Case{"Table",
             R"(\trowd\pard\intbl a\cell b\par c\cell\row\trowd\intbl d\cell\cell\row\pard e\par)",
             "a\tb\nc\nd\t\ne\n"},
        Case{"InnerTable",
             R"(\trowd\pard\intbl{\itap2 a\nestcell b\nestcell{\*\nesttableprops\nestrow}})"
             R"({\nonesttables\par}c\cell\row\pard)",
             "a\tb\tc\n"},
        Case{"Symbol", R"({\f3 \'a8}{\f3\u-3842?}\par)", "□☑\n"},
        Case{"FieldsShowTheirResult",
             R"({\field{\*\fldinst HYPERLINK "http://example.org"}{\fldrslt a}}\par)", "a\n"},
        Case{"DeletedIsLeftOut", R"(a{\deleted b}\deleted c\deleted0 d\par)", "ad\n"},
        Case{"HiddenIsKept", R"(a{\v b}\par)", "ab\n"},
        Case{
            "TextBoxComesAfterItsParagraph",
            R"({\shp{\*\shpinst\shpleft0{\sp{\sn x}{\sv 1}}{\shptxt box\par}}{\shprslt box}}a\par )"
            "b",
            "a\nbox\nb\n"},
        Case{"NotesComeAfterTheText", R"(a{\footnote note\par}b\par)", "ab\nnote\n"},
        Case{"PicturesAreSkipped", R"(a{\pict\pngblip 89504e47}{\*\x y}b\par)", "ab\n"},
        Case{"BinaryIsSkipped", "a{\\pict\\bin3 }}}}b\\par", "ab\n"},
        Case{"CommentsAreSkipped", R"(a{\*\annotation b}{\annotation c}\par)", "a\n"},
        Case{"UnknownWordsAreNone", R"(\nosuch12 a{\nosuch b}\par)", "ab\n"}),
    [](const auto& c) { return c.param.name; });

const std::string kWhole =
    R"({\rtf1\ansi\ansicpg936{\*\generator Writer 1;}{\info{\title \'cd\'a8\'d6\'aa})"
    R"({\upr{\author ??}{\*\ud{\author \u30002?}}}{\creatim\yr2023\mo3\dy2\hr9\min5})"
    R"({\revtim\yr2023\mo3\dy4}}{\header \'c4\'da\'b2\'bf\par}{\headerf \'c4\'da\'b2\'bf\par})"
    R"({\footer 1\par}{\pict 00}{\object{\*\objdata 01}{\result a}}b\par})";

TEST(RtfDocument, GivesHeadsFeetAndFacts) {
  const Extraction result = read(kWhole);
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_THAT(result.pages, ElementsAre("ab\n"));
  const std::map<std::string, std::string> properties{
      {"header_text", "内部"}, {"footer_text", "1"}, {"title", "通知"}, {"creator", "甲"}};
  std::map<std::string, std::string> given = result.properties;
  EXPECT_EQ(given, properties);
  const std::map<std::string, std::string> technical{{"format_version", "1"},
                                                     {"program", "Writer 1"},
                                                     {"created", "2023-03-02T09:05:00"},
                                                     {"modified", "2023-03-04T00:00:00"},
                                                     {"images", "1"},
                                                     {"attachments", "1"}};
  EXPECT_EQ(result.technical, technical);
}

TEST(RtfDocument, CutOffFails) {
  for (const std::string& bytes : truncations(kWhole, 1)) {
    const Extraction result = read(bytes);
    if (result.format == "rtf") {
      EXPECT_EQ(result.state, TextState::failed) << bytes.size();
    }
  }
}

TEST(RtfDocument, WithWrongBytesEndsInANamedState) {
  for (const std::string& bytes : flips(kWhole, 1000)) {
    const Extraction result = read(bytes);
    if (result.state == TextState::failed) {
      EXPECT_NE(result.reason, "");
    }
  }
}

TEST(RtfDocument, NestedTooDeepFails) {
  const Extraction result = read("{\\rtf1" + std::string(1000, '{') + std::string(1001, '}'));
  EXPECT_EQ(result.state, TextState::failed);
  EXPECT_EQ(result.reason, "groups nested deeper than 200");
}

}  // namespace
}  // namespace guidang::extract
