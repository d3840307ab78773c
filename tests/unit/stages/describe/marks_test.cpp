// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/stages/describe/text_case.h"

namespace guidang::describe {
namespace {

class ReadsMarks : public testing::TestWithParam<TextCase> {};
TEST_P(ReadsMarks, InTheirPlaceOnly) { expect_fields(GetParam()); }

constexpr const char* kBody =
    "云山县人民政府关于申请建设资金的请示\n青河市人民政府：\n　　现将有关情况请示如下。\n"
    "云山县人民政府\n2023年8月30日\n";

std::string headed(const std::string& head) { return head + kBody; }

const TextCase kMarks[] = {
    {"ThreeLines",
     headed("000123\n机密★10年\n特急\n云山县人民政府文件\n云政发〔2023〕12号　　签发人：张三\n"),
     {{"copy_number", "000123"},
      {"secrecy", "机密"},
      {"secrecy_term", "10年"},
      {"urgency", "特急"},
      {"signer", "张三"}}},
    {"OneLine",
     headed("000007　秘密★6个月　加急\n云山县人民政府文件\n云政发〔2023〕12号\n"),
     {{"copy_number", "000007"},
      {"secrecy", "秘密"},
      {"secrecy_term", "6个月"},
      {"urgency", "加急"}}},
    {"SevenDigitsOfTheOldStandard",
     headed("0000123\n秘密★长期\n急件\n云山县人民政府文件\n云政发〔2003〕12号\n"),
     {{"copy_number", "0000123"},
      {"secrecy", "秘密"},
      {"secrecy_term", "长期"},
      {"urgency", "急件"}}},
    {"LevelWithoutStar",
     headed("机密\n云山县人民政府文件\n云政发〔1996〕12号\n"),
     {{"secrecy", "机密"}, {"secrecy_term", ""}, {"urgency", ""}, {"copy_number", ""}}},
    {"Telegram",
     headed("发电单位　云山县人民政府办公室　　签批盖章　李四\n等级　特急·明电　　云政办明电〔2023"
            "〕3号\n"),
     {{"urgency", "特急"}}},
    {"SixDigitsOfAPage",
     "100037\n云山县图书馆简介\n　　本馆建于1958年，藏书十万册，欢迎读者。\n",
     {{"copy_number", ""}}},
    {"WordsOfTheTitle",
     "云山县保密局关于印发《机密级文件管理办法》的通知\n各单位：\n　　机密、秘密级文件由专人管理。"
     "\n",
     {{"secrecy", ""}}},
    {"WordsOfTheBody",
     "云山县保密局关于加强管理的通知\n各单位：\n　　现将要求通知如下。\n机密★10年\n是密级标志的写法"
     "。\n特急\n",
     {{"secrecy", ""}, {"urgency", ""}}},
    {"SeveralSigners",
     headed("云山县财政局\n云山县教育局文件\n云财教〔2023〕4号　　签发人：张　三　李四\n　　　　　"
            "　　　　　　　　　"
            "王五一\n"),
     {{"signer", "张三 | 李四 | 王五一"}, {"title", "云山县人民政府关于申请建设资金的请示"}}},
    {"SignerAndCountersigners",
     headed("云山县财政局文件\n云财〔2023〕4号\n签发人：张三　会签人：李四、王五\n"),
     {{"signer", "张三"}, {"countersigner", "李四 | 王五"}}},
    {"SpreadLabel",
     headed("云山县财政局文件\n云财〔2023〕4号　　签 发 人：张三丰\n"),
     {{"signer", "张三丰"}}},
    {"NoSigner", headed("云山县财政局文件\n云财〔2023〕4号\n"), {{"signer", ""}}},
};
INSTANTIATE_TEST_SUITE_P(, ReadsMarks, testing::ValuesIn(kMarks), name_of_case);

TEST(Marks, NamesTheirPlaces) {
  const Described described = describe_text(
      headed("000123\n\n机密★10年\n特急\n云山县人民政府文件\n云政发〔2023〕12号　签发人：张三\n"));
  EXPECT_EQ(described.description.find("copy_number")->source, "1:1");
  EXPECT_EQ(described.description.find("secrecy")->source, "1:3");
  EXPECT_EQ(described.description.find("urgency")->source, "1:4");
  EXPECT_EQ(described.description.find("signer")->source, "1:6");
}

}  // namespace
}  // namespace guidang::describe
