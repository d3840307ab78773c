// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/account.h"

#include "tests/unit/pipeline/register/register_fixture.h"

namespace guidang::test {
namespace {

using AccountTest = RegisterTest;

TEST(Account, FailsWhenASumDiffers) {
  Account account;
  EXPECT_TRUE(account.balanced());
  account.seen = 1;
  EXPECT_FALSE(account.balanced()) << "a file vanished";
  account.files[0] = 1;
  EXPECT_TRUE(account.balanced());
  account.documents[0] = 1;
  EXPECT_FALSE(account.balanced()) << "a document came from nowhere";
}

TEST(Account, SpeaksTheContractOfTheCommandLine) {
  EXPECT_EQ(Account{}.json(),
            R"({"files":{"seen":0,"component":0,"metadata":0,"ignored":0,"quarantined":0,)"
            R"("refused":0},"documents":{"in":0,"accepted":0,"held":0,"return_proposed":0,)"
            R"("returned":0,"not_filed":0,"duplicate":0,"stub":0,"withdrawn":0}})");
}

TEST_F(AccountTest, CountsStubsDuplicatesAndTheUnplaced) {
  write([](Commit& commit) {
    commit.put_document({.id = "d0", .stub = true});
    commit.put_document(document("d1"));
    commit.put_document(document("d2", "b.txt"));
    commit.put_fact("d2", {"relate", 1, ""}, Relations{{{.kind = "duplicate_of", .other = "d1"}}});
  });
  const Account account = account_of_all(*register_);
  EXPECT_TRUE(account.balanced());
  EXPECT_EQ(account.in, 3U);
  EXPECT_EQ(account.count(Verdict::stub), 1U);
  EXPECT_EQ(account.count(Verdict::duplicate), 1U);
  EXPECT_EQ(account.count(Verdict::held), 1U);
  EXPECT_TRUE(account.anything_open());
}

}  // namespace
}  // namespace guidang::test
