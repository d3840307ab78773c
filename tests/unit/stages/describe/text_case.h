// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/unit/stages/describe/describing.h"

namespace guidang::describe {

/// A text and the fields that must come of it.
struct TextCase {
  const char* name = "";
  std::string text{};
  std::map<std::string, std::string> expected{};  ///< "" for a field that must be absent
};

inline void PrintTo(const TextCase& c, std::ostream* out) { *out << c.name; }

inline void expect_fields(const TextCase& c) {
  const Described described = describe_text(c.text);
  for (const auto& [field, value] : c.expected) EXPECT_EQ(described.value(field), value) << field;
}

inline std::string name_of_case(const testing::TestParamInfo<TextCase>& test) {
  return test.param.name;
}

}  // namespace guidang::describe
