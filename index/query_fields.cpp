// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query_fields.h"

#include <algorithm>
#include <string>
#include <vector>

#include "index/analyser.h"
#include "index/characters.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

std::u32string characters(std::string_view text) {
  std::u32string all;
  for (std::size_t pos = 0; pos < text.size();) all += text::next(text, pos);
  return all;
}

/// Gives each name to `visit` until it says stop by returning true.
template <typename Visit>
bool any_name(std::string_view names, const Visit& visit) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    if (end > 0 && visit(names.substr(0, end))) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

template <typename Visit>
bool any_name(const FieldInfo& info, const Visit& visit) {
  return visit(info.zh) || visit(info.en) || any_name(info.others, visit);
}

/// Changes, insertions, deletions and swaps of neighbours that make one of the other.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                             cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

bool is_reordered(const std::u32string& a, const std::u32string& b) {
  return std::is_permutation(a.begin(), a.end(), b.begin(), b.end());
}

bool is_slip(const FieldInfo& info, std::string_view folded) {
  return any_name(info.slips, [&](std::string_view slip) { return slip == folded; });
}

bool is_latin(std::string_view folded) {
  return std::all_of(folded.begin(), folded.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

}  // namespace

const FieldInfo* find_field(std::string_view name) {
  const std::string folded = fold_cluster(name);
  for (const FieldInfo& info : kFields) {
    if (any_name(info, [&](std::string_view known) { return known == folded; })) return &info;
  }
  return nullptr;
}

const FieldInfo& info_of(Field field) {
  return *std::find_if(kFields.begin(), kFields.end(),
                       [&](const FieldInfo& info) { return info.field == field; });
}

const FieldInfo& info_of(FieldValue value) {
  return *std::find_if(kFields.begin(), kFields.end(),
                       [&](const FieldInfo& info) { return info.value == value; });
}

std::string_view nearest_field(std::string_view name) {
  const std::string folded = fold_cluster(name);
  for (const FieldInfo& info : kFields) {
    if (is_slip(info, folded)) return info.zh;
  }
  const std::u32string wanted = characters(folded);
  std::string_view nearest;
  std::size_t least = wanted.size() > 5 ? 3 : 2;
  for (const FieldInfo& info : kFields) {
    any_name(info, [&](std::string_view known) {
      const std::u32string letters = characters(known);
      // Half of a short name wrong is another word.
      const bool short_name = std::min(letters.size(), wanted.size()) < 3;
      const std::size_t far =
          short_name && !is_reordered(letters, wanted) ? least : distance(letters, wanted);
      if (far < least) least = far, nearest = known;
      return false;
    });
  }
  return nearest;
}

bool is_failed_field(std::string_view name) {
  const std::string folded = fold_cluster(name);
  if (is_latin(folded)) return folded.size() > 1;
  const std::u32string wanted = characters(folded);
  return std::any_of(kFields.begin(), kFields.end(), [&](const FieldInfo& info) {
    return is_slip(info, folded) || any_name(info, [&](std::string_view known) {
             return is_reordered(characters(known), wanted);
           });
  });
}

std::string_view direction_value(std::string_view typed) {
  struct Direction {
    std::string_view value{};
    std::string_view names{};
  };
  constexpr std::array kDirections{
      Direction{"received", "收文 收 来文 收到 received incoming in"},
      Direction{"issued", "发文 发 发出 制发 issued outgoing sent out"},
      Direction{"internal", "内部 内 内部文件 internal"}};
  const std::string line = folded_line(typed);
  for (const Direction& direction : kDirections) {
    if (any_name(direction.names, [&](std::string_view name) { return name == line; })) {
      return direction.value;
    }
  }
  return {};
}

}  // namespace guidang::index
