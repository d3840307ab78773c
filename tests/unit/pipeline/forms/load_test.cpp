// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "pipeline/failure.h"
#include "pipeline/forms/fonts.h"
#include "tests/unit/pipeline/forms/samples.h"

namespace guidang::forms {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// The sampler with one place changed.
std::string changed(const std::string& from, const std::string& to) {
  std::string bytes =
      files::read_file(test::kRoot / "tests/unit/pipeline/forms/sampler.xml", 1U << 20);
  const std::size_t at = bytes.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return bytes.replace(at, from.size(), to);
}

std::string failure_of(const std::string& bytes) {
  const guidang::test::TempFolder folder;
  const auto file = folder.path() / "form.xml";
  std::ofstream(file) << bytes;
  try {
    static_cast<void>(Form::load(test::kRoot, file));
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.status(), ExitStatus::usage);
    return failure.what();
  }
  return {};
}

TEST(Form, TellsItsNames) {
  const Form form = test::sampler();
  EXPECT_EQ(form.id(), "sampler");
  EXPECT_EQ(form.title(), "样张");
  EXPECT_THAT(form.sheet_names(), ElementsAre("fonds", "date", "long", "ticked", "draft"));
  EXPECT_THAT(form.row_names(),
              ElementsAre("class", "no", "office", "archive", "name", "pages", "hidden", "secret"));
  EXPECT_TRUE(form.is_list());
  EXPECT_EQ(form.digest().size(), 64U);
}

struct Case {
  std::string name{};
  std::string from{};
  std::string to{};
  std::string message{};
};
void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

class Flaws : public ::testing::TestWithParam<Case> {};

TEST_P(Flaws, AreToldWithLineFoundAndExpected) {
  const Case& one = GetParam();
  const std::string what = failure_of(changed(one.from, one.to));
  EXPECT_THAT(what, ::testing::ContainsRegex("form.xml:[0-9]+: "));
  EXPECT_THAT(what, HasSubstr(one.message));
}

INSTANTIATE_TEST_SUITE_P(
    Form, Flaws,
    ::testing::Values(
        Case{"NotXml", "<body>", "<body", "expected XML"},
        Case{"UnknownElement", "<keep>", "<keep><picture/>", "form.rng"},
        Case{"NoSource", " source=\"office custom\">\n    <margins", ">\n    <margins", "form.rng"},
        Case{"UnknownName", "定稿{{/draft}}</cell>", "定稿{{/draft}}{{nam}}</cell>",
             "found {{nam}}, expected one of fonds"},
        Case{"NotClosed", "定稿{{/draft}}", "定稿",
             "found the end of the text, expected {{/draft}}"},
        Case{"NeverOpened", "定稿{{/draft}}", "{{/draft}}{{/date}}",
             "expected nothing to be closed"},
        Case{"HalfASign", "{{^draft}}定稿{{/draft}}", "{{draft", "found {{ without }}"},
        Case{"UnknownStyle", "<text style=\"body\">", "<text style=\"bdy\">",
             "found style bdy, expected one of title"},
        Case{"SecondStyle", "<style name=\"label\"", "<style name=\"body\"", "a second style body"},
        Case{"SecondField", "<field name=\"long\"", "<field name=\"date\"", "a second date"},
        Case{"SameNameInLine", "column name=\"no\"", "column name=\"fonds\"", "a second fonds"},
        Case{"UnknownCondition", "<row height=\"10\" when=\"draft\">",
             "<row height=\"10\" when=\"drft\">", "found when drft"},
        Case{"PlaceBeyondMargins", "x=\"110\"", "x=\"160\"", "expected a place within the margins"},
        Case{"WideGrid", "widths=\"20 30 60 60\"", "widths=\"20 30 60 61\"",
             "expected at most 170"},
        Case{"TooFewCells", "<cell>{{^draft}}定稿{{/draft}}</cell>", "",
             "found cells for 3 columns"},
        Case{"TooManyCells", "<cell>{{^draft}}", "<cell/><cell>{{^draft}}",
             "a cell beyond the widths"},
        Case{"SpanBeyondTheEnd", "<cell>{{^draft}}", "<cell rows=\"9\">{{^draft}}",
             "a cell beyond the widths"},
        Case{"TwoFreeColumns", "heading=\"室编\" width=\"20\"", "heading=\"室编\"",
             "2 columns without a width"},
        Case{"WideColumns", "heading=\"室编\" width=\"20\"", "heading=\"室编\" width=\"120\"",
             "expected at most 170"},
        Case{"TotalOfOtherWidth", "<cell columns=\"4\">共", "<cell columns=\"3\">共",
             "found cells for 5 columns, expected 6"},
        Case{"PageOutsideItsPlace", "<group>{{class}}", "<group>{{page}}", "found {{page}}"},
        Case{"SumBeforeTheLines", "样张</text>", "{{sum.pages}}</text>", "found {{sum.pages}}"},
        Case{"SecondList", "<keep>",
             "<tiles gap=\"1\" source=\"x\"><tile width=\"9\" height=\"9\" "
             "source=\"x\"><place x=\"0\" y=\"0\" width=\"9\" height=\"9\" style=\"line\"/></tile>"
             "</tiles><keep>",
             "a second <lines> or <tiles>"},
        Case{"MarginsWithoutRoom", "right=\"20\"", "right=\"190\"", "margins that leave no room"},
        Case{"PlaceAfterTheLines", "<keep>",
             "<place x=\"20\" y=\"20\" width=\"9\" height=\"9\" "
             "style=\"line\"/><keep>",
             "a place after the lines"}),
    [](const auto& one) { return one.param.name; });

TEST(Fonts, AreNamedWhenMissing) {
  FontTable fonts = FontTable::load(test::kRoot);
  fonts.require();
  EXPECT_THAT(fonts.substitutes(), ::testing::Contains(HasSubstr("小标宋")));
  fonts.roles[2].face.file.clear();
  try {
    fonts.require();
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr(fonts.roles[2].face.family));
    EXPECT_THAT(failure.advice(), HasSubstr("apt-get install " + fonts.roles[2].face.package));
  }
}

TEST(Forms, OfTheProgramAllLoad) {
  for (const auto& entry : std::filesystem::directory_iterator(test::kRoot / "templates/forms")) {
    if (entry.path().extension() != ".xml" || entry.path().filename() == "fonts.xml") continue;
    const Form form = Form::load(test::kRoot, entry.path());
    EXPECT_EQ(form.id(), entry.path().stem().string());
  }
}

}  // namespace
}  // namespace guidang::forms
