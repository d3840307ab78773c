// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/technical.h"
#include "stages/extract/readers.h"
#include "tests/unit/stages/extract/archive_builder.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

Extraction listed(const files::Fd& file, std::string_view name = "a", const Limits& limits = {}) {
  return read_in_process(file.get(), name, limits);
}

struct Bytes {
  std::string content{};
  std::string reason{};
};

Bytes member(const files::Fd& file, std::uint32_t index, const Limits& limits = {}) {
  Bytes got;
  const Listener listener{.bytes = [&](std::string_view piece) { got.content += piece; }};
  const Extraction result = read_in_process(
      file.get(), "a", limits, kReaders, {.purpose = Purpose::member, .member = index}, listener);
  got.reason = result.reason;
  return got;
}

std::vector<std::string> names(const Extraction& result) {
  std::vector<std::string> all;
  for (const Member& member : result.members) {
    all.push_back(member.refusal.empty() ? member.name : member.name + ": " + member.refusal);
  }
  return all;
}

struct Sample {
  std::string file{};
  std::string format{};
  std::string version{};
};
void PrintTo(const Sample& s, std::ostream* out) { *out << s.file; }

class PackedFiles : public testing::TestWithParam<Sample> {};

TEST_P(PackedFiles, AreListedAndGiven) {
  const files::Fd file = sample_file(GetParam().file);
  const Extraction result = listed(file, GetParam().file);
  ASSERT_EQ(result.state, TextState::none_by_nature) << result.reason;
  EXPECT_EQ(result.format, GetParam().format);
  ASSERT_EQ(result.members.size(), 3U);
  EXPECT_EQ(result.members[0].name, "附件/通知.txt");
  EXPECT_EQ(result.members[0].raw_name, "");
  EXPECT_EQ(result.members[0].size, 22U);
  EXPECT_EQ(result.members[2].name, "link");
  EXPECT_EQ(result.members[2].refusal, "symbolic link");
  if (!GetParam().version.empty()) {
    EXPECT_THAT(result.technical, Contains(Pair(technical::kFormatVersion, GetParam().version)));
  }
  EXPECT_EQ(member(file, 0).content, "关于归档的通知\n");
  EXPECT_EQ(member(file, 0).reason, "");
  EXPECT_EQ(member(file, 2).reason, "symbolic link");
  EXPECT_EQ(member(file, 3).reason, "no such file inside");
}

TEST_P(PackedFiles, CutOffAnywhereFail) {
  std::string whole = files::read_all(sample_file(GetParam().file).get(), 1 << 20).value();
  for (std::size_t size = whole.size() - 1; size > 8; size -= std::min<std::size_t>(size, 13)) {
    const Extraction result = listed(memory_file(whole.substr(0, size)));
    // A tar may lack the padding behind its end mark, no more.
    if (GetParam().format == "tar" && size >= whole.size() - 9'000) continue;
    EXPECT_NE(result.state, TextState::none_by_nature) << size << " of " << whole.size();
  }
}

TEST_P(PackedFiles, ChangedAnywhereEndInANamedState) {
  const std::string whole = files::read_all(sample_file(GetParam().file).get(), 1 << 20).value();
  std::mt19937 random{42};
  for (int i = 0; i < 150; ++i) {
    std::string bytes = whole;
    for (int n = 0; n < 3; ++n) {
      bytes[8 + random() % (bytes.size() - 8)] = static_cast<char>(random() & 0xFF);
    }
    const files::Fd file = memory_file(bytes);
    const Extraction result = listed(file);
    EXPECT_EQ(result.state == TextState::failed, !result.reason.empty());
    for (std::uint32_t m = 0; m < result.members.size(); ++m) (void)member(file, m);
  }
}

INSTANTIATE_TEST_SUITE_P(Samples, PackedFiles,
                         testing::Values(Sample{"files.tar", "tar", "GNU"},
                                         Sample{"files.tar.gz", "gz", "pax"},
                                         Sample{"files.tar.bz2", "bz2", "pax"},
                                         Sample{"files.tar.xz", "xz", "pax"},
                                         Sample{"files.7z", "7z", ""}));

TEST(Tar, RefusesWhatIsNoFileAndKeepsTheRest) {
  const std::string tar = tar_entry("a/", "", '5') + tar_entry("a/1.txt", "一") +
                          tar_entry("hard", "", '1', "a/1.txt") + tar_entry("null", "", '3') +
                          tar_entry("pipe", "", '6') + tar_entry("../2.txt", "二") + tar_end();
  const files::Fd file = memory_file(tar);
  const Extraction result = listed(file, "a.tar");
  ASSERT_EQ(result.state, TextState::none_by_nature) << result.reason;
  EXPECT_THAT(names(result), ElementsAre("a/1.txt", "hard: hard link", "null: device",
                                         "pipe: named pipe", "../2.txt"));
  EXPECT_EQ(member(file, 4).content, "二");
  EXPECT_EQ(member(file, 1).reason, "hard link");
}

TEST(Tar, NamesOfEitherEncoding) {
  const Extraction result = listed(
      memory_file(tar_entry("\xCD\xA8\xD6\xAA.doc", "1") + tar_entry("附件.doc", "2") + tar_end()));
  ASSERT_EQ(result.members.size(), 2U) << result.reason;
  EXPECT_EQ(result.members[0].name, "通知.doc");
  EXPECT_EQ(result.members[0].raw_name, "\xCD\xA8\xD6\xAA.doc");
  EXPECT_EQ(result.members[0].encoding, "GB18030");
  EXPECT_EQ(result.members[1].name, "附件.doc");
  EXPECT_EQ(result.members[1].encoding, "");
}

TEST(Tar, WithoutItsEndMarkIsCutOff) {
  const Extraction cut =
      listed(memory_file(tar_entry("a", "1") + tar_entry("b", std::string(512, 'x'))));
  EXPECT_EQ(cut.state, TextState::failed);
  EXPECT_THAT(cut.reason, HasSubstr("cut off"));
}

TEST(Gzip, OneFileIsNamedByItselfOrByItsContainer) {
  const std::string body{"\x4B\x04\x00\xB7\xEF\xDC\x83\x01\x00\x00\x00", 11};  // "a"
  const std::string head{"\x1F\x8B\x08", 3};
  const std::string rest{"\0\0\0\0\0\3", 6};
  const files::Fd plain = memory_file(head + std::string(1, '\0') + rest.substr(0, 6) +
                                      std::string{"\x4B\x04\x00\x43\xBE\xB7\xE8\x01\0\0\0", 11});
  const Extraction result = listed(plain, "folder/清单.csv.gz");
  ASSERT_EQ(result.state, TextState::none_by_nature) << result.reason;
  ASSERT_EQ(result.members.size(), 1U);
  EXPECT_EQ(result.members[0].name, "清单.csv");
  EXPECT_EQ(result.members[0].size, 1U);
  EXPECT_EQ(member(plain, 0).content, "a");

  const Extraction named =
      listed(memory_file(head + "\x08" + rest + std::string{"\xCD\xA8\xD6\xAA.txt\0", 9} +
                         std::string{"\x4B\x04\x00\x43\xBE\xB7\xE8\x01\0\0\0", 11}));
  ASSERT_EQ(named.members.size(), 1U) << named.reason;
  EXPECT_EQ(named.members[0].name, "通知.txt");
  EXPECT_EQ(named.members[0].encoding, "GB18030");

  const Extraction wrong = listed(memory_file(head + std::string(1, '\0') + rest + body));
  EXPECT_EQ(wrong.state, TextState::failed);
  EXPECT_THAT(wrong.reason, HasSubstr("gzip: incorrect data check"));
}

TEST(Xz, OneFileIsNamedByItsContainer) {
  const Extraction result = listed(sample_file("note.txt.xz"), "note.txt.xz");
  EXPECT_THAT(names(result), ElementsAre("note.txt"));
  EXPECT_EQ(member(sample_file("note.txt.xz"), 0).content, "关于归档的通知\n");
}

TEST(Packed, TooMuchIsRefused) {
  Limits limits;
  limits.zip_total_bytes = 1'000;
  EXPECT_THAT(listed(sample_file("files.tar.gz"), "a", limits).reason, HasSubstr("longer than"));
  limits.zip_total_bytes = 20;
  EXPECT_THAT(listed(sample_file("files.tar.xz"), "a", limits).reason, HasSubstr("longer than"));
  limits = {};
  limits.member_bytes = 10;
  const Extraction result = listed(sample_file("files.tar.gz"), "a", limits);
  ASSERT_EQ(result.members.size(), 3U) << result.reason;
  EXPECT_THAT(result.members[0].refusal, HasSubstr("longer than"));
  EXPECT_THAT(member(sample_file("note.txt.xz"), 0, limits).reason, HasSubstr("longer than"));
  limits = {};
  limits.zip_entries = 2;
  EXPECT_EQ(listed(sample_file("files.7z"), "a", limits).reason, "more than 2 files inside");
}

TEST(Rar, StoredFilesAreListedAndGiven) {
  const files::Fd file = memory_file(
      rar4({{.name = "\xCD\xA8\xD6\xAA.txt", .data = "归档"}, {.name = "b", .data = "2"}}));
  const Extraction result = listed(file, "a.rar");
  ASSERT_EQ(result.state, TextState::none_by_nature) << result.reason;
  EXPECT_THAT(names(result), ElementsAre("通知.txt", "b"));
  EXPECT_EQ(member(file, 0).content, "归档");
  EXPECT_EQ(member(file, 1).content, "2");
}

TEST(Rar, EncryptedFilesKeepTheirReason) {
  const Extraction result = listed(
      memory_file(rar4({{.name = "a", .data = "1", .flags = 4}, {.name = "b", .data = "2"}})));
  EXPECT_THAT(names(result), ElementsAre("a: encrypted", "b"));
}

TEST(Rar, AChecksumThatDoesNotFitIsSaid) {
  std::string bytes = rar4({{.name = "a", .data = "correct"}});
  bytes[bytes.find("correct")] = 'C';
  const files::Fd file = memory_file(bytes);
  EXPECT_EQ(listed(file).members.size(), 1U);
  EXPECT_NE(member(file, 0).reason, "");
}

}  // namespace
}  // namespace guidang::extract
