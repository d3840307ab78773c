// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/lists/paper.h"

namespace guidang::lists {

/// One item as statistics count it.
struct Counted {
  std::string outcome{};  ///< 归档, 待处理, 不归档 …
  std::string period{};   ///< 保管期限
  std::string rule{};     ///< row of the table that decided, "person" when a person did
  std::string doctype{};
  std::string date{};     ///< ISO
  std::string pages{};    ///< "" when not known
  std::string opening{};  ///< as in Appraisal
  bool provisional = false;
};

[[nodiscard]] std::string pack(const Counted& one);
[[nodiscard]] Counted unpack_counted(std::string_view bytes);

/// Counts of a filing year.
struct YearTally {
  struct Group {
    std::uint64_t items = 0;
    std::uint64_t pages = 0;
    std::uint64_t without_pages = 0;  ///< items whose pages nobody knows
  };
  Group filed{};
  std::map<std::string, Group> periods{};                        ///< of what is filed
  std::map<std::string, Group> kinds{};                          ///< of what is filed, by 文种
  std::map<std::pair<std::string, std::string>, Group> rules{};  ///< period or outcome, and rule
  std::map<std::string, std::uint64_t> outcomes{};
  std::map<std::string, std::uint64_t> openings{};
  std::uint64_t all = 0;
  std::string first_date{};
  std::string last_date{};

  void add(const Counted& one);
};

/// Names of a map by period: those of the profile in its order, then others.
template <typename Map>
[[nodiscard]] std::vector<std::string> in_period_order(const Profile& profile, const Map& groups) {
  std::vector<std::string> names;
  for (const profile::Element* period : profile.section("appraise").all("period")) {
    const std::string name(period->attribute("name"));
    if (groups.contains(name)) names.push_back(name);
  }
  for (const auto& [name, group] : groups) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

/// Every item of a filing year, whatever became of it.
extern const LineKind kCounted;

/// 年度档案统计表, of the fonds file's class 统计.
void print_statistics(const PaperYear& year, Binder& binder);
/// 档案整理说明, of its class 整理.
void print_arrangement_note(const PaperYear& year, Binder& binder);
/// 档案鉴定情况汇总表, of its class 鉴定: by period and by the row that decided.
void print_appraisal_summary(const PaperYear& year, Binder& binder);

}  // namespace guidang::lists
