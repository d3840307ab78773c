// SPDX-License-Identifier: GPL-3.0-or-later
// Directories and classes: the tables behind parts of a code.
#include <gtest/gtest.h>

#include <sstream>

#include "pipeline/failure.h"
#include "pipeline/number/classes.h"
#include "pipeline/number/directories.h"

namespace guidang {
namespace {

using profile::Element;

Element directory(const std::string& id, const std::string& period, const std::string& years,
                  const std::string& organ = "") {
  Element row{.name = "directory",
              .attributes = {{"id", id}, {"period", period}, {"years", years}}};
  if (!organ.empty()) row.attributes.emplace("organ", organ);
  return row;
}
Element section(std::vector<Element> rows) {
  return {.name = "number", .children = std::move(rows)};
}
std::string found(const Directories& table, const std::string& period, int year,
                  const std::string& organ = "") {
  const Directory* one = table.find(period, year, organ);
  return one == nullptr ? "" : one->id;
}

TEST(Directories, AreFoundByPeriodAndYear) {
  const Directories table(section({directory("1", "Y", "2001-2003 2005"),
                                   directory("2", "D30", "2001"), directory("3", "Y", "2006-")}));
  EXPECT_EQ(found(table, "Y", 2001), "1");
  EXPECT_EQ(found(table, "Y", 2005), "1");
  EXPECT_EQ(found(table, "Y", 2004), "");
  EXPECT_EQ(found(table, "D30", 2001), "2");
  EXPECT_EQ(found(table, "D10", 2001), "");
  EXPECT_EQ(found(table, "Y", 2026), "3");
}

TEST(Directories, MayBeOfOneOrgan) {
  const Directories table(
      section({directory("1", "Y", "2001", "BGS"), directory("2", "Y", "2001", "RSK")}));
  EXPECT_EQ(found(table, "Y", 2001, "RSK"), "2");
  EXPECT_EQ(found(table, "Y", 2001, "CWK"), "");
}

TEST(Directories, HoldWhatNoOtherHolds) {
  for (const auto& rows : std::vector<std::vector<Element>>{
           {directory("1", "Y", "2001"), directory("1", "D30", "2001")},
           {directory("1", "Y", "2001"), directory("001", "D30", "2001")},
           {directory("1", "Y", "2001-2003"), directory("2", "Y", "2003-2005")},
           {directory("1", "Y", "2001-"), directory("2", "Y", "2030")},
           {directory("1", "Y", "2001"), directory("2", "Y", "2001", "BGS")},
           {directory("1", "Y", "2003-2001")},
           {directory("1", "Y", "01")},
           {directory("1", "Y", "")}}) {
    EXPECT_THROW(Directories{section(rows)}, Failure);
  }
}

Element fits(const std::string& key, const std::string& value) {
  return {.name = "fits", .attributes = {{key, value}}};
}
Element a_class(const std::string& id, const std::string& name, std::vector<Element> rows) {
  return {.name = "class", .attributes = {{"id", id}, {"name", name}}, .children = std::move(rows)};
}
Element arrange(std::vector<Element> rows) {
  rows.push_back({.name = "offices", .attributes = {{"headings", "承办部门 拟稿单位"}}});
  return {.name = "arrange", .children = std::move(rows)};
}
std::string id_of(const Classes& table, const ClassSubject& subject) {
  const ClassEntry* one = table.of(subject);
  return one == nullptr ? "" : one->id;
}

TEST(Classes, FirstRowThatFitsWins) {
  Element both = fits("title", "会议 值班");
  both.attributes.emplace("doctype", "通知");
  const Classes table(arrange({a_class("BGS", "办公室", {fits("office", "秘书科 办公室"), both}),
                               a_class("RSK", "人事科", {fits("title", "任免 会议")}),
                               a_class("SJ", "市局", {fits("creator", "青溪市水利局")})}));
  EXPECT_EQ(id_of(table, {.title = "关于任免的通知", .offices = {"秘书科"}}), "BGS");
  EXPECT_EQ(id_of(table, {.title = "关于召开会议的通知", .doctype = "通知"}), "BGS");
  EXPECT_EQ(id_of(table, {.title = "会议纪要", .doctype = "纪要"}), "RSK");
  EXPECT_EQ(id_of(table, {.creator = "青溪市水利局"}), "SJ");
  EXPECT_EQ(id_of(table, {.title = "关于防汛的通知", .doctype = "通知"}), "");
  EXPECT_EQ(id_of(table, {.offices = {"办公室、人事科"}}), "BGS");
  EXPECT_EQ(id_of(table, {.offices = {"人事科、办公室"}}), "");
  EXPECT_TRUE(table.names_office(" 承办部门"));
  EXPECT_FALSE(table.names_office("备注"));
  EXPECT_EQ(table.find("人事科")->id, "RSK");
}

TEST(Classes, OnlyAsTheTableSaysTheRestGoesSomewhere) {
  const Classes table(arrange({a_class("ZH", "综合", {{.name = "otherwise"}}),
                               a_class("RSK", "人事科", {fits("title", "任免")})}));
  EXPECT_EQ(id_of(table, {.title = "关于防汛的通知"}), "ZH");
  EXPECT_EQ(id_of(table, {.title = "任免"}), "RSK");
}

TEST(Classes, RefuseTablesThatSayTwoThings) {
  EXPECT_THROW(Classes(arrange({a_class("A", "甲", {}), a_class("A", "乙", {})})), Failure);
  EXPECT_THROW(Classes(arrange({a_class("A", "甲", {}), a_class("B", "甲", {})})), Failure);
  EXPECT_THROW(Classes(arrange({a_class("A", "甲", {{.name = "fits"}})})), Failure);
  EXPECT_THROW(Classes(arrange({a_class("A", "甲", {{.name = "otherwise"}}),
                                a_class("B", "乙", {{.name = "otherwise"}})})),
               Failure);
}

}  // namespace
}  // namespace guidang
