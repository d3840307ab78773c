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

const std::string kNames =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
    " xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\""
    " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

std::string document(const std::string& kind, const std::string& body,
                     std::vector<BuiltEntry> more = {}) {
  std::vector<BuiltEntry> entries{
      {.name = "mimetype", .data = "application/vnd.oasis.opendocument." + kind},
      {.name = "content.xml",
       .data = "<office:document-content office:version=\"1.2\"" + kNames + "><office:body>" +
               body + "</office:body></office:document-content>"}};
  for (BuiltEntry& entry : more) entries.push_back(std::move(entry));
  return files::build_zip(entries);
}
std::string writer(const std::string& body, std::vector<BuiltEntry> more = {}) {
  return document("text", "<office:text>" + body + "</office:text>", std::move(more));
}
std::string calc(const std::string& rows) {
  return document("spreadsheet", "<office:spreadsheet><table:table table:name=\"登记\">" + rows +
                                     "</table:table></office:spreadsheet>");
}

Extraction text_of(const std::string& bytes) {
  return read_in_process(memory_file(bytes).get(), "a", {});
}

struct Case {
  std::string name{};
  std::string body{};
  std::string expected{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class OdtText : public testing::TestWithParam<Case> {};

TEST_P(OdtText, IsReadInOrder) {
  const Extraction result = text_of(writer(GetParam().body));
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_EQ(result.format, "odt");
  EXPECT_THAT(result.pages, ElementsAre(GetParam().expected));
}

INSTANTIATE_TEST_SUITE_P(
    All, OdtText,
    testing::Values(
        Case{"HeadingAndParagraph",
             "<text:h>通知</text:h><text:p>各乡<text:span>镇</text:span></text:p>",
             "通知\n各乡镇\n"},
        Case{"Blanks",
             "<text:p>  a \n b<text:s text:c=\"2\"/>c<text:tab/>d<text:line-break/>e</text:p>",
             "a b  c\td\ne\n"},
        Case{"ListWithoutNumbers",
             "<text:list><text:list-item><text:p>甲</text:p></text:list-item></text:list>", "甲\n"},
        Case{
            "Table",
            "<table:table><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell>"
            "<table:covered-table-cell><text:p>x</text:p></table:covered-table-cell>"
            "<table:table-cell><text:p>乙</text:p></table:table-cell></table:table-row></"
            "table:table>",
            "甲\t乙\n"},
        Case{"TextBoxAfterItsParagraph",
             "<text:p>前<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box>"
             "<svg:desc>x</svg:desc></draw:frame>后</text:p>",
             "前后\n框\n"},
        Case{"NoteAfterTheText",
             "<text:p>甲<text:note><text:note-citation>1</text:note-citation><text:note-body>"
             "<text:p>注</text:p></text:note-body></text:note>乙</text:p><text:p>丙</text:p>",
             "甲乙\n丙\n注\n"},
        Case{
            "DeletedCommentsAndGuides",
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>x</text:p>"
            "</text:deletion></text:changed-region></text:tracked-changes><text:p>甲"
            "<office:annotation><text:p>x</text:p></office:annotation><text:ruby><text:ruby-base>乙"
            "</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby></text:p>",
            "甲乙\n"}),
    [](const auto& each) { return each.param.name; });

TEST(Odt, HeadsPropertiesAndFacts) {
  const Extraction result = text_of(writer(
      "<text:p><draw:image xlink:href=\"http://example.org/a.png\"/>甲"
      "<text:a xlink:href=\"http://example.org/\">乙</text:a></text:p>",
      {{.name = "styles.xml",
        .data = "<office:document-styles" + kNames +
                "><office:master-styles><style:master-page><style:header><text:p>机密</text:p>"
                "</style:header><style:footer><text:p>尾</text:p></style:footer>"
                "</style:master-page></office:master-styles></office:document-styles>"},
       {.name = "meta.xml",
        .data = "<office:document-meta" + kNames +
                "><office:meta><dc:title>题</dc:title><meta:keyword>甲</meta:keyword>"
                "<meta:keyword>乙</meta:keyword><meta:generator>LibreOffice</meta:generator>"
                "<meta:creation-date>2023-06-01T08:00:00</meta:creation-date>"
                "<meta:user-defined meta:name=\"文号\">3号</meta:user-defined></office:meta>"
                "</office:document-meta>"},
       {.name = "Basic/Standard/Module1.xml", .data = "x"},
       {.name = "Basic/script-lc.xml", .data = "x"},
       {.name = "Object 1", .data = "inner"}}));
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_EQ(result.properties.at("header_text"), "机密");
  EXPECT_EQ(result.properties.at("footer_text"), "尾");
  EXPECT_EQ(result.properties.at("title"), "题");
  EXPECT_EQ(result.properties.at("keywords"), "甲, 乙");
  EXPECT_EQ(result.properties.at("custom:文号"), "3号");
  EXPECT_EQ(result.technical.at("program"), "LibreOffice");
  EXPECT_EQ(result.technical.at("created"), "2023-06-01T08:00:00");
  EXPECT_EQ(result.technical.at("format_version"), "1.2");
  EXPECT_EQ(result.technical.at("puid"), "fmt/291");
  EXPECT_EQ(result.technical.at("scripts"), "1");
  EXPECT_EQ(result.technical.at("external_references"), "1");
  ASSERT_EQ(result.members.size(), 1U);
  EXPECT_EQ(result.members[0].name, "Object 1");
}

TEST(Odt, LockedIsSaidToBe) {
  const Extraction result =
      text_of(writer("", {{.name = "META-INF/manifest.xml",
                           .data = "<manifest:file-entry><manifest:encryption-data/>"}}));
  EXPECT_EQ(result.state, TextState::failed);
  EXPECT_TRUE(result.reason.starts_with("encrypted: ")) << result.reason;
}

TEST(Ods, RepeatsDatesAndComments) {
  const Extraction result = text_of(calc(
      "<table:table-row><table:table-cell table:number-columns-repeated=\"2\"><text:p>甲</text:p>"
      "</table:table-cell></table:table-row><table:table-row table:number-rows-repeated=\"2\">"
      "<table:table-cell office:value-type=\"date\" office:date-value=\"2023-06-01\"><text:p>"
      "6月1日</text:p></table:table-cell><table:table-cell office:value-type=\"float\" "
      "office:value=\"1234.5\"><office:annotation><dc:creator>x</dc:creator><text:p>批注</text:p>"
      "</office:annotation><text:p>1,234.50</text:p></table:table-cell></table:table-row>"
      "<table:table-row table:number-rows-repeated=\"1048573\"/>"));
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_THAT(result.pages, ElementsAre("甲\t甲\n2023-06-01\t1234.5\n2023-06-01\t1234.5\n批注\n"));
}

TEST(Ods, EndlessRepeatsPassALimit) {
  const Extraction result =
      text_of(calc("<table:table-row table:number-rows-repeated=\"4000000000\"><table:table-cell "
                   "table:number-columns-repeated=\"4000000000\"><text:p>甲</text:p>"
                   "</table:table-cell></table:table-row>"));
  EXPECT_EQ(result.state, TextState::failed);
}

TEST(Odp, SlidesArePagesWithTheirNotes) {
  const Extraction result = text_of(document(
      "presentation",
      "<office:presentation><draw:page><draw:frame><draw:text-box><text:p>一</text:p>"
      "</draw:text-box></draw:frame><presentation:notes><draw:frame><draw:text-box><text:p>备注"
      "</text:p></draw:text-box></draw:frame></presentation:notes></draw:page><draw:page>"
      "<draw:custom-shape><text:p>二</text:p></draw:custom-shape></draw:page>"
      "</office:presentation>"));
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_THAT(result.pages, ElementsAre("一\n备注\n", "二\n"));
  EXPECT_TRUE(result.paged);
}

TEST(Odf, SurvivesCutsAndChangedBytes) {
  const std::string text = writer("<text:p>甲<text:s text:c=\"9\"/>乙</text:p>");
  expect_no_silent_loss(read_odt, text, 5);
  expect_named_states(read_odt, text, 300);
  const std::string sheet = calc(
      "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell><text:p>甲</text:p>"
      "</table:table-cell></table:table-row>");
  expect_no_silent_loss(read_ods, sheet, 5);
  expect_named_states(ods_tables, sheet, 300);
}

}  // namespace
}  // namespace guidang::extract
