// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/record_reading.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/xml/document.h"

namespace guidang::web {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string model(const RecordView& record, std::size_t wanted, std::size_t screen) {
  std::string text;
  xml::Writer writer(text);
  write_reading(writer, record, wanted, screen,
                [](std::size_t number) { return "/r?text=" + std::to_string(number); });
  writer.finish();
  return text;
}

RecordView three_pages() {
  RecordView record;
  for (std::size_t i = 1; i <= 3; ++i) {
    record.text.push_back({.number = i, .of = 3, .text = "ab防汛cd", .marks = {{2, 8}}});
  }
  return record;
}

TEST(ReadingModel, LeadsFromMarkToMarkAndBack) {
  const std::string text = model(three_pages(), 1, 1000);
  EXPECT_THAT(text, HasSubstr(R"(<text>ab<mark id="m1" next="#m2">防汛</mark>cd</text>)"));
  EXPECT_THAT(text, HasSubstr(R"(<mark id="m3" next="#m1">)"));
  EXPECT_THAT(text, HasSubstr(R"(marks="3")"));
  EXPECT_THAT(text, Not(HasSubstr("<screen")));
}

TEST(ReadingModel, LeadsToTheNextScreen) {
  const std::string text = model(three_pages(), 2, 20);
  EXPECT_THAT(text, HasSubstr(R"(screen="2" screens="2")"));
  EXPECT_THAT(text, HasSubstr(R"(first="/r?text=1#m1")"));
  EXPECT_THAT(text, HasSubstr(R"(<mark id="m3" next="/r?text=1#m1">)"));
  EXPECT_THAT(text, Not(HasSubstr(R"(id="m2")")));
}

TEST(ReadingModel, ShowsTheEndToWhoAsksBeyond) {
  EXPECT_THAT(model(three_pages(), 99, 20), HasSubstr(R"(screen="2")"));
  EXPECT_THAT(model(three_pages(), 0, 20), HasSubstr(R"(screen="1")"));
}

TEST(ReadingModel, EscapesWhatATextHolds) {
  RecordView record;
  record.text.push_back(
      {.number = 1, .of = 1, .text = "<script>&\x01]]>\xff</text>", .marks = {{0, 8}}});
  const std::string text = model(record, 1, 1000);
  EXPECT_THAT(text, Not(HasSubstr("<script>")));
  EXPECT_TRUE(std::holds_alternative<xml::Document>(xml::Document::parse(text, "model")));
}

}  // namespace
}  // namespace guidang::web
