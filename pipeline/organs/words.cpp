// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/organs/organ.h"

namespace guidang {
namespace {

constexpr std::array<std::string_view, 6> kStandings{"unknown", "own",         "superior",
                                                     "peer",    "subordinate", "outside"};

}  // namespace

std::string_view to_text(Standing standing) {
  return kStandings[static_cast<std::size_t>(standing)];
}

namespace organs {
namespace {

constexpr std::array<std::string_view, 9> kLines{
    "", "party", "government", "congress", "cppcc", "military", "mass", "judicial", "enterprise"};
constexpr std::array<std::string_view, 9> kLinesZh{"",   "党",   "政",   "人大",  "政协",
                                                   "军", "群团", "司法", "企事业"};
constexpr std::array<std::string_view, 7> kLevels{"",       "centre",   "province", "prefecture",
                                                  "county", "township", "village"};
constexpr std::array<std::string_view, 7> kLevelsZh{"", "中央", "省", "市", "县", "乡", "村"};

template <typename T>
struct Word {
  std::string_view text{};
  T value{};
};

constexpr std::array kOtherLines{
    Word<Line>{"党委", Line::party},         Word<Line>{"党群", Line::party},
    Word<Line>{"政府", Line::government},    Word<Line>{"行政", Line::government},
    Word<Line>{"军队", Line::military},      Word<Line>{"军事", Line::military},
    Word<Line>{"群众团体", Line::mass},      Word<Line>{"人民团体", Line::mass},
    Word<Line>{"企业", Line::enterprise},    Word<Line>{"事业", Line::enterprise},
    Word<Line>{"事业单位", Line::enterprise}};

constexpr std::array kOtherLevels{
    Word<Level>{"国家", Level::centre},     Word<Level>{"国家级", Level::centre},
    Word<Level>{"中央级", Level::centre},   Word<Level>{"省级", Level::province},
    Word<Level>{"自治区", Level::province}, Word<Level>{"地", Level::prefecture},
    Word<Level>{"市级", Level::prefecture}, Word<Level>{"地级", Level::prefecture},
    Word<Level>{"州", Level::prefecture},   Word<Level>{"地市级", Level::prefecture},
    Word<Level>{"县级", Level::county},     Word<Level>{"区", Level::county},
    Word<Level>{"区级", Level::county},     Word<Level>{"乡级", Level::township},
    Word<Level>{"镇", Level::township},     Word<Level>{"乡镇", Level::township},
    Word<Level>{"街道", Level::township},   Word<Level>{"村级", Level::village},
    Word<Level>{"社区", Level::village}};

constexpr std::array kOtherStandings{
    Word<Standing>{"本单位", Standing::own},    Word<Standing>{"本机关", Standing::own},
    Word<Standing>{"是", Standing::own},        Word<Standing>{"yes", Standing::own},
    Word<Standing>{"上级", Standing::superior}, Word<Standing>{"同级", Standing::peer},
    Word<Standing>{"不相隶属", Standing::peer}, Word<Standing>{"下级", Standing::subordinate},
    Word<Standing>{"社会", Standing::outside}};

template <typename T, std::size_t N, std::size_t M>
std::optional<T> find_word(std::string_view word, const std::array<std::string_view, N>& names,
                           const std::array<Word<T>, M>& others) {
  for (std::size_t i = 1; i < N; ++i) {
    if (names[i] == word) return static_cast<T>(i);
  }
  for (const Word<T>& other : others) {
    if (other.text == word) return other.value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_text(Line line) { return kLines[static_cast<std::size_t>(line)]; }
std::string_view to_text(Level level) { return kLevels[static_cast<std::size_t>(level)]; }
std::string_view to_chinese(Line line) { return kLinesZh[static_cast<std::size_t>(line)]; }
std::string_view to_chinese(Level level) { return kLevelsZh[static_cast<std::size_t>(level)]; }

std::optional<Line> line_from(std::string_view word) {
  if (const auto line = find_word<Line>(word, kLinesZh, kOtherLines)) return line;
  return find_word<Line>(word, kLines, kOtherLines);
}

std::optional<Level> level_from(std::string_view word) {
  if (const auto level = find_word<Level>(word, kLevelsZh, kOtherLevels)) return level;
  return find_word<Level>(word, kLevels, kOtherLevels);
}

std::optional<Standing> standing_from(std::string_view word) {
  return find_word<Standing>(word, kStandings, kOtherStandings);
}

std::string Flaw::text() const {
  std::string line = place + ": " + what;
  if (!found.empty()) line += "; 所见 / found " + found;
  if (!expected.empty()) line += "; 应为 / expected " + expected;
  if (!advice.empty()) line += "; " + advice;
  return line;
}

}  // namespace organs
}  // namespace guidang
