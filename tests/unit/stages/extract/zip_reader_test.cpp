// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "pipeline/technical.h"
#include "stages/extract/process/helper_pool.h"
#include "stages/extract/readers.h"
#include "tests/unit/pipeline/files/zip_builder.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

using testing::Contains;
using testing::Pair;

TEST(ZipReader, ListsFilesWithTheirRefusals) {
  constexpr std::uint32_t kLink = 0120777U << 16U;
  constexpr std::uint32_t kDevice = 0020666U << 16U;
  const files::Fd file =
      memory_file(files::build_zip({{.name = "附件/"},
                                    {.name = "\xCD\xA8\xD6\xAA.doc", .data = "归档"},
                                    {.name = "密.doc", .data = "1", .flags = 1},
                                    {.name = "link", .data = "/etc/passwd", .attributes = kLink},
                                    {.name = "tty", .attributes = kDevice},
                                    {.name = "both/", .data = "x"},
                                    {.name = "new", .data = "x", .method = 93},
                                    {.name = "../../out", .data = "2"},
                                    {.name = "/abs", .data = "3"}}));
  const Extraction result = read_in_process(file.get(), "a.zip", {});
  ASSERT_EQ(result.state, TextState::none_by_nature) << result.reason;
  EXPECT_EQ(result.format, "zip");
  EXPECT_TRUE(result.pages.empty());
  const std::vector<Member> expected{
      {.name = "通知.doc", .raw_name = "\xCD\xA8\xD6\xAA.doc", .encoding = "GB18030", .size = 6},
      {.name = "密.doc", .size = 1, .refusal = "encrypted"},
      {.name = "link", .size = 11, .refusal = "symbolic link"},
      {.name = "tty", .refusal = "not a regular file"},
      {.name = "both/", .size = 1, .refusal = "both file and folder"},
      {.name = "new", .size = 1, .refusal = "method 93"},
      {.name = "../../out", .size = 1},
      {.name = "/abs", .size = 1}};
  EXPECT_EQ(result.members, expected);
}

TEST(ZipReader, GivesBytesThroughTheHelper) {
  const files::Fd file = memory_file(files::build_zip(
      {{.name = "d/"}, {.name = "a", .data = "一"}, {.name = "b", .data = "1", .flags = 1}}));
  HelperPool pool{1};
  ASSERT_EQ(pool.read(file.get(), "a.zip").members.size(), 2U);
  const MemberContent content = pool.member(file.get(), "a.zip", 0);
  ASSERT_TRUE(content.file) << content.reason;
  EXPECT_EQ(files::read_all(content.file.get(), 100), "一");
  EXPECT_EQ(pool.member(file.get(), "a.zip", 1).reason, "encrypted");
  EXPECT_EQ(pool.member(file.get(), "a.zip", 2).reason, "no such file inside");
}

TEST(ZipReader, ABadChecksumIsSaidWhenTheBytesAreWanted) {
  const files::Fd file = memory_file(files::build_zip({{.name = "a", .data = "1", .crc = 7}}));
  EXPECT_EQ(read_zip(file.get(), {}).members.size(), 1U);
  std::string got;
  EXPECT_NE(zip_member(file.get(), {}, 0, [&](std::string_view piece) { got += piece; }), "");
}

TEST(ZipReader, BytesBehindTheArchiveAreAFlaw) {
  const Extraction result =
      read_zip(memory_file(files::build_zip({{.name = "a", .data = "1"}}) + "\n").get(), {});
  ASSERT_EQ(result.state, TextState::none_by_nature) << result.reason;
  EXPECT_THAT(result.technical,
              Contains(Pair(technical::kFlaw, "bytes behind the end of the ZIP archive: 1")));
}

TEST(ZipReader, DamageFailsTheWhole) {
  const std::string whole = files::build_zip({{.name = "a", .data = "1"}, {.name = "b"}});
  for (std::size_t size = 4; size < whole.size(); ++size) {
    EXPECT_EQ(read_zip(memory_file(whole.substr(0, size)).get(), {}).state, TextState::failed)
        << size;
  }
}

TEST(ZipReader, TooBigAMemberIsRefused) {
  Limits limits;
  limits.member_bytes = 3;
  const files::Fd file =
      memory_file(files::build_zip({{.name = "a", .data = "1234"}, {.name = "b", .data = "1"}}));
  const Extraction result = read_zip(file.get(), limits);
  ASSERT_EQ(result.members.size(), 2U);
  EXPECT_EQ(result.members[0].refusal, "longer than 0 MB");
  EXPECT_EQ(result.members[1].refusal, "");
}

}  // namespace
}  // namespace guidang::extract
