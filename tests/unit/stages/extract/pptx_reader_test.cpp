// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "stages/extract/readers.h"
#include "tests/unit/pipeline/files/zip_builder.h"
#include "tests/unit/stages/extract/hostile.h"

namespace guidang::extract {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view kBase =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relation(std::string_view id, std::string_view kind, std::string_view target) {
  std::string text = "<Relationship Id=\"";
  text.append(id).append("\" Type=\"").append(kBase).append("/").append(kind);
  return text.append("\" Target=\"").append(target).append("\"/>");
}
std::string relations(const std::string& content) {
  return "<Relationships>" + content + "</Relationships>";
}
std::string slide(const std::string& shapes) {
  return "<p:sld xmlns:p=\"urn:p\" "
         "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">" +
         shapes + "</p:sld>";
}
std::string shape(const std::string& text, const std::string& place = "") {
  const std::string holder = place.empty() ? "" : "<p:ph type=\"" + place + "\"/>";
  return "<p:sp>" + holder + "<p:txBody><a:p><a:r><a:t>" + text +
         "</a:t></a:r></a:p></p:txBody></p:sp>";
}

std::string show() {
  return files::build_zip(
      {{.name = "[Content_Types].xml", .data = "<Types/>"},
       {.name = "_rels/.rels", .data = relations(relation("r", "officeDocument", "ppt/main.xml"))},
       {.name = "ppt/main.xml",
        .data = "<p:presentation xmlns:p=\"urn:p\" xmlns:r=\"" + std::string{kBase} +
                "\"><p:sldIdLst><p:sldId id=\"9\" r:id=\"b\"/><p:sldId id=\"8\" r:id=\"a\"/>"
                "</p:sldIdLst><p:extLst><p:sldId id=\"9\"/></p:extLst></p:presentation>"},
       {.name = "ppt/_rels/main.xml.rels",
        .data = relations(relation("a", "slide", "slides/slide1.xml") +
                          relation("b", "slide", "slides/slide2.xml"))},
       {.name = "ppt/slides/slide1.xml",
        .data = slide(
            shape("第二页") +
            "<a:tbl><a:tblPr><a:tableStyleId>{5C}</a:tableStyleId></a:tblPr><a:tr><a:tc>"
            "<a:txBody><a:p><a:r><a:t>甲</a:t></a:r></a:p></a:txBody></a:tc><a:tc>"
            "<a:txBody><a:p><a:r><a:t>乙</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl>")},
       {.name = "ppt/slides/slide2.xml",
        .data = slide(shape("题目", "title") + shape("内部资料", "ftr") +
                      "<p:sp><p:txBody><a:p><a:fld type=\"slidenum\"><a:t>1</a:t></a:fld></a:p>"
                      "</p:txBody></p:sp><p:grpSp>" +
                      shape("组内") + "</p:grpSp>")},
       {.name = "ppt/slides/_rels/slide2.xml.rels",
        .data = relations(relation("n", "notesSlide", "../notes/n.xml"))},
       {.name = "ppt/notes/n.xml", .data = slide(shape("备注", "body"))}});
}

TEST(Pptx, SlidesArePagesInTheirOrder) {
  const Extraction result = read_in_process(memory_file(show()).get(), "a.pptx", {});
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_EQ(result.format, "pptx");
  EXPECT_THAT(result.pages, ElementsAre("题目\n组内\n备注\n", "第二页\n甲\t乙\n"));
  EXPECT_TRUE(result.paged);
  EXPECT_EQ(result.properties.at("footer_text"), "内部资料");
}

TEST(Pptx, SurvivesCutsAndChangedBytes) {
  expect_no_silent_loss(read_pptx, show(), 9);
  expect_named_states(read_pptx, show(), 300);
}

}  // namespace
}  // namespace guidang::extract
