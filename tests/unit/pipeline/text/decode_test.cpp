// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/decode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "pipeline/text/utf8.h"

namespace guidang::text {
namespace {

using namespace std::string_literals;

struct Case {
  const char* name;
  std::string bytes;
  const char* declared;
  std::string text;
  const char* encoding;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Encodings : public testing::TestWithParam<Case> {};

TEST_P(Encodings, AreTold) {
  const Case& c = GetParam();
  const Decoded decoded = decode(c.bytes, c.declared);
  EXPECT_EQ(decoded.text, c.text);
  EXPECT_EQ(decoded.encoding, c.encoding);
  EXPECT_EQ(decoded.undecodable, 0U);
  EXPECT_FALSE(looks_binary(c.bytes));
}

INSTANTIATE_TEST_SUITE_P(
    Decode, Encodings,
    testing::Values(
        Case{"Empty", "", "", "", "UTF-8"}, Case{"Ascii", "2023-6", "", "2023-6", "UTF-8"},
        Case{"Utf8", "归档", "", "归档", "UTF-8"},
        Case{"Utf8BeatsTheDeclaration", "归档", "gb2312", "归档", "UTF-8"},
        Case{"Utf8Bom", "\xEF\xBB\xBF归档", "", "归档", "UTF-8"},
        Case{"Utf16LeBom", "\xFF\xFE\x52\x5F\x63\x68"s, "", "归档", "UTF-16LE"},
        Case{"Utf16BeBom", "\xFE\xFF\x5F\x52\x68\x63"s, "", "归档", "UTF-16BE"},
        Case{"Utf32LeBom", "\xFF\xFE\0\0\x52\x5F\0\0"s, "", "归", "UTF-32LE"},
        Case{"Utf32BeBom", "\0\0\xFE\xFF\0\0\x5F\x52"s, "", "归", "UTF-32BE"},
        Case{"Utf16LeWithoutBom", "\x1A\x90\xE5\x77\n\0"s, "", "通知\n", "UTF-16LE"},
        Case{"Utf16BeWithoutBom", "\x90\x1A\x77\xE5\0\n"s, "", "通知\n", "UTF-16BE"},
        Case{"Utf16LeLatin", "a\0b\0"s, "", "ab", "UTF-16LE"},
        Case{"FourCharactersOfGb", "\xBB\xFA\xC3\xDC\xCD\xA8\xD6\xAA", "", "机密通知", "GB18030"},
        Case{"TwoCharactersOfGb", "\xCD\xA8\xD6\xAA", "", "通知", "GB18030"},
        Case{"MiddleDotsAreNoGb",
             "X043-WS\xC2\xB7"
             "2023-Y-0001,X043-WS\xC2\xB7"
             "2023-Y-0002",
             "", "X043-WS·2023-Y-0001,X043-WS·2023-Y-0002", "UTF-8"},
        Case{"Gb2312IsReadAsGb18030", "\xE9\x46\xCD\xA8\xD6\xAA", "gb2312", "镕通知", "GB18030"},
        Case{"FourBytesOfGb18030", "\xCD\xA8\xD6\xAA\x95\x32\x82\x36", "", "通知𠀀", "GB18030"},
        Case{"FourCharactersOfBig5", "\xBE\xF7\xB1\x4B\xA4\xE5\xA5\xF3", "", "機密文件", "Big5"},
        Case{"Big5", "\xB3\x71\xAA\xBE\xB7\x73\xA4\xE5\xA5\xF3", "", "通知新文件", "Big5"},
        Case{"DeclaredBig5", "\xB3\x71\xAA\xBE", "big5", "通知", "Big5"},
        Case{"DeclaredWithControls", "\xCD\xA8\xD6\xAA",
             "gb23\x01\x01"
             "12",
             "通知", "GB18030"},
        Case{"DeclaredLatinSaysNothing", "\xCD\xA8\xD6\xAA", "iso-8859-1", "通知", "GB18030"}),
    [](const auto& i) { return std::string(i.param.name); });

TEST(Decode, TellsHowItKnows) {
  EXPECT_TRUE(decode("\xCD\xA8\xD6\xAA").detected);
  EXPECT_FALSE(decode("\xCD\xA8\xD6\xAA", "gbk").detected);
  EXPECT_FALSE(decode("通知").detected);
  EXPECT_TRUE(decode("\xFF\xFE\x52\x5F").bom);
  EXPECT_EQ(decode("通知", "gbk").declared_mismatch, "gbk");
  EXPECT_EQ(decode("\xBB\xFA\xC3\xDC", "utf-8").declared_mismatch, "utf-8");
  EXPECT_EQ(decode("\xCD\xA8\xD6\xAA", "utf-8").encoding, "UTF-8");
  EXPECT_EQ(decode("Привет, мир").encoding, "UTF-8");
  EXPECT_EQ(decode("é").encoding, "UTF-8");
  EXPECT_EQ(decode("\xCD\xA8\xD6\xAA", "GB2312").declared_mismatch, "");
  EXPECT_EQ(decode("ascii", "gbk").declared_mismatch, "");
  EXPECT_EQ(decode("\xCD\xA8\xD6\xAA", "no such thing").encoding, "GB18030");
}

TEST(Decode, KeepsAPlaceForEachByteWithoutMeaning) {
  const Decoded gb = decode("\xCD\xA8\xD6\xAA\xFF\xCD\xA8\xD6\xAA");
  EXPECT_EQ(gb.text, "通知\uFFFD通知");
  EXPECT_EQ(gb.undecodable, 1U);
  const Decoded utf8 = decode("关于做好归档工作的\xFF通知");
  EXPECT_EQ(utf8.text, "关于做好归档工作的\uFFFD通知");
  EXPECT_EQ(utf8.encoding, "UTF-8");
  EXPECT_EQ(utf8.undecodable, 1U);
  const Decoded cut = decode("关于做好归档工作的通\xE7\x9F");
  EXPECT_EQ(cut.text, "关于做好归档工作的通\uFFFD\uFFFD");
  EXPECT_EQ(decode("\xFF\xFE\x52\x5F\x00\xD8"s).undecodable, 2U);
}

TEST(Decode, ALineInAnotherEncodingCostsNoOther) {
  const Decoded mixed = decode("关于做好归档工作的通知\n各乡镇人民政府\n\xB5\xB5\xB0\xB8");
  EXPECT_EQ(mixed.encoding, "UTF-8");
  EXPECT_THAT(mixed.text, testing::StartsWith("关于做好归档工作的通知\n各乡镇人民政府\n"));
  EXPECT_EQ(mixed.undecodable, 4U);
}

TEST(Decode, CodePointsBeyondUnicodeAreNoCharacters) {
  const Decoded decoded = decode("\xEF\xBB\xBF\xFF\xF4\xB6\xB6\xB6");
  EXPECT_TRUE(is_utf8(decoded.text));
  EXPECT_EQ(decoded.undecodable, 5U);
}

TEST(Decode, AlwaysGivesUtf8) {
  std::string bytes;
  for (int i = 0; i < 512; ++i) bytes += static_cast<char>((i * 37 + i / 3) & 0xFF);
  for (std::size_t i = 0; i < bytes.size(); i += 7) {
    EXPECT_TRUE(is_utf8(decode(std::string_view(bytes).substr(i)).text));
  }
}

TEST(Decode, TellsBinaryFromText) {
  EXPECT_TRUE(
      looks_binary("\x7F"
                   "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0"s));
  EXPECT_TRUE(looks_binary("PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0"s));
  EXPECT_TRUE(looks_binary(std::string(100, '\0')));
  EXPECT_FALSE(looks_binary(""));
  EXPECT_FALSE(looks_binary(std::string(98, ',') + "\x08\x05"));
  EXPECT_FALSE(looks_binary("\x1B[1m第一页\f第二页\x0B"));
}

}  // namespace
}  // namespace guidang::text
