// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/report.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "pipeline/technical.h"

namespace guidang::extract {
namespace {

class NoStore final : public ContentStore {
 public:
  void put_object(int, const std::string&) override {}
  std::optional<ComponentText> find_text(const std::string&) override { return {}; }
  ComponentText put_text(const std::string&, const Extraction&) override { return {}; }
  std::vector<std::string> pages(const ComponentText&) override { return {"甲"}; }
  int open_object(const std::string&) override { return -1; }
  void quarantine(int, const std::string&, const std::string&, const std::string&) override {}
};

struct Case {
  std::string name{};
  std::string_view fact{};
  std::string value{};
  std::string code{};  ///< "" when it makes no finding
  Severity severity = Severity::note;
  std::string found{};
  std::string expected{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class TechnicalFact : public testing::TestWithParam<Case> {};

TEST_P(TechnicalFact, MakesItsFinding) {
  const Case& c = GetParam();
  ComponentText text{.digest = "x", .state = TextState::read, .format = "html"};
  text.encoding = "GB18030";
  text.technical.emplace(c.fact, c.value);
  NoStore store;
  Findings findings;
  report(findings, {.digest = "x", .name = "通知.html"}, text, store);
  if (c.code.empty()) {
    EXPECT_TRUE(findings.empty());
    return;
  }
  ASSERT_EQ(findings.list().size(), 1U);
  const Finding& finding = findings.list().front();
  EXPECT_EQ(finding.code, c.code);
  EXPECT_EQ(finding.severity, c.severity);
  EXPECT_EQ(finding.path, "通知.html");
  EXPECT_EQ(finding.found, c.found);
  EXPECT_EQ(finding.expected, c.expected);
}

INSTANTIATE_TEST_SUITE_P(
    Facts, TechnicalFact,
    testing::Values(
        Case{"WrongDeclaration", technical::kEncodingDeclared, "UTF-8", "EXT-107",
             Severity::warning, "UTF-8", "GB18030"},
        Case{"NoDeclaration", technical::kEncodingGuessed, "yes", "EXT-108", Severity::note,
             "GB18030"},
        Case{"BrokenSeal", technical::kDigestsBadPaths, "/Doc_0/Document.xml", "EXT-109",
             Severity::warning, "/Doc_0/Document.xml"},
        Case{"Flaw", technical::kFlaw, "rebuilt", "EXT-110", Severity::note, "rebuilt"},
        Case{"Macros", technical::kScripts, "2", "EXT-111", Severity::warning, "2"},
        Case{"NoMacros", technical::kScripts, "0", ""},
        Case{"External", technical::kExternal, "1", "EXT-112", Severity::note, "1"},
        Case{"Fonts", technical::kFontsMissingNames, "仿宋", "EXT-113", Severity::note, "仿宋"},
        Case{"Recognised", technical::kOcrConfidence, "91", "EXT-114", Severity::note, "91"},
        Case{"Protected", technical::kProtection, "copying", "EXT-115", Severity::warning,
             "copying"},
        Case{"PlainFact", technical::kProgram, "WPS", ""}),
    [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace guidang::extract
