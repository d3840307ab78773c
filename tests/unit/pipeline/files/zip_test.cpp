// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/zip.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <array>
#include <optional>

#include "tests/unit/pipeline/files/temp_folder.h"
#include "tests/unit/pipeline/files/zip_builder.h"

namespace guidang::files {
namespace {

std::string content(ZipReader& zip, std::string_view name) {
  const ZipEntry* entry = zip.find(name);
  if (entry == nullptr) return "(absent)";
  auto result = zip.read(*entry);
  if (auto* error = std::get_if<ZipError>(&result)) return error->message();
  return std::get<std::string>(result);
}

TEST(Zip, ReadsStoredAndDeflatedEntries) {
  const std::string packed = deflate_bomb(10);
  const std::string letters(1 + 258 * 10, 'a');
  auto result = ZipReader::open(build_zip({{.name = "word/document.xml", .data = "<a/>"},
                                           {.name = "media/", .data = ""},
                                           {.name = "a.txt",
                                            .data = packed,
                                            .method = 8,
                                            .size = static_cast<std::uint32_t>(letters.size()),
                                            .crc = crc32(letters)}}));
  ASSERT_TRUE(std::holds_alternative<ZipReader>(result)) << std::get<ZipError>(result).message();
  auto& zip = std::get<ZipReader>(result);
  EXPECT_EQ(content(zip, "word/document.xml"), "<a/>");
  EXPECT_EQ(content(zip, "a.txt"), letters);
  EXPECT_EQ(zip.find("absent"), nullptr);
  EXPECT_TRUE(zip.find("media/")->is_folder);
  EXPECT_EQ(zip.find("media"), nullptr);
}

TEST(Zip, ReadsFromADescriptor) {
  const TempFolder temp;
  const std::string bytes = build_zip({{.name = "a", .data = "1"}, {.name = "b", .data = "2"}});
  auto result = ZipReader::open(Fd{::open(temp.write("z", bytes).c_str(), O_RDONLY | O_CLOEXEC)});
  ASSERT_TRUE(std::holds_alternative<ZipReader>(result));
  auto moved = std::move(std::get<ZipReader>(result));
  EXPECT_EQ(content(moved, "b"), "2");
  EXPECT_EQ(content(moved, "a"), "1");
}

TEST(Zip, GivesChineseNamesOfEitherEncoding) {
  auto result = ZipReader::open(build_zip({{.name = "\xCD\xA8\xD6\xAA.doc", .data = "1"},
                                           {.name = "附件.doc", .data = "2", .flags = 1U << 11U}}));
  auto& zip = std::get<ZipReader>(result);
  EXPECT_EQ(content(zip, "通知.doc"), "1");
  EXPECT_EQ(content(zip, "附件.doc"), "2");
  EXPECT_EQ(zip.entries()[0].name.raw, "\xCD\xA8\xD6\xAA.doc");
}

TEST(Zip, ArchiveMayBeEmpty) {
  auto result = ZipReader::open(build_zip({}));
  ASSERT_TRUE(std::holds_alternative<ZipReader>(result)) << std::get<ZipError>(result).message();
  EXPECT_TRUE(std::get<ZipReader>(result).entries().empty());
}

TEST(Zip, DirectoryMayCarryAComment) {
  std::string bytes = build_zip({{.name = "a", .data = "1"}});
  bytes[bytes.size() - 2] = 4;
  auto result = ZipReader::open(bytes + "PK\5\6");
  ASSERT_TRUE(std::holds_alternative<ZipReader>(result)) << std::get<ZipError>(result).message();
}

std::string with_unicode_path(const std::string& raw, const std::string& text) {
  std::string extra;
  put(extra, 0x7075, 2);
  put(extra, 5 + text.size(), 2);
  put(extra, 1, 1);
  put(extra, crc32(raw), 4);
  return extra + text;
}

TEST(Zip, UnicodePathGoesBeforeTheRawName) {
  const std::string raw = "\xCD\xA8\xD6\xAA.doc";
  auto result =
      ZipReader::open(build_zip({{.name = raw, .extra = with_unicode_path(raw, "通知（一）.doc")},
                                 {.name = "renamed", .extra = with_unicode_path("old", "旧")}}));
  ASSERT_TRUE(std::holds_alternative<ZipReader>(result)) << std::get<ZipError>(result).message();
  const auto& entries = std::get<ZipReader>(result).entries();
  EXPECT_EQ(entries[0].name.text, "通知（一）.doc");
  EXPECT_EQ(entries[0].name.raw, raw);
  EXPECT_EQ(entries[0].name.encoding, NameEncoding::gb18030);
  EXPECT_EQ(entries[1].name.text, "renamed");
}

TEST(Zip, BytesBehindTheArchiveAreCountedAndBorne) {
  const std::string whole = build_zip({{.name = "a", .data = "1"}});
  for (const std::size_t size : {1U, 512U, 65'000U}) {
    auto result = ZipReader::open(whole + std::string(size, '\0'));
    ASSERT_TRUE(std::holds_alternative<ZipReader>(result)) << size;
    EXPECT_EQ(std::get<ZipReader>(result).trailing(), size);
    EXPECT_EQ(content(std::get<ZipReader>(result), "a"), "1");
  }
  auto clean = ZipReader::open(whole);
  EXPECT_EQ(std::get<ZipReader>(clean).trailing(), 0U);
}

TEST(Zip, OfAnArchiveGivesWhatCanBeHad) {
  constexpr std::uint32_t kLink = 0120777U << 16U;
  auto result = ZipReader::open(build_zip({{.name = "../a", .data = "1"},
                                           {.name = "b", .data = "2", .flags = 1},
                                           {.name = "c", .data = "a", .attributes = kLink},
                                           {.name = "d/", .data = "x"},
                                           {.name = "e", .data = "3"},
                                           {.name = "e", .data = "4"}}),
                                {}, ZipUse::archive);
  ASSERT_TRUE(std::holds_alternative<ZipReader>(result)) << std::get<ZipError>(result).message();
  auto& zip = std::get<ZipReader>(result);
  const std::array<std::optional<ZipFlaw>, 6> expected{
      {{}, ZipFlaw::encrypted, ZipFlaw::symlink, ZipFlaw::contradictory, {}, {}}};
  ASSERT_EQ(zip.entries().size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const ZipEntry& entry = zip.entries()[i];
    EXPECT_EQ(entry.refusal.has_value(), expected[i].has_value()) << i;
    if (entry.refusal && expected[i]) {
      EXPECT_EQ(entry.refusal->flaw, *expected[i]);
    }
    EXPECT_EQ(std::holds_alternative<ZipError>(zip.read(entry)), expected[i].has_value()) << i;
  }
  EXPECT_EQ(content(zip, "../a"), "1");
  EXPECT_EQ(content(zip, "e"), "3");
}

}  // namespace
}  // namespace guidang::files
