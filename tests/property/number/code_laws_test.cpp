// SPDX-License-Identifier: GPL-3.0-or-later
// Reading is the inverse of writing, for every form that comes with the program.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "pipeline/number/code_pattern.h"
#include "pipeline/number/forms.h"

namespace guidang {
namespace {

constexpr unsigned kSeed = 20260101;
constexpr int kCodes = 100'000;

class Values {
 public:
  explicit Values(unsigned seed) : random_(seed) {}

  std::size_t upto(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n)(random_);
  }
  std::string word() {
    static const std::vector<std::string> letters{"A", "Z", "b", "0", "1", "9", "办", "公", "D30"};
    std::string value;
    for (std::size_t i = upto(3) + 1; i > 0; --i) value += letters[upto(letters.size() - 1)];
    return value;
  }
  std::uint32_t number() {
    // As many small ones as large ones, so that both are padded.
    const std::size_t digits = upto(8) + 1;
    std::size_t most = 1;
    for (std::size_t i = 0; i < digits; ++i) most *= 10;
    return static_cast<std::uint32_t>(upto(most - 2) + 1);
  }
  /// Only parts that the pattern names: the others would not come back.
  CodeParts parts(const CodePattern& pattern) {
    CodeParts parts;
    if (pattern.names("fonds")) parts.fonds = word();
    if (pattern.names("category")) {
      parts.category = word();
      for (std::size_t i = upto(2); i > 0; --i) parts.category += "·" + word();
    }
    if (pattern.names("directory")) parts.directory = word();
    if (pattern.names("project")) parts.project = word();
    if (pattern.names("year")) parts.year = static_cast<int>(1000 + upto(1999));
    if (pattern.names("period")) parts.period = word();
    if (pattern.names("organ")) parts.organ = word();
    if (pattern.volumes()) parts.volume = number();
    parts.number = number();
    return parts;
  }

 private:
  std::mt19937 random_;
};

/// The code with other signs that stand for the same: dots between parts for hyphens, but for the
/// levels of a category, and look-alikes for both.
std::string written_otherwise(const std::string& code) {
  std::string other;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] == '-') {
      other += "–";
    } else if (code.compare(i, 2, "·") == 0) {
      other += "•";
      ++i;
    } else {
      other += code[i];
    }
  }
  return other;
}

TEST(CodeLaws, EveryShippedFormReadsWhatItWrites) {
  const std::vector<NumberForm> forms = shipped_forms(GUIDANG_SOURCE_DIR);
  ASSERT_FALSE(forms.empty());
  Values values(kSeed);
  const int each = kCodes / static_cast<int>(forms.size()) + 1;
  for (const NumberForm& form : forms) {
    const CodePattern pattern(form.pattern);
    for (int i = 0; i < each; ++i) {
      const CodeParts parts = values.parts(pattern);
      const std::string code = pattern.format(parts);
      const auto read = pattern.parse(code);
      ASSERT_TRUE(read) << form.id << ' ' << code;
      ASSERT_EQ(*read, parts) << form.id << ' ' << code;
      ASSERT_EQ(pattern.format(*read), code);
      ASSERT_EQ(pattern.parse(written_otherwise(code)), parts) << form.id << ' ' << code;
      if (!pattern.volumes()) continue;
      const std::string volume = pattern.code(pattern.series(parts), parts.volume);
      ASSERT_EQ(code, pattern.item_code(volume, parts.number));
      CodeParts of_volume = parts;
      of_volume.number = 0;
      ASSERT_EQ(pattern.parse_volume(volume), of_volume) << form.id << ' ' << volume;
    }
  }
}

/// Different parts never give one code: else two items would share it.
TEST(CodeLaws, DifferentPartsHaveDifferentCodes) {
  Values values(kSeed + 1);
  for (const NumberForm& form : shipped_forms(GUIDANG_SOURCE_DIR)) {
    const CodePattern pattern(form.pattern);
    std::map<std::string, CodeParts> seen;
    for (int i = 0; i < kCodes / 20; ++i) {
      const CodeParts parts = values.parts(pattern);
      const auto [other, fresh] = seen.emplace(pattern.format(parts), parts);
      ASSERT_TRUE(fresh || other->second == parts) << form.id << ' ' << other->first;
    }
  }
}

}  // namespace
}  // namespace guidang
