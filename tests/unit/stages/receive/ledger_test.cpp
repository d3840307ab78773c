// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <iconv.h>

#include "tests/unit/stages/receive/fakes.h"

namespace guidang::receive::test {
namespace {

std::string encoded(std::string_view utf8, const char* encoding) {
  const iconv_t converter = iconv_open(encoding, "UTF-8");
  std::string in{utf8};
  std::string out(utf8.size() * 4 + 4, '\0');
  char* from = in.data();
  char* to = out.data();
  std::size_t left = in.size();
  std::size_t room = out.size();
  iconv(converter, &from, &left, &to, &room);
  iconv_close(converter);
  out.resize(out.size() - room);
  return out;
}

std::string given(const ReceivedDocument& document, std::string_view name) {
  for (const GivenField& field : document.origin.given) {
    if (field.name == name) return field.value;
  }
  return {};
}

const std::string kRow =
    "2023-12,2023.3.20,青溪市人民政府办公室,青政办发〔2023〕3号,关于开会的通知,2023年3月12日,普通,"
    "1,2,a.txt,已阅,无\r\n";

class EncodingTest : public testing::TestWithParam<const char*> {};

TEST_P(EncodingTest, GivesTheSameFields) {
  const std::string text =
      (std::string_view{GetParam()} == "UTF-8" ? "\xEF\xBB\xBF" : "") + received(kRow);
  const Received run(
      Files{{"收文登记.csv", encoded(text, GetParam())}, {"a.txt", "关于开会的通知"}});
  ASSERT_EQ(run.sink.documents.size(), 1U) << run.sink.everything();
  const ReceivedDocument& document = run.sink.documents[0];
  EXPECT_EQ(given(document, "register_no"), "2023-12");
  EXPECT_EQ(given(document, "received"), "2023-03-20");
  EXPECT_EQ(given(document, "date"), "2023-03-12");
  EXPECT_EQ(given(document, "creator"), "青溪市人民政府办公室");
  EXPECT_EQ(given(document, "document_number"), "青政办发〔2023〕3号");
  EXPECT_EQ(given(document, "文件名"), "a.txt");
  EXPECT_EQ(document.origin.given[0].where, "收文登记.csv:2");
  EXPECT_EQ(document.origin.given[0].source, "ledger");
  EXPECT_EQ(document.origin.direction, Direction::received);
  EXPECT_TRUE(document.origin.in_ledger);
  EXPECT_TRUE(document.findings.empty());
}

INSTANTIATE_TEST_SUITE_P(All, EncodingTest, testing::Values("UTF-8", "GB18030", "UTF-16"),
                         [](const auto& each) {
                           std::string name = each.param;
                           std::erase(name, '-');
                           return name;
                         });

struct JoinCase {
  std::string name;
  Files files;
  std::size_t documents = 0;
  std::size_t in_ledger = 0;
  std::size_t paper = 0;
  std::map<std::string, int> codes{};
};
void PrintTo(const JoinCase& c, std::ostream* out) { *out << c.name; }

class JoinTest : public testing::TestWithParam<JoinCase> {};

TEST_P(JoinTest, BringsRowsAndFilesTogether) {
  const Received run(GetParam().files);
  std::size_t in_ledger = 0;
  std::size_t paper = 0;
  for (const ReceivedDocument& document : run.sink.documents) {
    in_ledger += document.origin.in_ledger ? 1U : 0U;
    paper += document.origin.paper_only ? 1U : 0U;
  }
  EXPECT_EQ(run.sink.documents.size(), GetParam().documents) << run.sink.everything();
  EXPECT_EQ(in_ledger, GetParam().in_ledger) << run.sink.everything();
  EXPECT_EQ(paper, GetParam().paper) << run.sink.everything();
  EXPECT_EQ(run.sink.codes(), GetParam().codes) << run.sink.everything();
  EXPECT_TRUE(run.sink.balanced());
}

std::string row(std::string_view number, std::string_view document, std::string_view title,
                std::string_view file) {
  std::string text{number};
  text.append(",2023-03-20,甲局,").append(document).append(",").append(title);
  text.append(",2023-03-12,,,,").append(file).append(",,\r\n");
  return text;
}
const std::string kText = "甲发〔2023〕3号\n关于开会的通知\n";

INSTANTIATE_TEST_SUITE_P(
    All, JoinTest,
    testing::Values(
        JoinCase{"ByPath",
                 {{"收文登记.csv", received(row("1", "", "", "收文/a.txt"))}, {"收文/a.txt", "甲"}},
                 1,
                 1,
                 0},
        JoinCase{"ByPathOfWindowsWithoutExtension",
                 {{"收文登记.csv", received(row("1", "", "", "收文\\a"))}, {"收文/a.txt", "甲"}},
                 1,
                 1,
                 0},
        JoinCase{"ByBareNameBelowTheLedger",
                 {{"收文登记.csv", received(row("1", "", "", "a.txt"))}, {"收文/a.txt", "甲"}},
                 1,
                 1,
                 0},
        JoinCase{"RelativeToTheLedger",
                 {{"登记/收文登记.csv", received(row("1", "", "", "../收文/a.txt"))},
                  {"收文/a.txt", "甲"}},
                 1,
                 1,
                 0},
        JoinCase{"ByTheNameOfAPart",
                 {{"收文登记.csv", received(row("1", "", "", "a_附件1.txt"))},
                  {"a.txt", "甲"},
                  {"a_附件1.txt", "乙"}},
                 1,
                 1,
                 0},
        JoinCase{"BySeveralNames",
                 {{"收文登记.csv", received(row("1", "", "", "a.txt；a_附件1.txt"))},
                  {"a.txt", "甲"},
                  {"a_附件1.txt", "乙"}},
                 1,
                 1,
                 0},
        JoinCase{"ByNumberInTheName",
                 {{"收文登记.csv", received(row("1", "甲发[2023]3号", "", ""))},
                  {"甲发〔2023〕3号 通知.txt", "通知"}},
                 1,
                 1,
                 0},
        JoinCase{"ByTitle",
                 {{"收文登记.csv", received(row("1", "", "关于开会的通知", ""))},
                  {"关于开会的通知.txt", "甲"}},
                 1,
                 1,
                 0},
        JoinCase{
            "ByNumberInTheHead",
            {{"收文登记.csv", received(row("1", "甲发〔2023〕3号", "", ""))}, {"a.txt", kText}},
            1,
            1,
            0},
        JoinCase{"TheNamedFileComesBeforeTheNumberInTheHead",
                 {{"收文登记.csv", received(row("1", "甲发〔2023〕3号", "", "b.txt"))},
                  {"a.txt", kText},
                  {"b.txt", "通知"}},
                 2,
                 1,
                 0,
                 {{"RCV-130", 1}}},
        JoinCase{
            "OnPaper", {{"收文登记.csv", received(row("1", "", "关于开会的通知", ""))}}, 1, 1, 1},
        JoinCase{"BlankRowsAreNone", {{"收文登记.csv", received(",,,,,,,,,,,\r\n\r\n")}}, 0, 0, 0},
        JoinCase{"MissingFile",
                 {{"收文登记.csv", received(row("1", "", "", "a.txt"))}},
                 1,
                 1,
                 1,
                 {{"RCV-127", 1}}},
        JoinCase{"FileOutsideTheBatch",
                 {{"收文登记.csv", received(row("1", "", "", "../../a/passwd"))}},
                 1,
                 1,
                 1,
                 {{"RCV-127", 1}}},
        JoinCase{"FileWithoutARow",
                 {{"收文登记.csv", received(row("1", "", "甲", ""))}, {"收文/a.txt", "甲"}},
                 2,
                 1,
                 1,
                 {{"RCV-130", 1}}},
        JoinCase{"NoLedgerForItsDirection",
                 {{"收文登记.csv", received("")}, {"发文/a.txt", "甲"}},
                 1,
                 0,
                 0},
        JoinCase{"TwoRowsForAFile",
                 {{"收文登记.csv", received(row("1", "", "", "a.txt") + row("2", "", "", "a.txt"))},
                  {"a.txt", "甲"}},
                 1,
                 1,
                 0,
                 {{"RCV-128", 1}}},
        JoinCase{"TwoFilesForARow",
                 {{"收文登记.csv", received(row("1", "甲发〔2023〕3号", "", ""))},
                  {"a.txt", kText},
                  {"b.txt", kText + "二"}},
                 2,
                 2,
                 0,
                 {{"RCV-129", 1}}},
        JoinCase{"RegisterNumberTwice",
                 {{"收文登记.csv", received(row("1", "", "甲", "") + row("1", "", "乙", ""))}},
                 2,
                 2,
                 2,
                 {{"RCV-125", 1}}},
        JoinCase{"PartyAndGovernmentCountApart",
                 {{"收文登记（党务）.csv", received(row("1", "", "甲", ""))},
                  {"收文登记（政务）.csv", received(row("1", "", "乙", ""))}},
                 2,
                 2,
                 2},
        JoinCase{"IssuedNumberTwice",
                 {{"发文登记.csv", issued("甲发〔2023〕3号,甲,,2023-03-12,,,,,,\r\n"
                                          "甲发[2023]3号,乙,,2023-03-13,,,,,,\r\n")}},
                 2,
                 2,
                 2,
                 {{"RCV-126", 1}}},
        JoinCase{"BadDate",
                 {{"收文登记.csv", received("1,二月三十,甲局,,甲,2023-02-30,,,,,,\r\n")}},
                 1,
                 1,
                 1,
                 {{"RCV-123", 2}}},
        JoinCase{"RowTooLong",
                 {{"收文登记.csv", received("1,2023-01-05,甲局,,甲,2023-01-01,,,,,,,多,余\r\n")}},
                 1,
                 1,
                 1,
                 {{"RCV-124", 1}}},
        JoinCase{"RowTooShort", {{"收文登记.csv", received("1,2023-01-05,甲局\r\n")}}, 1, 1, 1},
        JoinCase{"OpenQuoteKeepsTheRowsBefore",
                 {{"收文登记.csv", received(row("1", "", "甲", "") + "2,2023-01-05,\"甲局,,\r\n")}},
                 1,
                 1,
                 1,
                 {{"RCV-122", 1}}},
        JoinCase{"NoHeadings", {{"收文登记.csv", "1,2,3\r\n4,5,6\r\n"}}, 0, 0, 0, {{"RCV-121", 1}}},
        JoinCase{"QuarantinedFileLeavesItsRowHeld",
                 {{"batch.xml", std::string{kDeclaration}},
                  {"收文登记.csv", received(row("1", "", "甲", "a.docx"))},
                  {"a.docx", "BROKEN"}},
                 1,
                 1,
                 0,
                 {{"RCV-114", 1}, {"RCV-116", 1}, {"RCV-117", 1}}}),
    [](const auto& each) { return each.param.name; });

TEST(Ledger, FileThatCouldNotBeTakenKeepsItsPlace) {
  const Received run(Files{{"batch.xml", std::string{kDeclaration}},
                           {"收文登记.csv", received(row("1", "", "甲", "a.docx"))},
                           {"a.docx", "BROKEN"}});
  ASSERT_EQ(run.sink.documents.size(), 1U);
  EXPECT_EQ(run.sink.documents[0].origin.place, "a.docx");
  EXPECT_TRUE(run.sink.documents[0].components.list.empty());
  EXPECT_EQ(run.sink.documents[0].findings.at(0).severity, Severity::hold);
}

TEST(Ledger, PaperSaysWhereItIs) {
  const Received run(Files{{"收文登记.csv", received(row("12", "甲发〔2023〕3号", "甲", ""))},
                           {"发文登记.csv", issued("乙发〔2023〕1号,乙,,2023-03-12,,,,,,\r\n")}});
  ASSERT_EQ(run.sink.documents.size(), 2U);
  EXPECT_EQ(run.sink.documents[0].origin.place, "发文登记.csv 发文编号 乙发〔2023〕1号");
  EXPECT_EQ(run.sink.documents[0].origin.direction, Direction::issued);
  EXPECT_EQ(run.sink.documents[1].origin.place, "收文登记.csv 收文编号 12");
}

TEST(Ledger, PaperKeepsItsIdWhenItsRowMovesOrIsCorrected) {
  TempBatch folder;
  folder.add("收文登记.csv", received(row("12", "", "甲", "")));
  Received run(folder.batch());
  const RecordId before = run.sink.documents.at(0).id;
  folder.add("收文登记.csv", received(row("11", "", "乙", "") + row("12", "", "甲（更正）", "")));
  run.again(folder.batch(), 1, national_settings());
  ASSERT_EQ(run.sink.documents.size(), 2U);
  EXPECT_EQ(run.sink.documents[1].id, before);
}

TEST(Ledger, ColumnsThatMapToNothingKeepTheirHeading) {
  const Received run(Files{{"收文登记.csv", "收文编号,标题,存放位置\r\n1,甲,三号柜\r\n"}});
  ASSERT_EQ(run.sink.documents.size(), 1U);
  EXPECT_EQ(given(run.sink.documents[0], "存放位置"), "三号柜");
}

TEST(Ledger, FindingsNameFileAndLine) {
  const Received run(
      Files{{"收文/收文登记.csv", received("1,2023-01-05,甲局,,甲,2023-02-30,,,,,,\r\n")}});
  ASSERT_EQ(run.sink.documents.size(), 1U);
  const Finding& finding = run.sink.documents[0].findings.at(0);
  EXPECT_EQ(finding.path, "收文/收文登记.csv");
  EXPECT_EQ(finding.place, "收文/收文登记.csv:2");
  EXPECT_EQ(finding.found, "2023-02-30");
}

}  // namespace
}  // namespace guidang::receive::test
