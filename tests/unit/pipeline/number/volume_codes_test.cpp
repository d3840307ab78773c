// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <stdexcept>

#include "pipeline/failure.h"
#include "pipeline/number/code_pattern.h"

namespace guidang {
namespace {

const CodePattern& by_directory() {
  static const CodePattern pattern("{fonds}-{directory}-{volume:4}-{number:3}");
  return pattern;
}
const CodeParts kItem{.fonds = "X043", .directory = "3", .volume = 12, .number = 5};

TEST(VolumeCodes, HaveALevelForTheVolumeAndOneForTheItem) {
  const std::string series = by_directory().series(kItem);
  EXPECT_EQ(series, "X043-3-");
  const std::string volume = by_directory().code(series, 12);
  EXPECT_EQ(volume, "X043-3-0012");
  EXPECT_EQ(by_directory().item_code(volume, 5), "X043-3-0012-005");
  EXPECT_EQ(by_directory().format(kItem), "X043-3-0012-005");
  EXPECT_TRUE(by_directory().volumes());
}

TEST(VolumeCodes, AreReadOnBothLevels) {
  EXPECT_EQ(by_directory().parse("X043-3-0012-005"), kItem);
  CodeParts volume = kItem;
  volume.number = 0;
  EXPECT_EQ(by_directory().parse_volume("X043·3–0012"), volume);
  EXPECT_FALSE(by_directory().parse("X043-3-0012"));
  EXPECT_FALSE(by_directory().parse_volume("X043-3-0012-005"));
  EXPECT_FALSE(by_directory().parse_volume("X043-3-00012"));
  EXPECT_FALSE(by_directory().parse_volume("X043-3-0000"));
}

TEST(VolumeCodes, AreNotThereWithoutVolumes) {
  const CodePattern items("{fonds}-WS·{year}-{period}-{number:4}");
  EXPECT_FALSE(items.volumes());
  EXPECT_FALSE(items.parse_volume("X043-WS·2001-Y-0001"));
  EXPECT_THROW(static_cast<void>(items.item_code("X043-3-0012", 1)), std::logic_error);
  EXPECT_THROW(static_cast<void>(by_directory().item_code("X043-3-0012", 0)), std::logic_error);
}

TEST(VolumeCodes, NeedTheirPlaceBeforeTheItem) {
  for (const char* pattern :
       {"{volume:4}-{fonds}-{number:3}", "{fonds}-{volume}-{number:3}", "{fonds}-{volume:4}",
        "{fonds}[-{volume:4}]-{number:3}", "{fonds}-{volume:4}{number:3}",
        "{fonds}-{volume:4}[-{organ}]-{number:3}", "{fonds}-{volume:4}-{volume:4}-{number:3}"}) {
    EXPECT_THROW(CodePattern{pattern}, Failure) << pattern;
  }
}

TEST(CategoryLevels, AreDotsWithinACategory) {
  const CodePattern pattern("{fonds}-{category}·{year}·{period}-{volume:3}-{number:3}");
  const CodeParts parts{.fonds = "J019",
                        .category = "ZY·JC·CC",
                        .year = 2019,
                        .period = "D30",
                        .volume = 1,
                        .number = 1};
  EXPECT_EQ(pattern.format(parts), "J019-ZY·JC·CC·2019·D30-001-001");
  EXPECT_EQ(pattern.parse("J019-ZY·JC·CC·2019·D30-001-001"), parts);
  EXPECT_EQ(pattern.parse("J019-ZY・JC・CC-2019-D30-001-001"), parts);
  for (const char* category : {"", "ZY·", "·ZY", "ZY··JC", "ZY-JC"}) {
    CodeParts bad = parts;
    bad.category = category;
    EXPECT_THROW(static_cast<void>(pattern.series(bad)), Failure) << category;
  }
}

TEST(CategoryLevels, AreOneWhereAPartMayBeLeftOut) {
  const CodePattern pattern("{fonds}-{category}·{year}-{period}[-{organ}]-{number:4}");
  CodeParts parts{.fonds = "J001", .category = "SW·JB", .year = 2022, .period = "Y", .number = 1};
  EXPECT_THROW(static_cast<void>(pattern.series(parts)), Failure);
  EXPECT_FALSE(pattern.parse("J001-SW·JB·2022-Y-0001"));
}

}  // namespace
}  // namespace guidang
