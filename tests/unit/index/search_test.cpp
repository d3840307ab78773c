// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/search.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <ostream>
#include <string>

#include "pipeline/failure.h"
#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

IndexRecord office_record(std::string key, std::string title, std::string number, int year,
                          std::string doctype, std::string text) {
  IndexRecord record = open_record(std::move(key), std::move(title), std::move(text));
  record.document_number = std::move(number);
  record.year = year;
  record.doctype = std::move(doctype);
  return record;
}

std::vector<IndexRecord> office() {
  std::vector<IndexRecord> records{
      office_record(
          "a", "青石县人民政府办公室关于印发工作规则的通知", "青政办发〔2023〕6号", 2023, "通知",
          "各乡镇人民政府，县直各单位：\n　　现将《工作规则》印发给你们，请认真遵照执行。\n"
          "2023年8月30日"),
      office_record("b", "关于做好信访事项办理工作的意见", "青政发〔2022〕16号", 2022, "意见",
                    "信访事项应当自受理之日起六十日内办结。人民群众和政府部门要加强沟通。"),
      office_record("c", "关于防汛值班的紧急通 知", "青汛电〔2023〕第060号", 2023, "通知",
                    "一、严格落实二十四小时值班\n制度。二、领导带班。"),
      office_record("d", "关于同意设立幼儿园的批复", "青教函[2021]7-1号", 2021, "批复",
                    "你校《关于设立幼儿园的请示》收悉。经研究，同意设立。第15号文件同时废止。"),
      office_record("e", "2020年工作总结", "", 2020, "总结",
                    "ＧＤＰ增长６．５％，完成投资 1,200 万元。参加 WTO 培训 15 人。二○二○年十二月"),
      office_record("f", "会议记录", "", 2019, "纪要", "法")};
  records[0].creator = "青石县人民政府办公室";
  records[0].retention = "永久";
  records[0].code = "X001-WS·2023-Y-BGS-0001";
  records[0].fonds = "X001";
  records[0].path = "2023/通知.docx";
  records[0].date = "2023-08-30";
  records[0].recipients = {"各乡镇人民政府"};
  records[0].cc = {"县纪委"};
  records[0].signers = {"张三"};
  records[0].attachments = {"1．联系人名单"};
  records[0].direction = "issued";
  records[1].date = "2022-03-01";
  records[1].direction = "received";
  records[1].secrecy = "内部";
  records[2].date = "2023-12-31";
  records[2].volume = "X001-KJ·2023-001";
  records[2].volume_title = "防汛物资储备";
  records[1].creator = "青石县人民政府";
  records[1].retention = "30年";
  records[1].code = "X001-WS·2022-D30-0012";
  records[1].provisional = true;
  return records;
}

struct Case {
  std::string query{};
  std::string expected{};  ///< keys in alphabetical order
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.query; }

class OfficeSearch : public ::testing::TestWithParam<Case> {
 protected:
  static void SetUpTestSuite() {
    std::filesystem::remove_all(folder());
    build(folder(), office());
  }
  static void TearDownTestSuite() { std::filesystem::remove_all(folder()); }
  static std::filesystem::path folder() {
    // Each case is a process of its own under ctest.
    return std::filesystem::current_path() / "index-tests" /
           ("office-" + std::to_string(::getpid()));
  }
};

TEST_P(OfficeSearch, FindsExactlyThese) {
  const Results results = find(folder(), GetParam().query, {Access::open}, {.loosen = false});
  std::vector<std::string> found;
  for (const Hit& hit : results.hits) found.push_back(hit.record);
  std::sort(found.begin(), found.end());
  std::string all;
  for (const std::string& key : found) all += key;
  EXPECT_EQ(all, GetParam().expected);
  EXPECT_EQ(results.total, results.hits.size());
}

INSTANTIATE_TEST_SUITE_P(
    Words, OfficeSearch,
    ::testing::Values(Case{"人民政府", "ab"}, Case{"人民政府 信访", "b"}, Case{"法", "f"},
                      Case{"访", "b"}, Case{"通知", "ac"}, Case{"值班制度", "c"},
                      Case{"群众政府", ""}, Case{"人民群众和政府", "b"}, Case{"gdp", "e"},
                      Case{"GDP增长6.5%", "e"}, Case{"WTO培训", "e"}, Case{"15", "de"},
                      Case{"5", "e"}, Case{"第1", ""}, Case{"第15号", "d"}, Case{"二〇二〇年", "e"},
                      Case{"二零二零年", "e"}, Case{"没有的词", ""}, Case{"\"工作规则\" 印发", "a"},
                      Case{"“工作 规则”", "a"}, Case{"2023年8月", "a"}, Case{"2023年08月", "a"},
                      Case{"關於同意設立幼兒園的批覆", ""}, Case{"設立幼兒園", "d"},
                      Case{"緊急通知", "c"}));

INSTANTIATE_TEST_SUITE_P(Operators, OfficeSearch,
                         ::testing::Values(Case{"通知 -防汛", "a"}, Case{"通知 NOT 工作规则", "c"},
                                           Case{"信访 OR 防汛", "bc"},
                                           Case{"(信访 OR 防汛) 值班", "c"},
                                           Case{"-年度:2020..2023", "f"}, Case{"-人民政府", "cdef"},
                                           Case{"通知 -(防汛 OR 意见)", "a"},
                                           Case{"-工作规则 -法 -同意", "bce"}));

INSTANTIATE_TEST_SUITE_P(
    Fields, OfficeSearch,
    ::testing::Values(Case{"题名:工作规则", "a"}, Case{"正文:工作规则", "a"},
                      Case{"题名:人民政府", "a"}, Case{"正文:人民政府", "a"},
                      Case{"title:总结", "e"}, Case{"正文:总结", ""}, Case{"机关:人民政府", "ab"},
                      Case{"机关:办公室", "a"}, Case{"文种:通知", "ac"}, Case{"type:意见", "b"},
                      Case{"期限:永久", "a"}, Case{"期限:D30", "b"}, Case{"保管期限:30年", "b"},
                      Case{"全宗:x001", "a"}, Case{"年度:2023", "ac"},
                      Case{"年度:2020..2022", "bde"}, Case{"year:..2020", "ef"},
                      Case{"年度:2023 文种:通知 -防汛", "a"}, Case{"题名:(意见 OR 批复)", "bd"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, OfficeSearch,
    ::testing::Values(Case{"文号:青政办发〔2023〕6号", "a"}, Case{"文号:青政办发[2023]6号", "a"},
                      Case{"文号:青政办发(2023)6", "a"}, Case{"文号:（２０２３）６号", "a"},
                      Case{"文号:\"青政办发 2023 6\"", "a"},
                      Case{"文号:青政办发〔2023〕第006号", "a"}, Case{"文号:青政办发20236号", "a"},
                      Case{"文号:政办发", "a"}, Case{"文号:2023", "ac"},
                      Case{"文号:青政发〔2022〕1", ""}, Case{"文号:6", "a"},
                      Case{"文号:青汛电〔2023〕60号", "c"}, Case{"文号:2021-7-1", "d"},
                      Case{"青政办发〔2023〕6号", "a"}, Case{"青政办发(2023)6号", "a"},
                      Case{"青政办发2023第06号", "a"}, Case{"青政办发20236号", "a"},
                      Case{"档号:X001-WS·2023-Y-BGS-0001", "a"}, Case{"档号:x1ws2023", "a"},
                      Case{"档号:2022-D30", "b"}, Case{"档号:0012", "b"}, Case{"档号:12", "b"},
                      Case{"X001-WS·2023-Y-BGS-0001", "a"}, Case{"X001-WS-2023-Y-BGS-1", "a"},
                      Case{"文号:号", ""}, Case{"文号:青政办发 2023", "a"},
                      Case{"文号:青政办发 2023 6号", "a"}, Case{"文号:青政办发 2022", ""},
                      Case{"文号:【2023】6号", "a"}, Case{"文号:{2023}6", "a"},
                      Case{"文号:青政办发字〔2023〕第6号", "a"}, Case{"档号:X001.WS.2023", "a"},
                      Case{"档号:X001–WS–2023–Y", "a"}, Case{"档号:\"X001 WS 2023 Y BGS 1\"", "a"},
                      Case{"档号:X001 WS 2023", "a"}, Case{"文号:青政办发〔202*", "a"},
                      Case{"文号:青*", "abcd"}, Case{"档号:X001-WS·2023-Y-B*", "a"}));

INSTANTIATE_TEST_SUITE_P(Dates, OfficeSearch,
                         ::testing::Values(Case{"日期:2023", "ac"}, Case{"日期:2023-08", "a"},
                                           Case{"日期:2023年8月30日", "a"},
                                           Case{"日期:..2022", "b"}, Case{"日期:>2023-08-30", "c"},
                                           Case{"日期:>=2023-08-30", "ac"},
                                           Case{"-日期:2022..", "def"},
                                           Case{"日期:(2022 OR 2023-12)", "bc"}));

INSTANTIATE_TEST_SUITE_P(Beginnings, OfficeSearch,
                         ::testing::Values(Case{"GD*", "e"}, Case{"题名:GD*", ""},
                                           Case{"W*", "abe"}, Case{"培训 1*", "e"},
                                           Case{"参加WT*", "e"}, Case{"GDP增长6*", "e"},
                                           Case{"增长7*", ""}, Case{"正文:GD*", "e"},
                                           Case{"zz*", ""}, Case{"-W*", "cdf"},
                                           Case{"文种:通*", "ac"}, Case{"期限:D*", "b"},
                                           Case{"全宗:X*", "a"}));

INSTANTIATE_TEST_SUITE_P(
    Holdings, OfficeSearch,
    ::testing::Values(Case{"案卷:X001-KJ·2023-001", "c"}, Case{"案卷:X001-KJ·2023", "c"},
                      Case{"案卷:2023-1", "c"}, Case{"案卷:防汛物资", "c"},
                      Case{"案卷:物资防汛", ""}, Case{"防汛物资", ""}, Case{"volume:KJ*", "c"},
                      Case{"收发:收文", "b"}, Case{"direction:issued", "a"}, Case{"主送:乡镇", "a"},
                      Case{"抄送:县纪委", "a"}, Case{"签发人:张三", "a"}, Case{"附件:名单", "a"},
                      Case{"密级:内部", "b"}, Case{"题名:(规则 OR 文号:2022)", "ab"}));

TEST(Search, ShowsWhatTheRecordSays) {
  const TestFolder folder;
  build(folder / "index", office());
  const Results results = find(folder / "index", "印发工作规则");
  ASSERT_EQ(results.hits.size(), 1U);
  const Hit& hit = results.hits.front();
  EXPECT_EQ(hit.code, "X001-WS·2023-Y-BGS-0001");
  EXPECT_EQ(hit.path, "2023/通知.docx");
  EXPECT_FALSE(hit.provisional);
  ASSERT_EQ(hit.title_marks.size(), 1U);
  EXPECT_EQ(hit.title.substr(hit.title_marks[0].begin, 18), "印发工作规则");
  EXPECT_GT(hit.score, 0);
  EXPECT_TRUE(find(folder / "index", "信访").hits.front().provisional);
}

TEST(Search, PagesThroughEqualScoresByRecord) {
  const TestFolder folder;
  std::vector<IndexRecord> records;
  for (const char* key : {"d", "b", "a", "c"}) records.push_back(open_record(key, "同题", "同文"));
  build(folder / "index", records);
  EXPECT_EQ(keys(find(folder / "index", "同文")), "a b c d");
  const Results page = find(folder / "index", "同文", {Access::open}, {2, 1});
  EXPECT_EQ(keys(page), "b c");
  EXPECT_EQ(page.total, 4U);
}

TEST(Search, RanksTitlesFirst) {
  const TestFolder folder;
  build(folder / "index", {open_record("text", "会议纪要", "研究信访工作"),
                           open_record("title", "信访工作", "会议研究工作")});
  EXPECT_EQ(keys(find(folder / "index", "信访")), "title text");
}

TEST(Search, SpansHomes) {
  const TestFolder folder;
  build(folder / "one", {open_record("x", "甲", "信访条例"), open_record("y", "乙", "其他")});
  build(folder / "two", {open_record("x", "丙", "信访信访条例")});
  const Reader one(folder / "one", std::vector{Access::open});
  const Reader two(folder / "two", std::vector{Access::open});
  const std::vector readers{&one, &two};
  const Results results = search(readers, parsed("信访条例"));
  ASSERT_EQ(results.total, 2U);
  for (const Hit& hit : results.hits) EXPECT_EQ(hit.title, hit.home == 0 ? "甲" : "丙");
  const std::vector twice{&one, &one};
  EXPECT_THROW((void)search(twice, parsed("信访")), Failure);
  EXPECT_EQ(search({}, parsed("信访")).total, 0U);
}

TEST(Search, WorksOnAnEmptyIndex) {
  const TestFolder folder;
  build(folder / "index", {});
  EXPECT_EQ(find(folder / "index", "信访 OR -法 OR 题名:工作规则").total, 0U);
}

struct LooseCase {
  std::string query{};
  std::string first{};  ///< the best loose hit; "" when nothing is loosened
};

void PrintTo(const LooseCase& c, std::ostream* out) { *out << c.query; }

class LooseSearch : public ::testing::TestWithParam<LooseCase> {};

TEST_P(LooseSearch, GivesWhatHoldsMostOfIt) {
  const auto folder =
      std::filesystem::current_path() / "index-tests" / ("loose-" + std::to_string(::getpid()));
  std::filesystem::remove_all(folder);
  build(folder, office());
  const Results results = find(folder, GetParam().query);
  std::filesystem::remove_all(folder);
  EXPECT_EQ(results.total, 0U);
  EXPECT_EQ(results.loosened, !GetParam().first.empty());
  EXPECT_EQ(results.loose_total, results.hits.size());
  EXPECT_EQ(results.hits.empty() ? "" : results.hits.front().record, GetParam().first);
}

INSTANTIATE_TEST_SUITE_P(Loose, LooseSearch,
                         ::testing::Values(LooseCase{"信访事项应当在多少日内办结？", "b"},
                                           LooseCase{"哪一份文件讲二十四小时值班", "c"},
                                           LooseCase{"設立幼兒園的請示是誰批覆的", "d"},
                                           // What is not taken loosely.
                                           LooseCase{"\"信访事项应当在多少日内办结\"", ""},
                                           LooseCase{"群众政府", ""}, LooseCase{"文种:命令", ""},
                                           LooseCase{"信访事项应当在多少日内办结 年度:2019", ""},
                                           LooseCase{"信访事项应当在多少日内办结 -人民群众", ""}));

}  // namespace
}  // namespace guidang::index
