// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/facts_json.h"

namespace guidang::describe {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr double kBound = 0.6;

Candidates offers(double best, double other) {
  Candidates candidates;
  candidates.add("creator", "云山县财政局", "1:20", best);
  candidates.add("creator", "云山县教育局", "1:3", other);
  return candidates;
}

TEST(Merge, AnUnsureFieldKeepsEveryCandidateWithItsPlace) {
  Findings findings;
  const Description description = merge(offers(0.55, 0.3), kBound, findings);
  EXPECT_THAT(description.find("creator")->rivals,
              ElementsAre(Rival{.values = {"云山县教育局"}, .source = "1:3", .confidence = 0.3}));
  EXPECT_TRUE(findings.empty()) << "a weak candidate is shown, not reported";
}

TEST(Merge, ASureFieldIsNotBotheredByWeakOnes) {
  Findings findings;
  EXPECT_THAT(merge(offers(0.9, 0.3), kBound, findings).find("creator")->rivals, IsEmpty());
}

TEST(Merge, TwoStrongPlacesThatDisagreeLeaveItOpen) {
  Findings findings;
  EXPECT_DOUBLE_EQ(merge(offers(0.9, 0.9), kBound, findings).find("creator")->confidence, 0.5);
  EXPECT_LT(merge(offers(0.99, 0.9), kBound, findings).find("creator")->confidence, 0.93);
  EXPECT_DOUBLE_EQ(merge(offers(0.9, 0.3), kBound, findings).find("creator")->confidence, 0.9)
      << "a weak place takes no trust away";
}

TEST(Merge, TheOrganInChargeAgreesWithAllThatIssue) {
  Candidates candidates;
  candidates.add("creator", "中共云山县委", "1:1", 0.9);
  candidates.add("creator", "中共云山县委 云山县人民政府", "1:3", 0.9);
  Findings findings;
  const Description description = merge(candidates, kBound, findings);
  EXPECT_EQ(description.value("creator"), "中共云山县委 云山县人民政府");
  EXPECT_THAT(description.find("creator")->rivals, IsEmpty());
}

TEST(Facts, RivalsOfOneStringStayReadable) {
  const std::string old =
      R"({"title":{"values":["甲"],"source":"1:1","confidence":0.9,"rivals":["ledger: 乙"]}})";
  const auto description = std::get<Description>(fact_from_bytes(FactKind::description, old));
  EXPECT_THAT(description.find("title")->rivals,
              ElementsAre(Rival{.values = {"乙"}, .source = "ledger"}));
}

}  // namespace
}  // namespace guidang::describe
