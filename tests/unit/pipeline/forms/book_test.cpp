// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/unit/pipeline/forms/samples.h"

namespace guidang::forms {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Book, OfSeveralFormsIsOneFile) {
  const guidang::test::TempFolder folder;
  const Form cover = test::sampler();
  const Form list = test::items_list();
  Book book({cover, list}, folder.path(), "book", {.html = true, .pdf = true, .csv = true});
  book.sheet(cover, {{"fonds", "云溪县"}});
  book.row({{"name", "甲"}});
  book.sheet(list, {{"fonds_name", "云溪县"}});
  book.row({{"item_title", "乙"}});
  book.finish();
  const auto read = [&](const char* name) {
    return files::read_file(folder.path() / name, 1U << 24);
  };
  EXPECT_EQ(test::pages(read("book.pdf")), 3U);
  EXPECT_THAT(read("book.html"),
              HasSubstr("<section class=\"sheet f1\" data-form=\"items-list\">"));
  EXPECT_THAT(read("book.csv"), HasSubstr("甲"));
  EXPECT_THAT(read("book.csv"), Not(HasSubstr("乙")));
}

TEST(Book, IsWholeOrAbsent) {
  const guidang::test::TempFolder folder;
  std::ofstream(folder.path() / "book.pdf") << "before";
  {
    Book book(test::items_list(), folder.path(), "book");
    book.sheet({});
    book.row({{"number", "1"}});
  }
  EXPECT_EQ(files::read_file(folder.path() / "book.pdf", 100), "before");
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "book.html"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "book.csv"));
}

TEST(Book, WritesAllColumnsIntoTables) {
  const std::string csv =
      test::write(test::sampler(), "csv", {}, {{{"hidden", "内"}, {"secret", "秘密"}}}).bytes;
  EXPECT_THAT(csv, HasSubstr("序号,件号 室编,件号 馆编,题名,页数,内部,密级"));
  EXPECT_THAT(csv, HasSubstr(",内,秘密"));
}

TEST(Book, LeavesOutNamesThatTheFormLacks) {
  EXPECT_THAT(test::write(test::sampler(), "html", {{"other", "不在表上"}}).bytes,
              Not(HasSubstr("不在表上")));
}

TEST(Book, WantsASheetBeforeALine) {
  const guidang::test::TempFolder folder;
  Book book(test::sampler(), folder.path(), "book", {.html = true, .pdf = false});
  EXPECT_THROW(book.row({}), std::logic_error);
  EXPECT_THROW(book.finish(), std::logic_error);
  EXPECT_THROW(book.sheet(test::items_list(), {}), std::logic_error);
}

}  // namespace
}  // namespace guidang::forms
