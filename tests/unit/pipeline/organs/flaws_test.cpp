// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "pipeline/organs/load.h"
#include "pipeline/organs/read.h"
#include "tests/unit/pipeline/organs/table_of.h"

namespace guidang::organs {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Case {
  std::string name;
  std::string inside;
  std::string what;
  std::string found;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class TableFlaw : public ::testing::TestWithParam<Case> {};

TEST_P(TableFlaw, TellsWhereWhatAndWhatToDo) {
  const Built result = built(GetParam().inside);
  ASSERT_FALSE(result.flaws.empty());
  const Flaw& flaw = result.flaws.front();
  EXPECT_THAT(flaw.what, HasSubstr(GetParam().what));
  EXPECT_THAT(flaw.found, HasSubstr(GetParam().found));
  EXPECT_THAT(flaw.place, HasSubstr("t.xml:"));
  EXPECT_FALSE(flaw.expected.empty());
  EXPECT_THAT(flaw.advice, HasSubstr(" / "));
}

INSTANTIATE_TEST_SUITE_P(
    All, TableFlaw,
    ::testing::Values(
        Case{"UnknownParent", R"(<organisation id="a" name="甲县人民政府" parent="b"/>)",
             "no such organ", "parent=\"b\" (a)"},
        Case{"UnknownOfficeOf", R"(<organisation id="a" name="甲县政府办公室" office-of="b"/>)",
             "no such organ", "office-of=\"b\""},
        Case{
            "Loop",
            R"(<organisation id="a" name="甲局" parent="b"/><organisation id="b" name="乙局" parent="c"/>
                <organisation id="c" name="丙局" parent="a"/>)",
            "loop", "a → b → c → a"},
        Case{"OwnParent", R"(<organisation id="a" name="甲局" parent="a"/>)", "loop", "a → a"},
        Case{
            "OfficeOfAnOffice",
            R"(<organisation id="a" name="甲县人民政府"/><organisation id="b" name="甲办" office-of="a"/>
                <organisation id="c" name="乙办" office-of="b"/>)",
            "office of an office", "office-of=\"b\""},
        Case{"IdTwice", R"(<organisation id="a" name="甲局"/><organisation id="a" name="乙局"/>)",
             "same id twice", "id=\"a\""},
        Case{"NamesOverlap",
             R"(<organisation id="a"><name from="2001-01-01" to="2005-12-31">甲局</name>
                <name from="2005-01-01">乙局</name></organisation>)",
             "overlap in time", "2005-12-31"},
        Case{"EndsBeforeItBegins",
             R"(<organisation id="a" name="甲局" from="2005-01-01" to="2001-01-01"/>)",
             "overlap in time", "2001-01-01"},
        Case{"TwoNamesWithoutTimes",
             R"(<organisation id="a"><name>甲局</name><name>乙局</name></organisation>)",
             "overlap in time", "甲局"},
        Case{"OneNameOfTwo",
             R"(<organisation id="a" name="甲局"/><organisation id="b" name="甲局"/>)",
             "two organs with one full name", "甲局 (a, b)"},
        Case{"OneCodeOfTwo",
             R"(<organisation id="a" name="甲局"><code>甲发</code></organisation>
                <organisation id="b" name="乙局"><code>甲发</code></organisation>)",
             "one code of two organs", "甲发 (a, b)"},
        Case{"UnknownAttribute", R"(<organisation id="a" name="甲局" rank="9"/>)",
             "unknown attribute", "rank=\"9\""},
        Case{"UnknownElement", R"(<organ id="a" name="甲局"/>)", "unknown element", "<organ>"},
        Case{"UnknownPart",
             R"(<organisation id="a" name="甲局"><former>乙局</former></organisation>)",
             "unknown element", "<former>"},
        Case{"UnknownLevel", R"(<organisation id="a" name="甲局" level="moon"/>)", "unknown value",
             "level=\"moon\""},
        Case{"NoSuchDay", R"(<organisation id="a" name="甲局" from="2001-02-30"/>)",
             "date cannot be read", "2001-02-30"},
        Case{"NoName", R"(<organisation id="a"/>)", "without a name", "id=\"a\""},
        Case{"NoId", R"(<organisation name="甲局"/>)", "id is empty", ""},
        Case{"BadPattern", R"(<standing id="s" pattern="(" standing="peer"/>)", "not a pattern",
             ""}),
    [](const auto& param) { return param.param.name; });

TEST(TableFlaws, OtherXmlAndNoXml) {
  EXPECT_THAT(read_bytes("<profile/>", "t.xml").flaws.front().found, HasSubstr("<profile>"));
  EXPECT_THAT(read_bytes("<organisations>", "t.xml").flaws.front().what, HasSubstr("well-formed"));
  EXPECT_THAT(read_bytes("", "t.xml").flaws.front().place, HasSubstr("t.xml"));
}

TEST(TableFlaws, LongWordsAndManyAreRefused) {
  const std::string far(kLongestWord + 1, 'x');
  EXPECT_FALSE(built("<organisation id=\"a\" name=\"" + far + "\"/>").flaws.empty());
  std::string many = "<organisation id=\"a\" name=\"甲局\">";
  for (std::size_t i = 0; i <= kMostWords; ++i) many += "<alias>a" + std::to_string(i) + "</alias>";
  EXPECT_THAT(built(many + "</organisation>").flaws.front().what, HasSubstr("too many"));
}

TEST(TableFlaws, AFailureNamesTheFirstAndCountsTheRest) {
  std::string inside;
  for (int i = 0; i < 9; ++i) {
    inside += "<organisation id=\"o" + std::to_string(i) + "\" name=\"机构" + std::to_string(i) +
              "\" parent=\"nobody\"/>";
  }
  const Failure failure = unusable(built(inside).flaws);
  EXPECT_THAT(failure.what(), HasSubstr("4 more"));
  EXPECT_EQ(failure.status(), ExitStatus::usage);
}

TEST(TableFlaws, AChainOfManyStepsEnds) {
  std::string inside = "<organisation id=\"o0\" name=\"机构0\"/>";
  for (int i = 1; i < 5000; ++i) {
    inside += "<organisation id=\"o" + std::to_string(i) + "\" name=\"机构" + std::to_string(i) +
              "\" parent=\"o" + std::to_string(i - 1) + "\"/>";
  }
  const auto table = table_of(inside);
  EXPECT_EQ(table->route(*table->by_id("o0"), *table->by_id("o9")), Route::down);
  EXPECT_EQ(table->line(*table->by_id("o4999")), Line::unknown);
}

}  // namespace
}  // namespace guidang::organs
