// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <array>
#include <cstdint>

#include "pipeline/text/document_number.h"

namespace guidang::text {
namespace {

/// Numbers without end, the same in every run.
class Dice {
 public:
  std::size_t below(std::size_t bound) {
    constexpr std::uint64_t kFactor = 6364136223846793005U;
    constexpr std::uint64_t kStep = 1442695040888963407U;
    constexpr int kLowBits = 33;
    state_ = state_ * kFactor + kStep;
    return (state_ >> kLowBits) % bound;
  }
  template <typename List>
  auto pick(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t state_ = 9704;
};

constexpr auto kCodes = std::to_array<const char*>(
    {"国发", "云政办发", "法", "和政发", "国函字", "农（绿）字", "XZ政办函", "云人大常发",
     "国办发明电", "云政任", "高检发释字", "云委办函", "工信部联企业", "教社政司函"});
constexpr auto kOrders = std::to_array<const char*>(
    {"令", "国务院令", "中华人民共和国主席令", "水利部公告", "财政部 水利部公告", "通告",
     "青河市第十二届人民代表大会常务委员会公告", "国家林业局 中国气象局令"});
constexpr auto kSerials = std::to_array<const char*>({"简报", "会议纪要", "防汛专报", "信息"});

DocumentNumber any_number(Dice& dice) {
  constexpr std::size_t kLargest = 99'999;
  constexpr std::size_t kYears = 300;
  DocumentNumber number;
  number.number = static_cast<int>(dice.below(kLargest)) + 1;
  const int year = 1800 + static_cast<int>(dice.below(kYears));
  switch (dice.below(4)) {
    case 0:
      number.form = NumberForm::bracketed;
      number.code = dice.pick(kCodes);
      number.year = dice.below(8) == 0 ? static_cast<int>(dice.below(100)) : year;
      number.supplement = dice.below(8) == 0;
      if (dice.below(8) == 0) number.sub = static_cast<int>(dice.below(1000));
      break;
    case 1:
      number.form = NumberForm::ordinal;
      number.code = dice.pick(kOrders);
      if (dice.below(4) == 0) number.session = static_cast<int>(dice.below(99)) + 1;
      break;
    case 2:
      number.form = NumberForm::yearly;
      number.code = dice.pick(kOrders);
      number.year = year;
      break;
    default:
      number.form = NumberForm::issue;
      number.code = dice.pick(kSerials);
      number.year = dice.below(2) == 0 ? year : 0;
  }
  if (!number.sub && number.form != NumberForm::issue && dice.below(10) == 0) {
    number.last = number.number + 1 + static_cast<int>(dice.below(9));
    if (*number.last > 99'999) number.last.reset();
  }
  return number;
}

bool needs_agency_code(const DocumentNumber& number) {
  return number.form == NumberForm::bracketed && number.year < 100;
}

TEST(DocumentNumberLaw, WhatIsWrittenReadsBackTheSame) {
  Dice dice;
  constexpr int kRounds = 20'000;
  int judged = 0;
  for (int i = 0; i < kRounds; ++i) {
    const DocumentNumber number = any_number(dice);
    // A year of two digits is only one behind a code: 企业〔81〕3号 may be anything.
    if (needs_agency_code(number) && number.code == "工信部联企业") continue;
    const std::string text = number.to_text();
    const auto again = parse_document_number(text);
    ASSERT_TRUE(again) << text;
    ASSERT_EQ(*again, number) << text;
    ASSERT_EQ(again->to_text(), text);
    ++judged;
  }
  EXPECT_GT(judged, kRounds * 9 / 10);
}

std::string wide(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    out += digit ? std::string("０").replace(2, 1, 1, static_cast<char>('\x90' + (c - '0')))
                 : std::string(1, c);
  }
  return out;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

TEST(DocumentNumberLaw, HowItIsTypedChangesNothing) {
  struct Pair {
    const char* open;
    const char* close;
  };
  constexpr auto kPairs = std::to_array<Pair>({{"[", "]"},
                                               {"【", "】"},
                                               {"（", "）"},
                                               {"(", ")"},
                                               {"［", "］"},
                                               {"﹝", "﹞"},
                                               {"<", ">"},
                                               {" 〔 ", " 〕 "},
                                               {"〔", "〕第"}});
  Dice dice;
  constexpr int kRounds = 5'000;
  for (int i = 0; i < kRounds; ++i) {
    DocumentNumber number = any_number(dice);
    if (number.form != NumberForm::bracketed || number.supplement || number.year < 100) continue;
    std::string text = number.to_text();
    if (dice.below(4) == 0) text = wide(text);
    const Pair pair = dice.pick(kPairs);
    replace_all(text, "〔", pair.open);
    replace_all(text, "〕", pair.close);
    const auto found = read_document_number(text);
    ASSERT_TRUE(found) << text;
    ASSERT_EQ(found->value, number) << text;
    ASSERT_FALSE(found->flaws.empty()) << text;
    ASSERT_EQ(matching_key(text), matching_key(number.to_text()));
  }
}

}  // namespace
}  // namespace guidang::text
