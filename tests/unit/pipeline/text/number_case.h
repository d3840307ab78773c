// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <vector>

#include "pipeline/text/document_number.h"

namespace guidang::text {

using Flaws = std::vector<NumberFlaw>;

/// A number as written, and what it is.
struct NumberCase {
  const char* text = "";
  const char* normal = "";
  Flaws flaws{};
  bool suggested = false;
};
inline void PrintTo(const NumberCase& c, std::ostream* out) { *out << c.text; }

inline void expect_normal_form(const NumberCase& c) {
  const auto found = read_document_number(c.text);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->value.to_text(), c.normal);
  EXPECT_EQ(found->flaws, c.flaws);
  EXPECT_EQ(found->suggested, c.suggested);
  const auto again = parse_document_number(found->value.to_text());
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, found->value);
  EXPECT_EQ(parse_document_number(c.text).has_value(), !c.suggested);
}

}  // namespace guidang::text
