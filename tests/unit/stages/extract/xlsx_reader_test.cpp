// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "stages/extract/readers.h"
#include "tests/unit/pipeline/files/zip_builder.h"
#include "tests/unit/stages/extract/hostile.h"

namespace guidang::extract {
namespace {

using files::BuiltEntry;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view kTypes = "http://schemas.openxmlformats.org/officeDocument/2006";
constexpr std::string_view kStrict = "http://purl.oclc.org/ooxml/officeDocument";

std::string relation(std::string_view base, std::string_view id, std::string_view kind,
                     std::string_view target, std::string_view more = "") {
  std::string text = "<Relationship Id=\"";
  text.append(id).append("\" Type=\"").append(base).append("/relationships/").append(kind);
  text.append("\" Target=\"").append(target).append("\" ").append(more).append("/>");
  return text;
}
std::string relations(const std::string& content) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         content + "</Relationships>";
}

/// A workbook of one sheet, or of two when `second` is given.
std::string book(const std::string& rows, const std::string& second = "",
                 std::vector<BuiltEntry> more = {}, std::string_view base = kTypes,
                 const std::string& sheet_relations = "") {
  const std::string open = "<worksheet>";
  std::string sheets = "<sheet name=\"登记\" sheetId=\"1\" r:id=\"a\"/>";
  std::string parts = relation(base, "a", "worksheet", "worksheets/sheet1.xml") +
                      relation(base, "s", "styles", "/xl/styles.xml") +
                      relation(base, "t", "sharedStrings", "sharedStrings.xml");
  std::vector<BuiltEntry> entries{
      {.name = "[Content_Types].xml", .data = "<Types>spreadsheetml.sheet.main+xml</Types>"},
      {.name = "_rels/.rels",
       .data = relations(relation(base, "r", "officeDocument", "xl/workbook.xml"))},
      {.name = "xl/worksheets/sheet1.xml", .data = open + rows + "</worksheet>"},
      {.name = "xl/styles.xml",
       .data = "<styleSheet><numFmts><numFmt numFmtId=\"164\" "
               "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>"
               "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
               "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/>"
               "</cellXfs></styleSheet>"},
      {.name = "xl/sharedStrings.xml",
       .data = "<sst><si><t>收文登记簿</t></si><si><r><t>关于</t></r><r><t>甲的通知</t></r>"
               "<rPh><t>guān</t></rPh></si></sst>"}};
  if (!second.empty()) {
    sheets += "<sheet name=\"隐藏\" sheetId=\"2\" state=\"hidden\" r:id=\"b\"/>";
    parts += relation(base, "b", "worksheet", "worksheets/sheet2.xml");
    entries.push_back({.name = "xl/worksheets/sheet2.xml", .data = open + second + "</worksheet>"});
  }
  entries.push_back({.name = "xl/workbook.xml",
                     .data = "<workbook xmlns:r=\"" + std::string{base} +
                             "/relationships\"><sheets>" + sheets + "</sheets></workbook>"});
  entries.push_back({.name = "xl/_rels/workbook.xml.rels", .data = relations(parts)});
  if (!sheet_relations.empty()) {
    entries.push_back(
        {.name = "xl/worksheets/_rels/sheet1.xml.rels", .data = relations(sheet_relations)});
  }
  for (BuiltEntry& entry : more) entries.push_back(std::move(entry));
  return files::build_zip(entries);
}

Extraction text_of(const std::string& bytes) {
  return read_in_process(memory_file(bytes).get(), "a.xlsx", {});
}

struct Case {
  std::string name{};
  std::string rows{};
  std::string expected{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class XlsxCell : public testing::TestWithParam<Case> {};

TEST_P(XlsxCell, IsReadAsShown) {
  const Extraction result = text_of(book("<sheetData>" + GetParam().rows + "</sheetData>"));
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_THAT(result.pages, ElementsAre(GetParam().expected));
  EXPECT_FALSE(result.paged);
}

INSTANTIATE_TEST_SUITE_P(
    All, XlsxCell,
    testing::Values(
        Case{"Shared", R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)", "收文登记簿\n"},
        Case{"RichWithoutGuides", R"(<row r="1"><c r="A1" t="s"><v>1</v></c></row>)",
             "关于甲的通知\n"},
        Case{"Inline", R"(<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>)",
             "甲\n"},
        Case{"Date", R"(<row r="1"><c r="A1" s="1"><v>45078</v></c></row>)", "2023-06-01\n"},
        Case{"StrictDate", R"(<row r="1"><c r="A1" t="d"><v>2023-06-01</v></c></row>)",
             "2023-06-01\n"},
        Case{"Percent", R"(<row r="1"><c r="A1" s="2"><v>0.125</v></c></row>)", "12.50%\n"},
        Case{"Whole", R"(<row r="1"><c r="A1"><v>12.0</v></c></row>)", "12\n"},
        Case{"Flag", R"(<row r="1"><c r="A1" t="b"><v>1</v></c></row>)", "TRUE\n"},
        Case{"Error", R"(<row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c></row>)", "#DIV/0!\n"},
        Case{"FormulaText",
             R"(<row r="1"><c r="A1" t="str"><f>A2&amp;"号"</f><v>3号</v></c></row>)", "3号\n"},
        Case{"PlacesLeftOut",
             R"(<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>)", "1\t2\n3\n"},
        Case{"EmptyColumnsAndRows",
             R"(<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row>)"
             R"(<row r="9"><c r="D9"><v>3</v></c></row>)",
             "1\t2\n\t3\n"},
        Case{"Escapes", R"(<row r="1"><c r="A1" t="str"><v>a_x000D_&#10;b</v></c></row>)",
             "a\nb\n"},
        Case{"Nothing", "", ""}),
    [](const auto& each) { return each.param.name; });

TEST(Xlsx, CoveredCellsAreNotRead) {
  const Extraction result = text_of(book(
      R"(<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>)"
      R"(<c r="C1"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>)"));
  EXPECT_THAT(result.pages, ElementsAre("1\t3\n"));
}

TEST(Xlsx, SheetsFollowWithTheirNames) {
  const Extraction result =
      text_of(book(R"(<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>)",
                   R"(<sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData>)"));
  EXPECT_THAT(result.pages, ElementsAre("登记\n1\n\n隐藏\n2\n"));
  EXPECT_EQ(result.properties.at("hidden_sheets"), "隐藏");
}

TEST(Xlsx, HeadsCommentsShapesAndFacts) {
  const std::string sheet_relations =
      relation(kTypes, "c", "comments", "../comments1.xml") +
      relation(kTypes, "d", "drawing", "../drawings/drawing1.xml") +
      relation(kTypes, "x", "image", "http://example.org/a.png", "TargetMode=\"External\"") +
      relation(kTypes, "h", "hyperlink", "http://example.org/", "TargetMode=\"External\"");
  const Extraction result = text_of(
      book("<sheetData/><headerFooter><oddHeader>&amp;L&amp;\"宋体\"&amp;12机密&amp;R第&amp;P页"
           "</oddHeader></headerFooter>",
           "",
           {{.name = "xl/comments1.xml",
             .data = "<comments><authors><author>乙</author></authors><commentList><comment>"
                     "<text><t>批注</t></text></comment></commentList></comments>"},
            {.name = "xl/drawings/drawing1.xml",
             .data = "<wsDr><txBody><p><r><t>文本框</t></r></p></txBody></wsDr>"},
            {.name = "xl/vbaProject.bin", .data = "x"},
            {.name = "xl/embeddings/a.docx", .data = "inner"},
            {.name = "docProps/app.xml",
             .data = "<Properties><Application>WPS 表格</Application></Properties>"}},
           kTypes, sheet_relations));
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_THAT(result.pages, ElementsAre("批注\n文本框\n"));
  EXPECT_EQ(result.properties.at("header_text"), "机密\n第页");
  EXPECT_EQ(result.technical.at("scripts"), "1");
  EXPECT_EQ(result.technical.at("external_references"), "1");
  EXPECT_EQ(result.technical.at("program"), "WPS 表格");
  EXPECT_EQ(result.technical.at("format_version"), "transitional");
  EXPECT_EQ(result.technical.at("puid"), "fmt/214");
  ASSERT_EQ(result.members.size(), 1U);
  EXPECT_EQ(result.members[0].name, "xl/embeddings/a.docx");
}

TEST(Xlsx, StrictIsReadLikeTransitional) {
  const Extraction result = text_of(book(
      R"(<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>)", "", {}, kStrict));
  EXPECT_THAT(result.pages, ElementsAre("收文登记簿\n"));
  EXPECT_EQ(result.technical.at("format_version"), "strict");
}

TEST(Xlsx, TablesKeepRowNumbers) {
  const std::string bytes = book(
      R"(<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="4">)"
      R"(<c r="B4" s="1"><v>45078</v></c><c r="C4" t="str"><v>a,"b"</v></c></row></sheetData>)",
      R"(<sheetData/>)");
  const Extraction result = read_in_process(memory_file(bytes).get(), "a.csv", {}, kReaders,
                                            {.purpose = Purpose::tables});
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_THAT(result.pages,
              ElementsAre("收文登记簿\r\n\r\n\r\n,2023-06-01,\"a,\"\"b\"\"\"\r\n", ""));
  EXPECT_EQ(result.properties.at("sheet:1"), "登记");
  EXPECT_EQ(result.properties.at("sheet:2"), "隐藏");
  EXPECT_EQ(result.properties.at("extension_mismatch"), "csv");
}

class DamagedXlsx : public testing::TestWithParam<Case> {};

TEST_P(DamagedXlsx, FailsWithTheDamage) {
  const Extraction result = text_of(book(GetParam().rows));
  EXPECT_EQ(result.state, TextState::failed);
  EXPECT_THAT(result.reason, HasSubstr(GetParam().expected));
}

INSTANTIATE_TEST_SUITE_P(
    All, DamagedXlsx,
    testing::Values(
        Case{"NoSharedText",
             R"(<sheetData><row r="1"><c r="A1" t="s"><v>9</v></c></row></sheetData>)",
             "a shared text that is not there: 9"},
        Case{"OutsideRow", R"(<sheetData><row r="1048577"/></sheetData>)", "outside the sheet"},
        Case{"OutsideColumn", R"(<sheetData><row r="1"><c r="XFE1"/></row></sheetData>)",
             "outside the sheet"},
        Case{"NotWellFormed", "<sheetData>", "xl/worksheets/sheet1.xml:1: "}),
    [](const auto& each) { return each.param.name; });

TEST(Xlsx, SurvivesCutsAndChangedBytes) {
  const std::string bytes =
      book(R"(<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>)");
  expect_no_silent_loss(read_xlsx, bytes, 7);
  expect_named_states(read_xlsx, bytes, 300);
  expect_named_states(xlsx_tables, bytes, 300);
}

}  // namespace
}  // namespace guidang::extract
