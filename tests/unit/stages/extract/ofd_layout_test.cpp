// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <ostream>
#include <string>
#include <vector>

#include "stages/extract/readers/ofd/document.h"
#include "stages/extract/readers/ofd/geometry.h"
#include "stages/extract/readers/ofd/lines.h"
#include "stages/extract/readers/ofd/paths.h"
#include "stages/extract/readers/ofd/text_code.h"

namespace guidang::extract::ofd {
namespace {

using testing::ElementsAre;

struct Location {
  std::string name{};
  std::string folder{};
  std::string location{};
  std::string path{};  ///< "" for none
};
void PrintTo(const Location& c, std::ostream* out) { *out << c.name; }

class Resolve : public testing::TestWithParam<Location> {};

TEST_P(Resolve, GivesThePath) {
  EXPECT_EQ(resolve(GetParam().folder, GetParam().location).value_or(""), GetParam().path);
}

INSTANTIATE_TEST_SUITE_P(
    Locations, Resolve,
    testing::Values(Location{"Relative", "Doc_0", "Pages/P.xml", "Doc_0/Pages/P.xml"},
                    Location{"Absolute", "Doc_0", "/A/P.xml", "A/P.xml"},
                    Location{"Up", "Doc_0/Pages", "../P.xml", "Doc_0/P.xml"},
                    Location{"TooFarUp", "Doc_0", "../../P.xml", ""},
                    Location{"UpFromTheRoot", "Doc_0", "/../P.xml", ""},
                    Location{"Backslash", "Doc_0", "a\\.\\b", "Doc_0/a/b"},
                    Location{"Blanks", "", " a.xml\n", "a.xml"}, Location{"Empty", "a", " ", ""},
                    Location{"Root", "", "/", ""}));

std::vector<double> all(std::string_view list) {
  std::vector<double> found;
  Deltas deltas{list};
  while (found.size() < 20) {
    const auto next = deltas.next();
    if (!next) break;
    found.push_back(*next);
  }
  return found;
}

TEST(Deltas, TakeRunsAndPassOverNonsense) {
  EXPECT_THAT(all("1 2.5 -3"), ElementsAre(1, 2.5, -3));
  EXPECT_THAT(all("g 3 2 7"), ElementsAre(2, 2, 2, 7));
  EXPECT_THAT(all("G 2 1.5,g 1 4"), ElementsAre(1.5, 1.5, 4));
  EXPECT_THAT(all("g 0 4 5"), ElementsAre(5));
  EXPECT_THAT(all("x nan 1e999 6 g"), ElementsAre(6));
  EXPECT_EQ(all("g 1e9 1").size(), 20U);
}

TEST(IsoTime, TakesDatesWithOrWithoutTime) {
  EXPECT_EQ(iso_time("2021-9-30"), "2021-09-30");
  EXPECT_EQ(iso_time("2022-08-19 16:46:09"), "2022-08-19T16:46:09");
  EXPECT_EQ(iso_time("2022-08-19T16:46:09+08:00"), "2022-08-19T16:46:09+08:00");
  EXPECT_EQ(iso_time("yesterday"), "");
  EXPECT_EQ(iso_time("2022-13-01"), "");
}

std::vector<Piece> pieces_of(TextCode code) {
  std::vector<Piece> pieces;
  code.size = 5;
  add_pieces(code, pieces);
  return pieces;
}

TEST(TextCode, IsPartedWhereItGoesToAnotherLine) {
  TextCode code;
  code.text = "甲乙丙丁";
  code.delta_x = "5 -5 5";
  code.delta_y = "0 8 0";
  const auto pieces = pieces_of(code);
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].text, "甲乙");
  EXPECT_EQ(pieces[1].text, "丙丁");
  EXPECT_EQ(pieces[1].start.y, 8);
}

TEST(TextCode, StaysWholeWhenItRunsDown) {
  TextCode code;
  code.text = "购买方";
  code.delta_x = "0 0";
  code.delta_y = "g 2 6";
  const auto pieces = pieces_of(code);
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].end.y, 17);
}

TEST(TextCode, LosesOnlyLineEndsOfPrettyPrinting) {
  TextCode code;
  code.text = "\n  甲  乙\n   丙 \n";
  const auto pieces = pieces_of(code);
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].text, "甲  乙 丙");
}

Piece piece(double x, double y, double size, std::string_view text) {
  double width = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) width += (c & 0x80) != 0 ? size : size / 2;
  }
  return {std::string{text}, {x, y}, {x + width, y}, {0, -size}, 0};
}

std::vector<std::string> texts(const std::vector<Piece>& pieces) {
  std::vector<std::string> out;
  for (const Line& line : lines(pieces)) out.push_back(line.text);
  return out;
}

TEST(Lines, GoFromTopToBottomAndLeftToRight) {
  EXPECT_THAT(texts({piece(50, 50, 5, "〔2023〕6号"), piece(30, 80, 5, "各县："),
                     piece(30, 50.3, 5, "凤政办发"), piece(130, 50, 5, "签发人：张三")}),
              ElementsAre("凤政办发〔2023〕6号\t签发人：张三", "各县："));
}

TEST(Lines, PutABlankOnlyWhereOneIsSeen) {
  EXPECT_THAT(texts({piece(10, 10, 4, "甲"), piece(14.5, 10, 4, "乙")}), ElementsAre("甲乙"));
  EXPECT_THAT(texts({piece(10, 10, 4, "甲"), piece(50, 10, 4, "乙")}), ElementsAre("甲\t乙"));
  EXPECT_THAT(texts({piece(10, 10, 4, "甲"), piece(22, 10, 4, "乙")}), ElementsAre("甲 乙"));
  EXPECT_THAT(texts({piece(10, 10, 4, "甲 "), piece(20, 10, 4, "乙")}), ElementsAre("甲 乙"));
  EXPECT_THAT(texts({piece(10, 10, 4, "GB"), piece(15, 10, 4, "T")}), ElementsAre("GB T"));
}

TEST(Lines, KeepRaisedCharactersInTheirLine) {
  EXPECT_THAT(
      texts({piece(10, 20, 5, "面积9"), piece(22.5, 18.3, 3, "2"), piece(24, 20, 5, "以上")}),
      ElementsAre("面积92以上"));
}

TEST(Lines, ReadColumnsOfTextOneAfterTheOther) {
  std::vector<Piece> pieces;
  pieces.push_back(piece(20, 20, 5, "通栏标题横贯两栏之上的一整行文字就是这样写的很长很长"));
  for (int row = 0; row < 5; ++row) {
    pieces.push_back(piece(20, 40 + 7.0 * row, 5, "左栏左栏左栏左栏左栏左栏"));
    pieces.push_back(piece(110, 40 + 7.0 * row, 5, "右栏右栏右栏右栏右栏右栏"));
  }
  const auto lines = texts(pieces);
  ASSERT_EQ(lines.size(), 11U);
  EXPECT_EQ(lines[5], "左栏左栏左栏左栏左栏左栏");
  EXPECT_EQ(lines[6], "右栏右栏右栏右栏右栏右栏");
}

TEST(Lines, ReadTablesRowByRow) {
  std::vector<Piece> pieces;
  for (int row = 0; row < 6; ++row) {
    pieces.push_back(piece(20, 40 + 7.0 * row, 5, row % 2 == 0 ? "项目" : "较长的项目名称"));
    pieces.push_back(piece(110, 40 + 7.0 * row, 5, "数值"));
  }
  const auto lines = texts(pieces);
  ASSERT_EQ(lines.size(), 6U);
  EXPECT_EQ(lines[1], "较长的项目名称\t数值");
}

TEST(Lines, BearPlacesThatAreNoNumbers) {
  const double infinite = std::numeric_limits<double>::infinity();
  const Piece odd{"乙", {infinite, -infinite}, {infinite, 1e300}, {0, infinite - infinite}, 0};
  EXPECT_GE(texts({odd, piece(10, 10, 4, "甲"), odd}).size(), 2U);
}

TEST(Lines, ReadColumnsThatRunDownFromTheRight) {
  const auto down = [](double x, std::string_view text) {
    return Piece{std::string{text}, {x, 20}, {x, 80}, {0, -5}, 0};
  };
  EXPECT_THAT(texts({down(20, "其二"), down(40, "其一"), down(60, "题")}),
              ElementsAre("题", "其一", "其二"));
}

}  // namespace
}  // namespace guidang::extract::ofd
