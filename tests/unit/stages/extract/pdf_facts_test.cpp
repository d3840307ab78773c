// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/pdf/facts.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "stages/extract/readers/pdf/scan.h"
#include "tests/unit/stages/extract/pdf_builder.h"

namespace guidang::extract::pdf {
namespace {

using std::string_literals::operator""s;

struct Case {
  std::string name{};
  std::string input{};
  std::string expected{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Dates : public testing::TestWithParam<Case> {};
TEST_P(Dates, BecomeIso) { EXPECT_EQ(iso_date(GetParam().input), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Forms, Dates,
    testing::Values(Case{"Whole", "D:20201104103014+08'00'", "2020-11-04T10:30:14+08:00"},
                    Case{"World", "D:20201104103014Z", "2020-11-04T10:30:14Z"},
                    Case{"WithoutOffset", "D:20201104103014", "2020-11-04T10:30:14"},
                    Case{"WithoutMark", "20201104", "2020-11-04"}, Case{"Year", "D:2020", "2020"},
                    Case{"Hour", "D:2020110410", "2020-11-04T10:00"},
                    Case{"HoursOnly", "D:20201104103014-05", "2020-11-04T10:30:14-05:00"},
                    Case{"OffsetOfNoPlace", "D:20260203015354+17'53'", "2026-02-03T01:53:54"},
                    Case{"Words", "yesterday", ""}, Case{"Empty", "", ""}),
    [](const auto& c) { return c.param.name; });

class Claims : public testing::TestWithParam<Case> {};
TEST_P(Claims, AreFoundInXmp) { EXPECT_EQ(claimed_pdf_a(GetParam().input), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Forms, Claims,
    testing::Values(Case{"Elements",
                         "<pdfaid:part> 2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>",
                         "PDF/A-2u"},
                    Case{"Attributes", "<d pdfaid:part=\"1\" pdfaid:conformance='B'/>", "PDF/A-1b"},
                    Case{"WithoutLevel", "<pdfaid:part>4</pdfaid:part>", "PDF/A-4"},
                    Case{"None", "<dc:title>PDF/A</dc:title>", ""}),
    [](const auto& c) { return c.param.name; });

TEST(Utf8, TakesPairsAndReplacesHalves) {
  const std::basic_string<unsigned short> text{0x5F52, 0xD840, 0xDC0B, 0xD840};
  EXPECT_EQ(utf8(text), "归\U0002000B\uFFFD");
}

TEST(Scan, CountsWhatStandsInTheBytes) {
  const std::string bytes =
      one_page_pdf("x", "", "",
                   {"<</Subtype /Image>>", "<</Subtype/Image>>", "<</Subtype/Images>>",
                    "<</S/JavaScript/JS(a)>>", "<</S /Launch/F(b)>>", "<</ByteRange[0 1 2 3]>>"});
  const Scan found = scan(bytes);
  EXPECT_EQ(found.images, 2U);
  EXPECT_EQ(found.scripts, 2U);
  EXPECT_EQ(found.signatures, 1U);
  EXPECT_EQ(found.opened, 13U);
  EXPECT_EQ(found.closed, 13U);
  EXPECT_TRUE(found.cut_off.empty());
  EXPECT_TRUE(found.end_mark);
}

TEST(Scan, LooksIntoPackedObjects) {
  // "<</S/JavaScript>>" as zlib packs it.
  const std::string packed =
      "\x78\x9c\xb3\xb1\xd1\x0f\xd6\xf7\x4a\x2c\x4b\x0c\x4e\x2e\xca\x2c\x28\xb1\xb3\x03\x00\x2e\xff"
      "\x05\x9d"s;
  EXPECT_EQ(scan(one_page_pdf("x", "", "", {pdf_stream(packed, "/Type/ObjStm")})).scripts, 1U);
  EXPECT_EQ(scan(one_page_pdf("x", "", "", {pdf_stream("junk", "/Type/ObjStm")})).scripts, 0U);
}

}  // namespace
}  // namespace guidang::extract::pdf
