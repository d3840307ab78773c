// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/check/explain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/failure.h"
#include "stages/check/rule.h"

namespace guidang::check {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

const Profile& tutorial() {
  static const Profile kProfile = Profile::load(GUIDANG_SOURCE_DIR, "tutorial");
  return kProfile;
}

TEST(Explain, TellsRuleClauseSeveritiesAndSamples) {
  EXPECT_THAT(explain(tutorial(), "RTN-11", Language::zh),
              AllOf(HasSubstr("RTN-11  报送日期超过成文日期规定的工作日\n"),
                    HasSubstr("依据  云溪县人民政府办公室收文初审规定（教程）第三条(六)\n"),
                    HasSubstr("方法  received_within_working_days days=15\n"),
                    HasSubstr("    收文初审 · 收文 · 下级、机关以外 → 建议退文\n"),
                    HasSubstr("    其他 → 记入备考表\n"), HasSubstr("不合规样例\n    <?xml")));
}

TEST(Explain, SpeaksEnglish) {
  EXPECT_THAT(explain(tutorial(), "RTN-11", Language::en),
              AllOf(HasSubstr("RTN-11  received too many working days after its date\n"),
                    HasSubstr("    incoming · received · from a subordinate, from outside → "
                              "propose return\n"),
                    HasSubstr("a sample that passes\n")));
}

TEST(Explain, SaysThatReceiveKeepsSecretsOut) {
  EXPECT_THAT(explain(tutorial(), "REG-17", Language::en),
              HasSubstr("looks   receive, before anything is kept\n"));
}

TEST(Explain, UnknownRuleIsAFailureOfUsage) {
  try {
    static_cast<void>(explain(tutorial(), "RTN-99", Language::zh));
    FAIL() << "no Failure";
  } catch (const Failure& failure) {
    EXPECT_STREQ(failure.what(),
                 "规则集 tutorial 没有规则 RTN-99 / profile tutorial has no rule RTN-99");
    EXPECT_EQ(failure.status(), ExitStatus::usage);
  }
}

TEST(ListRules, GivesOneLineARule) {
  const Rules rules = Rules::load(tutorial());
  const std::string text = list_rules(tutorial(), Language::en);
  EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')),
            rules.list().size());
  EXPECT_THAT(text, HasSubstr("SEC-02\ton\ta secrecy level without its term\t"));
}

}  // namespace
}  // namespace guidang::check
