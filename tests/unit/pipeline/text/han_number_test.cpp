// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/han_number.h"

#include <gtest/gtest.h>

#include <ostream>

namespace guidang::text {
namespace {

struct Case {
  const char* text;
  std::optional<int> value;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class HanNumber : public testing::TestWithParam<Case> {};

TEST_P(HanNumber, HasItsValue) { EXPECT_EQ(parse_han_number(GetParam().text), GetParam().value); }

INSTANTIATE_TEST_SUITE_P(
    Numbers, HanNumber,
    testing::Values(
        Case{"二○○六", 2006}, Case{"二〇二三", 2023}, Case{"二零零八", 2008}, Case{"二OО六", 2006},
        Case{"二Οo六", 2006}, Case{"二０0六", 2006}, Case{"2006", 2006}, Case{"２００６", 2006},
        Case{"十", 10}, Case{"十五", 15}, Case{"二十", 20}, Case{"二十一", 21}, Case{"廿五", 25},
        Case{"廿", 20}, Case{"卅", 30}, Case{"卅一", 31}, Case{"一百零三", 103},
        Case{"一百一十", 110}, Case{"两千", 2000}, Case{"一万二千", 12000}, Case{"七百一十一", 711},
        Case{"五十五", 55}, Case{"壹佰贰拾", 120}, Case{"二 十 一", 21}, Case{"十万", 100000},
        Case{"", std::nullopt}, Case{"百", std::nullopt}, Case{"十十", std::nullopt},
        Case{"十百", std::nullopt}, Case{"一二百", std::nullopt}, Case{"百廿", std::nullopt},
        Case{"归", std::nullopt}, Case{"一百零", std::nullopt}, Case{"999999999", std::nullopt},
        Case{"一一一一一一一一一一一一一一一一一一一一一一一一一", std::nullopt}));

}  // namespace
}  // namespace guidang::text
