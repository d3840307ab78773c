// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/stages/describe/describing.h"

namespace guidang::describe {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kOffice = R"(
  <organisation id="city" name="青溪市人民政府" level="prefecture"/>
  <organisation id="own" name="云溪县人民政府" parent="city" level="county" standing="own"><alias>县政府</alias></organisation>
  <organisation id="town" name="云溪县石桥镇人民政府" parent="own" level="township"><code>石政</code></organisation>
  <organisation id="env" parent="own">
    <name to="2019-02-28">云溪县环境保护局</name><name>青溪市生态环境局云溪分局</name><alias>县环保局</alias>
  </organisation>
  <organisation id="plan" name="云溪县发展和改革委员会" parent="own"><short>云溪县发改委</short></organisation>
  <organisation id="x" name="东镇农业站"><alias>镇农业站</alias></organisation>
  <organisation id="y" name="西镇农业站"><alias>镇农业站</alias></organisation>
)";

GivenField ledger(std::string name, std::string value) {
  return {std::move(name), std::move(value), "ledger", "收文登记.csv:2"};
}

Paper paper_of(std::string creator, std::string date, std::string doctype = "通知",
               std::string recipients = "云溪县人民政府") {
  Paper paper;
  paper.settings = with_organs(kOffice);
  paper.direction = Direction::received;
  paper.name = {};
  paper.given = {ledger("title", "关于某项工作的" + doctype), ledger("creator", std::move(creator)),
                 ledger("date", std::move(date)), ledger("doctype", doctype),
                 ledger("recipients", std::move(recipients))};
  return paper;
}

TEST(OrganNames, AnAliasBecomesTheNameOfTheDay) {
  EXPECT_EQ(describe_paper(paper_of("县环保局", "2015-05-01")).value("creator"),
            "云溪县环境保护局");
  EXPECT_EQ(describe_paper(paper_of("县环保局", "2021-05-01")).value("creator"),
            "青溪市生态环境局云溪分局");
}

TEST(OrganNames, AnOldNameIsNeverCorrected) {
  const Described then = describe_paper(paper_of("云溪县环境保护局", "2015-05-01"));
  EXPECT_EQ(then.value("creator"), "云溪县环境保护局");
  EXPECT_THAT(then.codes(), Not(Contains("DSC-142")));
  const Described later = describe_paper(paper_of("云溪县环境保护局", "2021-05-01"));
  EXPECT_EQ(later.value("creator"), "云溪县环境保护局");
  EXPECT_THAT(later.finding("DSC-142").expected, HasSubstr("2019-02-28"));
  EXPECT_THAT(describe_paper(paper_of("云溪县环境保护局", "2019-06-01")).codes(),
              Not(Contains("DSC-142")));
}

TEST(OrganNames, AShortFormStaysAndIsTheSameOrgan) {
  Paper paper = paper_of("云溪县发展和改革委员会", "2021-05-01");
  paper.name = "1.txt";
  paper.pages = {"云溪县发改委关于某项工作的通知\n\n云溪县发改委\n2021年5月1日\n"};
  const Described described = describe_paper(paper);
  EXPECT_THAT(described.codes(), Not(Contains("DSC-101")));
}

TEST(OrganNames, JointOrgansAreEachByItself) {
  EXPECT_EQ(describe_paper(paper_of("县环保局 云溪县发改委", "2015-05-01")).value("creator"),
            "云溪县环境保护局 云溪县发改委");
}

TEST(OrganNames, UnknownOnesAreReportedWithWhatIsNear) {
  const Described described = describe_paper(paper_of("云溪县发展和改鞭委员会", "2021-05-01"));
  EXPECT_THAT(described.finding("DSC-140").expected, HasSubstr("云溪县发展和改革委员会"));
  EXPECT_EQ(described.value("creator"), "云溪县发展和改鞭委员会");
}

TEST(OrganNames, GeneralAddresseesAreNoOrgans) {
  const Described described =
      describe_paper(paper_of("云溪县人民政府", "2021-05-01", "通知", "各乡镇人民政府"));
  EXPECT_THAT(described.codes(), Not(Contains("DSC-140")));
}

TEST(OrganNames, SharedOnesNameBoth) {
  const Finding finding = describe_paper(paper_of("镇农业站", "2021-05-01")).finding("DSC-141");
  EXPECT_THAT(finding.expected, HasSubstr("东镇农业站"));
  EXPECT_THAT(finding.expected, HasSubstr("西镇农业站"));
}

TEST(OrganRouting, FollowsFromParents) {
  const Described up = describe_paper(paper_of("云溪县石桥镇人民政府", "2021-05-01", "请示"));
  EXPECT_EQ(up.value("routing"), "上行");
  EXPECT_EQ(up.value("incoming_class"), "下级请示");
  EXPECT_EQ(up.value("line"), "政");
  EXPECT_EQ(up.description.find("routing")->source, "derived");
  const Described down = describe_paper(paper_of("青溪市人民政府", "2021-05-01", "通知", "县政府"));
  EXPECT_EQ(down.value("routing"), "下行");
  EXPECT_EQ(down.value("recipients"), "云溪县人民政府");
  EXPECT_EQ(down.value("incoming_class"), "上级来文");
}

TEST(OrganRouting, KindAloneIsTrustedLess) {
  const Described described =
      describe_paper(paper_of("远方市人民政府", "2021-05-01", "请示", "遥远省人民政府"));
  EXPECT_EQ(described.value("routing"), "上行");
  EXPECT_LE(described.confidence("routing"), 0.7);
  EXPECT_EQ(describe_paper(paper_of("远方市人民政府", "2021-05-01")).value("routing"), "");
}

TEST(OrganRouting, HeedsWhatPeopleDecided) {
  Paper paper = paper_of("远方", "2021-05-01", "请示");
  paper.decisions["creator"] = {.value = "云溪县石桥镇人民政府", .by = "张三"};
  const Described described = describe_paper(paper);
  EXPECT_EQ(described.value("creator"), "远方");  // the decision lies over it on reading
  EXPECT_EQ(described.value("line"), "政");
}

TEST(OrganCode, TellsTheCreatorThatNothingElseTells) {
  Paper paper = paper_of("", "2021-05-01");
  paper.given.push_back(ledger("document_number", "石政〔2021〕3号"));
  const Described described = describe_paper(paper);
  EXPECT_EQ(described.value("creator"), "云溪县石桥镇人民政府");
  EXPECT_LE(described.confidence("creator"), 0.75);
}

TEST(OrganCode, OfAnotherOrganIsNoted) {
  Paper paper = paper_of("云溪县发展和改革委员会", "2021-05-01");
  paper.given.push_back(ledger("document_number", "石政〔2021〕3号"));
  EXPECT_EQ(describe_paper(paper).finding("DSC-143").expected, "云溪县石桥镇人民政府");
}

}  // namespace
}  // namespace guidang::describe
