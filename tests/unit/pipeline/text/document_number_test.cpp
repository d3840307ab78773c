// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/document_number.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "tests/unit/pipeline/text/number_case.h"

namespace guidang::text {
namespace {

using Case = NumberCase;

class NumberField : public testing::TestWithParam<Case> {};
TEST_P(NumberField, HasItsNormalForm) { expect_normal_form(GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    Numbers, NumberField,
    testing::Values(
        Case{"凤政办发〔2023〕6号", "凤政办发〔2023〕6号", {}},
        Case{"粤府办〔2006〕50号", "粤府办〔2006〕50号", {}},
        Case{"财预[1981]36号", "财预〔1981〕36号", {NumberFlaw::brackets}},
        Case{"财预(1981)36号", "财预〔1981〕36号", {NumberFlaw::brackets}},
        Case{"国发［1999］5号", "国发〔1999〕5号", {NumberFlaw::brackets}},
        Case{"京政发【2021】12 号",
             "京政发〔2021〕12号",
             {NumberFlaw::brackets, NumberFlaw::inner_blank}},
        Case{"发改﹝2020﹞7-1号", "发改〔2020〕7-1号", {NumberFlaw::brackets}},
        Case{"国发〔2019〕第3号", "国发〔2019〕3号", {NumberFlaw::ordinal_word}},
        Case{"国档发[1988]090号",
             "国档发〔1988〕90号",
             {NumberFlaw::brackets, NumberFlaw::leading_zero}},
        Case{"国办发 〔 2012 〕 12 号", "国办发〔2012〕12号", {NumberFlaw::inner_blank}},
        Case{"国办发〔２０１２〕１２号", "国办发〔2012〕12号", {NumberFlaw::odd_characters}},
        Case{"国办发〔2O12〕12号", "国办发〔2012〕12号", {NumberFlaw::odd_characters}},
        Case{"〔2023〕6号", "〔2023〕6号", {}},
        Case{"发文字号：国发〔2012〕1号", "国发〔2012〕1号", {}},
        Case{"鲁政字〔2023〕6号", "鲁政字〔2023〕6号", {}},
        Case{"国发〔06〕5号", "国发〔06〕5号", {NumberFlaw::two_digit_year}},
        Case{"国发〔2012〕12", "国发〔2012〕12号", {NumberFlaw::missing_suffix}, true},
        Case{"韶政办法201427号",
             "韶政办发〔2014〕27号",
             {NumberFlaw::missing_brackets, NumberFlaw::misspelt_code},
             true},
        Case{"韶办法201465号",
             "韶办发〔2014〕65号",
             {NumberFlaw::missing_brackets, NumberFlaw::misspelt_code},
             true},
        Case{"国发2014第27号",
             "国发〔2014〕27号",
             {NumberFlaw::ordinal_word, NumberFlaw::missing_brackets},
             true},
        Case{"令第711号", "令第711号", {}}, Case{"国务院令第711号", "国务院令第711号", {}},
        Case{"第711号令", "令第711号", {}}, Case{"国务院第711号令", "国务院令第711号", {}},
        Case{"中华人民共和国主席令第五十五号", "中华人民共和国主席令第55号", {}},
        Case{"2023年第5号", "2023年第5号", {}},
        Case{"税务总局公告2023年第5号", "税务总局公告2023年第5号", {}},
        Case{"税务总局2023年第5号公告", "税务总局公告2023年第5号", {}},
        Case{"工作简报第5期", "工作简报第5期", {}}, Case{"简报2023年第5期", "简报2023年第5期", {}},
        Case{"第12号", "第12号", {}},
        Case{"国发第12号", "国发第12号", {NumberFlaw::missing_year}}));

TEST(DocumentNumber, NoNumberIsMadeOfOtherText) {
  for (const char* const text :
       {"", "号", "附件第3号", "（2018）3号楼", "〔2023〕", "国发〔1723〕5号", "国发〔2023〕0号",
        "国发〔2023〕123456号", "解放路第27号", "第3届", "根据凤政办发〔2023〕6号", "2023年5月",
        "13800138000号", "国发〔20233〕5号"}) {
    EXPECT_FALSE(parse_document_number(text)) << text;
  }
}

struct TextCase {
  const char* text;
  std::vector<std::string> normals;
};
void PrintTo(const TextCase& c, std::ostream* out) { *out << c.text; }

class NumbersInText : public testing::TestWithParam<TextCase> {};

TEST_P(NumbersInText, AreCutFromTheWordsBefore) {
  std::vector<std::string> normals;
  const std::string text = GetParam().text;
  for (const FoundNumber& found : find_document_numbers(text)) {
    normals.push_back(found.value.to_text());
    EXPECT_EQ(text.substr(found.offset, found.length), found.original);
    const auto again = parse_document_number(found.value.to_text());
    ASSERT_TRUE(again) << found.value.to_text();
    EXPECT_EQ(*again, found.value);
  }
  EXPECT_EQ(normals, GetParam().normals);
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, NumbersInText,
    testing::Values(TextCase{"根据凤政办发〔2023〕6号文件", {"凤政办发〔2023〕6号"}},
                    TextCase{"按照国发〔2012〕1号、国办发〔2012〕2号和中办发〔2012〕3号",
                             {"国发〔2012〕1号", "国办发〔2012〕2号", "中办发〔2012〕3号"}},
                    TextCase{"详见《粤府办〔2006〕50号》", {"粤府办〔2006〕50号"}},
                    TextCase{"工作以及国发〔2012〕1号", {"国发〔2012〕1号"}},
                    TextCase{"和政发〔2012〕1号\n关于", {"和政发〔2012〕1号"}},
                    TextCase{"标题\n国发〔2012〕\n12号", {"国发〔2012〕12号"}},
                    TextCase{"国务院办公厅国办发〔2018〕123号", {"国办发〔2018〕123号"}},
                    TextCase{"根据中华人民共和国国务院令第711号公布",
                             {"中华人民共和国国务院令第711号"}},
                    TextCase{"韶政办法201427号", {"韶政办发〔2014〕27号"}},
                    TextCase{"附件第3号，解放路第27号，第5期培训班", {}},
                    TextCase{"（2018）粤0105民初1号", {}}));

TEST(DocumentNumber, KnownCodesDecide) {
  const std::vector<std::string> codes = {"政发", "凤政发"};
  const auto found = find_document_numbers("县府转凤政发〔2023〕6号", codes);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].value.code, "凤政发");
}

TEST(DocumentNumber, AKnownCodeIsNotCutOutOfAnother) {
  const std::vector<std::string> codes = {"水发"};
  const auto code = [&](const char* line) {
    const auto found = find_document_numbers(line, codes);
    return found.empty() ? std::string{} : found[0].value.code;
  };
  EXPECT_EQ(code("鄂水发〔2023〕6号"), "鄂水发");
  EXPECT_EQ(code("见水发〔2023〕6号"), "水发");
  EXPECT_EQ(code("秘书科水发〔2023〕6号"), "水发");
}

TEST(DocumentNumber, MatchesHoweverItIsTyped) {
  const std::string key = matching_key("凤政办发〔2023〕6号");
  for (const char* const typed :
       {"凤政办发[2023]6号", "凤政办发（2023） 6 号", "凤政办发〔２０２３〕第００６号",
        "凤政办发【2023】06号", "文号：凤政办发<2023>6号"}) {
    EXPECT_EQ(matching_key(typed), key) << typed;
  }
  EXPECT_NE(matching_key("凤政办函〔2023〕6号"), key);
  EXPECT_NE(matching_key("凤政办发〔2023〕60号"), key);
  EXPECT_EQ(matching_key("档 案"), matching_key("档案"));
}

}  // namespace
}  // namespace guidang::text
