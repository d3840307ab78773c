// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/process/protocol.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>
#include <string_view>

namespace guidang::extract {
namespace {

using std::string_literals::operator""s;

Extraction whole() {
  Extraction e;
  e.state = TextState::read;
  e.format = "txt";
  e.reader = "text";
  e.revision = 3;
  e.pages = {"第一页", "", "第三页"};
  e.paged = true;
  e.encoding = "GB18030";
  e.undecodable = 7;
  e.properties = {{"title", "题"}, {"custom:文号", "一\n二"}};
  e.technical = {{"format_version", "1.7"}, {"program", "WPS 文字"}};
  e.layout = {{21000, 29700, {{2800, 3700, 15600, 1000}}}, {21000, 29700, {}}, {-1, 0, {}}};
  e.layout[0].styles = {{.align = Align::centre,
                         .face = Face::title_song,
                         .bold = true,
                         .rule_below = true,
                         .table = true,
                         .outline = kTitleOutline,
                         .size = 65'535,
                         .colour = 0xFF8001}};
  e.layout[2].styles = {{}};
  e.members = {{"附件/一.docx", "\xB8\xBD\xBC\xFE/1", "GB18030", 12, ""},
               {"b", "", "", 0, "encrypted"}};
  return e;
}

std::string payload(const std::string& frame) { return frame.substr(kHeaderBytes); }

TEST(Reply, ReadsBack) {
  const std::string frame = encode(Reply{whole(), true});
  const auto header = decode_header(std::string_view{frame}.substr(0, kHeaderBytes), 1000);
  ASSERT_TRUE(header);
  EXPECT_EQ(header->kind, FrameKind::reply);
  EXPECT_EQ(header->length, frame.size() - kHeaderBytes);
  const auto reply = decode_reply(payload(frame), {});
  ASSERT_TRUE(reply);
  EXPECT_TRUE(reply->last);
  const Extraction expected = whole();
  EXPECT_EQ(reply->extraction.state, expected.state);
  EXPECT_EQ(reply->extraction.format, expected.format);
  EXPECT_EQ(reply->extraction.reader, expected.reader);
  EXPECT_EQ(reply->extraction.revision, expected.revision);
  EXPECT_EQ(reply->extraction.pages, expected.pages);
  EXPECT_EQ(reply->extraction.paged, expected.paged);
  EXPECT_EQ(reply->extraction.encoding, expected.encoding);
  EXPECT_EQ(reply->extraction.undecodable, expected.undecodable);
  EXPECT_EQ(reply->extraction.properties, expected.properties);
  EXPECT_EQ(reply->extraction.technical, expected.technical);
  EXPECT_EQ(reply->extraction.layout, expected.layout);
  EXPECT_EQ(reply->extraction.members, expected.members);
}

TEST(Request, ReadsBackWithItsLimits) {
  Limits limits;
  limits.input_bytes = 1;
  limits.text_bytes = 5'000'000'000;
  limits.open_files = 9;
  const auto request =
      decode_request(payload(encode(Request{limits, {Purpose::member, 5}, "通知.docx"})));
  ASSERT_TRUE(request);
  EXPECT_EQ(request->name, "通知.docx");
  EXPECT_EQ(request->order.purpose, Purpose::member);
  EXPECT_EQ(request->order.member, 5U);
  EXPECT_EQ(request->limits.input_bytes, 1U);
  EXPECT_EQ(request->limits.text_bytes, 5'000'000'000U);
  EXPECT_EQ(request->limits.open_files, 9U);
  EXPECT_EQ(request->limits.cpu_seconds, Limits{}.cpu_seconds);
}

struct HeaderCase {
  std::string name{};
  std::string bytes{};
};
void PrintTo(const HeaderCase& c, std::ostream* out) { *out << c.name; }

class HostileHeader : public testing::TestWithParam<HeaderCase> {};

TEST_P(HostileHeader, IsRefused) { EXPECT_FALSE(decode_header(GetParam().bytes, 1000)); }

INSTANTIATE_TEST_SUITE_P(Bytes, HostileHeader,
                         testing::Values(HeaderCase{"Empty", ""},
                                         HeaderCase{"Short", "GX\2\3\0\0\0"s},
                                         HeaderCase{"OtherMark", "GY\1\3\0\0\0\0"s},
                                         HeaderCase{"OtherVersion", "GX\1\3\0\0\0\0"s},
                                         HeaderCase{"OtherKind", "GX\2\5\0\0\0\0"s},
                                         HeaderCase{"TooLong", "GX\2\3\xE9\x03\0\0"s},
                                         HeaderCase{"FourGigabytes", "GX\2\3\xFF\xFF\xFF\xFF"s}),
                         [](const auto& c) { return c.param.name; });

struct ReplyCase {
  std::string name{};
  void (*spoil)(Extraction&) = nullptr;
};
void PrintTo(const ReplyCase& c, std::ostream* out) { *out << c.name; }

class HostileReply : public testing::TestWithParam<ReplyCase> {};

TEST_P(HostileReply, IsRefused) {
  Extraction extraction = whole();
  GetParam().spoil(extraction);
  Limits limits;
  limits.text_bytes = 100;
  limits.property_bytes = 100;
  limits.pages = 3;
  EXPECT_FALSE(decode_reply(payload(encode(Reply{extraction, false})), limits));
}

INSTANTIATE_TEST_SUITE_P(
    Values, HostileReply,
    testing::Values(
        ReplyCase{"StateOutOfRange", [](Extraction& e) { e.state = static_cast<TextState>(9); }},
        ReplyCase{"UnknownFormat", [](Extraction& e) { e.format = "<script>"; }},
        ReplyCase{"TooManyPages", [](Extraction& e) { e.pages.resize(4); }},
        ReplyCase{"TooMuchText", [](Extraction& e) { e.pages[1].assign(101, 'a'); }},
        ReplyCase{"TooMuchTextInAll",
                  [](Extraction& e) { e.pages.assign(3, std::string(40, 'a')); }},
        ReplyCase{"NoUtf8InText", [](Extraction& e) { e.pages[1] = "\xFF"; }},
        ReplyCase{"NoUtf8InProperty", [](Extraction& e) { e.properties["k"] = "\xC0\x80"; }},
        ReplyCase{"TooLongProperty", [](Extraction& e) { e.properties["k"].assign(101, 'a'); }},
        ReplyCase{"ControlInKey", [](Extraction& e) { e.properties["a\x1B["] = "b"; }},
        ReplyCase{"ControlInEncoding", [](Extraction& e) { e.encoding = "\x1B[2J"; }},
        ReplyCase{"LongReaderName", [](Extraction& e) { e.reader.assign(65, 'a'); }},
        ReplyCase{"NegativeRevision", [](Extraction& e) { e.revision = -1; }},
        ReplyCase{"FailedWithText", [](Extraction& e) { e.state = TextState::failed; }},
        ReplyCase{"FailedWithoutReason",
                  [](Extraction& e) {
                    e.state = TextState::failed;
                    e.pages.clear();
                  }},
        ReplyCase{"ReadWithoutPages", [](Extraction& e) { e.pages.clear(); }},
        ReplyCase{"LayoutOfOtherPages", [](Extraction& e) { e.layout.resize(1); }},
        ReplyCase{"StylesOfMoreLines", [](Extraction& e) { e.layout[0].styles.resize(2); }},
        ReplyCase{"StylesOfFewerLines", [](Extraction& e) { e.pages[0] += "\n二\n"; }},
        ReplyCase{"StylesOfNoLine", [](Extraction& e) { e.layout[1].styles.resize(1); }},
        ReplyCase{"NoSuchFace",
                  [](Extraction& e) { e.layout[0].styles[0].face = static_cast<Face>(9); }},
        ReplyCase{"NoSuchOutline", [](Extraction& e) { e.layout[0].styles[0].outline = 11; }},
        ReplyCase{"NoSuchColour", [](Extraction& e) { e.layout[0].styles[0].colour = 1U << 24; }},
        ReplyCase{"UnknownTechnicalFact", [](Extraction& e) { e.technical["favourite"] = "1"; }},
        ReplyCase{"ControlInTechnicalFact",
                  [](Extraction& e) { e.technical["program"] = "WPS\x1B[2J"; }},
        ReplyCase{"NoUtf8InMemberName", [](Extraction& e) { e.members[0].name = "\xFF"; }},
        ReplyCase{"ControlInRefusal", [](Extraction& e) { e.members[0].refusal = "a\nb"; }},
        ReplyCase{"ReadWithReason", [](Extraction& e) { e.reason = "why"; }}),
    [](const auto& c) { return c.param.name; });

TEST(HostileReplyBytes, AnyCutOrAdditionIsRefused) {
  const std::string bytes = payload(encode(Reply{whole(), false}));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_reply(std::string_view{bytes}.substr(0, size), {})) << size;
  }
  EXPECT_FALSE(decode_reply(bytes + '\0', {}));
}

TEST(HostileReplyBytes, AnyChangedByteIsSurvived) {
  const std::string bytes = payload(encode(Reply{whole(), false}));
  std::mt19937 random{1};
  for (int round = 0; round < 20'000; ++round) {
    std::string spoiled = bytes;
    for (int i = 0; i < 3; ++i) spoiled[random() % spoiled.size()] = static_cast<char>(random());
    const auto reply = decode_reply(spoiled, {});
    EXPECT_LE(reply ? reply->extraction.pages.size() : 0U, 8U);
  }
}

TEST(HostileReplyBytes, HugeCountCostsNothing) {
  std::string bytes = payload(encode(Reply{whole(), false}));
  const std::size_t count = bytes.find("第一页") - 8;
  bytes.replace(count, 4, "\xA0\x86\x01\0"s);  // 100,000 pages, the most that is allowed
  EXPECT_FALSE(decode_reply(bytes, {}));
}

}  // namespace
}  // namespace guidang::extract
