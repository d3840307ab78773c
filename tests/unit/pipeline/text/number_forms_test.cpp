// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <set>

#include "pipeline/text/number_cell.h"
#include "tests/unit/pipeline/text/number_case.h"

namespace guidang::text {
namespace {

using Case = NumberCase;

class NumberOfItsKind : public testing::TestWithParam<Case> {};
TEST_P(NumberOfItsKind, HasItsNormalForm) { expect_normal_form(GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    Orders, NumberOfItsKind,
    testing::Values(
        Case{"主席令（十三届）第45号", "主席令（十三届）第45号", {}},
        Case{"主席令(十三届)第四十五号", "主席令（十三届）第45号", {}},
        Case{"主席令第十三届第45号", "主席令（十三届）第45号", {}},
        Case{"青河省人民代表大会常务委员会公告〔十二届〕第7号",
             "青河省人民代表大会常务委员会公告（十二届）第7号",
             {}},
        Case{"青河市第十二届人民代表大会常务委员会公告第13号",
             "青河市第十二届人民代表大会常务委员会公告第13号",
             {}},
        Case{"青河市人民政府公告（第35号）", "青河市人民政府公告第35号", {}},
        Case{"青河市水务局公告（2012年第3号）", "青河市水务局公告2012年第3号", {}},
        Case{"青河市水务局公告[2012]第3号",
             "青河市水务局公告〔2012〕3号",
             {NumberFlaw::brackets, NumberFlaw::ordinal_word}},
        Case{"水利部令2015年第4号", "水利部令2015年第4号", {}},
        Case{"水利部第4号令", "水利部令第4号", {}},
        Case{"青河市人民政府令 第17号", "青河市人民政府令第17号", {NumberFlaw::inner_blank}},
        Case{"青河市人民政府令17号", "青河市人民政府令第17号", {NumberFlaw::missing_ordinal}},
        Case{"水利部公告2012年3号", "水利部公告2012年第3号", {NumberFlaw::missing_ordinal}},
        Case{"水利部公告第三五零号", "水利部公告第350号", {}},
        Case{"水利部令第1-3号", "水利部令第1至3号", {NumberFlaw::range}},
        Case{"水利部令第1至3号", "水利部令第1至3号", {NumberFlaw::range}},
        Case{"财政部 水利部公告2020年第9号", "财政部 水利部公告2020年第9号", {}},
        Case{"财政部、水利部公告2020年第9号", "财政部 水利部公告2020年第9号", {}},
        Case{"国家林业局、中国气象局令第35号", "国家林业局 中国气象局令第35号", {}}));

INSTANTIATE_TEST_SUITE_P(
    Eras, NumberOfItsKind,
    testing::Values(
        Case{"国发字[1981]36号", "国发字〔1981〕36号", {NumberFlaw::brackets}},
        Case{"(81)国函字12号",
             "国函字〔81〕12号",
             {NumberFlaw::brackets, NumberFlaw::year_place, NumberFlaw::two_digit_year}},
        Case{"〔81〕国办发15号",
             "国办发〔81〕15号",
             {NumberFlaw::year_place, NumberFlaw::two_digit_year}},
        Case{"〔94〕财税字第089号",
             "财税字〔94〕89号",
             {NumberFlaw::year_place, NumberFlaw::two_digit_year, NumberFlaw::leading_zero,
              NumberFlaw::ordinal_word}},
        Case{"〔2006〕法一他字第12号",
             "法一他字〔2006〕12号",
             {NumberFlaw::year_place, NumberFlaw::ordinal_word}},
        Case{"（1993）农（绿）字第1号",
             "农（绿）字〔1993〕1号",
             {NumberFlaw::brackets, NumberFlaw::year_place, NumberFlaw::ordinal_word}},
        Case{"法(研)复[1985]20号", "法（研）复〔1985〕20号", {NumberFlaw::brackets}},
        Case{"云政发[1985]字第12号",
             "云政发字〔1985〕12号",
             {NumberFlaw::brackets, NumberFlaw::year_place, NumberFlaw::ordinal_word}},
        Case{"云政字〔00〕3号", "云政字〔00〕3号", {NumberFlaw::two_digit_year}},
        Case{"国發〔1981〕三十六號", "国發〔1981〕36号", {NumberFlaw::odd_characters}},
        Case{"云政发〔2023年〕6号", "云政发〔2023〕6号", {NumberFlaw::year_word}},
        Case{"云政发〔2023〕补6号", "云政发〔2023〕补6号", {}},
        Case{"云政发〔2023〕补字第6号", "云政发〔2023〕补6号", {NumberFlaw::ordinal_word}},
        Case{"云政发〔2023〕6号（补）", "云政发〔2023〕补6号", {}}));

INSTANTIATE_TEST_SUITE_P(
    Kinds, NumberOfItsKind,
    testing::Values(Case{"法释〔2015〕24号", "法释〔2015〕24号", {}},
                    Case{"发电[2003]12号", "发电〔2003〕12号", {NumberFlaw::brackets}},
                    Case{"云政办发明电〔2003〕12号", "云政办发明电〔2003〕12号", {}},
                    Case{"云政任〔2020〕3号", "云政任〔2020〕3号", {}},
                    Case{"XZ政办函〔2023〕5号", "XZ政办函〔2023〕5号", {}},
                    Case{"会议纪要第5期", "会议纪要第5期", {}},
                    Case{"防汛简报（第5期）", "防汛简报第5期", {}},
                    Case{"防汛简报2023年第5期（总第123期）", "防汛简报2023年第5期", {}},
                    Case{"（云政发〔2023〕6号）", "云政发〔2023〕6号", {}},
                    Case{"云政发〔2023〕6号文件", "云政发〔2023〕6号", {NumberFlaw::surplus_word}},
                    Case{"云政发﹝2023﹞6号", "云政发〔2023〕6号", {NumberFlaw::brackets}},
                    Case{"云政发<2023>6号", "云政发〔2023〕6号", {NumberFlaw::brackets}},
                    Case{"云政发〔2023〕1至3号", "云政发〔2023〕1至3号", {NumberFlaw::range}}));

INSTANTIATE_TEST_SUITE_P(
    Damaged, NumberOfItsKind,
    testing::Values(
        Case{"云建房通〔20235号", "云建房通〔2023〕5号", {NumberFlaw::missing_brackets}, true},
        Case{"云政发2023〕5号", "云政发〔2023〕5号", {NumberFlaw::missing_brackets}, true},
        Case{"云政发2023年第5号", "云政发〔2023〕5号", {NumberFlaw::missing_brackets}, true},
        Case{"云政发20231234号", "云政发〔2023〕1234号", {NumberFlaw::missing_brackets}, true}));

TEST(DocumentNumber, ACenturyIsNeverAdded) {
  EXPECT_NE(matching_key("国函字〔81〕12号"), matching_key("国函字〔1981〕12号"));
  const auto number = parse_document_number("国函字〔81〕12号");
  ASSERT_TRUE(number);
  EXPECT_EQ(number->year, 81);
}

TEST(DocumentNumber, AnOrgansNameIsNoPartOfItsCode) {
  struct Cut {
    const char* text;
    const char* normal;
  };
  for (const Cut& cut :
       {Cut{"依据财政部财税〔2009〕1号", "财税〔2009〕1号"},
        Cut{"县教育局教基函〔2009〕1号", "教基函〔2009〕1号"},
        Cut{"《某某通知》（云政发〔2009〕1号，以下简称", "云政发〔2009〕1号"},
        Cut{"特急国办发明电〔2003〕12号", "国办发明电〔2003〕12号"},
        Cut{"按照卫生部、财政部令第3号", "卫生部 财政部令第3号"},
        Cut{"见5月7日中华人民共和国水利部令第3号", "中华人民共和国水利部令第3号"}}) {
    const auto found = find_document_numbers(cut.text);
    ASSERT_EQ(found.size(), 1U) << cut.text;
    EXPECT_EQ(found[0].value.to_text(), cut.normal);
  }
}

TEST(DocumentNumber, CourtCasesAndAddressesAreNone) {
  for (const char* const text :
       {"（2018）粤0105民初1号", "（2018）京民终1号", "第十二届第13号", "（二）2号", "2号楼",
        "通知（2018）第3条", "凡20人以上的5号", "（81）第3号", "总第5期培训班"}) {
    EXPECT_TRUE(find_document_numbers(text).empty()) << text;
  }
}

TEST(NumberFlaws, HaveNamesAndWordsInBothLanguages) {
  std::set<std::string_view> names;
  for (const NumberFlawText& text : number_flaws()) {
    EXPECT_TRUE(names.insert(text.name).second) << text.name;
    EXPECT_FALSE(text.zh.empty());
    EXPECT_FALSE(text.en.empty());
    EXPECT_EQ(number_flaw_of(text.name), text.flaw);
  }
  EXPECT_FALSE(number_flaw_of("ugly"));
}

struct CellCase {
  const char* text;
  NumberCell cell;
  std::vector<std::string> numbers{};
};
void PrintTo(const CellCase& c, std::ostream* out) { *out << c.text; }

class NumberCellOf : public testing::TestWithParam<CellCase> {};

TEST_P(NumberCellOf, SaysWhatItHolds) {
  const CellReading reading = read_number_cell(GetParam().text);
  EXPECT_EQ(reading.cell, GetParam().cell);
  std::vector<std::string> numbers;
  for (const FoundNumber& found : reading.numbers) numbers.push_back(found.value.to_text());
  EXPECT_EQ(numbers, GetParam().numbers);
}

INSTANTIATE_TEST_SUITE_P(
    Cells, NumberCellOf,
    testing::Values(CellCase{"云政发〔2023〕6号", NumberCell::number, {"云政发〔2023〕6号"}},
                    CellCase{" 　", NumberCell::empty}, CellCase{"无", NumberCell::placeholder},
                    CellCase{"（无）", NumberCell::placeholder},
                    CellCase{"——", NumberCell::placeholder}, CellCase{"/", NumberCell::placeholder},
                    CellCase{"云政发〔2023〕6号、云府函〔2023〕7号",
                             NumberCell::several,
                             {"云政发〔2023〕6号", "云府函〔2023〕7号"}},
                    CellCase{"云政发〔2023〕6号 云委发〔2023〕7号",
                             NumberCell::several,
                             {"云政发〔2023〕6号", "云委发〔2023〕7号"}},
                    CellCase{"见云政发〔2023〕6号和云府函〔2023〕7号", NumberCell::words},
                    CellCase{"关于修路的通知", NumberCell::words}));

}  // namespace
}  // namespace guidang::text
