// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/digest.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "pipeline/failure.h"
#include "pipeline/files/fd.h"
#include "pipeline/files/multi_digest.h"
#include "tests/unit/pipeline/files/temp_folder.h"

namespace guidang::files {
namespace {

// FIPS 180-4 examples.
constexpr const char* kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr const char* kEmpty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

TEST(Sha256, MatchesTheStandardsExamples) {
  EXPECT_EQ(sha256_hex("abc"), kAbc);
  EXPECT_EQ(sha256_hex(""), kEmpty);
}

TEST(Sha256, PiecesGiveTheSameAsTheWhole) {
  Sha256 sha;
  sha.update("a");
  sha.update("");
  sha.update("bc");
  EXPECT_EQ(sha.hex(), kAbc);
}

TEST(Sha256, StartsAnewAfterHex) {
  Sha256 sha;
  sha.update("other");
  static_cast<void>(sha.hex());
  EXPECT_EQ(sha.hex(), kEmpty);
}

TEST(Digests, ReadsFromTheBeginningAndLeavesTheOffset) {
  const TempFolder temp;
  const Fd fd{::open(temp.write("f", "abc").c_str(), O_RDONLY | O_CLOEXEC)};
  ASSERT_EQ(::lseek(fd.get(), 2, SEEK_SET), 2);
  const Digests digests = digest_fd(fd.get());
  EXPECT_EQ(digests.sha256, kAbc);
  EXPECT_EQ(digests.sha512.substr(0, 16), "ddaf35a193617aba");
  EXPECT_EQ(digests.size, 3U);
  EXPECT_EQ(::lseek(fd.get(), 0, SEEK_CUR), 2);
}

TEST(Digests, FileLargerThanABlock) {
  const TempFolder temp;
  const std::string bytes(300'001, 'x');
  EXPECT_EQ(digest_file(temp.write("f", bytes)).sha256, sha256_hex(bytes));
}

TEST(Digests, AbsentFileIsAFailure) { EXPECT_THROW(digest_file("/nowhere/f"), Failure); }

TEST(ShortId, IsPrefixAndSixteenDigits) { EXPECT_EQ(short_id("d-", "abc"), "d-ba7816bf8f01cfea"); }

TEST(MultiDigest, GivesTheSm3OfTheStandard) {
  MultiDigest digest{{Algorithm::sm3}};
  digest.update("abc");
  EXPECT_EQ(digest.hex().front(),
            "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

}  // namespace
}  // namespace guidang::files
