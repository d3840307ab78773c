// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/package.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "pipeline/failure.h"
#include "pipeline/xml/schema.h"
#include "stages/package/layout.h"
#include "stages/package/verify.h"
#include "tests/unit/stages/package/sample_home.h"

namespace guidang {
namespace {

using testing::all_files;
using ::testing::HasSubstr;
using testing::read_text;
using testing::SampleHome;
using testing::TemporaryFolder;

TEST(PackageYear, UnsealedYearIsRefusedWithAdvice) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  try {
    package_year(sample.home(), sample.profile(), 2023);
    FAIL() << "packed an open year";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.status(), ExitStatus::usage);
    EXPECT_THAT(failure.what(), HasSubstr("2023"));
    EXPECT_THAT(failure.advice(), HasSubstr("guidang seal HOME 2023"));
  }
}

TEST(PackageYear, TwoHomesInDifferentPlacesGiveEqualBytes) {
  const TemporaryFolder root;
  SampleHome one(root.path(), "one");
  SampleHome other(root.path(), "another-place");
  one.seal(1, "2024-06-30");
  other.seal(1, "2024-06-30");
  const auto first = package_year(one.home(), one.profile(), 2023);
  const auto second = package_year(other.home(), other.profile(), 2023,
                                   {.to = root.path() / "elsewhere", .as_of = "2030-01-01"});
  EXPECT_EQ(first.filename(), "X043-2023-1");
  EXPECT_EQ(all_files(first), all_files(second));
}

TEST(PackageYear, EqualBundleIsLeftAloneAndChangedOneRefused) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  sample.seal(1, "2024-06-30");
  const auto path = package_year(sample.home(), sample.profile(), 2023);
  std::string said;
  EXPECT_EQ(package_year(sample.home(), sample.profile(), 2023,
                         {.say = [&](std::string_view line) { said += line; }}),
            path);
  EXPECT_THAT(said, HasSubstr("equal bytes"));
  testing::write_text(path / "bag-info.txt", "changed\n");
  EXPECT_THROW(package_year(sample.home(), sample.profile(), 2023), Failure);
  EXPECT_FALSE(std::filesystem::exists(path.string() + ".again.partial"));
}

TEST(PackageYear, LaterEditionHoldsEarlierItemsToo) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  sample.seal(1, "2024-06-30");
  const auto first = package_year(sample.home(), sample.profile(), 2023);
  const auto before = all_files(first);
  sample.add_late_item();
  sample.seal(2, "2024-12-31");
  const auto second = package_year(sample.home(), sample.profile(), 2023);
  EXPECT_EQ(second.filename(), "X043-2023-2");
  EXPECT_THAT(read_text(second / "data/X043-2023/目录文件.XML"), HasSubstr("迟到的决定"));
  EXPECT_THAT(read_text(second / "bag-info.txt"), HasSubstr("Item-Count: 5"));
  EXPECT_EQ(verify_bundle(second).verdict, BagVerdict::valid);
  EXPECT_EQ(all_files(first), before);
}

TEST(PackageYear, TreeIsThatOfTheStandard) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  sample.seal(1, "2024-06-30");
  const auto files = all_files(package_year(sample.home(), sample.profile(), 2023));
  const std::string top = "data/X043-2023/";
  const std::string item = top + "电子档案/X043/2023/永久/X043-WS·2023-Y-0001/X043-WS·2023-Y-0001-";
  for (const std::string& path :
       {top + "说明文件.TXT", top + "目录文件.XML", item + "01-处理单.jpg", item + "02-正本.docx",
        item + "元数据.XML", top + "其他/归档文件目录.html", top + "其他/归档文件目录.csv",
        top + "其他/归档文件目录.pdf", top + "其他/归档章.pdf", top + "其他/备考表.html",
        top + "其他/档案盒盒脊.pdf", top + "其他/编号台账.csv", top + "其他/不归档清单.csv", top + "其他/四性检测报告.xml",
        top + "其他/四性检测报告.html", top + "其他/登记簿事件链.csv",
        top + "其他/格式说明/bagit-profile.json", top + "其他/规则集/small/profile.xml"}) {
    EXPECT_TRUE(files.contains(path)) << path;
  }
  EXPECT_EQ(files.at(item + "01-处理单.jpg"), "处理单 1");
  EXPECT_THAT(files.at(top + "其他/编号台账.csv"), HasSubstr("kept_back"));
  EXPECT_THAT(files.at(top + "其他/不归档清单.csv"), HasSubstr("节日慰问信"));
  EXPECT_THAT(files.at(top + "其他/四性检测报告.html"), HasSubstr("未检"));
  EXPECT_THAT(files.at(top + "其他/归档文件目录.html"), ::testing::Not(HasSubstr("未定稿")));
  EXPECT_THAT(files.at("bag-info.txt"), HasSubstr("Bagging-Date: 2024-06-30"));
  for (const auto& [path, bytes] : files) {
    EXPECT_THAT(bytes, ::testing::Not(HasSubstr("s000000000000000a"))) << path;
  }
}

TEST(PackageYear, XmlIsAsTheSchemasSay) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  sample.seal(1, "2024-06-30");
  const auto bundle = package_year(sample.home(), sample.profile(), 2023);
  const auto schemas = bundle / "data/X043-2023/其他/格式说明";
  const auto check = [&](const std::filesystem::path& file, const char* schema) {
    const auto parsed = xml::Document::parse_file(file.string());
    ASSERT_TRUE(std::holds_alternative<xml::Document>(parsed)) << file;
    for (const auto& error :
         xml::Schema::load(schemas / schema).validate(std::get<xml::Document>(parsed))) {
      ADD_FAILURE() << error.text();
    }
  };
  check(bundle / "data/X043-2023/目录文件.XML", "directory.rng");
  check(bundle / "data/X043-2023/其他/四性检测报告.xml", "four-checks.rng");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(bundle)) {
    if (entry.path().string().ends_with("-元数据.XML")) check(entry.path(), "metadata.rng");
  }
}

TEST(PackageYear, StockToolsAgree) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  sample.seal(1, "2024-06-30");
  const auto bundle = package_year(sample.home(), sample.profile(), 2023);
  for (const char* name : {"manifest-sha256.txt", "tagmanifest-sha256.txt"}) {
    const std::string command =
        "cd '" + bundle.string() + "' && sha256sum --quiet --strict -c " + name;
    EXPECT_EQ(std::system(command.c_str()), 0) << name;
  }
  const std::string command =
      "cd '" + bundle.string() +
      "' && sha512sum --quiet --strict -c manifest-sha512.txt tagmanifest-sha512.txt";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST(PackageYear, ZipHoldsTheSameBagAndSameBytes) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  sample.seal(1, "2024-06-30");
  const auto bundle = package_year(sample.home(), sample.profile(), 2023, {.zip = true});
  const std::filesystem::path zip = bundle.string() + ".zip";
  const std::string bytes = read_text(zip);
  EXPECT_EQ(verify_bundle(zip).verdict, BagVerdict::valid);
  package_year(sample.home(), sample.profile(), 2023, {.zip = true});
  EXPECT_EQ(read_text(zip), bytes);
}

TEST(PackageYear, DamagedOriginalStopsItAndLeavesNothing) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  sample.seal(1, "2024-06-30");
  std::string digest;
  sample.home().objects().for_each([&](const std::string& d, std::uint64_t) { digest = d; });
  const auto object = sample.home().objects().path_of(digest);
  std::filesystem::permissions(object, std::filesystem::perms::owner_all);
  testing::write_text(object, "other bytes");
  EXPECT_THROW(package_year(sample.home(), sample.profile(), 2023), Failure);
  EXPECT_TRUE(std::filesystem::is_empty(sample.home().bundles()));
}

TEST(PackageYear, KilledOneLeavesOnlyAPartialAndTheNextRunIsWhole) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  sample.seal(1, "2024-06-30");
  const pid_t child = ::fork();
  if (child == 0) {
    package_year(sample.home(), sample.profile(), 2023,
                 {.say = [](std::string_view) { ::_exit(9); }});
    ::_exit(0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_EQ(WEXITSTATUS(status), 9);
  std::vector<std::string> left;
  for (const auto& entry : std::filesystem::directory_iterator(sample.home().bundles())) {
    left.push_back(entry.path().filename().string());
  }
  EXPECT_THAT(left, ::testing::ElementsAre("X043-2023-1.partial"));
  const auto bundle = package_year(sample.home(), sample.profile(), 2023);
  EXPECT_EQ(verify_bundle(bundle).verdict, BagVerdict::valid);
  EXPECT_FALSE(std::filesystem::exists(bundle.string() + ".partial"));
}

struct NameCase {
  std::string name{};
  std::string text{};
  std::string expected{};
};
void PrintTo(const NameCase& c, std::ostream* out) { *out << c.name; }

class SafeName : public ::testing::TestWithParam<NameCase> {};
TEST_P(SafeName, IsFitForAnyFileSystem) {
  EXPECT_EQ(bag::safe_name(GetParam().text), GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(Table, SafeName,
                         ::testing::Values(NameCase{"CodeStays", "Z109-WS·2011-Y-BGS-0001",
                                                    "Z109-WS·2011-Y-BGS-0001"},
                                           NameCase{"SlashIsMapped", "a/b", "a~2Fb"},
                                           NameCase{"MarkItselfIsMapped", "a~2Fb", "a~7E2Fb"},
                                           NameCase{"ParentIsNoParent", "..", "~2E~2E"},
                                           NameCase{"LastDotIsMapped", "v1.2.", "v1.2~2E"},
                                           NameCase{"PercentIsMapped", "10%", "10~25"},
                                           NameCase{"EmptyHasAName", "", "~"}),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace guidang
