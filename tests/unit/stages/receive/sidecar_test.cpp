// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/stages/receive/fakes.h"

namespace guidang::receive::test {
namespace {

TEST(Sidecar, FieldsComeWithTheirPlace) {
  const Received run(Files{{"a.txt", "甲"},
                           {"a.txt.xml", record("<field name=\"title\"> 关于甲的通知 </field>\n"
                                                "<field name=\"date\">2023年3月1日</field>\n"
                                                "<field name=\"direction\">issued</field>\n"
                                                "<field name=\"柜号\">三</field>\n")}});
  ASSERT_EQ(run.sink.documents.size(), 1U) << run.sink.everything();
  const Origin& origin = run.sink.documents[0].origin;
  ASSERT_EQ(origin.given.size(), 4U);
  EXPECT_EQ(origin.given[0].value, "关于甲的通知");
  EXPECT_EQ(origin.given[0].source, "sidecar");
  EXPECT_EQ(origin.given[0].where, "a.txt.xml");
  EXPECT_EQ(origin.given[1].value, "2023-03-01");
  EXPECT_EQ(origin.given[3].name, "柜号");
  EXPECT_EQ(origin.direction, Direction::issued);
  EXPECT_EQ(run.sink.account, (std::array{1, 1, 0, 0, 0}));
  EXPECT_EQ(run.sink.file("a.txt.xml")->document, run.sink.documents[0].id);
}

TEST(Sidecar, WrongOneIsQuarantinedAndItsDocumentGoesOn) {
  for (const std::string_view wrong :
       {"<record>", "<other/>", "<record xmlns=\"urn:guidang:record:1\">\n<feld/></record>",
        "<!DOCTYPE record [<!ENTITY t SYSTEM \"file:///etc/passwd\">]>\n"
        "<record xmlns=\"urn:guidang:record:1\"/>"}) {
    const Received run(Files{{"a.txt", "甲"}, {"a.txt.xml", std::string{wrong}}});
    ASSERT_EQ(run.sink.documents.size(), 1U) << wrong;
    EXPECT_EQ(run.sink.account, (std::array{1, 0, 0, 1, 0})) << wrong;
    ASSERT_EQ(run.sink.documents[0].findings.size(), 1U) << wrong;
    EXPECT_EQ(run.sink.documents[0].findings[0].code, "RCV-141");
    EXPECT_NE(run.sink.documents[0].findings[0].place, "");
    EXPECT_EQ(run.store.quarantined.count("a.txt.xml"), 1U);
  }
}

TEST(Sidecar, OfAPartIsNotUsed) {
  const Received run(Files{{"a.txt", "甲"},
                           {"a_附件1.txt", "乙"},
                           {"a_附件1.txt.xml", record("<field name=\"title\">乙</field>")}});
  ASSERT_EQ(run.sink.documents.size(), 1U);
  EXPECT_TRUE(run.sink.documents[0].origin.given.empty());
  EXPECT_EQ(run.sink.codes(), (std::map<std::string, int>{{"RCV-146", 1}}));
}

TEST(Record, FolderIsOneDocumentWithTheRolesItLists) {
  const Received run(
      Files{{"收文/甲/record.xml", record("<component role=\"handling_slip\" file=\"处理单.txt\"/>"
                                          "<component role=\"main\" file=\"正文.txt\"/>"
                                          "<component role=\"forwarded\" file=\"子/意见.txt\"/>")},
            {"收文/甲/处理单.txt", "1"},
            {"收文/甲/正文.txt", "2"},
            {"收文/甲/子/意见.txt", "3"}});
  ASSERT_EQ(run.sink.documents.size(), 1U) << run.sink.everything();
  const auto& list = run.sink.documents[0].components.list;
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list[0].role, Role::handling_slip);
  EXPECT_EQ(list[1].role, Role::main);
  EXPECT_EQ(list[2].role, Role::forwarded);
  EXPECT_EQ(run.sink.documents[0].origin.place, "收文/甲/正文.txt");
  EXPECT_EQ(run.sink.documents[0].origin.direction, Direction::received);
  EXPECT_TRUE(run.sink.codes().empty()) << run.sink.everything();
}

struct Case {
  std::string name;
  std::string content;
  std::map<std::string, int> codes;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class RecordTest : public testing::TestWithParam<Case> {};

TEST_P(RecordTest, SaysWhatDoesNotFit) {
  const Received run(Files{{"甲/record.xml", record(GetParam().content)},
                           {"甲/一.txt", "1"},
                           {"甲/二.txt", "2"},
                           {"passwd", "外"}});
  ASSERT_EQ(run.sink.documents.size(), 2U) << run.sink.everything();
  EXPECT_EQ(run.sink.document("甲/一.txt")->components.list.size(), 2U);
  EXPECT_EQ(run.sink.codes(), GetParam().codes) << run.sink.everything();
}

INSTANTIATE_TEST_SUITE_P(
    All, RecordTest,
    testing::Values(
        Case{"NothingListed", "", {}},
        Case{"Complete",
             "<component role=\"main\" file=\"一.txt\"/>"
             "<component role=\"attachment\" file=\"./二.txt\"/>",
             {}},
        Case{"Unlisted", "<component role=\"main\" file=\"一.txt\"/>", {{"RCV-143", 1}}},
        Case{"OutsideTheFolder",
             "<component role=\"main\" file=\"一.txt\"/><component role=\"copy\" file=\"二.txt\"/>"
             "<component role=\"attachment\" file=\"../passwd\"/>",
             {{"RCV-142", 1}}},
        Case{"Absolute",
             "<component role=\"main\" file=\"一.txt\"/><component role=\"copy\" file=\"二.txt\"/>"
             "<component role=\"attachment\" file=\"/etc/passwd\"/>",
             {{"RCV-142", 1}}},
        Case{"NoMain",
             "<component role=\"attachment\" file=\"一.txt\"/>"
             "<component role=\"attachment\" file=\"二.txt\"/>",
             {{"RCV-144", 1}}},
        Case{"TwoMains",
             "<component role=\"main\" file=\"一.txt\"/><component role=\"main\" file=\"二.txt\"/>",
             {{"RCV-144", 1}}},
        Case{"WrongRole", "<component role=\"chief\" file=\"一.txt\"/>", {{"RCV-141", 1}}}),
    [](const auto& each) { return each.param.name; });

TEST(Record, WithoutAnyFileMakesNoDocument) {
  const Received run(
      Files{{"甲/record.xml", record("<component role=\"main\" file=\"../../etc/passwd\"/>")}});
  EXPECT_TRUE(run.sink.documents.empty());
  EXPECT_EQ(run.sink.account, (std::array{0, 0, 0, 1, 0}));
  EXPECT_EQ(run.sink.codes(), (std::map<std::string, int>{{"RCV-142", 1}}));
}

TEST(Record, IsFoundByItsFoldersNumber) {
  const Received run(
      Files{{"收文登记.csv", received("1,2023-01-05,甲局,甲发〔2023〕3号,甲,2023-01-01,,,,,,\r\n")},
            {"收文/甲发〔2023〕3号/record.xml", record("")},
            {"收文/甲发〔2023〕3号/正文.txt", "甲"}});
  ASSERT_EQ(run.sink.documents.size(), 1U) << run.sink.everything();
  EXPECT_TRUE(run.sink.documents[0].origin.in_ledger);
}

}  // namespace
}  // namespace guidang::receive::test
