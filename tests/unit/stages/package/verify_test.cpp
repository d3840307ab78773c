// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "pipeline/files/digest.h"
#include "stages/package/package.h"
#include "tests/unit/stages/package/sample_home.h"

namespace guidang {
namespace {

using testing::read_text;
using testing::SampleHome;
using testing::TemporaryFolder;
using testing::write_text;
namespace fs = std::filesystem;

std::string short_text(const VerifyReport& report) {
  std::string text;
  for (const BagProblem& problem : report.problems) {
    text += problem.code + " " + problem.file + "\n";
  }
  return text;
}

const std::string kItem = "data/X043-2023/电子档案/X043/2023/永久/X043-WS·2023-Y-0001/";
const std::string kSlip = kItem + "X043-WS·2023-Y-0001-01-处理单.jpg";

struct Damage {
  std::string name{};
  std::function<void(const fs::path&)> act{};
  std::string expected{};  ///< codes and files, in order
};
void PrintTo(const Damage& damage, std::ostream* out) { *out << damage.name; }

class DamagedBundle : public ::testing::TestWithParam<Damage> {};

TEST_P(DamagedBundle, IsNotValidAndSaysWhere) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  sample.seal(1, "2024-06-30");
  const fs::path bundle = package_year(sample.home(), sample.profile(), 2023);
  GetParam().act(bundle);
  const VerifyReport report = verify_bundle(bundle);
  EXPECT_EQ(report.verdict, BagVerdict::not_valid);
  EXPECT_EQ(static_cast<int>(report.status()), 1);
  EXPECT_EQ(short_text(report), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, DamagedBundle,
    ::testing::Values(
        Damage{"FlippedByte", [](const fs::path& bag) { write_text(bag / kSlip, "处理单 2"); },
               "BAG-107 " + kSlip + "\nBAG-107 " + kSlip + "\nBDL-408 " + kSlip + "\n"},
        Damage{"DeletedFile", [](const fs::path& bag) { fs::remove(bag / kSlip); },
               "BAG-105 " + kSlip + "\nBAG-110 bag-info.txt:13\nBDL-407 " + kItem +
                   "X043-WS·2023-Y-0001-元数据.XML\n"},
        Damage{"AddedFile", [](const fs::path& bag) { write_text(bag / "data/further.txt", "x"); },
               "BAG-106 data/further.txt\nBAG-110 bag-info.txt:13\n"},
        Damage{"RenamedFile",
               [](const fs::path& bag) {
                 fs::rename(bag / "data/X043-2023/说明文件.TXT", bag / "data/X043-2023/README.TXT");
               },
               "BAG-106 data/X043-2023/README.TXT\nBAG-105 data/X043-2023/说明文件.TXT\n"},
        Damage{"ChangedTagFile",
               [](const fs::path& bag) {
                 write_text(bag / "bag-info.txt", read_text(bag / "bag-info.txt") + "X: y\n");
               },
               "BAG-107 bag-info.txt\nBAG-107 bag-info.txt\n"},
        Damage{"LinkOutOfTheBag",
               [](const fs::path& bag) {
                 fs::remove(bag / kSlip);
                 fs::create_symlink("/etc/passwd", bag / kSlip);
               },
               "BAG-109 " + kSlip + "\nBAG-105 " + kSlip + "\nBAG-110 bag-info.txt:13\nBDL-407 " +
                   kItem + "X043-WS·2023-Y-0001-元数据.XML\n"},
        Damage{"NoDeclaration", [](const fs::path& bag) { fs::remove(bag / "bagit.txt"); },
               "BAG-101 bagit.txt\n"}),
    [](const auto& tested) { return tested.param.name; });

TEST(VerifyBundle, TruncatedManifestNamesTheFilesItLacks) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  sample.seal(1, "2024-06-30");
  const fs::path bundle = package_year(sample.home(), sample.profile(), 2023);
  const fs::path manifest = bundle / "manifest-sha256.txt";
  const std::string text = read_text(manifest);
  write_text(manifest, text.substr(0, text.rfind("data/") - 10));
  const std::string found = short_text(verify_bundle(bundle));
  EXPECT_THAT(found, ::testing::HasSubstr("BAG-104 manifest-sha256.txt:"));
  EXPECT_THAT(found, ::testing::HasSubstr("BAG-106 data/X043-2023/"));
  EXPECT_THAT(found, ::testing::HasSubstr("BAG-107 manifest-sha256.txt"));
}

TEST(VerifyBundle, FlippedByteShowsFoundAndExpected) {
  const TemporaryFolder root;
  SampleHome sample(root.path(), "home");
  sample.seal(1, "2024-06-30");
  const fs::path bundle = package_year(sample.home(), sample.profile(), 2023);
  write_text(bundle / kSlip, "处理单 2");
  const VerifyReport report = verify_bundle(bundle);
  ASSERT_FALSE(report.problems.empty());
  EXPECT_EQ(report.problems[0].found, "sha256 " + files::sha256_hex("处理单 2"));
  EXPECT_EQ(report.problems[0].expected, files::sha256_hex("处理单 1"));
  EXPECT_THAT(to_text(report, true), ::testing::HasSubstr("摘要不符"));
  EXPECT_THAT(to_json_text(report), ::testing::HasSubstr("\"verdict\":\"not_valid\""));
}

/// A bag from a table of files; manifest lines are given, so that they may be wrong.
struct Bag {
  std::string name{};
  std::string version{"1.0"};
  std::map<std::string, std::string> files{};
  BagVerdict verdict = BagVerdict::valid;
  std::string expected{};
};
void PrintTo(const Bag& bag, std::ostream* out) { *out << bag.name; }

std::string line(const std::string& bytes, const std::string& name) {
  return files::sha256_hex(bytes) + "  " + name + "\n";
}

class SmallBag : public ::testing::TestWithParam<Bag> {};

TEST_P(SmallBag, GetsItsVerdict) {
  const TemporaryFolder root;
  fs::create_directory(root.path() / "data");
  write_text(root.path() / "bagit.txt",
             "BagIt-Version: " + GetParam().version + "\nTag-File-Character-Encoding: UTF-8\n");
  for (const auto& [path, bytes] : GetParam().files) write_text(root.path() / path, bytes);
  const VerifyReport report = verify_bundle(root.path());
  EXPECT_EQ(to_text(report.verdict), to_text(GetParam().verdict)) << to_text(report, false);
  EXPECT_EQ(short_text(report), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, SmallBag,
    ::testing::Values(
        Bag{.name = "EmptyPayload", .files = {{"manifest-sha256.txt", ""}}},
        Bag{.name = "EncodedName",
            .files = {{"data/a\nb%", "x"}, {"manifest-sha256.txt", line("x", "data/a%0Ab%25")}}},
        Bag{.name = "OtherComposition",
            .files = {{"data/e\xCC\x81", "x"}, {"manifest-sha256.txt", line("x", "data/\xC3\xA9")}},
            .expected = "BAG-301 manifest-sha256.txt:1\n"},
        Bag{.name = "PathOut",
            .files = {{"manifest-sha256.txt", line("x", "data/../../etc/passwd")}},
            .verdict = BagVerdict::not_valid,
            .expected = "BAG-108 manifest-sha256.txt:1\n"},
        Bag{.name = "AbsolutePath",
            .files = {{"manifest-sha256.txt", line("x", "/etc/passwd")}},
            .verdict = BagVerdict::not_valid,
            .expected = "BAG-108 manifest-sha256.txt:1\n"},
        Bag{.name = "UnknownAlgorithm",
            .files = {{"manifest-blake3.txt", ""}},
            .verdict = BagVerdict::could_not_check,
            .expected = "BAG-201 manifest-blake3.txt\n"},
        Bag{.name = "NewerVersion",
            .version = "2.0",
            .files = {{"manifest-sha256.txt", ""}},
            .verdict = BagVerdict::could_not_check,
            .expected = "BAG-202 bagit.txt:1\n"},
        Bag{.name = "FetchNotDone",
            .files = {{"fetch.txt", "http://example.org/a - data/a\n"},
                      {"manifest-sha256.txt", line("x", "data/a")}},
            .verdict = BagVerdict::not_valid,
            .expected = "BAG-112 data/a\n"},
        Bag{.name = "LineGivenTwice",
            .files = {{"data/a", "x"},
                      {"manifest-sha256.txt", line("x", "data/a") + line("x", "data/a")}},
            .verdict = BagVerdict::not_valid,
            .expected = "BAG-111 manifest-sha256.txt:2\n"},
        Bag{.name = "InOneOfTwoManifests",
            .files = {{"data/a", "x"},
                      {"manifest-md5.txt", ""},
                      {"manifest-sha256.txt", line("x", "data/a")}},
            .verdict = BagVerdict::not_valid,
            .expected = "BAG-106 data/a\n"},
        Bag{.name = "InOneOfTwoManifestsWasGoodBefore",
            .version = "0.97",
            .files = {{"data/a", "x"},
                      {"manifest-md5.txt", ""},
                      {"manifest-sha256.txt", line("x", "data/a")}}},
        Bag{.name = "NoManifest",
            .verdict = BagVerdict::not_valid,
            .expected = "BAG-103 manifest-sha512.txt\n"},
        Bag{.name = "WrongOxum",
            .files = {{"bag-info.txt", "Payload-Oxum: 7.1\n"}, {"manifest-sha256.txt", ""}},
            .verdict = BagVerdict::not_valid,
            .expected = "BAG-110 bag-info.txt:1\n"}),
    [](const auto& tested) { return tested.param.name; });

TEST(VerifyBundle, NothingThereCannotBeChecked) {
  const VerifyReport report = verify_bundle("/nonexistent/bundle");
  EXPECT_EQ(report.verdict, BagVerdict::could_not_check);
  EXPECT_EQ(static_cast<int>(report.status()), 3);
}

TEST(VerifyBundle, EveryCodeHasTextsInBothLanguages) {
  for (const CodeInfo& info : bag_codes()) {
    EXPECT_FALSE(info.title_zh.empty() || info.title_en.empty() || info.hint_zh.empty() ||
                 info.hint_en.empty())
        << info.id;
  }
}

}  // namespace
}  // namespace guidang
