// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <functional>

#include "pipeline/xml/reader.h"
#include "tests/unit/pipeline/xml/parsed.h"

namespace guidang::xml {
namespace {

struct Case {
  const char* name;
  std::function<std::string()> input;  ///< made when its turn comes: some are large
  std::string in_message;
};

const Limits kLimits{.bytes = 300ULL << 20U, .depth = 100, .nodes = 1'000'000};

std::string laughs() {
  std::string out = "<!DOCTYPE a [<!ENTITY l0 'lol'>";
  for (int i = 1; i < 10; ++i) {
    const std::string inner = "&l" + std::to_string(i - 1) + ";";
    out += "<!ENTITY l" + std::to_string(i) + " '" + repeated(inner, 10) + "'>";
  }
  return out + "]><a>&l9;</a>";
}

std::vector<Case> cases() {
  return {
      {"Empty", [] { return std::string{""}; }, ""},
      {"Text", [] { return std::string{"not xml"}; }, ""},
      {"CutShort", [] { return std::string{"<a><b></b>"}; }, ""},
      {"TwoRoots", [] { return std::string{"<a/><b/>"}; }, ""},
      {"UndefinedEntity", [] { return std::string{"<a>&x;</a>"}; }, "x"},
      {"NulByte", [] { return std::string{"<a>\0</a>", 8}; }, ""},
      {"BrokenUtf8", [] { return std::string{"<a>\xFF</a>"}; }, ""},
      {"UnknownEncoding",
       [] { return std::string{"<?xml version='1.0' encoding='nonsense'?><a>\xFF</a>"}; }, ""},
      {"ExternalEntity",
       [] {
         return std::string{"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>"};
       },
       "document type"},
      {"ExternalSubset",
       [] { return std::string{"<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>"}; },
       "document type"},
      {"ParameterEntity",
       [] {
         return std::string{"<!DOCTYPE a [<!ENTITY % x SYSTEM 'file:///etc/passwd'>%x;]><a/>"};
       },
       "document type"},
      {"BareDoctype", [] { return std::string{"<!-- c --><!DOCTYPE a><a/>"}; }, "document type"},
      {"DoctypeFarDown",
       [] { return std::string{"<!--" + repeated("x", 20'000) + "--><!DOCTYPE a><a/>"}; },
       "document type"},
      {"BillionLaughs", [] { return std::string{laughs()}; }, "document type"},
      {"DeepNesting", [] { return std::string{repeated("<a>", 100'000)}; }, "too deep"},
      {"ManyNodes", [] { return std::string{"<a>" + repeated("<b/>", 1'000'001) + "</a>"}; },
       "too many nodes"},
      {"ManyAttributes",
       [] { return std::string{"<a>" + repeated("<b c='' d='' e=''/>", 300'000) + "</a>"}; },
       "too many nodes"},
      {"HugeAttribute",
       [] { return std::string{"<a b='" + std::string(200ULL << 20U, 'x') + "'/>"}; }, ""},
      {"HugeName", [] { return std::string{"<" + std::string(20ULL << 20U, 'x') + "/>"}; }, ""},
  };
}

class HostileXml : public testing::TestWithParam<std::size_t> {
 protected:
  void SetUp() override { testing::internal::CaptureStderr(); }
  void TearDown() override { EXPECT_EQ(testing::internal::GetCapturedStderr(), ""); }
};

TEST_P(HostileXml, TreeRefuses) {
  const Case hostile = cases()[GetParam()];
  const std::string input = hostile.input();
  const auto result = Document::parse(input, "bad.xml", kLimits);
  ASSERT_TRUE(std::holds_alternative<XmlError>(result)) << hostile.name;
  const XmlError& error = std::get<XmlError>(result);
  EXPECT_EQ(error.source, "bad.xml");
  EXPECT_NE(error.message, "") << hostile.name;
  EXPECT_NE(error.message.find(hostile.in_message), std::string::npos) << error.text();
  EXPECT_EQ(error.message.find('\n'), std::string::npos);
}

TEST_P(HostileXml, ReaderRefuses) {
  const Case hostile = cases()[GetParam()];
  const std::string input = hostile.input();
  Reader reader{input, "bad.xml", kLimits};
  while (reader.next()) {
  }
  ASSERT_TRUE(reader.error()) << hostile.name;
  EXPECT_NE(reader.error()->message.find(hostile.in_message), std::string::npos)
      << hostile.name << ": " << reader.error()->text();
}

INSTANTIATE_TEST_SUITE_P(All, HostileXml, testing::Range(std::size_t{0}, cases().size()),
                         [](const auto& param) { return cases()[param.param].name; });

TEST(XmlLimits, InputAboveTheLimitIsNotLookedAt) {
  const auto result = Document::parse("<a>12345</a>", "big.xml", {.bytes = 5});
  EXPECT_NE(std::get<XmlError>(result).message.find("12 (> 5)"), std::string::npos);
}

TEST(XmlLimits, TextOfManyMegabytesIsWholeOrRefused) {
  const std::string text(20ULL << 20U, 'x');
  const std::string input = "<a>" + text + "</a>";
  EXPECT_EQ(parsed(input).root().text().size(), text.size());
  Reader reader{input, "big.xml"};
  std::size_t read = 0;
  while (reader.next()) read += reader.event() == Event::text ? reader.text().size() : 0;
  EXPECT_TRUE(reader.error() || read == text.size()) << read;
}

TEST(XmlErrors, NameTheLine) {
  const auto result = Document::parse("<a>\n<b>\n</a>", "bad.xml");
  EXPECT_EQ(std::get<XmlError>(result).line, 3U);
  EXPECT_EQ(std::get<XmlError>(result).text().substr(0, 10), "bad.xml:3:");
}

}  // namespace
}  // namespace guidang::xml
