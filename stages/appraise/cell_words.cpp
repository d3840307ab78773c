// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/cell_words.h"

#include <algorithm>
#include <array>

#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"

namespace guidang::appraise {
namespace {

constexpr std::array kDirectionWords{
    CellWord{"收文", "received"},     CellWord{"收", "received"},
    CellWord{"来文", "received"},     CellWord{"received", "received"},
    CellWord{"发文", "issued"},       CellWord{"发", "issued"},
    CellWord{"issued", "issued"},     CellWord{"内部", "internal"},
    CellWord{"内部文件", "internal"}, CellWord{"internal", "internal"},
    CellWord{"未知", "unknown"},      CellWord{"unknown", "unknown"}};
constexpr std::array kStandingWords{CellWord{"上级", "superior"},
                                    CellWord{"superior", "superior"},
                                    CellWord{"同级", "peer"},
                                    CellWord{"不相隶属", "peer"},
                                    CellWord{"peer", "peer"},
                                    CellWord{"下级", "subordinate"},
                                    CellWord{"subordinate", "subordinate"},
                                    CellWord{"本机关", "own"},
                                    CellWord{"本级", "own"},
                                    CellWord{"own", "own"},
                                    CellWord{"外单位", "outside"},
                                    CellWord{"社会", "outside"},
                                    CellWord{"outside", "outside"},
                                    CellWord{"未知", "unknown"},
                                    CellWord{"unknown", "unknown"}};

}  // namespace

std::span<const CellWord> direction_words() { return kDirectionWords; }
std::span<const CellWord> standing_words() { return kStandingWords; }

std::string column_of(std::string_view heading, std::span<const Heading> known) {
  const std::string folded = text::fold(heading);
  const auto it = std::find_if(known.begin(), known.end(),
                               [&](const Heading& each) { return each.text == folded; });
  return it == known.end() ? std::string{} : std::string{it->column};
}

std::vector<std::string> parts_of(std::string_view cell, std::u32string_view signs) {
  std::vector<std::string> parts;
  std::string part;
  const auto end_part = [&] {
    const std::string_view trimmed = text::trim(part);
    if (!trimmed.empty()) parts.emplace_back(trimmed);
    part.clear();
  };
  for (std::size_t pos = 0; pos < cell.size();) {
    const char32_t c = text::next(cell, pos);
    if (signs.find(c) != std::u32string_view::npos) {
      end_part();
    } else {
      text::append(part, c);
    }
  }
  end_part();
  return parts;
}

std::optional<std::vector<std::string>> read_cell(std::string_view cell,
                                                  std::span<const CellWord> known,
                                                  std::string& unknown) {
  std::vector<std::string> result;
  for (const std::string& part : parts_of(cell, U"、，,;；/ \u3000")) {
    const std::string folded = text::fold(part);
    const auto it = std::find_if(known.begin(), known.end(),
                                 [&](const CellWord& each) { return each.text == folded; });
    if (it == known.end()) {
      unknown = part;
      return std::nullopt;
    }
    for (const std::string& word : parts_of(it->word, U" ")) {
      if (std::find(result.begin(), result.end(), word) == result.end()) result.push_back(word);
    }
  }
  return result;
}

std::string names_of(std::span<const CellWord> known) {
  std::string names;
  for (const CellWord& each : known) names += (names.empty() ? "" : " | ") + std::string{each.text};
  return names;
}

}  // namespace guidang::appraise
