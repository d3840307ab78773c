// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "tests/unit/stages/receive/fakes.h"

namespace guidang::receive::test {
namespace {

using std::string_literals::operator""s;

/// What begins like a workbook, so that it is not taken for plain text.
const std::string kBook = "PK\3\4\0\0\0\0"s;

/// Gives the same tables for every workbook.
class BookReader : public FakeReader {
 public:
  explicit BookReader(Extraction book) : book_(std::move(book)) {}
  Extraction tables(int /*fd*/, std::string_view /*name*/) override { return book_; }

 private:
  Extraction book_;
};

Extraction book(std::vector<std::string> sheets) {
  Extraction extraction{.state = TextState::read, .format = "xlsx", .pages = std::move(sheets)};
  extraction.properties = {{"sheet:1", "登记"}, {"sheet:2", "说明"}};
  return extraction;
}

RecordingSink receive(const std::string& name, Extraction book, bool declared = false) {
  TempBatch folder;
  folder.add(name, kBook);
  if (declared) folder.add("batch.xml", kDeclaration);
  BookReader reader{std::move(book)};
  MemoryStore store;
  RecordingSink sink;
  Receive(national_settings(), kSchemas).run(folder.batch(), reader, store, 1, sink);
  EXPECT_TRUE(sink.balanced());
  return sink;
}

const std::string kTitle = "收文登记簿\r\n2023年度,,\r\n\r\n";
const std::string kHeads = "收文编号,标题,成文日期\r\n";

TEST(LedgerBook, RowsAreNamedBySheetAndRow) {
  const RecordingSink sink =
      receive("收文登记.xlsx", book({kTitle + kHeads + "1,甲,2023-02-30\r\n", "怎样填写\r\n"}));
  ASSERT_EQ(sink.documents.size(), 1U) << sink.everything();
  EXPECT_EQ(sink.documents[0].origin.place, "收文登记.xlsx 收文编号 1");
  EXPECT_EQ(sink.documents[0].origin.given[0].where, "收文登记.xlsx:登记!5");
  EXPECT_EQ(sink.documents[0].findings.at(0).place, "收文登记.xlsx:登记!5");
  EXPECT_EQ(sink.file("收文登记.xlsx")->state, FileState::metadata);
  EXPECT_EQ(sink.codes(), (std::map<std::string, int>{{"RCV-123", 1}, {"RCV-132", 1}}));
}

TEST(LedgerBook, ContentDecidesAndTheNameIsNoted) {
  Extraction tables = book({kHeads + "1,甲,\r\n", kHeads + "2,乙,\r\n"});
  tables.properties["extension_mismatch"] = "csv";
  const RecordingSink sink = receive("收文登记.csv", std::move(tables));
  EXPECT_EQ(sink.documents.size(), 2U);
  EXPECT_EQ(sink.codes(), (std::map<std::string, int>{{"RCV-133", 1}}));
}

TEST(LedgerBook, MarkInARowMakesAStub) {
  const RecordingSink sink =
      receive("收文登记.et", book({"收文编号,标题,密级\r\n1,某计划,机密\r\n2,乙,\r\n", ""}));
  EXPECT_EQ(sink.stubs(), 1U);
  EXPECT_EQ(sink.documents.size(), 2U);
  EXPECT_EQ(sink.everything().find("某计划"), std::string::npos);
}

TEST(LedgerBook, MarkInItsHeadCoversAllOfIt) {
  Extraction tables = book({kHeads + "1,某计划,\r\n", ""});
  tables.properties["header_text"] = "机密★10年";
  const RecordingSink sink = receive("收文登记.xls", std::move(tables));
  EXPECT_EQ(sink.stubs(), 1U);
  EXPECT_EQ(sink.everything().find("某计划"), std::string::npos);
}

TEST(LedgerBook, MarkAboveTheHeadingsCoversAllOfIt) {
  const RecordingSink sink =
      receive("收文登记.xlsx", book({"机密★10年\r\n" + kHeads + "1,某计划,\r\n"}));
  EXPECT_EQ(sink.stubs(), 1U);
  EXPECT_EQ(sink.everything().find("某计划"), std::string::npos);
}

TEST(LedgerBook, UnreadableOneIsHeldOutside) {
  const Extraction damaged{.state = TextState::failed, .format = "xls", .reason = "encrypted: x"};
  const RecordingSink sink = receive("收文登记.xls", damaged);
  EXPECT_EQ(sink.file("收文登记.xls")->state, FileState::refused);
  EXPECT_EQ(sink.codes(), (std::map<std::string, int>{{"RCV-113", 1}}));
  const RecordingSink declared = receive("收文登记.xls", damaged, true);
  EXPECT_EQ(declared.file("收文登记.xls")->state, FileState::quarantined);
}

TEST(LedgerTitle, IsPassedOverInPlainTextToo) {
  const Received run(Files{{"收文登记.csv", kTitle + kHeads + "1,甲,2023-03-12\r\n"}});
  ASSERT_EQ(run.sink.documents.size(), 1U) << run.sink.everything();
  EXPECT_EQ(run.sink.documents[0].origin.given[0].where, "收文登记.csv:5");
  EXPECT_TRUE(run.sink.codes().empty());
}

}  // namespace
}  // namespace guidang::receive::test
