// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "stages/extract/readers.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

using std::string_literals::operator""s;
using testing::ElementsAre;

struct Case {
  std::string name{};
  std::string bytes{};
  std::string text{};
  std::string encoding{};
  std::uint64_t undecodable = 0;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class PlainText : public testing::TestWithParam<Case> {};

TEST_P(PlainText, ComesOutAsUtf8) {
  const Extraction result = read_in_process(memory_file(GetParam().bytes).get(), "a.txt", {});
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_THAT(result.pages, ElementsAre(GetParam().text));
  EXPECT_FALSE(result.paged);
  EXPECT_EQ(result.encoding, GetParam().encoding);
  EXPECT_EQ(result.undecodable, GetParam().undecodable);
  EXPECT_EQ(result.reader, "text");
}

INSTANTIATE_TEST_SUITE_P(
    Encodings, PlainText,
    testing::Values(
        Case{"Utf8", "归档\r\n 通知\n", "归档\r\n 通知\n", "UTF-8", 0},
        Case{"Utf8WithBom", "\xEF\xBB\xBF归档", "归档", "UTF-8", 0},
        Case{"Utf16LittleEndian", "\xFF\xFE\x52\x5F\x63\x68"s, "归档", "UTF-16LE", 0},
        Case{"Utf16BigEndian", "\xFE\xFF\x5F\x52\x68\x63"s, "归档", "UTF-16BE", 0},
        Case{"Gb18030",
             "\xB9\xD8\xD3\xDA\xD3\xA1\xB7\xA2\xA1\xB6\xB9\xA4\xD7\xF7\xB9\xE6\xD4\xF2\xA1\xB7\xB5"
             "\xC4\xCD\xA8\xD6\xAA",
             "关于印发《工作规则》的通知", "GB18030", 0}),
    [](const auto& c) { return c.param.name; });

struct PageCase {
  std::string name{};
  std::string bytes{};
  std::vector<std::string> pages{};
  bool paged = false;
};
void PrintTo(const PageCase& c, std::ostream* out) { *out << c.name; }

class FormFeeds : public testing::TestWithParam<PageCase> {};

TEST_P(FormFeeds, PartPages) {
  const Extraction result = read_txt(memory_file(GetParam().bytes).get(), {});
  EXPECT_EQ(result.pages, GetParam().pages);
  EXPECT_EQ(result.paged, GetParam().paged);
}

INSTANTIATE_TEST_SUITE_P(
    Bytes, FormFeeds,
    testing::Values(PageCase{"None", "甲", {"甲"}, false}, PageCase{"Empty", "", {""}, false},
                    PageCase{"Two", "甲\f乙", {"甲", "乙"}, true},
                    PageCase{"EmptyPageBetween", "甲\f\f乙", {"甲", "", "乙"}, true},
                    PageCase{"AtTheEndBeginsNoPage", "甲\f", {"甲"}, true}),
    [](const auto& c) { return c.param.name; });

TEST(TextLimits, NameWhatWasMet) {
  Limits limits;
  limits.plain_bytes = 1 << 20;
  const std::string long_text((1 << 20) + 1, 'a');
  EXPECT_EQ(read_in_process(memory_file(long_text).get(), "", limits).reason,
            "text is longer than 1 MB");
  limits = {};
  limits.pages = 2;
  EXPECT_EQ(read_in_process(memory_file("a\fb\fc").get(), "", limits).reason, "more than 2 pages");
  limits = {};
  limits.input_bytes = 2 << 20;
  const std::string longer((2 << 20) + 1, 'a');
  EXPECT_EQ(read_in_process(memory_file(longer).get(), "", limits).reason,
            "file is longer than 2 MB");
}

TEST(NoReader, NamesTheFormatAndTheExtension) {
  const Extraction result = read_in_process(memory_file("7z\xBC\xAF\x27\x1C").get(), "通知.docx", {});
  EXPECT_EQ(result.state, TextState::no_reader);
  EXPECT_EQ(result.format, "7z");
  EXPECT_EQ(result.reader, "");
  EXPECT_EQ(result.properties.at("extension_mismatch"), "docx");
}

TEST(Pictures, HoldNoTextByNature) {
  EXPECT_EQ(read_in_process(memory_file("GIF89a\1\0"s).get(), "a.gif", {}).state,
            TextState::none_by_nature);
}

}  // namespace
}  // namespace guidang::extract
