// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/compound_file.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <variant>

#include "stages/extract/readers.h"
#include "tests/unit/stages/extract/hostile.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

std::string memo() { return *files::read_all(sample_file("memo.doc").get(), 1 << 20); }

std::string wide(std::string_view ascii) {
  std::string units;
  for (const char c : ascii) units.append({c, '\0'});
  return units;
}

/// With the stream WordDocument called otherwise.
std::string with_stream(std::string_view name) {
  std::string file = memo();
  const std::size_t entry = file.find(wide("WordDocument"));
  std::string field = wide(name);
  field.resize(64, '\0');
  file.replace(entry, 64, field);
  file[entry + 64] = static_cast<char>(2 * name.size() + 2);
  return file;
}

TEST(CompoundFile, ListsAndReadsStreams) {
  const files::Fd file = memory_file(memo());
  const auto opened = CompoundFile::open(file.get(), {});
  const auto* compound = std::get_if<CompoundFile>(&opened);
  ASSERT_NE(compound, nullptr) << std::get<std::string>(opened);
  const CompoundEntry* entry = compound->find("WordDocument");
  ASSERT_NE(entry, nullptr);
  EXPECT_FALSE(entry->storage);
  const StreamBytes stream = compound->read("WordDocument", 1 << 20);
  EXPECT_EQ(stream.flaw, "");
  EXPECT_EQ(stream.bytes.size(), entry->size);
  EXPECT_EQ(stream.bytes.substr(0, 2), "\xEC\xA5");
  EXPECT_EQ(compound->read("Nothing", 9).flaw, "stream Nothing is missing");
  EXPECT_EQ(compound->read("WordDocument", 9).flaw, "stream WordDocument is longer than 0 MB");
}

TEST(CompoundFile, ReadsPropertiesInTheirCodePage) {
  const files::Fd file = memory_file(memo());
  const auto opened = CompoundFile::open(file.get(), {});
  Extraction result;
  std::get<CompoundFile>(opened).add_summary(result);
  const std::map<std::string, std::string> properties{{"title", "关于做好归档工作的通知"},
                                                      {"subject", "归档"},
                                                      {"keywords", "档案 通知"},
                                                      {"creator", "办公室"},
                                                      {"last_modified_by", "办公室"}};
  EXPECT_EQ(result.properties, properties);
  EXPECT_EQ(result.technical.at("created"), "2023-03-01T09:30:00Z");
  EXPECT_EQ(result.technical.at("modified"), "2023-03-02T10:00:00Z");
}

TEST(CompoundFile, FailsWhenItsDirectoryIsLost) {
  std::string file = memo();
  file.resize(600);
  const files::Fd cut = memory_file(file);
  EXPECT_TRUE(std::holds_alternative<std::string>(CompoundFile::open(cut.get(), {})));
}

struct Case {
  std::string stream{};
  std::string format{};
  TextState state = TextState::failed;
  std::string reason{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.stream; }

class Streams : public testing::TestWithParam<Case> {};

TEST_P(Streams, SayWhatTheFileIs) {
  const files::Fd file = memory_file(with_stream(GetParam().stream));
  const Extraction result = read_in_process(file.get(), "a.docx", {});
  EXPECT_EQ(result.format, GetParam().format);
  if (GetParam().reason.empty()) return;
  EXPECT_EQ(result.state, GetParam().state);
  EXPECT_EQ(result.reason, GetParam().reason);
}

INSTANTIATE_TEST_SUITE_P(Names, Streams,
                         testing::Values(Case{"WordDocument", "doc"}, Case{"Workbook", "xls"},
                                         Case{"Book", "xls"}, Case{"PowerPoint Document", "ppt"},
                                         Case{"__properties_version1.0", "msg"},
                                         Case{"EncryptedPackage", "encrypted_office",
                                              TextState::failed,
                                              "encrypted: the document asks for a password"},
                                         Case{"Contents", "ole2"}));

TEST(CompoundFile, IsToldByItsRemainsWhenItsDirectoryIsBroken) {
  std::string file = memo();
  // The sector where the table of sectors is said to begin.
  file.replace(76, 4, "\xF0\xFF\xFF\x0F", 4);
  const Extraction result = read_in_process(memory_file(file).get(), "a.doc", {});
  EXPECT_EQ(result.format, "doc");
  EXPECT_EQ(result.state, TextState::failed);
}

TEST(CompoundFile, OfNothingKnownFailsWhenDamaged) {
  std::string file = with_stream("Contents");
  file.replace(76, 4, "\xF0\xFF\xFF\x0F", 4);
  EXPECT_EQ(read_in_process(memory_file(file).get(), "a.doc", {}).state, TextState::failed);
  const Extraction whole =
      read_in_process(memory_file(with_stream("Contents")).get(), "Thumbs.db", {});
  EXPECT_EQ(whole.state, TextState::no_reader);
}

}  // namespace
}  // namespace guidang::extract
