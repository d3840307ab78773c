// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>

#include "pipeline/technical.h"
#include "stages/extract/readers.h"
#include "tests/unit/stages/extract/ofd_sample.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Extraction read(std::string_view bytes, const Limits& limits = {}) {
  return read_in_process(memory_file(bytes).get(), "a.ofd", limits);
}

constexpr const char* kFirstPage =
    "凤凰县人民政府办公室文件\n凤政办发〔2023〕6号\n各乡镇人民政府：\n一、按年度归档。\n内部资料\n";
constexpr const char* kSecondPage = "抄送：县委办公室。\n内部资料\n";

TEST(Ofd, GivesPagesInOrderWithTemplatesAndPlaces) {
  const Extraction result = read(official_document().bytes());
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_EQ(result.format, "ofd");
  EXPECT_EQ(result.reader, "ofd");
  EXPECT_TRUE(result.paged);
  EXPECT_THAT(result.pages, ElementsAre(kFirstPage, kSecondPage));
  ASSERT_EQ(result.layout.size(), 2U);
  EXPECT_EQ(result.layout[0].width, 21000);
  EXPECT_EQ(result.layout[1].width, 42000);
  ASSERT_EQ(result.layout[0].lines.size(), 5U);
  const Box head = result.layout[0].lines[0];
  EXPECT_EQ(head.left, 4000);
  EXPECT_EQ(head.width, 12 * 1500);
  EXPECT_EQ(head.top, 4000 + 180);  // a character stands .88 of its size above the baseline
  EXPECT_EQ(head.height, 1500);
}

TEST(Ofd, GivesWhatTheFileSaysOfItself) {
  const Extraction result = read(official_document().bytes());
  const std::map<std::string, std::string> properties{
      {"title", "关于归档的通知"}, {"author", "办公室"}, {"doc_id", "1"},
      {"keywords", "归档 通知"},   {"custom:版本", "7"},
  };
  EXPECT_EQ(result.properties, properties);
  using namespace technical;
  const std::map<std::string, std::string> facts{
      {std::string{kFormatVersion}, "1.1"},
      {std::string{kCreated}, "2023-03-06"},
      {std::string{kModified}, "2023-03-07T08:09:10"},
      {std::string{kProgram}, "制文 2.0"},
      {std::string{kFontsEmbedded}, "1"},
      {std::string{kFontsMissing}, "1"},
      {std::string{kFontsMissingNames}, "仿宋"},
      {std::string{kImages}, "0"},
      {std::string{kAttachments}, "0"},
      {std::string{kScripts}, "0"},
      {std::string{kExternal}, "0"},
      {std::string{kSignatures}, "0"},
  };
  EXPECT_EQ(result.technical, facts);
}

struct Path {
  std::string name{};
  OfdSample sample{};
};
void PrintTo(const Path& c, std::ostream* out) { *out << c.name; }

class OfdPaths : public testing::TestWithParam<Path> {};

TEST_P(OfdPaths, AreFound) {
  const Extraction result = read(GetParam().sample.bytes());
  EXPECT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_THAT(result.pages, ElementsAre(kFirstPage, kSecondPage));
}

OfdSample with_root(std::string_view location) {
  return official_document().with(
      "OFD.xml", ofd_element("OFD", "<ofd:DocBody><ofd:DocRoot>" + std::string{location} +
                                        "</ofd:DocRoot></ofd:DocBody>"));
}

OfdSample with_pages(std::string_view first, std::string_view second) {
  return official_document().with(
      "Doc_0/Document.xml",
      ofd_element("Document",
                  "<ofd:CommonData><ofd:TemplatePage ID=\"90\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/>"
                  "</ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"" +
                      std::string{first} + "\"/><ofd:Page ID=\"50\" BaseLoc=\"" +
                      std::string{second} + "\"/></ofd:Pages>"));
}

// 正文 in GB18030.
constexpr const char* kHanFolder = "Doc_0/\xD5\xFD\xCE\xC4/Content.xml";

INSTANTIATE_TEST_SUITE_P(
    Spellings, OfdPaths,
    testing::Values(Path{"Absolute", with_root("/Doc_0/Document.xml")},
                    Path{"DotAndBlanks", with_root(" \n./Doc_0/./Document.xml ")},
                    Path{"Backslashes", with_root("\\Doc_0\\Document.xml")},
                    Path{"WrongCase", with_root("doc_0/DOCUMENT.xml")},
                    Path{"FromTheRoot", with_pages("Doc_0/Pages/Page_0/Content.xml",
                                                   "/Doc_0/Pages/Page_1/Content.xml")},
                    Path{"UpAndDown", with_pages("../Doc_0/Pages/Page_0/Content.xml",
                                                 "Pages/Page_0/../Page_1/Content.xml")},
                    Path{"HanEntryInGb18030",
                         with_pages("正文/Content.xml", "Pages/Page_1/Content.xml")
                             .renamed("Doc_0/Pages/Page_0/Content.xml", kHanFolder)},
                    Path{"EntriesWithBackslashes",
                         official_document().renamed("Doc_0/Pages/Page_0/Content.xml",
                                                     "Doc_0\\Pages\\Page_0\\Content.xml")},
                    Path{"EntryBehindADot", official_document().renamed("OFD.xml", "./OFD.xml")},
                    Path{"EntryInLowerCase", official_document().renamed("OFD.xml", "ofd.xml")}));

struct Broken {
  std::string name{};
  OfdSample sample{};
  std::string reason{};
};
void PrintTo(const Broken& c, std::ostream* out) { *out << c.name; }

class BrokenOfd : public testing::TestWithParam<Broken> {};

TEST_P(BrokenOfd, FailsAndSaysWhatIsWrong) {
  const Extraction result = read(GetParam().sample.bytes());
  EXPECT_EQ(result.state, TextState::failed);
  EXPECT_EQ(result.format, "ofd");
  EXPECT_THAT(result.reason, HasSubstr(GetParam().reason));
  EXPECT_TRUE(result.pages.empty());
}

const std::string kPage0 = "Doc_0/Pages/Page_0/Content.xml";
const std::string kTemplate = "Doc_0/Tpls/Tpl_0/Content.xml";

OfdSample with_unit(std::string_view objects_of_unit) {
  return official_document()
      .with("Doc_0/PublicRes.xml",
            ofd_element("Res",
                        "<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"70\">"
                        "<ofd:Content>" +
                            std::string{objects_of_unit} +
                            "</ofd:Content></ofd:CompositeGraphicUnit>"
                            "</ofd:CompositeGraphicUnits>"))
      .with(kPage0, ofd_page("<ofd:CompositeObject ID=\"7\" Boundary=\"10 20 100 100\" "
                             "CTM=\"2 0 0 2 0 0\" ResourceID=\"70\"/>"));
}

INSTANTIATE_TEST_SUITE_P(
    Damages, BrokenOfd,
    testing::Values(
        Broken{"NoPage", official_document().without(kPage0),
               "Doc_0/Pages/Page_0/Content.xml is not in the package, Doc_0/Document.xml refers"},
        Broken{"NoDocument", official_document().without("Doc_0/Document.xml"),
               "Doc_0/Document.xml is not in the package, OFD.xml refers to it"},
        Broken{"NoTemplate", official_document().without(kTemplate),
               "Doc_0/Tpls/Tpl_0/Content.xml is not in the package"},
        Broken{"UnknownTemplate",
               official_document().with(kPage0, ofd_page("", "<ofd:Template TemplateID=\"4\"/>")),
               "uses template page 4, which Doc_0/Document.xml does not name"},
        Broken{
            "TemplateInItself",
            official_document().with(kTemplate, ofd_page("", "<ofd:Template TemplateID=\"90\"/>")),
            "template page 90 contains itself"},
        Broken{"UnitInItself", with_unit("<ofd:CompositeObject ResourceID=\"70\"/>"),
               "composite unit 70 contains itself"},
        Broken{"UnknownUnit", with_unit("<ofd:CompositeObject ID=\"8\" ResourceID=\"71\"/>"),
               "composite object 8 uses unit 71, which no resource file defines"},
        Broken{"OutOfThePackage", with_root("../../etc/passwd"), "no place in the package"},
        Broken{"NoDocBody", official_document().with("OFD.xml", ofd_element("OFD", "")),
               "OFD.xml: no DocBody"},
        Broken{"OtherRoot", official_document().with("OFD.xml", "<html/>"), "expected OFD"},
        Broken{"PageIsNoPage", official_document().with(kPage0, "<html>x</html>"), "expected Page"},
        Broken{"PageIsCut", official_document().with(kPage0, "<Page><Content>"), kPage0 + ":1: "},
        Broken{
            "NoPages",
            official_document().with("Doc_0/Document.xml", ofd_element("Document", "<ofd:Pages/>")),
            "no page"},
        Broken{"Encryptions", official_document().with("Encryptions.xml", "<x/>"),
               "encrypted: Encryptions.xml"},
        Broken{"TwoOfOneName", official_document().with("./OFD.xml", "<x/>"), "two entries"}));

TEST(Ofd, SaysThatTheZipIsEncrypted) {
  const std::string bytes =
      files::build_zip({{.name = "OFD.xml", .data = "0123456789ab?", .flags = 1}});
  const Extraction result = read(bytes);
  EXPECT_EQ(result.state, TextState::failed);
  EXPECT_THAT(result.reason, testing::StartsWith("encrypted: "));
}

TEST(Ofd, RefusesTooManyPagesBeforeItReadsOne) {
  Limits limits;
  limits.pages = 1;
  const Extraction result = read(official_document().without(kPage0).bytes(), limits);
  EXPECT_EQ(result.state, TextState::failed);
  EXPECT_EQ(result.reason, "Doc_0/Document.xml: 2 pages, more than 1");
}

TEST(Ofd, BoundsTheTextThatTemplatesMultiply) {
  Limits limits;
  limits.text_bytes = 150;
  EXPECT_THAT(read(official_document().bytes(), limits).reason, HasSubstr("text is longer"));
}

TEST(Ofd, FollowsCompositeUnitsToTheirPlace) {
  const Extraction result = read(with_unit(ofd_text(0, 5, 5, 5, "印")).bytes());
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_EQ(result.pages[0], "印\n");
  const Box box = result.layout[0].lines[0];
  EXPECT_EQ(box.left, 2000);
  EXPECT_EQ(box.width, 1000);
}

TEST(Ofd, ReadsTheCurrentVersion) {
  OfdSample sample = official_document();
  sample.with("OFD.xml",
              ofd_element("OFD",
                          "<ofd:DocBody><ofd:DocRoot>Doc_0/Gone.xml</ofd:DocRoot>"
                          "<ofd:Versions><ofd:Version Current=\"false\" BaseLoc=\"a.xml\"/>"
                          "<ofd:Version Current=\"true\" BaseLoc=\"Doc_0/V/V1.xml\"/>"
                          "</ofd:Versions></ofd:DocBody>"));
  sample.with("Doc_0/V/V1.xml",
              ofd_element("DocVersion", "<ofd:DocRoot>../Document.xml</ofd:DocRoot>"));
  EXPECT_THAT(read(sample.bytes()).pages, ElementsAre(kFirstPage, kSecondPage));
}

TEST(Ofd, ReadsAllBodies) {
  const std::string body =
      "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>";
  OfdSample sample = official_document().with("OFD.xml", ofd_element("OFD", body + body));
  EXPECT_THAT(read(sample.bytes()).pages,
              ElementsAre(kFirstPage, kSecondPage, kFirstPage, kSecondPage));
}

/// The official document with one more child of Document.xml.
OfdSample with_child(std::string_view child) {
  return official_document().with(
      "Doc_0/Document.xml",
      ofd_element("Document",
                  std::string{child} +
                      "<ofd:CommonData><ofd:TemplatePage ID=\"90\" "
                      "BaseLoc=\"Tpls/Tpl_0/Content.xml\"/></ofd:CommonData><ofd:Pages>"
                      "<ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>"
                      "<ofd:Page ID=\"50\" BaseLoc=\"Pages/Page_1/Content.xml\"/></ofd:Pages>"));
}

TEST(Ofd, AddsAnnotationsToTheirPage) {
  OfdSample sample = with_child("<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>");
  sample.with("Doc_0/Annots/Annotations.xml",
              ofd_element("Annotations",
                          "<ofd:Page PageID=\"50\"><ofd:FileLoc>P1/A.xml"
                          "</ofd:FileLoc></ofd:Page>"));
  sample.with("Doc_0/Annots/P1/A.xml",
              ofd_element("PageAnnot",
                          "<ofd:Annot Type=\"Stamp\"><ofd:Remark>同意</ofd:Remark>"
                          "<ofd:Appearance Boundary=\"10 20 30 40\">" +
                              ofd_text(0, 1, 2, 4, "收文章") + "</ofd:Appearance></ofd:Annot>"));
  const Extraction result = read(sample.bytes());
  EXPECT_THAT(result.pages, ElementsAre(kFirstPage, std::string{kSecondPage} + "收文章\n"));
  EXPECT_EQ(result.layout[1].lines.back().left, 1100);
  EXPECT_EQ(result.properties.at("annotation_remarks"), "同意");
  EXPECT_THAT(read(sample.without("Doc_0/Annots/P1/A.xml").bytes()).reason,
              HasSubstr("Doc_0/Annots/P1/A.xml is not in the package"));
}

TEST(Ofd, GivesWhatTagsPointTo) {
  OfdSample sample = with_child("<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>");
  sample.with("Doc_0/Tags/CustomTags.xml",
              ofd_element("CustomTags",
                          "<ofd:CustomTag TypeID=\"od\"><ofd:FileLoc>T.xml"
                          "</ofd:FileLoc></ofd:CustomTag>"));
  sample.with("Doc_0/Tags/T.xml",
              ofd_element("Tags",
                          "<版头><发文字号><ofd:ObjectRef PageRef=\"1\">6</ofd:ObjectRef>"
                          "</发文字号></版头><正文><ofd:ObjectRef>8</ofd:ObjectRef>"
                          "<ofd:ObjectRef>9</ofd:ObjectRef></正文>"
                          "<附注><ofd:ObjectRef>777</ofd:ObjectRef></附注>"));
  const Extraction result = read(sample.bytes());
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_EQ(result.properties.at("tag:发文字号"), "凤政办发〔2023〕6号");
  EXPECT_EQ(result.properties.at("tag:正文"), "各乡镇人民政府：\n一、按年度归档。");
  EXPECT_FALSE(result.properties.contains("tag:附注"));

  const Extraction broken = read(sample.with("Doc_0/Tags/T.xml", "<:x>").bytes());
  EXPECT_EQ(broken.state, TextState::read);
  EXPECT_THAT(broken.technical.at("flaw"), HasSubstr("Doc_0/Tags/T.xml:1: "));
}

TEST(Ofd, GivesAttachmentsAsMembers) {
  OfdSample sample = with_child("<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>");
  sample.with("Doc_0/Attachs/Attachments.xml",
              ofd_element("Attachments",
                          "<ofd:Attachment ID=\"1\" Name=\"附件\">"
                          "<ofd:FileLoc>附件.txt</ofd:FileLoc></ofd:Attachment>"
                          "<ofd:Attachment ID=\"2\" Name=\"名册.et\">"
                          "<ofd:FileLoc>/a.bin</ofd:FileLoc></ofd:Attachment>"));
  sample.with("Doc_0/Attachs/附件.txt", "一件").with("a.bin", "二");
  const Extraction result = read(sample.bytes());
  ASSERT_EQ(result.members.size(), 2U) << result.reason;
  EXPECT_EQ(result.members[0].name, "附件.txt");
  EXPECT_EQ(result.members[0].size, 6U);
  EXPECT_EQ(result.members[1].name, "名册.et");
  std::string bytes;
  const ByteSink sink = [&](std::string_view piece) { bytes += piece; };
  const files::Fd file = memory_file(sample.bytes());
  EXPECT_EQ(read_ofd_member(file.get(), {}, 0, sink), "");
  EXPECT_EQ(bytes, "一件");
  EXPECT_EQ(read_ofd_member(file.get(), {}, 2, sink), "no attachment 2");
  EXPECT_THAT(read(sample.without("a.bin").bytes()).reason, HasSubstr("a.bin is not in"));
}

TEST(Ofd, TellsProhibitionsActionsAndFlaws) {
  OfdSample sample = with_child(
      "<ofd:Permissions><ofd:CopyText>false</ofd:CopyText><ofd:Print Printable=\"false\"/>"
      "</ofd:Permissions><ofd:Actions><ofd:Action><ofd:URI URI=\"http://a\"/></ofd:Action>"
      "</ofd:Actions>");
  sample.with(kPage0, ofd_page("<ofd:TextObject ID=\"1\" Boundary=\"0 0 9 9\" Size=\"5\">"
                               "<ofd:CGTransform><ofd:Glyphs>5 6</ofd:Glyphs></ofd:CGTransform>"
                               "<ofd:Actions><ofd:Action><ofd:GotoA AttachID=\"1\"/></ofd:Action>"
                               "</ofd:Actions></ofd:TextObject>"));
  const Extraction result = read(sample.bytes());
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_EQ(result.technical.at("protection"), "copying not permitted, printing not permitted");
  EXPECT_EQ(result.technical.at("external_references"), "1");
  EXPECT_EQ(result.technical.at("scripts"), "1");
  EXPECT_EQ(result.technical.at("flaw"), "1 text objects draw glyphs without telling characters");
}

TEST(Ofd, SurvivesCutsAndFlips) {
  const std::string whole = official_document().bytes();
  for (std::size_t size = 7; size < whole.size(); size += 7) {
    EXPECT_NE(read(std::string_view{whole}.substr(0, size)).state, TextState::read) << size;
  }
  std::mt19937 random{20231106};
  for (int i = 0; i < 400; ++i) {
    std::string bytes = whole;
    for (int flips = 0; flips < 3; ++flips) {
      bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    }
    const Extraction result = read(bytes);
    EXPECT_EQ(result.state == TextState::read, !result.pages.empty());
    if (result.format == "ofd" && result.state != TextState::read) {
      EXPECT_EQ(result.state, TextState::failed);
      EXPECT_FALSE(result.reason.empty());
    }
  }
}

}  // namespace
}  // namespace guidang::extract
