// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/word_text.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace guidang::extract {
namespace {

struct Case {
  std::string name{};
  std::string body{};
  std::string text{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class WordMarkup : public testing::TestWithParam<Case> {};

TEST_P(WordMarkup, ComesOutAsLines) {
  const std::string part =
      "<w:document xmlns:w='urn:w' xmlns:mc='urn:mc' xmlns:v='urn:v' xmlns:m='urn:m'><w:body>" +
      GetParam().body + "</w:body></w:document>";
  TextBuilder out{1000};
  const auto error = add_word_text(part, "document.xml", {}, out);
  EXPECT_FALSE(error) << error->text();
  EXPECT_EQ(out.take(), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Bodies, WordMarkup,
    testing::Values(
        Case{"ParagraphsAreLines",
             "<w:p><w:r><w:t>关于</w:t></w:r><w:r><w:t> 归档</w:t></w:r></w:p><w:p/>"
             "<w:p><w:r><w:t>二</w:t></w:r></w:p>",
             "关于 归档\n\n二\n"},
        Case{"TabsAndBreaks",
             "<w:p><w:pPr><w:tabs><w:tab w:pos='9'/></w:tabs></w:pPr>"
             "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>",
             "甲\t乙\n丙\n"},
        Case{"DeletedIsLeftOutInsertedKept",
             "<w:p><w:r><w:t>第</w:t></w:r><w:del><w:r><w:delText>五</w:delText></w:r></w:del>"
             "<w:ins><w:r><w:t>六</w:t></w:r></w:ins><w:r><w:t>号</w:t></w:r></w:p>",
             "第六号\n"},
        Case{"DeletedParagraphMarkJoins",
             "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
             "<w:p><w:r><w:t>乙</w:t></w:r></w:p>",
             "甲乙\n"},
        Case{"MovedIsThereOnce",
             "<w:p><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>"
             "<w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo></w:p>",
             "新\n"},
        Case{
            "TableRows",
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>文号</w:t></w:r></w:p></w:tc>"
            "<w:tc><w:p><w:r><w:t>标题</w:t></w:r></w:p></w:tc></w:tr>"
            "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删</w:t></w:r></w:p></w:tc></w:tr>"
            "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>空格在左</w:t></w:r></w:p></w:tc></w:tr>"
            "</w:tbl>",
            "文号\t标题\n\t空格在左\n"},
        Case{
            "TextBoxOnceAndBehindItsParagraph",
            "<w:p><w:r><w:t>段</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>"
            "<w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:pict>"
            "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>尾</w:t></w:r></w:p>",
            "段尾\n框\n"},
        Case{"FallbackAloneCounts",
             "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>备</w:t></mc:Fallback>"
             "</mc:AlternateContent></w:r></w:p>",
             "备\n"},
        Case{"WordArt", "<w:p><w:r><w:pict><v:textpath string='机密'/></w:pict></w:r></w:p>",
             "\n机密\n"},
        Case{"Symbols",
             "<w:p><w:r><w:sym w:font='Wingdings 2' w:char='F052'/><w:noBreakHyphen/>"
             "<w:sym w:font='Symbol' w:char='F0B7'/></w:r></w:p>",
             "☑\u2011\uF0B7\n"},
        Case{"FieldCodesAndPhonetics",
             "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r>"
             "<w:r><w:ruby><w:rt><w:r><w:t>guī</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>归</w:t></"
             "w:r>"
             "</w:rubyBase></w:ruby></w:r></w:p>",
             "3归\n"},
        Case{"PlaceholderIsNoText",
             "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处</"
             "w:t>"
             "</w:r></w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>实</w:t></w:r>"
             "</w:sdtContent></w:sdt></w:p>",
             "实\n"},
        Case{"Formula", "<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>", "x=1\n"}),
    [](const auto& c) { return c.param.name; });

TEST(WordMarkupErrors, NameThePartAndTheLine) {
  TextBuilder out{1000};
  const auto error = add_word_text("<w:p xmlns:w='w'>\n<w:r></w:p>", "word/document.xml", {}, out);
  ASSERT_TRUE(error);
  EXPECT_EQ(error->source, "word/document.xml");
  EXPECT_EQ(error->line, 2U);
}

}  // namespace
}  // namespace guidang::extract
