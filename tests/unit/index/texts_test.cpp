// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/texts.h"

#include <gtest/gtest.h>

#include <fstream>
#include <limits>

#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

TEST(Texts, AreReadAsWritten) {
  const TestFolder folder;
  IndexRecord record = open_record("r1", "题名", "第一页");
  record.pages.emplace_back("第二页");
  record.code = "X001";
  TextPlace first;
  TextPlace second;
  {
    TextWriter writer(folder / "", 7);
    first = writer.add(record, body_of(record));
    second = writer.add(record, "另一");
    writer.finish();
  }
  const TextFiles files(folder / "");
  EXPECT_EQ(files.at(first)[Part::title], "题名");
  EXPECT_EQ(files.at(first)[Part::code], "X001");
  EXPECT_EQ(files.at(first)[Part::body], "第一页\f第二页");
  EXPECT_EQ(files.at(TextPlace::from_value(second.to_value()))[Part::body], "另一");
}

TEST(Texts, DamagedPlacesAreEmpty) {
  const TestFolder folder;
  std::ofstream(folder / "text-00000001") << std::string(64, '\xFF');
  const TextFiles files(folder / "");
  const auto large = std::numeric_limits<std::uint64_t>::max();
  for (const TextPlace& place : {TextPlace{1, 0, 64}, TextPlace{1, large, 64}, TextPlace{1, 1, 64},
                                 TextPlace{1, 0, 3}, TextPlace{2, 0, 64}, TextPlace{}}) {
    EXPECT_TRUE(files.at(place)[Part::body].empty());
  }
  EXPECT_EQ(TextPlace::from_value("short").size, 0U);
}

}  // namespace
}  // namespace guidang::index
