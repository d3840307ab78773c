// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <ostream>

#include "pipeline/text/date.h"
#include "pipeline/text/decode.h"
#include "pipeline/text/document_number.h"
#include "pipeline/text/document_type.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/secrecy_mark.h"
#include "pipeline/text/urgency.h"

namespace guidang::text {
namespace {

/// A megabyte of the pieces that make a reader start again and again. Quadratic work would run into
/// the test's time limit.
class OneLongLine : public testing::TestWithParam<const char*> {};

TEST_P(OneLongLine, IsReadInTime) {
  std::string line;
  constexpr std::size_t kSize = std::size_t{1} << 20;
  while (line.size() < kSize) line += GetParam();
  (void)find_dates(line);
  (void)find_document_numbers(line);
  (void)find_head_mark(line);
  (void)find_head_urgency(line);
  (void)parse_secrecy_mark(line);
  (void)parse_date(line);
  (void)parse_document_number(line);
  (void)document_type_of_title(line);
  (void)decode(line);
  (void)fold(line);
}

INSTANTIATE_TEST_SUITE_P(Hostile, OneLongLine,
                         testing::Values("二", "2", "〔", "第", "〔2006〕", "2006年", "号", "机密",
                                         "　", "年", "\n", "密级：", "民国", "）", "\xFF",
                                         "\xE5\xBD", "。", "a", "2006-", "国"));

TEST(Hostile, ManyGapsAndMarksInTheHead) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "密级 | □\t机 ";
  (void)find_head_mark(text);
  (void)find_name_mark(text);
}

}  // namespace
}  // namespace guidang::text
