// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/organs/spelling.h"

#include <algorithm>
#include <array>

#include "pipeline/organs/names.h"
#include "pipeline/text/number_words.h"
#include "pipeline/text/utf8.h"

namespace guidang::organs {
namespace {

struct Ending {
  std::string_view written{};
  std::string_view kind{};
};

// The longer ones first.
constexpr std::array kEndings{Ending{"办公室", "办"}, Ending{"办公厅", "办"},
                              Ending{"委员会", "委"}, Ending{"人民政府", "府"},
                              Ending{"政府", "府"},   Ending{"人民代表大会", "人大"},
                              Ending{"人大", "人大"}};

/// The kind of organ that a name ends in; its last character where no word is known for it.
std::string_view ending_of(std::string_view key) {
  for (const Ending& ending : kEndings) {
    if (key.ends_with(ending.written)) return ending.kind;
  }
  std::size_t last = 0;
  for (std::size_t pos = 0; pos < key.size(); text::next(key, pos)) last = pos;
  return key.substr(last);
}

bool is_subsequence(std::string_view shorter, std::string_view longer) {
  std::size_t pos = 0;
  for (std::size_t at = 0; at < shorter.size();) {
    const char32_t wanted = text::next(shorter, at);
    char32_t found = 0;
    while (pos < longer.size() && found != wanted) found = text::next(longer, pos);
    if (found != wanted) return false;
  }
  return true;
}

/// Characters that codes of any organ end in or have inside.
bool is_of_any_code(char32_t c) {
  constexpr std::u32string_view kAny =
      U"发函办字批电任令通复议报文组规法政干秘传纪告便示阅呈督党委人明";
  return kAny.find(c) != kAny.npos;
}

}  // namespace

bool may_be_form_of(std::string_view shorter, std::string_view longer) {
  const std::string a = key_of(shorter);
  const std::string b = key_of(longer);
  if (a.empty() || a.size() > b.size()) return false;
  return ending_of(a) == ending_of(b) && is_subsequence(a, b);
}

bool lacks_area(std::string_view name) {
  constexpr auto kBare = std::to_array<std::string_view>(
      {"省", "市", "县", "区", "州", "镇", "乡", "局", "厅", "本", "我", "各", "街道"});
  // Districts whose own names begin so.
  constexpr auto kDistricts = std::to_array<std::string_view>(
      {"市中区", "市南区", "市北区", "区界", "镇原县", "镇安县", "镇平县", "镇巴县", "镇坪县",
       "镇康县", "镇雄县", "镇沅", "镇江", "镇远县", "镇宁", "镇赉县", "镇海区", "乡宁县"});
  const std::string key = key_of(name);
  const auto starts = [&](std::string_view word) { return key.starts_with(word); };
  return std::ranges::any_of(kBare, starts) && std::ranges::none_of(kDistricts, starts);
}

std::vector<std::string> joint_names(std::string_view cell) {
  constexpr std::u32string_view kMarks = U"、，,;；/／\n";
  std::vector<std::string> names;
  std::size_t start = 0;
  const auto take = [&](std::size_t end) {
    const std::string_view name = text::trim(cell.substr(start, end - start));
    if (!name.empty()) names.emplace_back(name);
  };
  char32_t before = 0;
  for (std::size_t pos = 0; pos < cell.size();) {
    const std::size_t at = pos;
    const char32_t c = text::next(cell, pos);
    const bool parts =
        kMarks.find(c) != kMarks.npos || (text::is_blank(c) && text::ends_an_organ(before));
    if (parts) {
      take(at);
      start = pos;
    }
    before = c;
  }
  take(cell.size());
  return names;
}

bool tells_an_organ(std::string_view code) {
  for (std::size_t pos = 0; pos < code.size();) {
    if (!is_of_any_code(text::next(code, pos))) return true;
  }
  return false;
}

std::string_view without_organ(std::string_view code, std::string_view organ) {
  // 国办 and 县委办 begin codes of their own.
  constexpr std::size_t kShortestName = 4;
  std::size_t characters = 0;
  std::size_t cut = 0;
  for (std::size_t pos = 0; pos < code.size();) {
    text::next(code, pos);
    ++characters;
    if (characters < kShortestName || text::length(code.substr(pos)) < 2) continue;
    if (tells_an_organ(code.substr(pos)) && may_be_form_of(code.substr(0, pos), organ)) cut = pos;
  }
  return code.substr(cut);
}

}  // namespace guidang::organs
