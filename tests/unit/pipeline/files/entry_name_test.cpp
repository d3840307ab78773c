// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/entry_name.h"

#include <gtest/gtest.h>

#include <ostream>

namespace guidang::files {
namespace {

struct Decoding {
  const char* name;
  std::string raw;
  bool flag;
  std::string text;
  NameEncoding encoding;
};
void PrintTo(const Decoding& c, std::ostream* out) { *out << c.name; }

class EntryNameDecoding : public testing::TestWithParam<Decoding> {};

TEST_P(EntryNameDecoding, Gives) {
  const EntryName name = decode_entry_name(GetParam().raw, GetParam().flag);
  EXPECT_EQ(name.raw, GetParam().raw);
  EXPECT_EQ(name.text, GetParam().text);
  EXPECT_EQ(name.encoding, GetParam().encoding);
}

INSTANTIATE_TEST_SUITE_P(
    All, EntryNameDecoding,
    testing::Values(
        Decoding{"Ascii", "word/document.xml", false, "word/document.xml", NameEncoding::utf8},
        Decoding{"Utf8", "通知.doc", false, "通知.doc", NameEncoding::utf8},
        Decoding{"Utf8WithFlag", "通知.doc", true, "通知.doc", NameEncoding::utf8},
        Decoding{"Gb18030", "\xCE\xC4\xBC\xFE.doc", false, "文件.doc", NameEncoding::gb18030},
        Decoding{"Gb18030ThatIsUtf8Too", "\xCD\xA8\xD6\xAA.doc", false, "通知.doc",
                 NameEncoding::gb18030},
        Decoding{"ShortUtf8WithFlag", "\xCD\xA8\xD6\xAA", true, "\u0368\u05AA", NameEncoding::utf8},
        Decoding{"DegreeSignIsReadAsHan", "\xC2\xB0.doc", false, "掳.doc", NameEncoding::gb18030},
        Decoding{"FlagThatLies", "\xCE\xC4\xBC\xFE", true, "文件", NameEncoding::gb18030},
        Decoding{"GbkOnlyCharacter", "\x96\x7C", false, "東", NameEncoding::gb18030},
        Decoding{"Cp437", "\xFF\xFE.doc", false, "\u00A0\u25A0.doc", NameEncoding::cp437}),
    [](const auto& param) { return param.param.name; });

TEST(EntryNameDecoder, GivesTheSameForManyNames) {
  EntryNameDecoder names;
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(names.decode("\xCE\xC4\xBC\xFE", false).text, "文件");
    EXPECT_EQ(names.decode("\xCE\xC4\xBC", false).encoding, NameEncoding::cp437);
    EXPECT_EQ(names.decode("文件", true).encoding, NameEncoding::utf8);
  }
}

struct Check {
  const char* name;
  std::string text;
  NameFlaw flaw;
};
void PrintTo(const Check& c, std::ostream* out) { *out << c.name; }

class EntryNameCheck : public testing::TestWithParam<Check> {};

TEST_P(EntryNameCheck, Finds) { EXPECT_EQ(check_entry_name(GetParam().text), GetParam().flaw); }

INSTANTIATE_TEST_SUITE_P(
    All, EntryNameCheck,
    testing::Values(
        Check{"Plain", "a/b.xml", NameFlaw::none}, Check{"Folder", "a/", NameFlaw::none},
        Check{"Colon", "关于:通知.doc", NameFlaw::none},
        Check{"DotsInName", "a..b/...c", NameFlaw::none}, Check{"Empty", "", NameFlaw::empty},
        Check{"Absolute", "/etc/passwd", NameFlaw::absolute},
        Check{"Slash", "/", NameFlaw::absolute}, Check{"Parent", "../x", NameFlaw::parent},
        Check{"ParentWithin", "a/../../x", NameFlaw::parent},
        Check{"ParentAtEnd", "a/..", NameFlaw::parent}, Check{"Dot", "./a", NameFlaw::parent},
        Check{"EmptyPart", "a//b", NameFlaw::parent},
        Check{"Backslash", "..\\x", NameFlaw::backslash}, Check{"Drive", "C:x", NameFlaw::drive},
        Check{"NewLine", "a\nb", NameFlaw::control},
        Check{"Nul", std::string{"a\0b", 3}, NameFlaw::control},
        Check{"TooLong", std::string(4'096, 'a'), NameFlaw::too_long}),
    [](const auto& param) { return param.param.name; });

}  // namespace
}  // namespace guidang::files
