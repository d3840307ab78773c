// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/number/forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/failure.h"
#include "pipeline/number/code_list.h"

namespace guidang {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<NumberForm> forms() { return shipped_forms(GUIDANG_SOURCE_DIR); }

TEST(NumberForms, ReadAndWriteTheirExamples) {
  ASSERT_GE(forms().size(), 10U);
  for (const NumberForm& form : forms()) {
    const CodePattern pattern(form.pattern);
    EXPECT_FALSE(form.title_zh.empty() || form.title_en.empty()) << form.id;
    EXPECT_EQ(form.volumes.empty(), !pattern.volumes()) << form.id;
    for (const std::string& code : form.examples) {
      const auto parts = pattern.parse(code);
      ASSERT_TRUE(parts) << form.id << ' ' << code;
      EXPECT_EQ(pattern.format(*parts), code) << form.id;
    }
    for (const std::string& code : form.volumes) {
      const auto parts = pattern.parse_volume(code);
      ASSERT_TRUE(parts) << form.id << ' ' << code;
      EXPECT_EQ(pattern.code(pattern.series(*parts), parts->volume), code) << form.id;
    }
  }
}

/// The examples of DA/T 22-2015 and DA/T 13-2022, each read by some form; what the category is.
struct Example {
  std::string code;
  std::string form;
  CodeParts parts;
};
void PrintTo(const Example& example, std::ostream* out) { *out << example.code; }

class OfTheStandards : public testing::TestWithParam<Example> {};
TEST_P(OfTheStandards, IsReadAsItIsMeant) {
  const CodePattern pattern(pattern_of(GUIDANG_SOURCE_DIR, GetParam().form));
  const auto item = pattern.parse(GetParam().code);
  const auto parts = item ? item : pattern.parse_volume(GetParam().code);
  ASSERT_TRUE(parts);
  EXPECT_EQ(*parts, GetParam().parts);
}
INSTANTIATE_TEST_SUITE_P(
    Codes, OfTheStandards,
    testing::Values(
        Example{"Z109-WS·2011-Y-BGS-0001",
                "da22-2015-organ",
                {.fonds = "Z109",
                 .category = "WS",
                 .year = 2011,
                 .period = "Y",
                 .organ = "BGS",
                 .number = 1}},
        Example{"Z109-WS•2011·Y·BGS-0001",
                "da22-2015-organ",
                {.fonds = "Z109",
                 .category = "WS",
                 .year = 2011,
                 .period = "Y",
                 .organ = "BGS",
                 .number = 1}},
        Example{"X043-WS·2014-D30-0001",
                "da22-2015",
                {.fonds = "X043", .category = "WS", .year = 2014, .period = "D30", .number = 1}},
        Example{"A182-SW·JB·2022-Y-0001",
                "da22-2015",
                {.fonds = "A182", .category = "SW·JB", .year = 2022, .period = "Y", .number = 1}},
        Example{"J001-KJ·JJ·2022-Y-001-0001",
                "da22-2015-volume",
                {.fonds = "J001",
                 .category = "KJ·JJ",
                 .year = 2022,
                 .period = "Y",
                 .volume = 1,
                 .number = 1}},
        Example{"J019-ZY·JC·CC·2019·D30-001-001",
                "da13-2022-volume",
                {.fonds = "J019",
                 .category = "ZY·JC·CC",
                 .year = 2019,
                 .period = "D30",
                 .volume = 1,
                 .number = 1}},
        Example{"K021-ZP・2019-D30－025–005",
                "da13-2022-volume",
                {.fonds = "K021",
                 .category = "ZP",
                 .year = 2019,
                 .period = "D30",
                 .volume = 25,
                 .number = 5}},
        Example{"Z109-WS·2011·Y·办公室-0001",
                "da13-2022-organ",
                {.fonds = "Z109",
                 .category = "WS",
                 .year = 2011,
                 .period = "Y",
                 .organ = "办公室",
                 .number = 1}},
        Example{"A439-WS·2015·D30·003-005",
                "da13-2022-organ-3",
                {.fonds = "A439",
                 .category = "WS",
                 .year = 2015,
                 .period = "D30",
                 .organ = "003",
                 .number = 5}},
        Example{"Z008-WS·2019·Y-037",
                "da13-2022-volume",
                {.fonds = "Z008", .category = "WS", .year = 2019, .period = "Y", .volume = 37}},
        Example{"C038-001-002-003",
                "da13-1994-category",
                {.fonds = "C038", .category = "001", .volume = 2, .number = 3}},
        Example{"X043-3-0012-005",
                "da13-1994-directory",
                {.fonds = "X043", .directory = "3", .volume = 12, .number = 5}},
        Example{"KJ-0105-002-017",
                "da13-1994-project",
                {.category = "KJ", .project = "0105", .volume = 2, .number = 17}}));

TEST(NumberForms, AreNamedOrWrittenOut) {
  EXPECT_EQ(pattern_of(GUIDANG_SOURCE_DIR, "{year}-{number:3}"), "{year}-{number:3}");
  try {
    static_cast<void>(pattern_of(GUIDANG_SOURCE_DIR, "da22"));
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_NE(std::string(failure.advice()).find("da22-2015-organ"), std::string::npos);
  }
}

TEST(CodeList, TellsFormRepeatsAndGaps) {
  CodeList list(CodePattern("{fonds}-WS·{year}-{period}-{number:4}"));
  list.add(2, "J001-WS·2023-Y-0001");
  list.add(3, "J001-WS•2023·Y·0001");
  list.add(4, "J001-WS·2023-Y-4");
  list.add(5, "J001-WS·2023-Y-0004");
  list.add(6, "J001-WS·2022-Y-0001");
  const CodeList::Report report = list.report();
  EXPECT_EQ(report.codes, 5U);
  ASSERT_EQ(report.flaws.size(), 3U);
  EXPECT_EQ(report.flaws[0].kind, CodeFlaw::Kind::repeated);
  EXPECT_EQ(report.flaws[0].line, 3U);
  EXPECT_EQ(report.flaws[0].other, 2U);
  EXPECT_EQ(report.flaws[1].kind, CodeFlaw::Kind::form);
  EXPECT_EQ(report.flaws[2].kind, CodeFlaw::Kind::gap);
  EXPECT_EQ(report.flaws[2].first, 2U);
  EXPECT_EQ(report.flaws[2].last, 3U);
  ASSERT_EQ(report.series.size(), 2U);
  EXPECT_EQ(report.series[1].last, 4U);
  EXPECT_EQ(report.series[1].count, 2U);
}

TEST(CodeList, KnowsVolumesByThemselvesAndByTheirItems) {
  CodeList list(CodePattern("{fonds}-{directory}-{volume:4}-{number:3}"));
  list.add(1, "X043-3-0001");
  list.add(2, "X043-3-0001-001");
  list.add(3, "X043-3-0001-002");
  list.add(4, "X043-3-0002-001");
  EXPECT_THAT(list.report().flaws, IsEmpty());
  list.add(5, "X043-3-0001");
  list.add(6, "X043-3-0002-001");
  std::vector<std::size_t> lines;
  for (const CodeFlaw& flaw : list.report().flaws) lines.push_back(flaw.line);
  EXPECT_THAT(lines, ElementsAre(5, 6));
}

}  // namespace
}  // namespace guidang
