// SPDX-License-Identifier: GPL-3.0-or-later
// Who is let in to what: the kernel's tables of sockets, and what the doorkeeper makes of them.
#include <gtest/gtest.h>

#include <fstream>
#include <ostream>

#include "index/web/doorkeeper.h"
#include "index/web/socket_owner.h"
#include "tests/support/temp_folder.h"

namespace guidang::web {
namespace {

// As Linux prints them on a machine with little-endian words.
constexpr std::string_view kTcp =
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout "
    "inode\n"
    "   0: 0100007F:20E4 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 "
    "31001 1 0000000000000000 100 0 0 10 0\n"
    "   1: 0100007F:D431 0100007F:20E4 01 00000000:00000000 00:00000000 00000000  1000        0 "
    "31002 2 0000000000000000 20 4 30 10 -1\n"
    "   2: 0100007F:D432 0100007F:20E4 01 00000000:00000000 00:00000000 00000000  1001        0 "
    "31003 2 0000000000000000 20 4 30 10 -1\n"
    "   3: 0100007F:D433 0100007F:20E4 01 00000000:00000000 00:00000000 00000000     0        0 "
    "31004 2 0000000000000000 20 4 30 10 -1\n"
    "   4: 0100007F:D434 0100007F:20E4 04 00000000:00000000 01:00000014 00000000     0        0 0 "
    "3 0000000000000000\n"
    "   5: 0100007F:D435 0100007F:20E4 01 00000000:00000000 00:00000000 00000000     0        0 0 "
    "2 0000000000000000\n"
    "   6: 0100007F:20E4 0100007F:D431 01 00000000:00000000 00:00000000 00000000  1234        0 "
    "31006 2 0000000000000000 20 4 30 10 -1\n";
constexpr std::string_view kTcp6 =
    "  sl  local_address                         remote_address                        st "
    "tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
    "   0: 00000000000000000000000001000000:C001 00000000000000000000000001000000:20E4 01 "
    "00000000:00000000 00:00000000 00000000  1000        0 41001 2 0000000000000000 20 4 30 10 -1\n"
    "   1: 0000000000000000FFFF00000100007F:C002 0000000000000000FFFF00000100007F:20E4 01 "
    "00000000:00000000 00:00000000 00000000  1000        0 41002 2 0000000000000000 20 4 30 10 "
    "-1\n";

Endpoint at(std::string_view address, std::uint16_t port) { return *endpoint_of(address, port); }

const Endpoint kOwn = at("127.0.0.1", 0x20E4);

struct Case {
  std::string name{};
  std::string address{};
  std::uint16_t port = 0;
  std::optional<unsigned> expected{};
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class SocketOwner : public ::testing::TestWithParam<Case> {};

TEST_P(SocketOwner, IsFoundInEitherTable) {
  const test::TempFolder folder;
  std::ofstream(folder / "tcp") << kTcp;
  std::ofstream(folder / "tcp6") << kTcp6;
  const Case& c = GetParam();
  EXPECT_EQ(socket_owner(folder.path(), at(c.address, c.port), at(c.address, 0x20E4)), c.expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, SocketOwner,
    ::testing::Values(Case{"OfAUser", "127.0.0.1", 0xD431, 1000},
                      Case{"OfAnother", "127.0.0.1", 0xD432, 1001},
                      Case{"OfRoot", "127.0.0.1", 0xD433, 0},
                      Case{"OfNobodyWhenClosing", "127.0.0.1", 0xD434, std::nullopt},
                      Case{"OfNobodyWhenTheProcessIsGone", "127.0.0.1", 0xD435, std::nullopt},
                      Case{"NotThere", "127.0.0.1", 0xD436, std::nullopt},
                      Case{"OfTheOtherEndOnly", "127.0.0.2", 0xD431, std::nullopt},
                      Case{"Six", "::1", 0xC001, 1000},
                      Case{"FourInSix", "::ffff:127.0.0.1", 0xC002, 1000},
                      Case{"FourInSixSeenAsFour", "127.0.0.1", 0xC002, 1000}),
    [](const auto& test) { return test.param.name; });

TEST(SocketOwner, AnyTableIsRead) {
  for (const std::string_view table : {"", "\n\n\n", "x", "   1: : : 01 a b c d e f g",
                                       "1: 0100007F:D431", "1: ZZ:1 0:0 01 1 1 1 1 1 1"}) {
    EXPECT_EQ(owner_in_table(table, at("127.0.0.1", 0xD431), kOwn), std::nullopt);
  }
  for (std::size_t end = 0; end < kTcp.size(); ++end) {
    static_cast<void>(owner_in_table(kTcp.substr(0, end), at("127.0.0.1", 0xD431), kOwn));
  }
}

class Door : public ::testing::Test {
 protected:
  Door() {
    std::ofstream(folder_ / "tcp") << kTcp;
    std::ofstream(folder_ / "tcp6") << kTcp6;
  }

  [[nodiscard]] bool staff(Knock knock, MachineDoorkeeper::Options options = {}) const {
    options.user = 1000;
    options.proc = folder_.path();
    options.readable = [] {
      return std::vector<index::Access>{index::Access::open, index::Access::staff};
    };
    const Visitor visitor = MachineDoorkeeper(options).admit(knock);
    EXPECT_EQ(visitor.classes.size(), visitor.staff ? 2U : 1U);
    EXPECT_EQ(visitor.classes.front(), index::Access::open);
    return visitor.staff;
  }

  test::TempFolder folder_{};
  Knock same_{.peer = at("127.0.0.1", 0xD431), .own = kOwn};
};

TEST_F(Door, SameUserAndRootAreStaff) {
  EXPECT_TRUE(staff(same_));
  EXPECT_TRUE(staff({.peer = at("127.0.0.1", 0xD433), .own = kOwn}));
}

TEST_F(Door, OthersAreStrangers) {
  EXPECT_FALSE(staff({.peer = at("127.0.0.1", 0xD432), .own = kOwn}));
  EXPECT_FALSE(staff({.peer = at("127.0.0.1", 0xD434), .own = kOwn}));
  EXPECT_FALSE(staff({.peer = at("127.0.0.1", 1), .own = kOwn}));
  EXPECT_FALSE(staff({.peer = at("192.168.1.7", 0xD431), .own = kOwn}));
}

TEST_F(Door, AllAreStrangersWhenItIsToldSo) {
  EXPECT_FALSE(staff(same_, {.open_only = true}));
  EXPECT_FALSE(staff(same_, {.beyond_loopback = true}));
}

TEST_F(Door, WhoIsPassedOnIsAStranger) {
  Knock forwarded = same_;
  forwarded.forwarded = true;
  EXPECT_FALSE(staff(forwarded));
  Knock elsewhere = same_;
  elsewhere.cross_site = true;
  EXPECT_FALSE(staff(elsewhere));
}

}  // namespace
}  // namespace guidang::web
