// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "tests/unit/stages/receive/fakes.h"

namespace guidang::receive::test {
namespace {

const std::string kDeclared{kDeclaration};
using Parts = std::vector<std::pair<std::string, Role>>;
using Account = std::array<int, 5>;  ///< component, metadata, ignored, quarantined, refused
using Codes = std::map<std::string, int>;

struct Case {
  std::string name;
  Files files;
  Account account;
  /// Places of the documents, each with its components.
  std::map<std::string, Parts> documents;
  Codes codes;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

std::map<std::string, Parts> documents_of(const RecordingSink& sink) {
  std::map<std::string, Parts> found;
  for (const ReceivedDocument& document : sink.documents) {
    Parts& parts = found[document.stub ? "stub " + document.id : document.origin.place];
    for (const Component& one : document.components.list) parts.emplace_back(one.name, one.role);
  }
  return found;
}

class ContainerTest : public testing::TestWithParam<Case> {};

TEST_P(ContainerTest, IsReceivedFileByFile) {
  const Received run(GetParam().files);
  EXPECT_EQ(run.sink.account, GetParam().account) << run.sink.everything();
  EXPECT_EQ(documents_of(run.sink), GetParam().documents) << run.sink.everything();
  EXPECT_EQ(run.sink.codes(), GetParam().codes) << run.sink.everything();
  EXPECT_TRUE(run.sink.balanced()) << run.sink.everything();
  EXPECT_FALSE(run.store.wrong_digest);
  std::set<std::string> keys;
  for (const FileRow& row : run.sink.files) keys.insert(row.key);
  EXPECT_EQ(keys.size(), run.sink.files.size()) << run.sink.everything();
}

INSTANTIATE_TEST_SUITE_P(
    Archives, ContainerTest,
    testing::Values(
        Case{"IsAFolder",
             {{"收文.zip", archive({{"文件/1.txt", "甲"}, {"文件/2.txt", "乙"}, {"文件/", ""}})}},
             {2, 1, 0, 0, 0},
             {{"收文.zip/文件/1.txt", {{"收文.zip/文件/1.txt", Role::main}}},
              {"收文.zip/文件/2.txt", {{"收文.zip/文件/2.txt", Role::main}}}},
             {{"RCV-160", 1}}},
        Case{"Empty", {{"空.zip", archive({})}}, {0, 1, 0, 0, 0}, {}, {{"RCV-160", 1}}},
        Case{"GroupsAndIgnoresInside",
             {{"a.zip", archive({{"通知.txt", "通知"},
                                 {"通知_附件1.txt", "名单"},
                                 {"__MACOSX/._a", "x"},
                                 {"Thumbs.db", "x"}})}},
             {2, 1, 2, 0, 0},
             {{"a.zip/通知.txt",
               {{"a.zip/通知.txt", Role::main}, {"a.zip/通知_附件1.txt", Role::attachment}}}},
             {{"RCV-101", 2}, {"RCV-160", 1}}},
        Case{
            "RegistersAndSidecarsInside",
            {{"a.zip", archive({{"收文登记.csv", received("1,2023-01-05,甲局,,甲,,,,,1.txt,,\r\n")},
                                {"1.txt", "甲"},
                                {"1.txt.xml", record("<field name=\"title\">甲</field>")}})}},
            {1, 3, 0, 0, 0},
            {{"a.zip/1.txt", {{"a.zip/1.txt", Role::main}}}},
            {{"RCV-160", 1}}},
        Case{"WithinEachOther",
             {{"a.zip", archive({{"b.zip", archive({{"c.txt", "丙"}})}})}},
             {1, 2, 0, 0, 0},
             {{"a.zip/b.zip/c.txt", {{"a.zip/b.zip/c.txt", Role::main}}}},
             {{"RCV-160", 2}}},
        Case{"NestedTooDeep",
             {{"1.zip",
               archive(
                   {{"2.zip",
                     archive({{"3.zip",
                               archive({{"4.zip",
                                         archive({{"5.zip", archive({{"6.txt", "x"}})}})}})}})}})}},
             {0, 5, 0, 0, 1},
             {},
             {{"RCV-160", 5}, {"RCV-163", 1}}},
        Case{"AttachmentByItsName",
             {{"X.txt", "正文"},
              {"X_附件1.zip", archive({{"b.txt", "乙"},
                                       {"a.txt", "甲"},
                                       {"收文登记.csv", "x"},
                                       {"c.zip", archive({{"d.txt", "丁"}})}})}},
             {5, 2, 0, 0, 0},
             {{"X.txt",
               {{"X.txt", Role::main},
                {"X_附件1.zip/a.txt", Role::attachment},
                {"X_附件1.zip/b.txt", Role::attachment},
                {"X_附件1.zip/c.zip/d.txt", Role::attachment},
                {"X_附件1.zip/收文登记.csv", Role::attachment}}}},
             {{"RCV-160", 2}}},
        Case{"AttachmentWithoutADocumentIsAFolder",
             {{"X_附件1.zip", archive({{"a.txt", "甲"}})}},
             {1, 1, 0, 0, 0},
             {{"X_附件1.zip/a.txt", {{"X_附件1.zip/a.txt", Role::main}}}},
             {{"RCV-160", 1}}},
        Case{"BadNames",
             {{"a.zip", archive({{"../x.txt", "1"},
                                 {"/etc/x.txt", "2"},
                                 {"C:\\x.txt", "3"},
                                 {"a\\b.txt", "4"},
                                 {std::string("n\0l.txt", 7), "5"},
                                 {"", "6"},
                                 {"好.txt", "7"}})}},
             {1, 1, 0, 0, 6},
             {{"a.zip/好.txt", {{"a.zip/好.txt", Role::main}}}},
             {{"RCV-107", 3}, {"RCV-160", 1}, {"RCV-161", 6}}},
        Case{"NamesEqualAfterNormalising",
             {{"a.zip",
               archive({{"caf\xC3\xA9.txt", "1"}, {"cafe\xCC\x81.txt", "2"}, {"CAFE.txt", "3"}})}},
             {1, 1, 0, 0, 2},
             {{"a.zip/CAFE.txt", {{"a.zip/CAFE.txt", Role::main}}}},
             {{"RCV-160", 1}, {"RCV-161", 2}}},
        Case{"FileThatIsAFolderToo",
             {{"a.zip", archive({{"b.zip", archive({{"c.txt", "1"}})}, {"b.zip/c.txt", "2"}})}},
             {1, 2, 0, 0, 1},
             {{"a.zip/b.zip/c.txt", {{"a.zip/b.zip/c.txt", Role::main}}}},
             {{"RCV-160", 2}, {"RCV-161", 1}}},
        Case{"WhatCannotBeHad",
             {{"a.zip", archive({{"X.txt", "正文"},
                                 {"X_附件1.txt", "x", "encrypted"},
                                 {"X_附件2.txt", "x", "symbolic link"},
                                 {"Y.txt", "LOST"}})}},
             {1, 1, 0, 0, 3},
             {{"a.zip/X.txt", {{"a.zip/X.txt", Role::main}}}},
             {{"RCV-117", 2}, {"RCV-160", 1}, {"RCV-162", 3}}},
        Case{"PackedFileWithoutAName",
             {{"名册.txt.gz", packed("甲")}},
             {1, 1, 0, 0, 0},
             {{"名册.txt.gz/名册.txt", {{"名册.txt.gz/名册.txt", Role::main}}}},
             {{"RCV-160", 1}}},
        Case{"RawNamesAreKept",
             {{"a.zip", archive({{"公文.txt", "甲", "", "\xB9\xAB\xCE\xC4.txt"}})}},
             {1, 1, 0, 0, 0},
             {{"a.zip/公文.txt", {{"a.zip/公文.txt", Role::main}}}},
             {{"RCV-160", 1}, {"RCV-164", 1}}},
        Case{"NamesThatCannotBeSeen",
             {{"a.zip", archive({{"通知\u202Etxt.docx", "甲"}})}},
             {1, 1, 0, 0, 0},
             {{R"(a.zip/通知\u{202E}txt.docx)", {{R"(a.zip/通知\u{202E}txt.docx)", Role::main}}}},
             {{"RCV-107", 1}, {"RCV-160", 1}}},
        Case{"BombByRatio",
             {{"a.zip", archive({{"a.txt", "甲", "", "", std::uint64_t{1} << 32}})}},
             {0, 0, 0, 0, 1},
             {},
             {{"RCV-163", 1}}},
        Case{"SizesThatOverflow",
             {{"a.zip", archive({{"a", "1", "", "", UINT64_MAX}, {"b", "2", "", "", 3}})}},
             {0, 0, 0, 0, 1},
             {},
             {{"RCV-163", 1}}},
        Case{"DamagedArchiveIsADamagedFile",
             {{"a.zip", "BROKEN"}},
             {0, 0, 0, 0, 1},
             {},
             {{"RCV-113", 1}}},
        Case{"ByAnotherNameIsADocument",
             {{"a.docx", archive({{"b.txt", "乙"}})}, {"batch.xml", kDeclared}},
             {2, 1, 0, 0, 0},
             {{"a.docx", {{"a.docx", Role::main}, {"a.docx/b.txt", Role::attachment}}}},
             {{"RCV-115", 1}, {"RCV-116", 1}}}),
    [](const auto& each) { return each.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Mails, ContainerTest,
    testing::Values(
        Case{"Attachments",
             {{"来信.eml", mail("来信", {{"通知.txt", "通知"}, {"名单.txt", "名单"}})}},
             {3, 0, 0, 0, 0},
             {{"来信.eml",
               {{"来信.eml", Role::main},
                {"来信.eml/通知.txt", Role::attachment},
                {"来信.eml/名单.txt", Role::attachment}}}},
             {}},
        Case{"ArchiveAttached",
             {{"来信.eml", mail("来信", {{"a.zip", archive({{"b.txt", "乙"}, {"._c", "x"}})}})}},
             {2, 1, 1, 0, 0},
             {{"来信.eml", {{"来信.eml", Role::main}, {"来信.eml/a.zip/b.txt", Role::attachment}}}},
             {{"RCV-101", 1}, {"RCV-160", 1}}},
        Case{"MailAttached",
             {{"来信.eml", mail("来信", {{"转.eml", mail("转", {{"b.txt", "乙"}})}})}},
             {3, 0, 0, 0, 0},
             {{"来信.eml",
               {{"来信.eml", Role::main},
                {"来信.eml/转.eml", Role::attachment},
                {"来信.eml/转.eml/b.txt", Role::attachment}}}},
             {}},
        Case{"NamesAreLabels",
             {{"来信.eml",
               mail("来信", {{"../a.txt", "1"}, {"C:\\文\\a.txt", "2"}, {"", "3"}, {"..", "4"}})}},
             {5, 0, 0, 0, 0},
             {{"来信.eml",
               {{"来信.eml", Role::main},
                {"来信.eml/a.txt", Role::attachment},
                {"来信.eml/a (2).txt", Role::attachment},
                {"来信.eml/附件3", Role::attachment},
                {"来信.eml/附件4", Role::attachment}}}},
             {}},
        Case{"UnseenAttachmentHoldsTheMailOutside",
             {{"来信.eml", mail("来信", {{"通知.txt", "通知"}, {"扫描.jpg", "PICTURE"}})}},
             {0, 0, 0, 0, 3},
             {},
             {{"RCV-112", 1}, {"RCV-165", 2}}},
        Case{"UnseenAttachmentIsAdmittedOnDeclaration",
             {{"batch.xml", kDeclared},
              {"来信.eml", mail("来信", {{"通知.txt", "通知"},
                                         {"扫描.jpg", "PICTURE"},
                                         {"坏.docx", "BROKEN"},
                                         {"密.docx", "x", "encrypted"}})}},
             {3, 1, 0, 1, 1},
             {{"来信.eml",
               {{"来信.eml", Role::main},
                {"来信.eml/通知.txt", Role::attachment},
                {"来信.eml/扫描.jpg", Role::attachment}}}},
             {{"RCV-114", 1}, {"RCV-115", 1}, {"RCV-116", 1}, {"RCV-117", 2}, {"RCV-162", 1}}},
        Case{"MailInAnArchive",
             {{"a.zip", archive({{"来信.eml", mail("来信", {{"b.txt", "乙"}})}})}},
             {2, 1, 0, 0, 0},
             {{"a.zip/来信.eml",
               {{"a.zip/来信.eml", Role::main}, {"a.zip/来信.eml/b.txt", Role::attachment}}}},
             {{"RCV-160", 1}}}),
    [](const auto& each) { return each.param.name; });

const std::string kSecret = "机密★10年\n关于绝不外传之事的通知\n";

struct SecretCase {
  std::string name;
  Files files;
  Account account;
  std::size_t stubs = 1;
};
void PrintTo(const SecretCase& c, std::ostream* out) { *out << c.name; }

class SecretInside : public testing::TestWithParam<SecretCase> {};

TEST_P(SecretInside, LeavesNothing) {
  const Received run(GetParam().files);
  EXPECT_EQ(run.sink.account, GetParam().account) << run.sink.everything();
  EXPECT_EQ(run.sink.stubs(), GetParam().stubs);
  EXPECT_TRUE(run.sink.balanced());
  const std::string all = run.sink.everything() + run.store.everything();
  for (const char* word : {"绝不外传", "泄", "机密★"}) {
    EXPECT_EQ(all.find(word), std::string::npos) << word << '\n' << all;
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, SecretInside,
    testing::Values(
        SecretCase{
            "MemberOfAnArchive", {{"收文泄.zip", archive({{"泄.txt", kSecret}})}}, {0, 0, 0, 0, 2}},
        SecretCase{
            "ArchiveInAnArchive",
            {{"收文.zip", archive({{"泄.zip", archive({{"泄.txt", kSecret}})}, {"a.txt", "甲"}})}},
            {1, 0, 0, 0, 3}},
        SecretCase{"ArchiveInAMail",
                   {{"来信泄.eml",
                     mail("来信", {{"a.txt", "甲"}, {"泄.zip", archive({{"泄.txt", kSecret}})}})}},
                   {0, 0, 0, 0, 1}},
        SecretCase{"MailInAnArchiveDeclared",
                   {{"batch.xml", kDeclared},
                    {"泄.zip", archive({{"来信.eml", mail("来信", {{"泄.txt", kSecret}})}})}},
                   {0, 1, 0, 0, 2}},
        SecretCase{"NameOfAMember",
                   {{"来信泄.eml", mail("来信", {{"机密_泄.txt", "甲", "encrypted"}})}},
                   {0, 0, 0, 0, 1}},
        SecretCase{"NameOfAnArchive",
                   {{"机密_泄.zip", archive({{"泄1.txt", "甲"}, {"泄2.txt", "乙"}})}},
                   {0, 0, 0, 0, 3},
                   2},
        SecretCase{"RawNameOfAMember",
                   {{"泄.zip", archive({{"garbled", "泄", "", "\xBB\xFA\xC3\xDC.txt"}})}},
                   {0, 0, 0, 0, 2}},
        SecretCase{
            "DocumentOfAnAttachedArchive",
            {{"泄.txt", kSecret}, {"泄_附件1.zip", archive({{"a.txt", "甲"}, {"Thumbs.db", "x"}})}},
            {0, 0, 0, 0, 4}},
        SecretCase{"InAnAttachedArchive",
                   {{"泄.txt", "甲"}, {"泄_附件1.zip", archive({{"a.txt", kSecret}})}},
                   {0, 0, 0, 0, 3}}),
    [](const auto& each) { return each.param.name; });

/// Batches of archives and mails within each other, by a fixed seed.
class Grower {
 public:
  explicit Grower(unsigned seed) : random_(seed) {}

  std::vector<Packed> files(unsigned depth) {
    std::vector<Packed> all;
    const unsigned count = pick(5);
    for (unsigned i = 0; i < count; ++i) all.push_back(file(depth, std::to_string(i)));
    return all;
  }

  std::multiset<std::string> texts{};  ///< every plain file, as often as it is there

 private:
  unsigned pick(unsigned below) { return static_cast<unsigned>(random_() % below); }

  Packed file(unsigned depth, const std::string& name) {  // NOLINT(misc-no-recursion)
    const unsigned kind = depth == 0 ? 0 : pick(3);
    if (kind == 1) return {name + ".zip", archive(files(depth - 1))};
    if (kind == 2) return {name + ".eml", mail("信" + name, files(depth - 1))};
    const std::string text = "文 " + std::to_string(pick(1000));
    texts.insert(text);
    return {name + ".txt", text};
  }

  std::mt19937 random_;
};

TEST(Containers, EveryFileIsReceivedOnceHoweverPacked) {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    Grower grower(seed);
    TempBatch folder;
    for (const Packed& one : grower.files(4)) folder.add(one.name, one.content);
    const Received run(folder.batch(), 1);
    ASSERT_TRUE(run.sink.balanced()) << seed;
    std::multiset<std::string> received;
    for (const ReceivedDocument& document : run.sink.documents) {
      for (const Component& one : document.components.list) {
        if (one.name.ends_with(".txt")) received.insert(run.store.objects.at(one.digest));
      }
    }
    EXPECT_EQ(received, grower.texts) << seed << '\n' << run.sink.everything();
    const Received threads(folder.batch(), 4);
    EXPECT_EQ(threads.sink.calls, run.sink.calls) << seed;
  }
}

TEST(Containers, TheSameAgainGivesTheSameCalls) {
  TempBatch folder;
  folder.add("a.zip",
             archive({{"来信.eml", mail("来信", {{"b.txt", "乙"}})}, {"坏.txt", "BROKEN"}}));
  folder.add("来信.eml", mail("来信", {{"c.zip", archive({{"d.txt", "丁"}})}}));
  Received run(folder.batch());
  const auto calls = run.sink.calls;
  const auto kept = run.store.everything();
  run.again(folder.batch(), 3, national_settings());
  EXPECT_EQ(run.sink.calls, calls);
  EXPECT_EQ(run.store.everything(), kept);
}

TEST(Containers, ANestedArchiveIsNotUnpackedForEachOfItsFiles) {
  constexpr int kFiles = 200;
  std::vector<Packed> files;
  for (int i = 0; i < kFiles; ++i) files.push_back({std::to_string(i) + ".txt", std::to_string(i)});
  TempBatch folder;
  folder.add("a.zip", archive({{"b.zip", archive(files)}}));
  const Received run(folder.batch());
  EXPECT_EQ(run.sink.documents.size(), std::size_t{kFiles});
  // Each file once, and b.zip once to list it and once to open it.
  EXPECT_EQ(run.reader.members_taken, kFiles + 2);
}

TEST(Containers, LimitsAreThoseOfTheProfile) {
  TempBatch folder;
  folder.add("a.zip", archive({{"1.txt", "甲"}, {"2.txt", "乙"}}));
  const auto codes_with = [&](const auto& change) {
    Settings settings = national_settings();
    change(settings);
    return Received(folder.batch(), 1, settings).sink.codes();
  };
  const Codes none{{"RCV-160", 1}};
  const Codes whole{{"RCV-163", 1}};
  const Codes each{{"RCV-160", 1}, {"RCV-163", 2}};
  EXPECT_EQ(codes_with([](Settings&) {}), none);
  EXPECT_EQ(codes_with([](Settings& s) { s.unpack.files = 1; }), whole);
  EXPECT_EQ(codes_with([](Settings& s) { s.walk.entries = 2; }), whole);
  EXPECT_EQ(codes_with([](Settings& s) { s.unpack.bytes = 5; }), whole);
  EXPECT_EQ(codes_with([](Settings& s) { s.unpack.all_bytes = 5; }), whole);
  EXPECT_EQ(codes_with([](Settings& s) { s.unpack.depth = 0; }), each);
}

}  // namespace
}  // namespace guidang::receive::test
