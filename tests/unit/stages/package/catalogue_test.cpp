// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/catalogue/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/failure.h"
#include "pipeline/register/commit.h"
#include "pipeline/runner/record_set.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/html.h"
#include "tests/unit/stages/package/sample_home.h"

namespace guidang {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::read_text;
using testing::SampleHome;
using testing::TemporaryFolder;

void make_lists(SampleHome& sample) {
  const Catalogue catalogue(sample.profile());
  const auto set = make_record_set(sample.home().registry(), catalogue.info(), {});
  catalogue.run(*set, {.home = sample.home().root(),
                       .fonds_code = "X043",
                       .fonds_name = "凤凰县人民政府办公室",
                       .as_of = "2024-05-01"});
}

/// Cells of all tables, a line each row, so that the page's dress does not matter.
std::string meaning(const std::filesystem::path& page) {
  const auto parsed = xml::parse_html(read_text(page), page.string());
  std::string text;
  for (const auto& row : std::get<xml::Document>(parsed).root().descendants("tr")) {
    for (const auto& cell : row.children()) {
      text.append(text.empty() || text.back() == '\n' ? "" : "|").append(text::trim(cell.text()));
    }
    text += '\n';
  }
  return text;
}

TEST(Catalogue, PageMeansTheGoldenOne) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  make_lists(sample);
  EXPECT_EQ(meaning(sample.home().root() / "lists/2023/归档文件目录.html"),
            "序号|档号|文号|责任者|题名|日期|密级|页数|备注\n"
            "1|X043-WS·2023-D30-0001|凤政办发〔2023〕3号|凤凰县人民政府办公室|"
            "关于召开会议的通知|20230303||2|预编\n"
            "2|X043-WS·2023-D30-0003|凤政办发〔2023〕4号|凤凰县人民政府办公室|"
            "关于放假的通知|20230304||2|预编\n"
            "共 2 件|4|\n"
            "序号|档号|文号|责任者|题名|日期|密级|页数|备注\n"
            "1|X043-WS·2023-Y-0001|凤政办发〔2023〕1号|凤凰县人民政府办公室|"
            "关于印发《\"十四五\"规划》<试行> & 通知|20230301||4|预编\n"
            "2|X043-WS·2023-Y-0002|凤政办发〔2023〕2号|凤凰县人民政府办公室|"
            "[=1+1 的批复]|20230302||2|预编\n"
            "共 2 件|6|\n");
}

TEST(Catalogue, IsMarkedAsDraftUntilSealed) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  const auto page = sample.home().root() / "lists/2023/归档文件目录.html";
  make_lists(sample);
  EXPECT_THAT(read_text(page), HasSubstr("未定稿"));
  sample.seal(1, "2024-06-30");
  make_lists(sample);
  EXPECT_THAT(read_text(page), Not(HasSubstr("未定稿")));
  EXPECT_THAT(read_text(page), Not(HasSubstr("预编")));
}

TEST(Catalogue, TableHasARowForEachSpreadsheetToo) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  make_lists(sample);
  const std::string csv = read_text(sample.home().root() / "lists/2023/归档文件目录.csv");
  EXPECT_TRUE(
      csv.starts_with("\xEF\xBB\xBF序号,档号,文号,责任者,题名,日期,密级,页数,保管期限,备注\r\n"));
  EXPECT_THAT(csv, HasSubstr("\"关于印发《\"\"十四五\"\"规划》<试行> & 通知\""));
}

TEST(Catalogue, WhatIsNotFiledHasItsListWithPlaceForSignatures) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  make_lists(sample);
  const auto folder = sample.home().root() / "lists/2023";
  EXPECT_THAT(read_text(folder / "不归档清单.html"), HasSubstr("批准人（签字）"));
  EXPECT_THAT(read_text(folder / "不归档清单.csv"),
              HasSubstr("1,,,节日慰问信,20230201,,,不归档 3,"));
}

TEST(Catalogue, FormulasAreDefused) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  Commit commit(sample.home().registry(), "decision");
  commit.put_decision("d000000000000003", "title", {"=cmd|calc", "张三", "2024-01-01", "更正"});
  commit.finish();
  make_lists(sample);
  EXPECT_THAT(read_text(sample.home().root() / "lists/2023/归档文件目录.csv"),
              HasSubstr("'=cmd|calc"));
}

TEST(Catalogue, MissingListMakesItStale) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  const Catalogue catalogue(sample.profile());
  const Place place{.home = sample.home().root()};
  EXPECT_TRUE(catalogue.stale(place));
  make_lists(sample);
  EXPECT_FALSE(catalogue.stale(place));
  std::filesystem::remove(sample.home().root() / "lists/2023/不归档清单.csv");
  EXPECT_TRUE(catalogue.stale(place));
}

TEST(Catalogue, ListOfAYearThatIsGoneIsRemoved) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  const auto old = sample.home().root() / "lists/1999/归档文件目录.csv";
  testing::write_text(old, "x");
  make_lists(sample);
  EXPECT_FALSE(std::filesystem::exists(old.parent_path()));
}

TEST(Catalogue, SecondRunGivesTheSameBytes) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  make_lists(sample);
  const auto first = testing::all_files(sample.home().root() / "lists");
  make_lists(sample);
  EXPECT_EQ(testing::all_files(sample.home().root() / "lists"), first);
  EXPECT_TRUE(first.contains("2023/归档章.html"));
  EXPECT_TRUE(first.contains("2023/备考表.html"));
}

TEST(Catalogue, OrderPrintsTheFormsThatItNamesAndNoOthers) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  const Catalogue catalogue(sample.profile());
  const auto set = make_record_set(sample.home().registry(), catalogue.info(), {});
  const Place place{.home = sample.home().root(), .fonds_code = "X043", .as_of = "2024-05-01"};
  const Catalogue::Order order{.year = 2023,
                               .forms = {"stamps"},
                               .formats = {.html = false, .pdf = true, .csv = false},
                               .folder = root.path() / "forms"};
  const auto files = catalogue.print(*set, place, order);
  ASSERT_EQ(files.size(), 1U);
  EXPECT_EQ(files.front(), order.folder / "归档章.pdf");
  EXPECT_TRUE(read_text(files.front()).starts_with("%PDF-"));
  const auto once = read_text(files.front());
  EXPECT_EQ(read_text(catalogue.print(*set, place, order).front()), once);
  EXPECT_THROW(
      static_cast<void>(catalogue.print(*set, place, {.year = 2023, .forms = {"nonesuch"}})),
      Failure);
}

}  // namespace
}  // namespace guidang
