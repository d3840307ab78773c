// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/list_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/failure.h"

namespace guidang::lists {
namespace {

using Part = ListTemplate::Part;

TEST(ListTemplate, ValuesAreEscaped) {
  const auto page = ListTemplate::parse("{{#table}}{{#row}}<{{title}}>{{/row}}{{/table}}", "t");
  std::string out;
  page.render(Part::row, {{"title", "<b a='\"'>&\n"}}, out);
  EXPECT_EQ(out, "<&lt;b a=&#39;&quot;&#39;&gt;&amp; >");
}

TEST(ListTemplate, ConditionsFollowTheValueAndNest) {
  const auto page = ListTemplate::parse(
      "a{{?draft}}b{{?year}}c{{/year}}d{{/draft}}e{{#table}}{{#row}}{{/row}}{{/table}}", "t");
  const auto shown = [&](const Values& values) {
    std::string out;
    page.render(Part::before, values, out);
    return out;
  };
  EXPECT_EQ(shown({}), "ae");
  EXPECT_EQ(shown({{"year", "1"}}), "ae");
  EXPECT_EQ(shown({{"draft", "1"}}), "abde");
  EXPECT_EQ(shown({{"draft", "1"}, {"year", "1"}}), "abcde");
}

struct Flawed {
  std::string name{};
  std::string text{};
  std::string expected{};
};
void PrintTo(const Flawed& flawed, std::ostream* out) { *out << flawed.name; }

class FlawedTemplate : public ::testing::TestWithParam<Flawed> {};
TEST_P(FlawedTemplate, IsRefusedWithItsLine) {
  try {
    static_cast<void>(ListTemplate::parse(GetParam().text, "page.html"));
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.status(), ExitStatus::usage);
    EXPECT_THAT(failure.what(), ::testing::HasSubstr(GetParam().expected));
  }
}
INSTANTIATE_TEST_SUITE_P(
    Table, FlawedTemplate,
    ::testing::Values(
        Flawed{"UnknownName", "\n{{titel}}", "page.html:2: found {{titel}}, expected one of"},
        Flawed{"RowNameOutsideARow", "{{title}}", "page.html:1: found {{title}}"},
        Flawed{"OpenBlock", "{{#table}}\n", "page.html:2: found the end, expected {{/table}}"},
        Flawed{"NoTable", "a", "page.html:1: found no {{#table}}"},
        Flawed{"NoRow", "{{#table}}{{/table}}", "expected {{#row}}"},
        Flawed{"CrossedBlocks", "{{?draft}}{{?year}}{{/draft}}", "expected {{/year}}"},
        Flawed{"OpenBraces", "{{name", "{{ without }}"}, Flawed{"NotUtf8", "\xFF", "not UTF-8"}),
    [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace guidang::lists
