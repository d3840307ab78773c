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

}  // namespace
}  // namespace guidang::appraise
