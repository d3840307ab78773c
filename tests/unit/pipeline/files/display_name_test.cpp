// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/display_name.h"

#include <gtest/gtest.h>

#include <ostream>

namespace guidang::files {
namespace {

struct Case {
  const char* name;
  std::string input;
  std::string expected;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class DisplayName : public testing::TestWithParam<Case> {};

TEST_P(DisplayName, Shows) { EXPECT_EQ(display_name(GetParam().input), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    All, DisplayName,
    testing::Values(Case{"Chinese", "通知/附件1.pdf", "通知/附件1.pdf"},
                    Case{"Gb18030Bytes", "\xB1\xED.doc", "\\xB1\\xED.doc"},
                    Case{"RightToLeftOverride", "a\u202Egpj.exe", "a\\u{202E}gpj.exe"},
                    Case{"NewLine", "a\nb", "a\\u{000A}b"},
                    Case{"Escape", "\x1B[2J", "\\u{001B}[2J"},
                    Case{"ZeroWidthSpace", "a\u200Bb", "a\\u{200B}b"},
                    Case{"Backslash", "a\\u{202E}", "a\\\\u{202E}"},
                    Case{"TrueReplacementCharacter", "\uFFFD", "\uFFFD"},
                    Case{"Surrogate", "\xED\xA0\x80", "\\xED\\xA0\\x80"},
                    Case{"VariationSelectorStays", "葛\U000E0100", "葛\U000E0100"},
                    Case{"Tag", "a\U000E0041", "a\\u{E0041}"}),
    [](const auto& param) { return param.param.name; });

}  // namespace
}  // namespace guidang::files
