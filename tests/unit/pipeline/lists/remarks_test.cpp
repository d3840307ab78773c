// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/remarks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/lists/notes.h"
#include "tests/unit/pipeline/lists/office.h"

namespace guidang::lists {
namespace {

std::vector<std::string> texts(const std::vector<Remark>& remarks) {
  std::vector<std::string> all;
  for (const Remark& remark : remarks) all.push_back(remark.kind + "|" + remark.text);
  return all;
}

TEST(Remarks, GoUnderTheProfilesHeadingsACodeBeforeItsFamily) {
  const testing::TestOffice test(testing::kItemProfile);
  Office office = test.office();
  office.backing.code_title = [](std::string_view code) {
    return code == "RTN-12" ? std::string("附件不全") : std::string();
  };
  View item("i1", {});
  item.put(std::vector<Finding>{{.code = "RTN-12", .found = "1 件附件 / attachments"},
                                {.code = "RTN-11"},
                                {.code = "EXT-108", .found = "Big5"}});
  item.put(Decisions{{"waive:RTN-11", {"yes", "张三", "2024-01-10", "已补"}}});
  EXPECT_THAT(
      texts(remarks_of(item, office)),
      ::testing::ElementsAre("damage|附件不全：1 件附件", "other|RTN-11（张三 2024-01-10：已补）"));
}

TEST(Remarks, TellWhatPeopleChanged) {
  const testing::TestOffice test(testing::kItemProfile);
  const Office office = test.office();
  View document("d1", {});
  document.put(Decisions{{"title", {"关于防汛的通知", "张三", "2024-01-10", "原题名有误"}}});
  View item("i1", {});
  item.put(std::vector<View>{document});
  item.put(Decisions{{"period", {"永久", "李四", "2024-01-11", "重要"}}});
  EXPECT_THAT(
      texts(remarks_of(item, office)),
      ::testing::ElementsAre("change|保管期限改定为“永久”（李四 2024-01-11：重要）",
                             "change|标题改定为“关于防汛的通知”（张三 2024-01-10：原题名有误）"));
}

TEST(Remarks, ASheetHoldsWhatPeopleCanReadAndCountsTheRest) {
  NoteSheet sheet;
  for (int i = 0; i < 70; ++i) sheet.add("damage", "第" + std::to_string(i) + "件");
  PaperSettings settings;
  settings.remarks = {{.id = "damage", .name = "缺损"}};
  forms::Values values;
  sheet.put(settings, values);
  EXPECT_THAT(values.at("note_damage"), ::testing::EndsWith("另有 10 条，见检查结果"));
}

}  // namespace
}  // namespace guidang::lists
