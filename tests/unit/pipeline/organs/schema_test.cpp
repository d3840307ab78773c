// SPDX-License-Identifier: GPL-3.0-or-later
// What templates/schema/organisations.rng says and what the reader does are the same.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "pipeline/files/fd.h"
#include "pipeline/organs/load.h"
#include "pipeline/organs/names.h"
#include "pipeline/organs/read.h"
#include "pipeline/organs/write.h"
#include "pipeline/xml/document.h"
#include "pipeline/xml/schema.h"
#include "tests/unit/pipeline/organs/table_of.h"

namespace guidang::organs {
namespace {

using ::testing::IsEmpty;

const std::filesystem::path kRoot{GUIDANG_SOURCE_DIR};

bool schema_takes(const std::string& xml) {
  static const auto kSchema = xml::Schema::load(kRoot / "templates/schema/organisations.rng");
  const auto parsed = xml::Document::parse(xml, "t.xml");
  return std::holds_alternative<xml::Document>(parsed) &&
         kSchema.validate(std::get<xml::Document>(parsed)).empty();
}

std::string whole(const std::string& inside) {
  return "<organisations>" + inside + "</organisations>";
}

TEST(OrganSchema, AgreesWithTheReader) {
  const std::vector<std::string> all{
      county(),
      "",
      R"(<organisation id="a" name="甲局"/>)",
      R"(<organisation id="a" name="甲局" from="2001" to="2002-03"/>)",
      R"(<organisation id="a"><name to="2001">甲局</name><name>乙局</name><short>甲</short></organisation>)",
      R"(<organisation id="a" name="甲局" rank="9"/>)",
      R"(<organisation id="a" name="甲局" level="moon"/>)",
      R"(<organisation id="a" name="甲局" line="x"/>)",
      R"(<organisation id="a" name="甲局" standing="x"/>)",
      R"(<organisation id="a" name="甲局" from="yesterday"/>)",
      R"(<organisation id="a" name="甲局"><former>乙</former></organisation>)",
      R"(<organisation id="a" name="甲局"><alias kind="x">乙</alias></organisation>)",
      R"(<organisation id="a" name="甲局"><alias/></organisation>)",
      R"(<organisation id="a"/>)",
      R"(<organisation name="甲局"/>)",
      R"(<organ id="a"/>)",
      R"(<standing id="s" pattern="^甲" standing="peer"/>)"};
  for (const std::string& inside : all) {
    EXPECT_EQ(schema_takes(whole(inside)), read_bytes(whole(inside), "t.xml").flaws.empty())
        << inside;
  }
}

TEST(OrganSchema, NationalTableIsValidAndWithoutFlaw) {
  const std::filesystem::path file = kRoot / "templates/organisations/national.xml";
  EXPECT_TRUE(schema_takes(files::read_file(file, kLargestFile)));
  const auto table = load(Profile::load(kRoot, "national"));
  EXPECT_EQ(name_on(*table->find("国家发改委").organ, parse_iso("1999-05-01")),
            "国家发展计划委员会");
  EXPECT_EQ(table->by_code("国办发")->id, "sc-office");
  EXPECT_EQ(table->standing_of("国务院办公厅"), Standing::superior);
  EXPECT_EQ(table->standing_of("湖南省人民政府"), Standing::unknown);  // whose office is asking?
}

TEST(OrganSchema, WhatIsWrittenIsReadBack) {
  const auto table = table_of(county());
  const std::string xml = write_table(table->organs());
  EXPECT_TRUE(schema_takes(xml));
  std::vector<Flaw> flaws;
  const auto again = Authority::build({Layer{}, read_bytes(xml, "t.xml")}, flaws);
  EXPECT_THAT(flaws, IsEmpty());
  EXPECT_EQ(again->digest(), table->digest());
  EXPECT_EQ(write_table(again->organs()), xml);
}

}  // namespace
}  // namespace guidang::organs
