// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/pipeline/lists/office.h"

namespace guidang::lists {
namespace {

View item_in_volume() {
  View document("d1", {});
  Description description;
  description.fields["title"] = {.values = {"关于防汛的请示"}, .source = "derived"};
  description.fields["date"] = {.values = {"2006-02-14"}, .source = "1:1"};
  description.fields["pages"] = {.values = {"3"}, .source = "ledger"};
  document.put(description);
  View item("i1", {});
  item.put(Item{.main = "d1", .parts = {{"d1", Role::main}}});
  item.put(Checks{});
  item.put(Appraisal{.period = "永久"});
  item.put(FilingYear{.year = 2006});
  Placement placement{.position = 2, .first_page = 4, .last_page = 6};
  placement.volume = VolumePlace{.id = "v1", .series = "X043-3-", .position = 12, .title = "题名"};
  item.put(placement);
  item.put(ArchivalCode{"X043-3-0012-002", "X043-3-0012", 2, true});
  item.put(std::vector<View>{document});
  return item;
}

TEST(Row, GoesThroughBytesAndBack) {
  const testing::TestOffice test(testing::kVolumeProfile);
  const Office office = test.office();
  const auto row = filed_row(item_in_volume(), office);
  ASSERT_TRUE(row);
  const ListRow back = unpack(filed_line(*row, office.settings).payload);
  EXPECT_EQ(back.listed_title(), "[关于防汛的请示]");
  EXPECT_EQ(back.listed_date(DateStyle::marks), "2006、2、14、");
  EXPECT_EQ(back.volume, "v1");
  EXPECT_EQ(back.volume_number, 12U);
  EXPECT_EQ(back.first_page, 4U);
  EXPECT_EQ(back.pages, 3U);
  EXPECT_TRUE(back.provisional);
  EXPECT_EQ(filed_line(back, office.settings).payload, filed_line(*row, office.settings).payload);
}

TEST(Row, NumbersSortAsNumbers) {
  const PaperSettings settings;
  ListRow second = testing::volume_row(2, 1, 1, 1);
  ListRow tenth = testing::volume_row(2, 1, 1, 1);
  tenth.volume_number = 10;
  EXPECT_LT(filed_line(second, settings).key, filed_line(tenth, settings).key);
  tenth.volume_number = 2;
  tenth.number = 10;
  EXPECT_LT(filed_line(second, settings).key, filed_line(tenth, settings).key);
}

}  // namespace
}  // namespace guidang::lists
