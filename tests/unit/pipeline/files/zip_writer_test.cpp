// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/zip_writer.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <iterator>
#include <stdexcept>

#include "pipeline/failure.h"
#include "pipeline/files/zip.h"
#include "tests/unit/pipeline/files/temp_folder.h"

namespace guidang::files {
namespace {

TEST(ZipWriter, OurReaderAcceptsIt) {
  const TempFolder temp;
  const auto a = temp.write("1", "one");
  const auto b = temp.write("2", "");
  write_zip(temp.path() / "out.zip", {{"袋/数据/通知.txt", a}, {"袋/bagit.txt", b}});
  auto result = ZipReader::open(slurp(temp.path() / "out.zip"));
  ASSERT_TRUE(std::holds_alternative<ZipReader>(result)) << std::get<ZipError>(result).message();
  auto& zip = std::get<ZipReader>(result);
  ASSERT_EQ(zip.entries().size(), 2U);
  EXPECT_EQ(zip.entries()[0].name.text, "袋/bagit.txt");
  EXPECT_EQ(zip.entries()[1].name.text, "袋/数据/通知.txt");
  EXPECT_EQ(zip.entries()[1].packed_size, 3U);
  EXPECT_EQ(std::get<std::string>(zip.read(zip.entries()[1])), "one");
}

TEST(ZipWriter, BytesDependOnNothingElse) {
  const TempFolder temp;
  const auto a = temp.write("1", "one");
  const auto b = temp.write("2", "two");
  write_zip(temp.path() / "x.zip", {{"a", a}, {"b", b}});
  std::filesystem::last_write_time(a, std::filesystem::file_time_type{});
  std::filesystem::permissions(b, std::filesystem::perms::owner_all);
  write_zip(temp.path() / "y.zip", {{"b", b}, {"a", a}});
  EXPECT_EQ(slurp(temp.path() / "x.zip"), slurp(temp.path() / "y.zip"));
}

TEST(ZipWriter, MissingSourceLeavesNothing) {
  const TempFolder temp;
  EXPECT_THROW(write_zip(temp.path() / "out.zip", {{"a", temp.path() / "absent"}}), Failure);
  EXPECT_TRUE(std::filesystem::is_empty(temp.path()));
}

TEST(ZipWriter, BadNamesAreBugs) {
  const TempFolder temp;
  const auto a = temp.write("1", "one");
  const auto out = temp.path() / "out.zip";
  EXPECT_THROW(write_zip(out, {{"../a", a}}), std::logic_error);
  EXPECT_THROW(write_zip(out, {{"a", a}, {"a", a}}), std::logic_error);
}

}  // namespace
}  // namespace guidang::files
