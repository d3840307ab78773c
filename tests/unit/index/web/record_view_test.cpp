// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/record_view.h"

#include <gtest/gtest.h>

#include "index/web/record_links.h"
#include "index/web/record_model.h"

namespace guidang::web {
namespace {

TEST(SourceOfAField, ReadsAPlaceInTheText) {
  const SourceView source = source_of("2:14");
  EXPECT_EQ(source.kind, "text");
  EXPECT_EQ(source.page, 2U);
  EXPECT_EQ(source.line, 14U);
}

TEST(SourceOfAField, LeavesOthersAsTheyAre) {
  for (const char* kind : {"ledger", "sidecar", "file name", "person", "a:b", "1:", ":2", ""}) {
    const SourceView source = source_of(kind);
    EXPECT_EQ(source.kind, kind);
    EXPECT_EQ(source.page, 0U);
  }
}

TEST(CitationLine, NamesWhatAReaderNeeds) {
  RecordView record;
  record.fonds_name = "云溪县人民政府办公室";
  record.shown = {.code = "X043-WS·2023-D30-0007",
                  .title = "关于防汛工作的通知",
                  .document_number = "云政办发〔2023〕7号",
                  .creator = "云溪县人民政府办公室",
                  .date = "2023-05-18"};
  EXPECT_EQ(citation_of(record),
            "云溪县人民政府办公室：关于防汛工作的通知（云政办发〔2023〕7号），2023-05-18，"
            "云溪县人民政府办公室，X043-WS·2023-D30-0007");
}

TEST(CitationLine, SaysTheCreatorOnceAndThatACodeMayChange) {
  RecordView record;
  record.shown = {
      .code = "X1-0001", .provisional = true, .title = "甲局关于乙的函", .creator = "甲局"};
  EXPECT_EQ(citation_of(record), "甲局关于乙的函，X1-0001（预编）");
}

TEST(AddressOfARecord, IsItsLastingCodeOrElseItsId) {
  index::Hit hit{.record = "i01", .code = "X1-WS·2023-0001", .fonds = "X1"};
  EXPECT_EQ(record_path(hit), "/record/X1-WS%C2%B72023-0001");
  EXPECT_EQ(file_path(hit, 3), "/record/X1/i01/files/3");
  hit.provisional = true;
  EXPECT_EQ(record_path(hit), "/record/X1/i01");
}

TEST(AddressOfARecord, KeepsSlashesInsideTheirSegment) {
  const index::Hit hit{.record = "i01", .code = "X1/2023/7", .fonds = "X1"};
  EXPECT_EQ(record_path(hit), "/record/X1%2F2023%2F7");
}

TEST(FileName, IsTheLastPartWhicheverSlashes) {
  EXPECT_EQ(file_name_of("收文/甲.docx"), "甲.docx");
  EXPECT_EQ(file_name_of("收文\\甲.docx"), "甲.docx");
  EXPECT_EQ(file_name_of("甲.docx"), "甲.docx");
}

TEST(SizeInWords, StepsBy1024) {
  EXPECT_EQ(size_words(0), "0 B");
  EXPECT_EQ(size_words(1023), "1023 B");
  EXPECT_EQ(size_words(1536), "1.5 KB");
  EXPECT_EQ(size_words(20 * 1024), "20 KB");
  EXPECT_EQ(size_words(std::uint64_t{5} << 30), "5.0 GB");
}

}  // namespace
}  // namespace guidang::web
