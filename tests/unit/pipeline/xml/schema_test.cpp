// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/xml/schema.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "pipeline/failure.h"
#include "tests/unit/pipeline/xml/parsed.h"

namespace guidang::xml {
namespace {

constexpr std::string_view kGrammar = R"(<grammar xmlns="http://relaxng.org/ns/structure/1.0"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="profile">
    <attribute name="id"><data type="NCName"/></attribute>
    <zeroOrMore><element name="rule">
      <attribute name="days"><data type="positiveInteger"/></attribute><text/>
    </element></zeroOrMore>
  </element></start>
</grammar>)";

class SchemaTest : public testing::Test {
 protected:
  SchemaTest()
      : path_(std::filesystem::current_path() / ("schema-" + std::to_string(::getpid()) + ".rng")) {
  }
  ~SchemaTest() override { std::filesystem::remove(path_); }

  Schema load(std::string_view grammar) {
    std::ofstream{path_} << grammar;
    return Schema::load(path_);
  }

 private:
  std::filesystem::path path_;
};

TEST_F(SchemaTest, ValidDocumentHasNoErrors) {
  const Schema schema = load(kGrammar);
  EXPECT_TRUE(schema.validate(parsed("<profile id='national'><rule days='7'>收文</rule></profile>"))
                  .empty());
}

TEST_F(SchemaTest, ErrorNamesLineAndElement) {
  const Schema schema = load(kGrammar);
  const auto errors =
      schema.validate(parsed("<profile id='x'>\n<rule days='7'/>\n<rulle days='7'/>\n</profile>"));
  ASSERT_FALSE(errors.empty());
  EXPECT_EQ(errors[0].line, 3U) << errors[0].text();
  EXPECT_NE(errors[0].message.find("rulle"), std::string::npos) << errors[0].text();
  EXPECT_EQ(errors[0].source, "test.xml");
}

TEST_F(SchemaTest, WrongValueIsFound) {
  const Schema schema = load(kGrammar);
  const auto errors = schema.validate(parsed("<profile id='x'>\n<rule days='soon'/></profile>"));
  ASSERT_FALSE(errors.empty());
  EXPECT_EQ(errors[0].line, 2U) << errors[0].text();
}

TEST_F(SchemaTest, BrokenSchemaIsAFailure) {
  EXPECT_THROW(load("<grammar"), Failure);
  EXPECT_THROW(load("<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><ref "
                    "name='x'/></start></grammar>"),
               Failure);
  EXPECT_THROW(Schema::load("/nowhere.rng"), Failure);
}

TEST_F(SchemaTest, NothingElseIsLoaded) {
  EXPECT_THROW(load("<grammar xmlns='http://relaxng.org/ns/structure/1.0'>"
                    "<include href='file:///etc/hostname'/></grammar>"),
               Failure);
}

}  // namespace
}  // namespace guidang::xml
