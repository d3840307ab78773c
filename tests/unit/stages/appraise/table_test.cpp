// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/table.h"

#include <gtest/gtest.h>

#include "pipeline/failure.h"

namespace guidang::appraise {
namespace {

using profile::Element;

Element element(std::string name, std::map<std::string, std::string, std::less<>> attributes,
                std::string text = {}) {
  return {.name = std::move(name),
          .attributes = std::move(attributes),
          .text = std::move(text),
          .file = "retention.xml",
          .line = 3};
}

Element section(std::vector<Element> rows) {
  Element result{.name = "appraise", .file = "retention.xml", .line = 1};
  result.children = {element("period", {{"id", "Y"}, {"name", "永久"}}),
                     element("words", {{"id", "important"}}, "重要 重大")};
  for (Element& row : rows) result.children.push_back(std::move(row));
  return result;
}

std::string message(const Element& section) {
  try {
    const Table table{section};
  } catch (const Failure& failure) {
    return failure.what();
  }
  return "no Failure";
}

TEST(RetentionTable, FlawsNameFileAndLine) {
  EXPECT_EQ(message(section({element("row", {{"id", "1"}, {"clause", "c"}})})),
            "retention.xml:3: found <row> without period, expected period=\"…\"");
  EXPECT_EQ(message(section({element("row", {{"id", "1"}, {"period", "D7"}, {"clause", "c"}})})),
            "retention.xml:3: found period=\"D7\", expected the id of a <period>");
  EXPECT_EQ(message(section({element(
                "row", {{"id", "1"}, {"period", "Y"}, {"clause", "c"}, {"has", "grave"}})})),
            "retention.xml:3: found word list \"grave\", expected the id of a <words>");
  EXPECT_EQ(message(section({element("row", {{"id", "1"}, {"period", "Y"}})})),
            "retention.xml:3: found <row> without clause, expected clause=\"…\"");
}

TEST(RetentionTable, RowThatCannotBeToldEndsTheSearch) {
  const Table table{section(
      {element("row", {{"id", "1"}, {"period", "Y"}, {"clause", "c"}, {"has", "important"}}),
       element("row", {{"id", "2"}, {"period", "Y"}, {"clause", "c"}})})};
  EXPECT_EQ(table.answer({.title = "关于重要事项的通知"}).row->id, "1");
  EXPECT_EQ(table.answer({.title = "关于某事的通知"}).row->id, "2");
  const Answer untitled = table.answer({});
  EXPECT_EQ(untitled.row, nullptr);
  EXPECT_EQ(untitled.missing, std::vector<std::string>{"title"});
}

TEST(RetentionTable, WhatIsKnownToDifferDecidesFirst) {
  const Table table{section({element("row", {{"id", "1"},
                                             {"period", "Y"},
                                             {"clause", "c"},
                                             {"direction", "issued"},
                                             {"has", "important"}}),
                             element("row", {{"id", "2"}, {"period", "Y"}, {"clause", "c"}})})};
  EXPECT_EQ(table.answer({.direction = Direction::received}).row->id, "2");
}

TEST(RetentionTable, UnknownMayBeNamed) {
  const Table table{section({element(
      "row", {{"id", "1"}, {"period", "Y"}, {"clause", "c"}, {"creator", "unknown outside"}})})};
  EXPECT_EQ(table.answer({}).row->id, "1");
}

Element with_child(Element row, Element child) {
  child.file = row.file;
  child.line = row.line;
  row.children.push_back(std::move(child));
  return row;
}
Element row_of(const std::string& id, const std::string& period = "Y") {
  return element("row", {{"id", id}, {"period", period}, {"clause", "c"}});
}

Element question_of(const std::string& id) {
  Element question = element("question", {{"id", id}, {"alike", "creator doctype matter"}});
  question.children = {element("value", {{"id", "yes"}, {"told", "important"}}),
                       element("value", {{"id", "no"}})};
  return question;
}

TEST(RetentionTable, SpanAndLevelOfTheTitleCount) {
  Element scale = element("scale", {{"id", "meeting"}});
  scale.children = {element("level", {{"id", "high"}}, "常务会议"),
                    element("level", {{"id", "low"}}, "会议")};
  const Table table{
      section({scale, with_child(row_of("1"), element("level", {{"scale", "meeting"}}, "high")),
               with_child(row_of("2"), element("level", {{"scale", "meeting"}}, "low")),
               with_child(row_of("3"), element("span", {}, "year several"))})};
  EXPECT_EQ(table.answer({.title = "常务会议纪要"}).row->id, "1");
  EXPECT_EQ(table.answer({.title = "工作会议纪要"}).row->id, "2");
  EXPECT_EQ(table.answer({.title = "2022年度总结"}).row->id, "3");
  EXPECT_EQ(table.answer({.title = "2022年上半年总结"}).row, nullptr);
  EXPECT_EQ(table.answer({.title = "2021—2023年上半年比较"}).missing,
            std::vector<std::string>{"span"});
}

TEST(RetentionTable, RowHoldsForItsDaysOnly) {
  const Table table{
      section({with_child(row_of("old"), element("valid", {{"to", "2006-12-17"}})),
               with_child(row_of("new"), element("valid", {{"from", "2006-12-18"}}))})};
  EXPECT_EQ(table.answer({.title = "甲", .date = parse_iso("2006-12-17")}).row->id, "old");
  EXPECT_EQ(table.answer({.title = "甲", .date = parse_iso("2006-12-18")}).row->id, "new");
  EXPECT_EQ(table.answer({.title = "甲"}).missing, std::vector<std::string>{"date"});
}

TEST(RetentionTable, PeriodsDaysBoundItsRows) {
  Element table_section{.name = "appraise", .file = "retention.xml", .line = 1};
  table_section.children = {
      element("period", {{"id", "C"}, {"name", "长期"}, {"valid-to", "2006-12-17"}}),
      element("row", {{"id", "1"}, {"period", "C"}, {"clause", "c"}})};
  const Table table{table_section};
  EXPECT_NE(table.answer({.title = "甲", .date = parse_iso("1999-01-01")}).row, nullptr);
  EXPECT_EQ(table.answer({.title = "甲", .date = parse_iso("2007-01-01")}).row, nullptr);
}

TEST(RetentionTable, QuestionStopsTheSearchUntilItIsAnswered) {
  const Table table{section(
      {question_of("grave"),
       with_child(row_of("1"), element("answer", {{"question", "grave"}}, "yes")), row_of("2")})};
  const Answer asked = table.answer({.title = "关于某事的通知"});
  EXPECT_EQ(asked.row, nullptr);
  EXPECT_EQ(asked.asks, std::vector<std::string>{"grave"});
  EXPECT_EQ(table.answer({.title = "关于重要事的通知"}).row->id, "1") << "words tell it";
  EXPECT_EQ(table.answer({.title = "甲", .answers = {{"grave", {.value = "no"}}}}).row->id, "2");
  EXPECT_EQ(table.answer({.title = "重要", .answers = {{"grave", {.value = "no"}}}}).row->id, "2")
      << "a person goes before words";
  const auto outcomes = table.outcomes({.title = "甲"});
  ASSERT_EQ(outcomes.size(), 2U);
  EXPECT_EQ(outcomes[0].answer.row->id, "1");
  EXPECT_EQ(outcomes[1].answer.row->id, "2");
}

TEST(RetentionTable, NobodyIsAskedForARowThatMayNotBeTheItems) {
  Element row = with_child(row_of("1"), element("answer", {{"question", "grave"}}, "yes"));
  row.attributes["direction"] = "issued";
  const Table table{section({question_of("grave"), row})};
  const Answer answer = table.answer({.title = "甲"});
  EXPECT_TRUE(answer.asks.empty());
  EXPECT_EQ(answer.missing, std::vector<std::string>{"direction"});
}

TEST(RetentionTable, UnsureRowNeverDecides) {
  Element row = row_of("1");
  row.attributes["sure"] = "no";
  const Table table{section({row, row_of("2")})};
  EXPECT_EQ(table.answer({.title = "甲"}).row, nullptr);
  EXPECT_EQ(table.answer({.title = "甲"}).stopped->id, "1");
}

TEST(RetentionTable, FlawsOfTheLanguageAreNamed) {
  EXPECT_EQ(message(section({row_of("1"), row_of("1")})),
            "retention.xml:3: found id=\"1\", expected an id of its own");
  EXPECT_EQ(message(section({with_child(row_of("1"), element("span", {}, "week"))})),
            "retention.xml:3: found <span>week</span>, expected none part year several");
  EXPECT_EQ(message(section({with_child(row_of("1"), element("level", {{"scale", "x"}}, "y"))})),
            "retention.xml:3: found scale=\"x\", expected the id of a <scale>");
  EXPECT_EQ(
      message(section({with_child(row_of("1"), element("answer", {{"question", "x"}}, "y"))})),
      "retention.xml:3: found question=\"x\", expected the id of a <question>");
  EXPECT_EQ(message(section(
                {question_of("grave"),
                 with_child(row_of("1"), element("answer", {{"question", "grave"}}, "perhaps"))})),
            "retention.xml:3: found value \"perhaps\", expected yes  | no ");
  EXPECT_EQ(message(section({with_child(row_of("1"), element("valid", {{"from", "2006"}}))})),
            "retention.xml:3: found from=\"2006\", expected a day like 2006-12-18");
}

Question question_with(std::vector<LikePart> alike) {
  return {.id = "important", .alike = std::move(alike), .matters = {"防汛", "档案"}};
}

TEST(LikeKey, NeedsEachOfItsParts) {
  const Question question = question_with({LikePart::creator, LikePart::doctype, LikePart::matter});
  EXPECT_EQ(
      like_key(question,
               {.title = "关于档案防汛的通知", .doctype = "通知", .creator = "青溪市人民政府"}),
      "creator=青溪市人民政府;doctype=通知;matter=防汛+档案");
  EXPECT_EQ(
      like_key(question, {.title = "关于2023年造林的通知", .doctype = "通知", .creator = "甲"}),
      "creator=甲;doctype=通知;matter=造林");
  EXPECT_EQ(like_key(question, {.title = "关于造林的通知", .doctype = "通知"}), std::nullopt);
  EXPECT_EQ(like_key(question, {.doctype = "通知", .creator = "甲"}), std::nullopt);
}

TEST(TitleCore, LeavesWhatTheYearsOfAMatterShare) {
  EXPECT_EQ(title_core("某省人民政府关于认真做好2009年烟叶收购工作的通知", "通知"),
            title_core("某省人民政府关于认真做好2012年烟叶收购工作的通知", "通知"));
  EXPECT_EQ(title_core("关于公布第四批出口基地的通知", "通知"), "公布出口基地");
  EXPECT_EQ(title_core("关于印发《公文处理办法》（试行）的通知", "通知"), "公文处理办法");
  EXPECT_NE(title_core("关于加强防汛工作的通知", "通知"),
            title_core("关于加强抗旱工作的通知", "通知"));
  EXPECT_EQ(title_core("", ""), "");
}

}  // namespace
}  // namespace guidang::appraise
