// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/scope.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "stages/appraise/control.h"
#include "tests/unit/stages/office.h"

namespace guidang::appraise {
namespace {

const Profile& national() {
  static const Profile kProfile = Profile::load(GUIDANG_SOURCE_DIR, "national");
  return kProfile;
}

View item_of(Direction direction, const std::string& title, const std::string& doctype,
             const std::string& file) {
  View document{"d1", {}};
  document.put(Origin{.direction = direction});
  Description description;
  description.fields["title"] = {.values = {title}};
  description.fields["doctype"] = {.values = {doctype}};
  document.put(std::move(description));
  document.put(Components{.list = {{.name = file}}});
  View item{"i1", {}};
  item.put(Item{.main = "d1", .parts = {{.document = "d1"}}});
  item.put(std::vector<View>{document});
  return item;
}

std::vector<std::string> kinds(const View& item) {
  YearScope scope(national().section("appraise"));
  scope.add(item);
  std::vector<std::string> found;
  for (const MaterialCount& each : scope.counts()) {
    if (each.items > 0) found.push_back(each.material.id);
  }
  return found;
}

TEST(YearScope, KnowsAKindByDirectionDoctypeWordOrFile) {
  using Kinds = std::vector<std::string>;
  EXPECT_EQ(kinds(item_of(Direction::received, "关于某事的通知", "通知", "1.pdf")),
            Kinds{"received"});
  EXPECT_EQ(kinds(item_of(Direction::issued, "第3次办公会议纪要", "纪要", "1.docx")),
            (Kinds{"issued", "minutes"}));
  EXPECT_EQ(kinds(item_of(Direction::internal, "开业典礼", "", "相片/1.JPG")),
            (Kinds{"internal", "photo"}));
  EXPECT_EQ(kinds(item_of(Direction::internal, "2023年3月记账凭证", "", "1.pdf")),
            (Kinds{"internal", "accounting"}));
}

TEST(YearScope, NamesWhatAYearLacks) {
  fake::Office office(Profile::load(GUIDANG_SOURCE_DIR, "national"));
  office.add("d1", "2023-05-01");
  const auto counts = materials_of_year(office.registry(), office.profile, 2023);
  const auto missing = missing_materials(counts);
  EXPECT_EQ(missing.size(), counts.size()) << "an item of no direction is of no kind";
  const auto received = std::find_if(missing.begin(), missing.end(),
                                     [](const Finding& each) { return each.place == "received"; });
  ASSERT_NE(received, missing.end());
  EXPECT_EQ(received->code, "SCO-01");
  EXPECT_EQ(received->severity, Severity::warning);
  const auto photo = std::find_if(missing.begin(), missing.end(),
                                  [](const Finding& each) { return each.place == "photo"; });
  EXPECT_EQ(photo->severity, Severity::note);
}

TEST(OpeningWords, OnlySuggest) {
  const OpeningWords words(national().section("appraise"));
  ASSERT_EQ(words.reasons().size(), 4U);
  EXPECT_EQ(words.control("关于转办信访件的函").reason->id, "rights");
  EXPECT_EQ(words.control("关于接待外事代表团的通知").reason->id, "security");
  EXPECT_EQ(words.control("关于加强绿化的通知").reason, nullptr);
  EXPECT_EQ(words.early("关于科技成果的通知"), "科技");
  EXPECT_EQ(words.early("关于值班的通知"), "");
  EXPECT_NE(words.reason("law"), nullptr);
  EXPECT_EQ(words.reason("mood"), nullptr);
}

}  // namespace
}  // namespace guidang::appraise
