// SPDX-License-Identifier: GPL-3.0-or-later
// Every paper of this table through its form into files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "pipeline/lists/aid_twins.h"
#include "pipeline/lists/all_papers.h"
#include "pipeline/register/sorter.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/pipeline/aids/office_items.h"

namespace guidang::lists {
namespace {

using test::Doc;
using test::ItemOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kSeries = "X043-WS·2023-Y-";

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<ItemOf> year_of_items() {
  return {
      ItemOf(Doc("d1")
                 .with("register_no", "2023-001")
                 .with("received", "2023-01-16")
                 .with("title", "关于政务服务的通知")
                 .with("creator", "青溪市人民政府办公室")
                 .with("document_number", "青政办发〔2023〕3号")
                 .with("doctype", "通知")
                 .with("date", "2023-01-12")
                 .with("incoming_class", "上级来文"))
          .code(kSeries, 1),
      ItemOf(Doc("d2", Direction::issued)
                 .with("document_number", "云政办发〔2023〕2号")
                 .with("title", "关于张三同志任职的通知")
                 .with("subtype", "任免")
                 .with("doctype", "通知")
                 .with("creator", "云溪县人民政府办公室")
                 .with("signer", "李四")
                 .with("date", "2023-02-20"))
          .code(kSeries, 2)
          .opening("open")
          .decides("opening", "open"),
      ItemOf(Doc("d3")
                 .with("register_no", "2023-002")
                 .with("received", "2023-07-06")
                 .with("title", "关于控制的请示")
                 .with("date", "2023-07-04")
                 .with("doctype", "请示"))
          .code(kSeries, 3)
          .opening("controlled", "privacy"),
      ItemOf(Doc("d4")
                 .with("register_no", "2023-003")
                 .with("received", "2023-07-20")
                 .with("title", "附件不全的函")
                 .with("date", "2023-07-18"))
          .finds({.code = "RTN-12", .severity = Severity::give_back, .found = "1 个附件"}),
  };
}

/// Prints all of 2023 (and of the whole fonds) into a folder; gives all files by name.
std::map<std::string, std::string> print_all(const std::filesystem::path& folder,
                                             const std::vector<ItemOf>& items) {
  const Profile profile = test::national();
  const LedgerTwins twins;
  Office office = make_office(profile, {});
  office.fonds_code = "X043";
  office.fonds_name = "云溪县人民政府办公室";
  office.date = "2024-05-01";
  office.twins = &twins;
  std::vector<const Paper*> papers;
  for (const Paper& paper : aid_papers()) papers.push_back(&paper);
  Press press(office, papers, make_sorter());
  for (const ItemOf& item : items) press.take(item.view());
  press.close();
  std::map<std::string, std::string> files;
  for (const Paper* paper : papers) {
    const std::vector<forms::Form> form = load_forms(profile, *paper);
    for (const int year : press.years(*paper)) {
      const auto made = press.print(*paper, form, year, folder,
                                    {.html = true, .pdf = false, .csv = true, .xlsx = false});
      for (const auto& file : made) files[file.filename().string()] = read(file);
    }
  }
  return files;
}

TEST(AidPapers, ArePrintedOfAYear) {
  const test::TempFolder folder;
  const auto files = print_all(folder.path(), year_of_items());
  for (const char* name :
       {"收文登记簿", "发文登记簿", "退文处理单", "公文办理情况分析", "文号对照表", "责任者目录",
        "人名目录", "分类目录", "开放档案目录", "控制使用档案目录", "年度档案统计表",
        "档案整理说明", "档案鉴定情况汇总表", "全宗卷目录"}) {
    EXPECT_TRUE(files.contains(std::string(name) + ".html")) << name;
  }
  EXPECT_FALSE(files.contains("专题目录.html")) << "no topic is named";
}

TEST(AidPapers, KeepWhatIsNotOpenOutOfTheOpenList) {
  const test::TempFolder folder;
  const auto files = print_all(folder.path(), year_of_items());
  const std::string& open = files.at("开放档案目录.html");
  EXPECT_THAT(open, HasSubstr("关于张三同志任职的通知"));
  for (const char* closed : {"关于控制的请示", "关于政务服务的通知", "附件不全的函"}) {
    EXPECT_THAT(open, Not(HasSubstr(closed)));
  }
}

TEST(AidPapers, TickTheReasonOnTheSlip) {
  const test::TempFolder folder;
  const auto files = print_all(folder.path(), year_of_items());
  const std::string& slip = files.at("退文处理单.html");
  EXPECT_THAT(slip, HasSubstr("附件不全的函"));
  EXPECT_THAT(slip, HasSubstr("☑"));
  EXPECT_THAT(slip, HasSubstr("1 个附件"));
  EXPECT_THAT(slip, Not(HasSubstr("关于政务服务的通知")));
}

TEST(AidPapers, AreTheSameBytesTwice) {
  const test::TempFolder one;
  const test::TempFolder two;
  auto items = year_of_items();
  const auto first = print_all(one.path(), items);
  std::reverse(items.begin(), items.end());
  EXPECT_EQ(print_all(two.path(), items), first) << "whatever the order of arrival";
}

}  // namespace
}  // namespace guidang::lists
