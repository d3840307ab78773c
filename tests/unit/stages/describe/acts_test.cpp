// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/acts.h"

#include <gtest/gtest.h>

#include "pipeline/calendar/date.h"
#include "stages/describe/organ.h"

namespace guidang::describe {
namespace {

struct Case {
  const char* name = "";
  const char* note = "";  ///< flat
  const char* acts = "";  ///< kind date organs; …
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

std::string shown(const std::vector<Act>& acts) {
  constexpr const char* kKinds[] = {"none", "passed", "approved", "delivered", "effect"};
  std::string text;
  for (const Act& act : acts) {
    if (!text.empty()) text += "; ";
    text += std::string{kKinds[static_cast<std::size_t>(act.kind)]} + " " + to_iso(act.date.date);
    if (!act.organs.empty()) text += " " + join_organs(act.organs);
  }
  return text;
}

class ReadsActs : public testing::TestWithParam<Case> {};

TEST_P(ReadsActs, InOrder) { EXPECT_EQ(shown(read_acts(GetParam().note)), GetParam().acts); }

const Case kNotes[] = {
    {"PassedAndEffective",
     "(2015年3月27日青河市第十三届人民代表大会常务委员会第十次会议通过,自2015年6月1日起施行)",
     "passed 2015-03-27 青河市人民代表大会常务委员会; effect 2015-06-01"},
    {"Order", "2010年4月8日中华人民共和国国务院令第573号公布", "passed 2010-04-08 国务院"},
    {"OrderWithAYear", "(2010年1月21日农业部令2010年第5号公布)", "passed 2010-01-21 农业部"},
    {"OrderAlone", "2017年11月22日国务院令第692号", "passed 2017-11-22 国务院"},
    {"Approved", "1993年8月31日国务院批准", "approved 1993-08-31 国务院"},
    {"JointIssue", "1958年4月19日交通部、水产部发布", "passed 1958-04-19 交通部 水产部"},
    {"Quoted", "根据2020年1月2日《国务院关于2019年5月6日决定的决定》修订",
     "passed 2020-01-02"},
    {"Delivered", "——2024年1月10日在云山县第十八届人民代表大会第三次会议上",
     "delivered 2024-01-10"},
    {"Nothing", "没有日期的一行", ""},
};

INSTANTIATE_TEST_SUITE_P(, ReadsActs, testing::ValuesIn(kNotes),
                         [](const auto& test) { return std::string{test.param.name}; });

}  // namespace
}  // namespace guidang::describe
