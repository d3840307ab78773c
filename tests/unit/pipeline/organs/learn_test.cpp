// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/organs/learn.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/failure.h"
#include "pipeline/organs/csv_import.h"
#include "pipeline/organs/read.h"
#include "pipeline/organs/spelling.h"
#include "pipeline/organs/write.h"
#include "tests/unit/pipeline/organs/table_of.h"

namespace guidang::organs {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// `count` rows of one code, organ and year; numbers from `first` on.
struct Rows {
  const char* code{};
  const char* organ{};
  int year = 0;
  int count = 0;
  int first = 1;
};

void hear(Evidence& evidence, const std::vector<Rows>& register_rows) {
  int line = 1;
  for (const Rows& rows : register_rows) {
    for (int i = 0; i < rows.count; ++i) {
      evidence.add({.number = std::string{rows.code} + "〔" + std::to_string(rows.year) + "〕" +
                              std::to_string(rows.first + i) + "号",
                    .organ = rows.organ,
                    .place = "a.csv:" + std::to_string(++line)});
    }
  }
}

constexpr std::string_view kBase = R"(<organisations>
  <organisation id="west" name="湘西省人民政府" level="province"/>
  <organisation id="west-office" name="湘西省人民政府办公厅" office-of="west"><code>湘政办发</code></organisation>
  <organisation id="far" name="云岭省农业厅" parent="west"><code>云农发</code></organisation>
</organisations>)";

struct RulingCase {
  const char* name{};
  std::vector<Rows> rows{};
  const char* expected{};  ///< "ruling code organ for-against", a "+" in front when taken
  std::set<std::string> confirmed{};
};

void PrintTo(const RulingCase& each, std::ostream* out) { *out << each.name; }

class Rules : public ::testing::TestWithParam<RulingCase> {};

TEST_P(Rules, EachCodeByItsEvidence) {
  std::vector<Layer> layers;
  layers.push_back(read_bytes(kBase, "base.xml"));
  layers.push_back(read_bytes("<organisations>" + county() + "</organisations>", "t.xml"));
  std::vector<Flaw> flaws;
  const auto table = Authority::build(std::move(layers), flaws);
  ASSERT_THAT(flaws, IsEmpty());
  Evidence evidence(*table);
  hear(evidence, GetParam().rows);
  std::string told;
  for (const Lesson& lesson : learn(evidence, *table, {.confirmed = GetParam().confirmed})) {
    told += (told.empty() ? "" : "; ") + std::string{lesson.taken ? "+" : ""} +
            std::string{text_of(lesson.ruling).name} + " " + lesson.code + " " +
            lesson.main.holders.front().name + " " + std::to_string(lesson.main.numbers) + "-" +
            std::to_string(lesson.against);
  }
  EXPECT_EQ(told, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Learn, Rules,
    ::testing::Values(
        RulingCase{"an alias counts as its organ",
                   {{"云财发", "县财政局", 2019, 2}, {"云财发", "云溪县财政局", 2020, 1}},
                   "+learnt 云财发 云溪县财政局 3-0"},
        RulingCase{"a name that the table does not know",
                   {{"云畜发", "云溪县畜牧局", 2019, 3}},
                   "+learnt 云畜发 云溪县畜牧局 3-0"},
        RulingCase{"the same number twice is one",
                   {{"云水发", "云溪县水利局", 2019, 2}, {"云水发", "云溪县水利局", 2019, 2}},
                   "few 云水发 云溪县水利局 2-0"},
        RulingCase{"too few, confirmed",
                   {{"云水发", "云溪县水利局", 2019, 1}},
                   "+few 云水发 云溪县水利局 1-0",
                   {"云水发"}},
        RulingCase{"what the office's table has",
                   {{"云政办发", "县政府办", 2019, 4}},
                   "known 云政办发 云溪县人民政府办公室 4-0"},
        RulingCase{"the organ for its office",
                   {{"云政办发", "云溪县人民政府", 2019, 4}},
                   "known 云政办发 云溪县人民政府 4-0"},
        RulingCase{"the table says another",
                   {{"云政办发", "云溪县财政局", 2019, 9}},
                   "other 云政办发 云溪县财政局 9-0"},
        RulingCase{"a shorter name of the one in the table",
                   {{"云政办发", "云溪县政府办公室", 2019, 9}},
                   "spellings 云政办发 云溪县政府办公室 9-0"},
        RulingCase{"no area", {{"云畜发", "县畜牧局", 2019, 9}}, "no_area 云畜发 县畜牧局 9-0"},
        RulingCase{"no word for the organ",
                   {{"政办发", "云溪县畜牧局", 2019, 9}},
                   "generic 政办发 云溪县畜牧局 9-0"},
        RulingCase{"ways of writing",
                   {{"云畜发", "云溪县畜牧局", 2019, 5}, {"云畜发", "县畜牧局", 2019, 4, 9}},
                   "spellings 云畜发 云溪县畜牧局 5-4"},
        RulingCase{
            "organ and office",
            {{"云政发", "云溪县人民政府", 2019, 5}, {"云政发", "云溪县人民政府办公室", 2019, 4, 9}},
            "office 云政发 云溪县人民政府 5-4"},
        RulingCase{"the organ, where the base has its office",
                   {{"湘政办发", "湘西省人民政府", 2019, 9}},
                   "office 湘政办发 湘西省人民政府 9-0"},
        RulingCase{"a far organ of the base has the same code",
                   {{"云农发", "云溪县农业局", 2019, 9}},
                   "+learnt 云农发 云溪县农业局 9-0"},
        RulingCase{"one name after the other",
                   {{"云环发", "云溪县环境保护局", 2017, 5},
                    {"云环发", "云溪县环境保护局", 2019, 2},
                    {"云环发", "云溪县生态环境局", 2019, 3, 9},
                    {"云环发", "云溪县生态环境局", 2021, 4}},
                   "renamed 云环发 云溪县环境保护局 7-7"},
        RulingCase{"one stray among many",
                   {{"云财发", "云溪县财政局", 2018, 30},
                    {"云财发", "云溪县水利局", 2019, 1},
                    {"云财发", "云溪县财政局", 2020, 10}},
                   "slip 云财发 云溪县财政局 40-1"},
        RulingCase{"one stray among many, confirmed",
                   {{"云财发", "云溪县财政局", 2018, 30},
                    {"云财发", "云溪县水利局", 2019, 1},
                    {"云财发", "云溪县财政局", 2020, 10}},
                   "+slip 云财发 云溪县财政局 40-1",
                   {"云财发"}},
        RulingCase{"several organs",
                   {{"云联发", "云溪县财政局", 2019, 5}, {"云联发", "云溪县水利局", 2019, 4, 9}},
                   "conflict 云联发 云溪县财政局 5-4"},
        RulingCase{"a joint document speaks for whoever has part in it",
                   {{"云财发", "云溪县财政局", 2019, 3},
                    {"云财发", "云溪县水利局、云溪县财政局", 2019, 1, 9}},
                   "+learnt 云财发 云溪县财政局 4-0"},
        RulingCase{"joint documents alone speak for the first",
                   {{"云财发", "云溪县财政局 云溪县水利局", 2019, 3}},
                   "+learnt 云财发 云溪县财政局 3-0"},
        RulingCase{"an organ's name glued to its code",
                   {{"县畜牧兽医局云畜发", "云溪县畜牧兽医局", 2019, 3}},
                   "+learnt 云畜发 云溪县畜牧兽医局 3-0"}));

struct HeardCase {
  const char* number{};
  const char* organ{};
  Heard expected = Heard::counted;
};

void PrintTo(const HeardCase& each, std::ostream* out) { *out << each.number << each.organ; }

class Hears : public ::testing::TestWithParam<HeardCase> {};

TEST_P(Hears, WhatCountsOfARow) {
  const auto table = table_of(county() + R"(
    <organisation id="a" name="甲县林业局"><alias>林业局</alias></organisation>
    <organisation id="b" name="乙县林业局"><alias>林业局</alias></organisation>)");
  Evidence evidence(*table);
  EXPECT_EQ(evidence.add({.number = GetParam().number, .organ = GetParam().organ}),
            GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Learn, Hears,
    ::testing::Values(HeardCase{"云财发〔2019〕3号", "云溪县财政局", Heard::counted},
                      HeardCase{"云财发[2019]003号", "云溪县财政局", Heard::counted},
                      HeardCase{"", "云溪县财政局", Heard::no_number},
                      HeardCase{"无", "云溪县财政局", Heard::no_number},
                      HeardCase{"电话通知", "云溪县财政局", Heard::no_number},
                      HeardCase{"云财发20193号", "云溪县财政局", Heard::guess},
                      HeardCase{"国务院令第711号", "国务院", Heard::no_code},
                      HeardCase{"云财发〔2019〕3号", " ", Heard::no_organ},
                      HeardCase{"云林发〔2019〕3号", "林业局", Heard::ambiguous},
                      HeardCase{"云财发〔2019〕3号", "云溪\xFF局", Heard::unusable}));

TEST(Learn, OrderOfRowsDoesNotMatter) {
  const auto table = table_of(county());
  std::vector<Testimony> rows;
  for (int i = 1; i <= 12; ++i) {
    rows.push_back(
        {.number = "云财发〔" + std::to_string(2010 + i % 5) + "〕" + std::to_string(i) + "号",
         .organ = i % 4 == 0 ? "云溪县水利局" : "县财政局",
         .place = std::to_string(i)});
  }
  const auto shown = [&] {
    Evidence evidence(*table);
    for (const Testimony& row : rows) evidence.add(row);
    const std::vector<Lesson> lessons = learn(evidence, *table);
    std::string text;
    for (const Lesson& lesson : lessons) {
      text += lesson.code + text_of(lesson.ruling).name.data();
      for (const Example& example : lesson.main.examples) text += example.number + example.place;
      for (const Voice& other : lesson.others) text += other.examples.front().place;
    }
    return text;
  };
  const std::string before = shown();
  std::reverse(rows.begin(), rows.end());
  EXPECT_EQ(shown(), before);
}

TEST(Learn, AYesIsNotEnoughForEverything) {
  const auto table = table_of(county());
  Evidence evidence(*table);
  hear(evidence, {{"云政办发", "云溪县财政局", 2019, 3},
                  {"云畜发", "县畜牧局", 2019, 3},
                  {"云环发", "云溪县环境保护局", 2017, 3},
                  {"云环发", "云溪县生态环境局", 2019, 3}});
  for (const char* const code : {"云政办发", "云畜发", "云环发", "云不在发"}) {
    EXPECT_THROW(static_cast<void>(learn(evidence, *table, {.confirmed = {code}})), Failure)
        << code;
  }
}

TEST(Learn, WhatIsTakenExtendsTheTable) {
  const auto table = table_of(county());
  Evidence evidence(*table);
  hear(evidence, {{"云财发", "县财政局", 2019, 3},
                  {"云财函", "县财政局", 2020, 3},
                  {"云畜发", "云溪县畜牧局", 2019, 3},
                  {"云水发", "云溪县水利局", 2019, 2}});
  const std::vector<Lesson> lessons = learn(evidence, *table);

  const Import csv = import_csv(lessons_csv(lessons), "learnt.csv");
  EXPECT_THAT(csv.flaws, IsEmpty());
  ASSERT_THAT(csv.organs, SizeIs(2));
  EXPECT_EQ(csv.organs[0].id, "finance");
  EXPECT_THAT(csv.organs[0].codes, ElementsAre("云财函", "云财发"));
  EXPECT_THAT(csv.unused, ElementsAre("依据"));
  EXPECT_THAT(lessons_csv(lessons), HasSubstr("云财发: 3 (2019) 云财发〔2019〕1号 a.csv:2"));

  std::vector<Layer> layers(1);
  layers.push_back(read_bytes("<organisations>" + county() + "</organisations>", "t.xml"));
  layers.push_back(read_bytes(write_table(with_lessons({}, lessons)), "learnt.xml"));
  std::vector<Flaw> flaws;
  const auto extended = Authority::build(std::move(layers), flaws);
  EXPECT_THAT(flaws, IsEmpty());
  ASSERT_NE(extended->sure_by_code("云财函"), nullptr);
  EXPECT_EQ(extended->sure_by_code("云财函")->id, "finance");
  EXPECT_EQ(extended->principal(*extended->by_id("own-office")).id, "own");
  EXPECT_EQ(extended->sure_by_code("云水发"), nullptr);

  // Asked again, all of it is known.
  Evidence again(*extended);
  hear(again, {{"云财发", "县财政局", 2019, 3}, {"云畜发", "云溪县畜牧局", 2019, 3}});
  for (const Lesson& lesson : learn(again, *extended)) EXPECT_EQ(lesson.ruling, Ruling::known);
}

TEST(Learn, AnExistingTableKeepsItsOrgans) {
  std::vector<Organ> table{{.id = "x", .names = {{.text = "云溪县财政局"}}, .codes = {"云财"}}};
  Lesson lesson{.code = "云财发", .taken = true};
  lesson.main.holders = {{"x", "云溪县财政局"}};
  const std::vector<Lesson> lessons{lesson, lesson};
  table = with_lessons(std::move(table), lessons);
  ASSERT_THAT(table, SizeIs(1));
  EXPECT_THAT(table[0].codes, ElementsAre("云财", "云财发"));
}

struct FormCase {
  const char* shorter{};
  const char* longer{};
  bool expected = false;
};

void PrintTo(const FormCase& each, std::ostream* out) { *out << each.shorter << each.longer; }

class Forms : public ::testing::TestWithParam<FormCase> {};

TEST_P(Forms, ShorterWaysOfWritingAName) {
  EXPECT_EQ(may_be_form_of(GetParam().shorter, GetParam().longer), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Learn, Forms,
                         ::testing::Values(FormCase{"县政府办", "云溪县人民政府办公室", true},
                                           FormCase{"云溪县委", "中共云溪县委员会", true},
                                           FormCase{"县农业局", "云溪县农业农村局", true},
                                           FormCase{"县政府", "云溪县人民政府办公室", false},
                                           FormCase{"县水利局", "云溪县财政局", false},
                                           FormCase{"云溪县人民政府办公室", "县政府办", false},
                                           FormCase{"", "县政府办", false}));

}  // namespace
}  // namespace guidang::organs
