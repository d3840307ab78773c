// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/number/number.h"

#include <gtest/gtest.h>

#include "pipeline/failure.h"
#include "tests/unit/stages/fake_set.h"
#include "tests/unit/stages/test_profile.h"

namespace guidang {
namespace {

Number stage(const std::string& number_section, std::uint32_t last) {
  return Number(fake::profile_of(number_section), "J001",
                [last](std::string_view) { return last; });
}

TEST(Number, GoesOnBehindTheLedger) {
  fake::Set set;
  set.item("i1").put(Placement{.series = "J001-WS·2023-Y-", .position = 2});
  set.item("i2").put(Placement{.series = "J001-WS·2023-D30-", .position = 1});
  set.item("i3");
  View& sealed = set.item("i4");
  sealed.put(Placement{.series = "J001-WS·2023-Y-", .position = 1});
  sealed.put_sealed(true);
  const fake::Said said = fake::run(stage(fake::kNumber, 17), set);
  ASSERT_EQ(said.facts.size(), 2U);
  const auto* code = said.find<ArchivalCode>("i1");
  EXPECT_EQ(code->text, "J001-WS·2023-Y-0019");
  EXPECT_EQ(code->number, 19U);
  EXPECT_TRUE(code->provisional);
  EXPECT_EQ(said.find<ArchivalCode>("i2")->text, "J001-WS·2023-D30-0018");
}

TEST(Number, BeginsWhereTheProfileSays) {
  fake::Set set;
  set.item("i1").put(Placement{.series = "A-", .position = 1});
  const std::string section = R"(<number pattern="{fonds}-{number:3}" start="101"/>)";
  EXPECT_EQ(fake::run(stage(section, 0), set).find<ArchivalCode>("i1")->text, "A-101");
  EXPECT_EQ(fake::run(stage(section, 150), set).find<ArchivalCode>("i1")->text, "A-151");
}

TEST(Number, EndsWhereCodesEnd) {
  fake::Set set;
  set.item("i1").put(Placement{.series = "A-", .position = 2});
  const std::string section = R"(<number pattern="{fonds}-{number:3}"/>)";
  EXPECT_THROW(fake::run(stage(section, CodePattern::kLargest - 1), set), Failure);
}

}  // namespace
}  // namespace guidang
