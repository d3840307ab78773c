// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/document_type.h"

#include <gtest/gtest.h>

#include <ostream>

namespace guidang::text {
namespace {

struct Case {
  const char* title;
  std::optional<DocumentType> type;
  const char* word;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.title; }

class TitleKind : public testing::TestWithParam<Case> {};

TEST_P(TitleKind, IsTheOuterOne) {
  const auto found = document_type_of_title(GetParam().title);
  EXPECT_EQ(found ? std::optional(found->type) : std::nullopt, GetParam().type);
  EXPECT_EQ(found ? found->word : "", GetParam().word);
}

INSTANTIATE_TEST_SUITE_P(
    Titles, TitleKind,
    testing::Values(Case{"关于做好归档工作的通知", DocumentType::notice, "通知"},
                    Case{"转发市政府关于报送工作总结的通知的通知", DocumentType::notice, "通知"},
                    Case{"关于同意设立机构的复函", DocumentType::letter, "复函"},
                    Case{"第三次会议纪要", DocumentType::minutes, "会议纪要"},
                    Case{"关于增加编制的请示", DocumentType::request, "请示"},
                    Case{"关于增加编制的批复", DocumentType::reply, "批复"},
                    Case{"公文处理办法（试行）", DocumentType::measures, "办法"},
                    Case{"档案管理规定（2018年修订）", DocumentType::provisions, "规定"},
                    Case{"某条例实施细则(修订稿)", DocumentType::detailed_rules, "实施细则"},
                    Case{"关于印发《规定》的通 知", DocumentType::notice, "通知"},
                    Case{"嘉奖令", DocumentType::order, "嘉奖令"},
                    Case{"中华人民共和国国务院令", DocumentType::order, "令"},
                    Case{"命令（令）", DocumentType::order, "命令（令）"},
                    Case{"关于工作的指导意见（征求意见稿）", DocumentType::opinion, "指导意见"},
                    Case{"2023年工作要点", DocumentType::plan, "要点"},
                    Case{"保密知识问答", std::nullopt, ""}, Case{"（试行）", std::nullopt, ""},
                    Case{"", std::nullopt, ""}));

TEST(DocumentType, TableIsInTheOrderOfTheEnum) {
  for (const DocumentTypeInfo& entry : document_types()) {
    EXPECT_EQ(info(entry.type).name, entry.name);
    EXPECT_EQ(parse_document_type(entry.name), entry.type);
    EXPECT_EQ(parse_document_type(entry.english), entry.type);
  }
  EXPECT_EQ(document_types().size(), static_cast<std::size_t>(DocumentType::telegram) + 1);
  EXPECT_EQ(document_types()[14].group, TypeGroup::statutory);
  EXPECT_EQ(document_types()[15].group, TypeGroup::legacy);
}

TEST(DocumentType, DirectionsFollowTheRules) {
  EXPECT_TRUE(info(DocumentType::request).directions.up);
  EXPECT_FALSE(info(DocumentType::request).directions.down);
  EXPECT_TRUE(info(DocumentType::letter).directions.level);
}

}  // namespace
}  // namespace guidang::text
