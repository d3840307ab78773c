// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/zip.h"

#include <fcntl.h>
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace guidang::files
