// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "stages/extract/readers.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Docx, GivesTextNotesHeadsAndProperties) {
  const Extraction result = read_in_process(sample_file("whole.docx").get(), "whole.docx", {});
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_EQ(result.format, "docx");
  EXPECT_EQ(result.reader, "docx");
  EXPECT_THAT(result.pages, ElementsAre("凤凰县人民政府办公室文件\n各乡镇人民政府:\n见附件一。\n"));
  EXPECT_FALSE(result.paged);
  const std::map<std::string, std::string> expected{{"header_text", "内部资料\n第二节页眉"},
                                                    {"footer_text", "共 2 页"},
                                                    {"title", "关于归档的通知"},
                                                    {"creator", "办公室"},
                                                    {"keywords", "归档 通知"},
                                                    {"category", "公文"},
                                                    {"custom:文号", "凤政办发〔2023〕6号"}};
  EXPECT_EQ(result.properties, expected);
}

struct Case {
  std::string file{};
  std::string reason{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.file; }

class DamagedDocx : public testing::TestWithParam<Case> {};

TEST_P(DamagedDocx, FailsWithTheDamage) {
  const Extraction result = read_in_process(sample_file(GetParam().file).get(), "a.docx", {});
  EXPECT_EQ(result.state, TextState::failed);
  EXPECT_EQ(result.format, "docx");
  EXPECT_THAT(result.reason, HasSubstr(GetParam().reason));
  EXPECT_TRUE(result.pages.empty());
}

INSTANTIATE_TEST_SUITE_P(Samples, DamagedDocx,
                         testing::Values(Case{"cut.docx", ""},
                                         Case{"broken_xml.docx", "word/main.xml:1: "},
                                         Case{"no_main.docx", "no main document part"},
                                         Case{"bomb.docx", "word/main.xml"}));

}  // namespace
}  // namespace guidang::extract
