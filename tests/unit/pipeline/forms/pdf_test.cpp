// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/unit/pipeline/forms/samples.h"

namespace guidang::forms {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

std::string pdf(const Form& form, const Values& sheet, const std::vector<Values>& rows = {}) {
  return test::write(form, "pdf", sheet, rows).bytes;
}

TEST(Pdf, IsTheSameEachTime) {
  const Form form = test::sampler();
  const Values sheet{{"fonds", "云溪县"}, {"draft", "未定稿"}, {"date", "2024-01-15"}};
  const std::string first = pdf(form, sheet, {{{"name", "题名"}}});
  EXPECT_TRUE(first.starts_with("%PDF-1.5"));
  // Nothing of the machine's settings may show, were they as odd as this.
  const char* const kNames[]{
      "HOME",          "TZ", "LC_ALL", "LANG", "FONTCONFIG_FILE", "FC_LANG", "PANGOCAIRO_BACKEND",
      "XDG_CACHE_HOME"};
  for (const char* name : kNames) setenv(name, "/nowhere/ja_JP.UTF-8", 1);
  EXPECT_TRUE(pdf(test::sampler(), sheet, {{{"name", "题名"}}}) == first);
  for (const char* name : kNames) unsetenv(name);
}

TEST(Pdf, BearsTheSheetsDateAndNoOther) {
  EXPECT_EQ(test::count(pdf(test::sampler(), {{"date", "2024-01-15"}}), "/CreationDate (20240115"),
            1U);
  EXPECT_EQ(test::count(pdf(test::sampler(), {}), "/CreationDate"), 0U);
}

TEST(Pdf, HoldsItsFontsAndNamesSubstitutes) {
  const std::string bytes = pdf(test::sampler(), {{"fonds", "云溪"}, {"long", "说明"}});
  EXPECT_GE(test::count(bytes, "NotoSerifCJKsc"), 1U);
  EXPECT_GE(test::count(bytes, "/FontFile"), 3U);
  EXPECT_EQ(test::count(bytes, "/Keywords"), 1U);
}

TEST(Pdf, GoesOnOverPages) {
  const Form form = test::items_list();
  EXPECT_EQ(test::pages(pdf(form, {})), 1U);
  EXPECT_EQ(test::pages(pdf(form, {}, std::vector<Values>(10, {{"number", "1"}}))), 1U);
  EXPECT_GE(test::pages(pdf(form, {}, std::vector<Values>(100, {{"number", "1"}}))), 5U);
}

TEST(Pdf, PrintsALineHigherThanAPageWhole) {
  std::string longest;
  for (int i = 0; i < 100'000; ++i) longest += "题";
  const std::string bytes = pdf(test::items_list(), {}, {{{"item_title", longest}}});
  // 100,000 characters of 10.5 points in the widest column, about 20 a line and 30 lines a page.
  EXPECT_GE(test::pages(bytes), 100U);
  EXPECT_LE(test::pages(bytes), 400U);
}

TEST(Pdf, PrintsAWordLongerThanItsColumn) {
  EXPECT_GE(test::pages(pdf(test::items_list(), {}, {{{"code", std::string(20'000, 'X')}}})), 20U);
}

TEST(Pdf, PutsWhatABoxCannotHoldBehindTheSheet) {
  std::string text;
  for (int i = 0; i < 2'000; ++i) text += "说";
  const Form form = test::sampler();
  const auto with = [&](const std::string& value) {
    return test::write(form, "pdf", {{"long", value}}).report.moved;
  };
  EXPECT_EQ(with("短"), 0U);
  EXPECT_EQ(with(text), 1U);
}

TEST(Pdf, TellsOfCharactersThatNoFontHas) {
  const auto written =
      test::write(test::items_list(), "pdf", {}, {{{"item_title", "\xEE\x80\x81 \xEE\x80\x81"}}});
  EXPECT_THAT(written.report.missing, Contains(::testing::Pair(U'\uE001', 2U)));
  EXPECT_THAT(test::write(test::items_list(), "pdf", {{"fonds_name", "云溪县 ☑ ☐ · 〔2023〕"}})
                  .report.missing,
              IsEmpty());
}

TEST(Pdf, TakesHostileValues) {
  using namespace std::string_literals;
  const std::vector<std::string> values{"\0NUL\0"s,
                                        "<b>&amp;</b><span",
                                        "\xE2\x80\xAEgpj.exe",
                                        "\xFF\xFE\x80",
                                        "\xED\xA0\x80",
                                        "\r\n\r\n\r\n",
                                        std::string(3'000, '\n'),
                                        "{{name}} {{/name}} }}",
                                        "\\)(/Type /Page",
                                        std::string(5'000, '\xCC'),
                                        "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81",
                                        "\xF3\xA0\x84\x80",
                                        "\xE2\x81\xA6\xE2\x81\xA9\x7F\x1B[31m"};
  const Form form = test::sampler();
  std::vector<Values> rows;
  std::string all;
  for (const std::string& value : values) {
    all += value;
    Values row;
    for (const std::string& name : form.row_names()) row[name] = value;
    rows.push_back(std::move(row));
  }
  Values sheet;
  for (const std::string& name : form.sheet_names()) sheet[name] = all;
  for (const char* suffix : {"pdf", "html", "csv"}) {
    EXPECT_FALSE(test::write(form, suffix, sheet, rows).bytes.empty());
  }
}

}  // namespace
}  // namespace guidang::forms
