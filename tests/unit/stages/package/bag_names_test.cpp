// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/bag_names.h"

#include <gtest/gtest.h>

#include "pipeline/files/multi_digest.h"
#include "stages/package/bag_tags.h"

namespace guidang::bag {
namespace {

TEST(BagName, WrittenNameReadsBack) {
  for (const std::string name : {"data/a b", "data/100%", "data/a\r\nb", "data/%0A", "data/汉字"}) {
    EXPECT_EQ(read_name(write_name(name)).value().path, name);
  }
}

TEST(BagName, OnlyThreeEscapesAreKnown) {
  EXPECT_EQ(read_name("data/a%20b%0a").value().path, "data/a%20b\n");
}

TEST(BagName, NamesThatLeaveTheBagAreRefused) {
  for (const std::string name :
       {"", "/a", "../a", "data/../../a", "~/a", "C:/a", "a//b", "a/", "\\a", "./../a"}) {
    EXPECT_FALSE(read_name(name)) << name;
  }
}

TEST(ManifestLine, NeedsADigestOfItsLength) {
  EXPECT_TRUE(read_manifest_line("00FF data/a b", 4));
  EXPECT_EQ(read_manifest_line("00FF *data/a", 4).value().name, "data/a");
  EXPECT_FALSE(read_manifest_line("00F data/a", 4));
  EXPECT_FALSE(read_manifest_line("00FG data/a", 4));
  EXPECT_FALSE(read_manifest_line("00FF", 4));
}

TEST(Declaration, IsStrictForOnePointZero) {
  Declaration out;
  EXPECT_FALSE(read_declaration("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", out));
  EXPECT_FALSE(
      read_declaration("BagIt-Version : 0.96\r\nTag-File-Character-Encoding:UTF-8\r\n\r\n", out));
  EXPECT_TRUE(read_declaration("BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n", out));
  EXPECT_TRUE(read_declaration("BagIt-Version: 1.0\n", out));
  EXPECT_TRUE(read_declaration("", out));
}

TEST(MultiDigest, KnowsTheEmptyDigests) {
  files::MultiDigest digest({files::Algorithm::md5, files::Algorithm::sha1});
  const auto hex = digest.hex();
  EXPECT_EQ(hex[0], "d41d8cd98f00b204e9800998ecf8427e");
  EXPECT_EQ(hex[1], "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  EXPECT_EQ(files::algorithm_named("SHA-256"), files::Algorithm::sha256);
  EXPECT_FALSE(files::algorithm_named("sha3256"));
}

}  // namespace
}  // namespace guidang::bag
