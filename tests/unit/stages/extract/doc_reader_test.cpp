// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "pipeline/text/utf8.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/doc/characters.h"
#include "tests/unit/stages/extract/hostile.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

using testing::ElementsAre;
using testing::StartsWith;

std::string memo() { return *files::read_all(sample_file("memo.doc").get(), 1 << 20); }

Extraction read(const std::string& bytes) {
  return read_in_process(memory_file(bytes).get(), "a.doc", {});
}

/// The sample with some bytes of its stream WordDocument changed.
std::string with_word_document(std::size_t at, std::string_view bytes) {
  std::string file = memo();
  const std::size_t begin = file.find("\xEC\xA5");
  file.replace(begin + at, bytes.size(), bytes);
  return file;
}

TEST(Doc, GivesTextTablesBoxesAndNotes) {
  const Extraction result = read(memo());
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_EQ(result.format, "doc");
  EXPECT_FALSE(result.paged);
  // The deleted text and the address of the link are left out, the hidden text is not.
  EXPECT_THAT(result.pages, ElementsAre("云溪县人民政府办公室\n"
                                        "特急\n"
                                        "云政办发〔2023〕6号\n"
                                        "各乡镇人民政府：\n"
                                        "现将有关事项通知如下,见附件。隐藏的字\n"
                                        "序号\t单位\t时限\n"
                                        "1\t县档案馆\n县财政局\t\n"
                                        "2023年3月2日\n"
                                        "café 𠮷 €\n"
                                        "\t含街道办事处。\n"));
}

TEST(Doc, GivesHeadsFeetAndFacts) {
  const Extraction result = read(memo());
  EXPECT_EQ(result.properties.at("header_text"), "内部资料");
  EXPECT_THAT(result.properties.at("footer_text"), StartsWith("第 "));
  EXPECT_EQ(result.properties.at("title"), "关于做好归档工作的通知");
  EXPECT_EQ(result.technical.at("format_version"), "97-2003");
  EXPECT_EQ(result.technical.at("puid"), "fmt/40");
  EXPECT_EQ(result.technical.at("scripts"), "0");
  EXPECT_EQ(result.technical.at("attachments"), "0");
}

struct Case {
  std::string name{};
  std::size_t at = 0;
  std::string bytes{};
  std::string reason{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Refused : public testing::TestWithParam<Case> {};

TEST_P(Refused, FailsWithTheReason) {
  const Extraction result = read(with_word_document(GetParam().at, GetParam().bytes));
  EXPECT_EQ(result.state, TextState::failed);
  EXPECT_THAT(result.reason, StartsWith(GetParam().reason));
  EXPECT_TRUE(result.pages.empty());
}

using std::string_literals::operator""s;

INSTANTIATE_TEST_SUITE_P(
    Fib, Refused,
    testing::Values(
        Case{"Encrypted", 11, "\x13", "encrypted: the document asks for a password"},
        Case{"Obfuscated", 11, "\x93", "encrypted: the document asks for a password (XOR)"},
        Case{"Word95", 0, "\xDC\xA5\x68\0"s, "written by Word 95 or older (nFib 104)"},
        Case{"NoWord", 0, "\x01\x02", "stream WordDocument begins with 0x0201, not with 0xa5ec"},
        Case{"LongerThanItsPieces", 76, "\xFF\xFF\0\0"s, "text is cut off: "},
        Case{"EndlessText", 76, "\xFF\xFF\xFF\xFF", "stream WordDocument is damaged: text 1 has"},
        Case{"PiecesElsewhere", 418, "\xF0\xFF\xFF\0"s, "stream 1Table is damaged: "}),
    [](const auto& c) { return c.param.name; });

TEST(Doc, CutOffIsNeverReadInPart) {
  const Extraction whole = read(memo());
  for (const std::string& bytes : truncations(memo(), 97)) {
    const Extraction result = read(bytes);
    if (result.state != TextState::read || result.format != "doc") continue;
    EXPECT_EQ(result.pages, whole.pages) << bytes.size();
  }
}

TEST(Doc, WithWrongBytesEndsInANamedState) {
  for (const std::string& bytes : flips(memo(), 400)) {
    const Extraction result = read(bytes);
    if (result.state == TextState::failed) {
      EXPECT_NE(result.reason, "");
    }
    for (const std::string& page : result.pages) EXPECT_TRUE(text::is_utf8(page));
  }
}

TEST(DocCharacters, ComeFromNarrowAndWidePieces) {
  const std::string stream = "\x80z" + "\x52\x5F\x63\x68"s;  // "€z" by one byte, 归档 by two
  const std::string pieces = "\x02\x1C\0\0\0"s + "\0\0\0\0\x02\0\0\0\x04\0\0\0"s +
                             "\0\0\0\0\0\x40\0\0"s + "\0\0\x02\0\0\0\0\0"s;
  word::Fib fib;
  fib.stories.back().end = 4;
  fib.pieces = {0, static_cast<std::uint32_t>(pieces.size())};
  const word::Characters characters =
      word::read_characters(fib, {stream, "text"}, {pieces, "table"}, {"", "data"}, 100);
  EXPECT_EQ(characters.units, u"€z归档");
}

}  // namespace
}  // namespace guidang::extract
