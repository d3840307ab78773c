// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <ostream>

#include "pipeline/files/zip.h"
#include "tests/unit/pipeline/files/zip_builder.h"

namespace guidang::files {
namespace {

constexpr std::uint32_t kLink = 0120777U << 16U;
constexpr std::uint32_t kDevice = 0020666U << 16U;
constexpr ZipLimits kLimits{.entries = 3,
                            .entry_bytes = 1'000'000,
                            .total_bytes = 1'500'000,
                            .ratio = 100,
                            .ratio_from_bytes = 10'000};

struct Case {
  const char* name;
  std::string bytes;
  ZipFlaw flaw;
  std::string entry;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

Case with(const char* name, BuiltEntry entry, ZipFlaw flaw) {
  const std::string shown = entry.name;
  return {name, build_zip({std::move(entry)}), flaw, shown};
}

class HostileZip : public testing::TestWithParam<Case> {};

TEST_P(HostileZip, IsRefusedNamingTheEntry) {
  auto result = ZipReader::open(GetParam().bytes, kLimits);
  ASSERT_TRUE(std::holds_alternative<ZipError>(result));
  const ZipError& error = std::get<ZipError>(result);
  EXPECT_EQ(error.flaw, GetParam().flaw) << error.message();
  EXPECT_EQ(error.entry, GetParam().entry);
  EXPECT_FALSE(error.message().empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, HostileZip,
    testing::Values(
        Case{"NoBytes", "", ZipFlaw::not_a_zip, ""},
        Case{"Text", std::string(100'000, 'x'), ZipFlaw::not_a_zip, ""},
        Case{"CutShort", build_zip({{.name = "a", .data = "1"}}).substr(0, 60), ZipFlaw::not_a_zip,
             ""},
        Case{"TwoEndsAndBytesBehind",
             build_zip({{.name = "a", .data = "1"}}) + build_zip({{.name = "b"}}) + "x",
             ZipFlaw::not_a_zip, ""},
        Case{"TooMuchBehind", build_zip({{.name = "a", .data = "1"}}) + std::string(66'000, 'x'),
             ZipFlaw::not_a_zip, ""},
        Case{"TooManyEntries",
             build_zip({{.name = "a"}, {.name = "b"}, {.name = "c"}, {.name = "d"}}),
             ZipFlaw::too_many_entries, ""},
        Case{"CountsMoreThanThereAre", build_zip({{.name = "a"}}, std::uint16_t{2}),
             ZipFlaw::damaged, ""},
        Case{"CountsFewerThanThereAre", build_zip({{.name = "a"}, {.name = "b"}}, std::uint16_t{1}),
             ZipFlaw::contradictory, ""},
        with("RatioBomb", {.name = "a", .data = deflate_bomb(2'000), .method = 8, .size = 516'001},
             ZipFlaw::ratio_too_high),
        with("EntryTooBig", {.name = "a", .data = std::string(1'000'001, 'x')},
             ZipFlaw::entry_too_big),
        Case{"TotalTooBig",
             build_zip({{.name = "a", .data = std::string(800'000, 'x')},
                        {.name = "b", .data = std::string(800'000, 'x')}}),
             ZipFlaw::total_too_big, ""},
        with("Encrypted", {.name = "a", .data = "1", .flags = 1}, ZipFlaw::encrypted),
        with("SlipsUp", {.name = "../../etc/cron.d/x", .data = "1"}, ZipFlaw::unsafe_name),
        with("Absolute", {.name = "/etc/passwd", .data = "1"}, ZipFlaw::unsafe_name),
        Case{"Backslash", build_zip({{.name = "..\\x", .data = "1"}}), ZipFlaw::unsafe_name,
             "..\\\\x"},
        with("Drive", {.name = "C:/x", .data = "1"}, ZipFlaw::unsafe_name),
        Case{"Duplicate", build_zip({{.name = "a", .data = "1"}, {.name = "a", .data = "2"}}),
             ZipFlaw::duplicate_name, "a"},
        Case{"DuplicateInTwoEncodings",
             build_zip({{.name = "\xCD\xA8", .data = "1"}, {.name = "通", .data = "2"}}),
             ZipFlaw::duplicate_name, "通"},
        Case{"FileAndFolder", build_zip({{.name = "a", .data = "1"}, {.name = "a/"}}),
             ZipFlaw::duplicate_name, "a/"},
        Case{"Overlap",
             build_zip({{.name = "a", .data = "1"}, {.name = "b", .data = "1", .offset = 0}}),
             ZipFlaw::overlap, "b"},
        with("HeaderOutsideTheArchive", {.name = "a", .data = "1", .offset = 0xFFFF},
             ZipFlaw::damaged),
        with("DataRunsIntoDirectory", {.name = "a", .data = "1", .packed_size = 50},
             ZipFlaw::overlap),
        with("Symlink", {.name = "a", .data = "/etc/passwd", .attributes = kLink},
             ZipFlaw::symlink),
        with("Device", {.name = "a", .attributes = kDevice}, ZipFlaw::unsupported),
        with("UnknownMethod", {.name = "a", .data = "1", .method = 99}, ZipFlaw::unsupported),
        with("OtherNameInLocalHeader", {.name = "a", .data = "1", .local_name = "b"},
             ZipFlaw::contradictory),
        Case{"DirectoryNotBeforeItsEnd", "junk" + build_zip({{.name = "a", .data = "1"}}),
             ZipFlaw::contradictory, ""}),
    [](const auto& param) { return param.param.name; });

ZipFlaw flaw_of_reading(BuiltEntry entry) {
  auto opened = ZipReader::open(build_zip({std::move(entry)}));
  if (auto* error = std::get_if<ZipError>(&opened)) {
    ADD_FAILURE() << error->message();
    return error->flaw;
  }
  auto& zip = std::get<ZipReader>(opened);
  const auto result = zip.read(zip.entries()[0]);
  if (std::holds_alternative<std::string>(result)) ADD_FAILURE() << "was read";
  return std::get<ZipError>(result).flaw;
}

TEST(HostileZipEntry, LongerThanItSaysIsRefused) {
  // 26 MB behind a promise of 100 bytes.
  EXPECT_EQ(flaw_of_reading({.name = "a", .data = deflate_bomb(100'000), .method = 8, .size = 100}),
            ZipFlaw::contradictory);
}

TEST(HostileZipEntry, ShorterThanItSaysIsRefused) {
  EXPECT_EQ(flaw_of_reading({.name = "a", .data = deflate_bomb(1), .method = 8, .size = 100'000}),
            ZipFlaw::damaged);
}

TEST(HostileZipEntry, WrongChecksumIsRefused) {
  EXPECT_EQ(flaw_of_reading({.name = "a", .data = "abc", .crc = 1}), ZipFlaw::damaged);
}

TEST(HostileZipEntry, BrokenDeflateIsRefused) {
  EXPECT_EQ(flaw_of_reading({.name = "a", .data = "\xFF\xFF\xFF", .method = 8, .size = 10}),
            ZipFlaw::damaged);
}

TEST(HostileZipEntry, EveryCutOfAnArchiveIsAValue) {
  const std::string whole = build_zip({{.name = "a", .data = "abc"}, {.name = "b/c", .data = "d"}});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_TRUE(std::holds_alternative<ZipError>(ZipReader::open(whole.substr(0, size)))) << size;
  }
}

TEST(Zip, TakesNamesThatAreNoPathsWhereTheyAreOnlyCompared) {
  const std::string odd = build_zip({{.name = "./a", .data = "1"}, {.name = "b\\c", .data = "2"}});
  auto result = ZipReader::open(odd, kLimits, ZipUse::archive);
  ASSERT_TRUE(std::holds_alternative<ZipReader>(result));
  EXPECT_NE(std::get<ZipReader>(result).find("b\\c"), nullptr);
}

}  // namespace
}  // namespace guidang::files
