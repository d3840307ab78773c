// SPDX-License-Identifier: GPL-3.0-or-later
// One case a folder of samples/rules: `fail` reports exactly its rule, `pass` nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "pipeline/text/secrecy_mark.h"
#include "stages/check/check.h"
#include "stages/check/ledger_check.h"
#include "tests/unit/stages/check/case_file.h"
#include "tests/unit/stages/check/memory_set.h"

namespace guidang {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

const std::filesystem::path kRoot{GUIDANG_SOURCE_DIR};

const Profile& tutorial() {
  static const Profile kProfile = Profile::load(kRoot, "tutorial");
  return kProfile;
}

const check::Rules& rules() {
  static const check::Rules kRules = check::Rules::load(tutorial());
  return kRules;
}

std::vector<std::string> sample_ids() {
  std::set<std::string> ids;
  for (const auto& entry : std::filesystem::directory_iterator(kRoot / "samples/rules")) {
    if (entry.is_directory()) ids.insert(entry.path().filename().string());
  }
  return {ids.begin(), ids.end()};
}

/// Codes of all findings, and the rules a finding cites besides its own.
std::set<std::string> told(const std::vector<Finding>& findings) {
  std::set<std::string> codes;
  for (const Finding& finding : findings) {
    codes.insert(finding.code);
    for (const std::string& citation : finding.citations) {
      if (rules().find(citation) != nullptr) codes.insert(citation);
    }
  }
  return codes;
}

std::set<std::string> check_sample(const std::filesystem::path& file) {
  const std::vector<View> items = tests::read_cases(file);
  Findings findings;
  const Check stage{tutorial()};
  for (const View& item : items) static_cast<void>(stage.run(item, findings));
  tests::MemorySet set{items};
  tests::MemorySink sink;
  if (items.size() > 1) LedgerCheck{tutorial()}.run(set, sink);
  for (auto& [record, finding] : sink.findings) findings.add(finding);
  return told(findings.list());
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

class RuleSample : public ::testing::TestWithParam<std::string> {};

TEST_P(RuleSample, FailTellsItsRuleAndPassTellsNothing) {
  const std::string& id = GetParam();
  const check::Rule* rule = rules().find(id);
  ASSERT_NE(rule, nullptr) << "no rule of the tutorial profile is called " << id;
  const std::filesystem::path folder = kRoot / "samples/rules" / id;
  if (rule->by == "receive") {
    // What receive looks for before anything is kept.
    EXPECT_TRUE(text::find_head_mark(text_of(folder / "fail.txt")).has_value());
    EXPECT_FALSE(text::find_head_mark(text_of(folder / "pass.txt")).has_value());
    return;
  }
  const std::set<std::string> failed = check_sample(folder / "fail.xml");
  EXPECT_THAT(failed, Contains(id));
  for (const std::string& other : failed) {
    EXPECT_EQ(rules().find(other)->predicate, rule->predicate) << other << " is told, too";
  }
  EXPECT_THAT(check_sample(folder / "pass.xml"), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Samples, RuleSample, ::testing::ValuesIn(sample_ids()),
                         [](const auto& param) {
                           std::string name = param.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(RuleSamples, EveryRuleHasBoth) {
  for (const check::Rule& rule : rules().list()) {
    for (const std::string which : {"fail", "pass"}) {
      const auto folder = kRoot / "samples/rules" / rule.id;
      EXPECT_TRUE(std::filesystem::exists(folder / (which + ".xml")) ||
                  std::filesystem::exists(folder / (which + ".txt")))
          << rule.id << " has no sample " << which;
    }
  }
}

}  // namespace
}  // namespace guidang
