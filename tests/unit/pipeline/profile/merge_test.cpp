// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/profile/merge.h"

#include <gtest/gtest.h>

#include <ostream>

#include "pipeline/xml/document.h"

namespace guidang::profile {
namespace {

Element convert(const xml::Node& node) {
  Element element{.name = std::string{node.name()}, .file = "x", .line = node.line()};
  for (const xml::Attribute& a : node.attributes()) element.attributes[a.name] = a.value;
  for (const xml::Node& child : node.children()) element.children.push_back(convert(child));
  if (element.children.empty()) element.text = node.text();
  return element;
}

Element parse(const std::string& text) {
  return convert(std::get<xml::Document>(xml::Document::parse(text, "x")).root());
}

struct Case {
  std::string name;
  std::string base;
  std::string own;
  std::string expected;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class LayOver : public ::testing::TestWithParam<Case> {};

TEST_P(LayOver, Gives) {
  const Case& c = GetParam();
  EXPECT_EQ(settle(lay_over(parse(c.base), parse(c.own))).canonical(),
            parse(c.expected).canonical());
}

INSTANTIATE_TEST_SUITE_P(
    Cases, LayOver,
    ::testing::Values(
        Case{"AttributesOfOwnWin", "<s a='1' b='2'/>", "<s b='3'/>", "<s a='1' b='3'/>"},
        Case{"ElementsMeetByIdInTheirPlace", "<s><r id='1' p='a'><t>x</t></r><r id='2'/></s>",
             "<s><r id='1' on='no'/></s>",
             "<s><r id='1' p='a' on='no'><t>x</t></r><r id='2'/></s>"},
        Case{"FurtherElementsFollow", "<s><r id='1'/></s>", "<s><r id='3'/><r id='2'/></s>",
             "<s><r id='1'/><r id='3'/><r id='2'/></s>"},
        Case{"ElementsWithoutIdAreReplacedTogether", "<s><w>a</w><w>b</w><v>c</v></s>",
             "<s><w>d</w></s>", "<s><w>d</w><v>c</v></s>"},
        Case{"MoreWithoutIdThanBefore", "<s><w>a</w><v>c</v></s>", "<s><w>d</w><w>e</w></s>",
             "<s><w>d</w><w>e</w><v>c</v></s>"},
        Case{"NamesKeepApart", "<s><a id='1'/></s>", "<s><b id='1'/></s>",
             "<s><a id='1'/><b id='1'/></s>"},
        Case{"RemoveTakesOut", "<s><r id='1'/><r id='2'/></s>", "<s><r id='1' remove='yes'/></s>",
             "<s><r id='2'/></s>"},
        Case{"ReplaceLeavesNothingBelow", "<s a='1'><r id='1'/></s>",
             "<s merge='replace'><r id='2'/></s>", "<s a='1'><r id='2'/></s>"},
        Case{"TextOfOwnWins", "<s><p id='d'>15</p></s>", "<s><p id='d'>10</p></s>",
             "<s><p id='d'>10</p></s>"},
        Case{"TextStaysWhenOwnHasNone", "<s><p id='d'>15</p></s>", "<s><p id='d' a='1'/></s>",
             "<s><p id='d' a='1'>15</p></s>"}),
    [](const auto& param) { return param.param.name; });

TEST(Settle, RemovingNothingIsAFlaw) {
  try {
    static_cast<void>(settle(lay_over(parse("<s/>"), parse("<s>\n<r id='9' remove='yes'/></s>"))));
    FAIL() << "no Failure";
  } catch (const Failure& failure) {
    EXPECT_STREQ(failure.what(),
                 "x:2: found remove=\"yes\" on <r id=\"9\">, expected an element that the extended "
                 "profile has");
  }
}

}  // namespace
}  // namespace guidang::profile
