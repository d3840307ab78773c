// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>

#include "stages/extract/readers.h"
#include "tests/unit/stages/extract/pdf_builder.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Pair;

Extraction read(std::string_view bytes, const Limits& limits = {}) {
  return read_in_process(memory_file(bytes).get(), "a.pdf", limits);
}

std::string notice() {
  return one_page_pdf(pdf_text(72, 700, "关于归档的通知") +
                      pdf_text(72, 660, "凤政办发〔2023〕6号") + pdf_text(72, 620, "第二段。"));
}

TEST(Pdf, GivesLinesWithTheirPlaces) {
  const Extraction e = read(notice());
  ASSERT_EQ(e.state, TextState::read) << e.reason;
  EXPECT_EQ(e.reader, "pdf");
  EXPECT_TRUE(e.paged);
  EXPECT_THAT(e.pages, ElementsAre("关于归档的通知\n凤政办发〔2023〕6号\n第二段。\n"));
  ASSERT_EQ(e.layout.size(), 1U);
  EXPECT_EQ(e.layout[0].width, 20990);
  EXPECT_EQ(e.layout[0].height, 29704);
  ASSERT_EQ(e.layout[0].lines.size(), 3U);
  EXPECT_EQ(e.layout[0].lines[0].left, 2540);
  EXPECT_NEAR(e.layout[0].lines[0].top, 4500, 100);
  EXPECT_EQ(e.layout[0].lines[0].width, 3951);
  EXPECT_EQ(e.technical.at("format_version"), "1.4");
  EXPECT_EQ(e.technical.at("puid"), "fmt/18");
  EXPECT_EQ(e.technical.at("fonts_missing"), "1");
  EXPECT_EQ(e.technical.at("fonts_missing_names"), "SimSun");
  EXPECT_EQ(e.technical.count("flaw"), 0U);
}

TEST(Pdf, KeepsCompatibilityCharacters) {
  EXPECT_THAT(read(one_page_pdf(pdf_text(72, 700, "①〇㎡"))).pages, ElementsAre("①〇㎡\n"));
}

TEST(Pdf, PageWithoutTextStaysAPage) {
  std::vector<std::string> objects = pdf_start("6 0 R 8 0 R");
  objects.insert(objects.end(),
                 {pdf_page(7), pdf_stream(""), pdf_page(9), pdf_stream(pdf_text(72, 700, "后"))});
  EXPECT_THAT(read(pdf_of(objects)).pages, ElementsAre("", "后\n"));
}

TEST(Pdf, TurnedPageIsReadAsItIsShown) {
  const Extraction e = read(one_page_pdf(
      "0 1 -1 0 0 0 cm " + pdf_text(72, -100, "上") + pdf_text(72, -140, "下"), "/Rotate 90"));
  EXPECT_THAT(e.pages, ElementsAre("上\n下\n"));
  EXPECT_EQ(e.layout.at(0).width, 29704);
}

TEST(Pdf, SaysWhatItKnowsOfItself) {
  const std::string xmp =
      "<x:xmpmeta xmlns:x='adobe:ns:meta/'><pdfaid:part>1</pdfaid:part>"
      "<pdfaid:conformance>B</pdfaid:conformance></x:xmpmeta>";
  const Extraction e = read(one_page_pdf(
      pdf_text(72, 700, "甲"), "/Annots[10 0 R]", "/Metadata 8 0 R/OpenAction 11 0 R",
      {pdf_stream(xmp, "/Type/Metadata/Subtype/XML"),
       "<</Title(T)/Author<FEFF529E516C5BA4>/Creator(WPS)/Producer(Lib 1)/Secret(no)"
       "/CreationDate(D:20230601103000+08'00')/ModDate(D:2023)>>",
       "<</Type/Annot/Subtype/FreeText/Rect[72 100 300 130]/Contents(x)/AP<</N 12 0 R>>>>",
       "<</S/JavaScript/JS(x)>>",
       pdf_stream(pdf_text(5, 5, "批注"),
                  "/Type/XObject/Subtype/Form/BBox[0 0 228 30]"
                  "/Resources<</Font<</F1 3 0 R>>>>")},
      "/Info 9 0 R"));
  ASSERT_EQ(e.state, TextState::read) << e.reason;
  EXPECT_THAT(e.pages, ElementsAre("甲\n批注\n"));
  EXPECT_THAT(e.properties, IsSupersetOf({Pair("title", "T"), Pair("author", "办公室"),
                                          Pair("custom:Secret", "no")}));
  EXPECT_THAT(e.technical,
              IsSupersetOf({Pair("format_version", "PDF/A-1b"), Pair("puid", "fmt/354"),
                            Pair("created", "2023-06-01T10:30:00+08:00"), Pair("modified", "2023"),
                            Pair("program", "WPS / Lib 1"), Pair("scripts", "1")}));
}

TEST(Pdf, GivesAttachments) {
  const std::string pdf =
      one_page_pdf(pdf_text(72, 700, "甲"), "", "/Names<</EmbeddedFiles<</Names[(a)8 0 R]>>>>",
                   {"<</Type/Filespec/F(list.txt)/UF(list.txt)/EF<</F 9 0 R>>>>",
                    pdf_stream("inside", "/Type/EmbeddedFile/Params<</Size 6>>")});
  const Extraction e = read(pdf);
  ASSERT_EQ(e.members.size(), 1U) << e.reason;
  EXPECT_EQ(e.members[0].name, "list.txt");
  EXPECT_EQ(e.members[0].size, 6U);
  EXPECT_EQ(e.technical.at("attachments"), "1");
  std::string got;
  const Listener listener{.bytes = [&](std::string_view bytes) { got += bytes; }};
  const auto member = [&](std::uint32_t index) {
    return read_in_process(memory_file(pdf).get(), "a.pdf", {}, kReaders,
                           {.purpose = Purpose::member, .member = index}, listener);
  };
  EXPECT_EQ(member(0).state, TextState::none_by_nature);
  EXPECT_EQ(got, "inside");
  EXPECT_EQ(member(1).state, TextState::failed);
}

TEST(Pdf, NeedsNoPasswordOnlyToBeRead) {
  const Extraction locked = read_in_process(sample_file("locked.pdf").get(), "a.pdf", {});
  EXPECT_EQ(locked.state, TextState::failed);
  EXPECT_THAT(locked.reason, HasSubstr("encrypted: "));
  const Extraction open = read_in_process(sample_file("protected.pdf").get(), "a.pdf", {});
  EXPECT_THAT(open.pages, ElementsAre("归档文件通知\n")) << open.reason;
  EXPECT_THAT(open.technical,
              Contains(Pair("protection", "changing, copying, commenting not permitted")));
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  return at == std::string::npos ? "" : text.replace(at, from.size(), to);
}

struct Case {
  std::string name{};
  std::string bytes{};
  std::string reason{};  ///< "" when it is read
  std::string flaw{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class FlawedPdf : public testing::TestWithParam<Case> {};

TEST_P(FlawedPdf, IsReadWholeOrNotAtAll) {
  const Extraction e = read(GetParam().bytes);
  EXPECT_EQ(e.state, GetParam().reason.empty() ? TextState::read : TextState::failed) << e.reason;
  EXPECT_THAT(e.reason, HasSubstr(GetParam().reason));
  if (e.state == TextState::read) {
    EXPECT_EQ(e.pages, read(notice()).pages);
    EXPECT_EQ(e.technical.contains("flaw") ? e.technical.at("flaw") : "", GetParam().flaw);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Damages, FlawedPdf,
    testing::Values(
        Case{"TableElsewhere", replaced(notice(), "startxref\n", "startxref\n9"), "",
             "rebuilt cross reference table"},
        Case{"BytesBefore", "\n\n" + notice(), "", "2 bytes before %PDF"},
        Case{"NoEndMark", replaced(notice(), "%%EOF", ""), "", "no %%EOF at its end"},
        Case{"NoTable", notice().substr(0, notice().find("xref\n")), "cut off at byte", ""},
        Case{"VersionCutOff", notice() + "8 0 obj\n<</Type/Page>>\nendobj\n", "no further %%EOF",
             ""},
        Case{"HeaderOnly", "%PDF-1.4\n", "structure of the file is lost", ""},
        Case{"PageNotListed",
             [] {
               std::vector<std::string> objects = pdf_start("6 0 R");
               objects.insert(objects.end(), {pdf_page(7), pdf_stream(""), pdf_page(7)});
               return pdf_of(objects);
             }(),
             "2 pages in it, but 1", ""},
        Case{"PageGone", replaced(notice(), "/Kids[6 0 R]", "/Kids[9 0 R]"), "page", ""},
        Case{"UnknownOperator", replaced(notice(), "Tj", "Tk"), "Unknown operator", ""}),
    [](const auto& c) { return c.param.name; });

TEST(Pdf, CutAnywhereNeverGivesLessSilently) {
  const std::string whole = notice();
  const Extraction good = read(whole);
  for (std::size_t size = 9; size < whole.size(); size += 7) {
    const Extraction e = read(whole.substr(0, size));
    EXPECT_TRUE(e.state == TextState::failed || e.pages == good.pages) << size;
  }
}

TEST(Pdf, FlippedBytesEndInANamedState) {
  std::mt19937 random{7};
  for (int round = 0; round < 80; ++round) {
    std::string bytes = notice();
    for (int flips = 0; flips < 3; ++flips) {
      bytes[9 + random() % (bytes.size() - 9)] ^= static_cast<char>(1U << random() % 8);
    }
    const Extraction e = read(bytes);
    EXPECT_TRUE(e.state == TextState::read || !e.reason.empty()) << round;
    EXPECT_EQ(e.layout.size(), e.pages.size());
  }
}

TEST(Pdf, LimitsHoldBeforeTheWork) {
  Limits limits;
  limits.pages = 0;
  EXPECT_THAT(read(notice(), limits).reason, HasSubstr("pages"));
  limits = {};
  limits.text_bytes = 10;
  EXPECT_THAT(read(notice(), limits).reason, HasSubstr("text is longer"));
}

}  // namespace
}  // namespace guidang::extract
