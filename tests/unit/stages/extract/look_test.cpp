// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "stages/extract/readers.h"
#include "stages/extract/readers/style_change.h"
#include "tests/unit/pipeline/files/zip_builder.h"
#include "tests/unit/stages/extract/support.h"

// How lines look: the same red head, title, paragraph and signature in each format.
namespace guidang::extract {
namespace {

const std::string kWord =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

std::string docx(const std::string& body, const std::string& styles) {
  const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return files::build_zip(
      {{.name = "[Content_Types].xml", .data = "<Types/>"},
       {.name = "_rels/.rels",
        .data = "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"a\" Type=\"" + office +
                "/officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
       {.name = "word/_rels/document.xml.rels",
        .data = "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"s\" Type=\"" + office +
                "/styles\" Target=\"styles.xml\"/></Relationships>"},
       {.name = "word/styles.xml", .data = styles},
       {.name = "word/document.xml",
        .data = "<w:document " + kWord + "><w:body>" + body + "</w:body></w:document>"}});
}

std::string paragraph(const std::string& properties, const std::string& run,
                      const std::string& text) {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:rPr>" + run + "</w:rPr><w:t>" + text +
         "</w:t></w:r></w:p>";
}

const std::string kWordBody = paragraph("<w:jc w:val=\"center\"/>",
                                        "<w:b/><w:color w:val=\"FF0000\"/><w:sz w:val=\"96\"/>"
                                        "<w:rFonts w:eastAsia=\"方正小标宋简体\"/>",
                                        "云溪县人民政府文件") +
                              paragraph("<w:pStyle w:val=\"T\"/>", "", "关于归档的通知") +
                              paragraph("", "", "各单位：") +
                              paragraph("<w:ind w:left=\"4800\"/>", "", "云溪县人民政府");

const std::string kWordStyles =
    "<w:styles " + kWord +
    "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia=\"仿宋_GB2312\"/>"
    "<w:sz w:val=\"32\"/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/>"
    "</w:style><w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/>"
    "<w:basedOn w:val=\"N\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
    "<w:rPr><w:rFonts w:eastAsia=\"黑体\"/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/>"
    "<w:basedOn w:val=\"H\"/><w:rPr><w:sz w:val=\"44\"/></w:rPr></w:style></w:styles>";

const LineStyle kRedHead{.align = Align::centre,
                         .face = Face::title_song,
                         .bold = true,
                         .size = 4800,
                         .colour = 0xFF0000};
const LineStyle kTitle{
    .align = Align::centre, .face = Face::hei, .outline = kTitleOutline, .size = 2200};
const LineStyle kText{.align = Align::left, .face = Face::fangsong, .size = 1600};
const LineStyle kSigned{.align = Align::right, .face = Face::fangsong, .size = 1600};

std::vector<LineStyle> looks(const std::string& bytes) {
  const Extraction result = read_in_process(memory_file(bytes).get(), "a", {});
  EXPECT_EQ(result.state, TextState::read) << result.reason;
  return result.layout.empty() ? std::vector<LineStyle>{} : result.layout[0].styles;
}

}  // namespace
}  // namespace guidang::extract

namespace guidang {
static void PrintTo(const LineStyle& style, std::ostream* out) {
  *out << "align " << static_cast<int>(style.align) << " face " << static_cast<int>(style.face)
       << " size " << style.size << " colour " << std::hex << style.colour << std::dec
       << " outline " << static_cast<int>(style.outline) << (style.bold ? " bold" : "")
       << (style.rule_below ? " rule" : "") << (style.table ? " table" : "");
}
}  // namespace guidang

namespace guidang::extract {
namespace {

using testing::ElementsAre;

TEST(LooksOfDocx, FollowStylesAndWhatIsSaidDirectly) {
  EXPECT_THAT(looks(docx(kWordBody, kWordStyles)), ElementsAre(kRedHead, kTitle, kText, kSigned));
}

TEST(LooksOfDocx, BrokenStylesCostLooksOnly) {
  const std::vector<LineStyle> found = looks(docx(kWordBody, "<w:styles"));
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0], kRedHead);
  EXPECT_EQ(found[1].align, Align::left);
}

TEST(LooksOfDocx, StylesBasedOnEachOtherEnd) {
  const std::string styles =
      "<w:styles " + kWord +
      "><w:style w:type=\"paragraph\" w:styleId=\"T\"><w:basedOn w:val=\"U\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"U\"><w:basedOn w:val=\"T\"/><w:rPr>"
      "<w:sz w:val=\"44\"/></w:rPr></w:style></w:styles>";
  EXPECT_EQ(looks(docx(kWordBody, styles))[1].size, 2200);
}

TEST(LooksOfDocx, MostCharactersCountAndABorderIsARule) {
  const std::string body =
      "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:color=\"FF0000\"/></w:pBdr></w:pPr>"
      "<w:r><w:rPr><w:b/></w:rPr><w:t>国</w:t></w:r><w:r><w:t>政办发〔2023〕6号</w:t></w:r></w:p>"
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
      "<w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
  const std::vector<LineStyle> found = looks(docx(body, kWordStyles));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].rule_below);
  EXPECT_FALSE(found[0].bold);
  EXPECT_TRUE(found[1].table);
}

TEST(LooksOfOdt, FollowStylesOfBothParts) {
  const std::string names =
      " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
      " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
      " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
      " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"";
  const std::string styles =
      "<office:document-styles" + names +
      "><office:styles><style:default-style style:family=\"paragraph\"><style:text-properties "
      "style:font-name-asian=\"仿宋\" style:font-size-asian=\"16pt\"/></style:default-style>"
      "<style:style style:name=\"Title\" style:family=\"paragraph\"><style:paragraph-properties "
      "fo:text-align=\"center\"/><style:text-properties style:font-name-asian=\"黑体\" "
      "style:font-size-asian=\"22pt\"/></style:style></office:styles></office:document-styles>";
  const std::string content =
      "<office:document-content office:version=\"1.2\"" + names +
      "><office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\" "
      "style:parent-style-name=\"Title\"/><style:style style:name=\"P2\" "
      "style:family=\"paragraph\">"
      "<style:paragraph-properties fo:text-align=\"end\"/></style:style>"
      "<style:style style:name=\"P3\" style:family=\"paragraph\"><style:paragraph-properties "
      "fo:text-align=\"center\"/></style:style><style:style style:name=\"T1\" "
      "style:family=\"text\"><style:text-properties fo:color=\"#ff0000\" "
      "fo:font-weight=\"bold\" style:font-size-asian=\"48pt\" style:font-name-asian=\"小标宋\"/>"
      "</style:style></office:automatic-styles><office:body><office:text>"
      "<text:p text:style-name=\"P3\"><text:span text:style-name=\"T1\">云溪县人民政府文件"
      "</text:span></text:p><text:p text:style-name=\"P1\">关于归档的通知</text:p>"
      "<text:p>各单位：</text:p><text:p text:style-name=\"P2\">云溪县人民政府</text:p>"
      "</office:text></office:body></office:document-content>";
  EXPECT_THAT(looks(files::build_zip(
                  {{.name = "mimetype", .data = "application/vnd.oasis.opendocument.text"},
                   {.name = "styles.xml", .data = styles},
                   {.name = "content.xml", .data = content}})),
              ElementsAre(kRedHead, kTitle, kText, kSigned));
}

TEST(LooksOfRtf, FollowGroupsAndTables) {
  const std::string rtf =
      R"({\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 \'b7\'c2\'cb\'ce;})"
      R"({\f1\fcharset134 \'ba\'da\'cc\'e5;}{\f2\fcharset0 FZXBSJW;}})"
      R"({\colortbl;\red255\green0\blue0;\red0\green0\blue255;})"
      R"(\pard\qc{\f2\b\fs96\cf1 \u20113?}\par)"
      R"(\pard\qc\f1\fs44\u20851?\par)"
      R"(\pard\f0\fs32\u21508?\par)"
      R"(\pard\li4800 \u20113?\par})";
  LineStyle title = kTitle;
  title.outline = 0;
  EXPECT_THAT(looks(rtf), ElementsAre(kRedHead, title, kText, kSigned));
}

TEST(LooksOfHtml, AreWhatElementsSayPlainly) {
  const std::string html =
      "<html><head><meta charset=utf-8></head><body>"
      "<p align=center><font color=#ff0000 face=小标宋 style='font-size:48pt'><b>云溪县人民政府文件"
      "</b></font></p><h1 style='text-align:center;font-size:22pt'>关于归档的通知</h1>"
      "<p>各单位：</p><p style='text-align: right'>云溪县人民政府</p></body></html>";
  const LineStyle title{.align = Align::centre, .bold = true, .outline = 1, .size = 2200};
  EXPECT_THAT(looks(html),
              ElementsAre(kRedHead, title, LineStyle{}, LineStyle{.align = Align::right}));
}

TEST(LooksOfDoc, FollowTheStyleSheet) {
  const Extraction result = read_in_process(sample_file("memo.doc").get(), "memo.doc", {});
  ASSERT_EQ(result.layout.size(), 1U);
  const std::string& page = result.pages.at(0);
  EXPECT_EQ(result.layout[0].styles.size(),
            static_cast<std::size_t>(std::count(page.begin(), page.end(), '\n')));
  EXPECT_GT(result.layout[0].styles[0].size, 0);
}

TEST(LooksOfText, AreNone) { EXPECT_TRUE(looks("关于归档的通知\n").empty()); }

struct Colour {
  std::string text{};
  std::optional<std::uint32_t> value{};
};

TEST(Colours, AreReadOrLeft) {
  for (const Colour& c : {Colour{"FF0000", 0xFF0000}, Colour{"#f00", 0xFF0000}, Colour{"auto", 0},
                          Colour{"red", std::nullopt}, Colour{"", std::nullopt},
                          Colour{"#12345", std::nullopt}, Colour{"-10000", std::nullopt}}) {
    EXPECT_EQ(hex_colour(c.text), c.value) << c.text;
  }
}

TEST(Lengths, AreReadWithTheirUnits) {
  EXPECT_EQ(points_of("16pt"), 16);
  EXPECT_EQ(points_of("1in"), 72);
  EXPECT_EQ(points_of("20px"), 15);
  EXPECT_FALSE(points_of("2em"));
  EXPECT_FALSE(points_of("nanpt"));
  EXPECT_EQ(size_of_points(-1), 0);
  EXPECT_EQ(size_of_points(1e9), 0);
}

TEST(Faces, AreToldByNames) {
  EXPECT_EQ(face_of("方正小标宋_GBK"), Face::title_song);
  EXPECT_EQ(face_of("仿宋_GB2312"), Face::fangsong);
  EXPECT_EQ(face_of("SimSun"), Face::song);
  EXPECT_EQ(face_of("楷体"), Face::kai);
  EXPECT_EQ(face_of("SimHei"), Face::hei);
  EXPECT_EQ(face_of("Times New Roman"), Face::other);
  EXPECT_EQ(face_of(""), Face::unknown);
}

}  // namespace
}  // namespace guidang::extract
