// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/lists/paper.h"

namespace guidang::lists {

/// One line of a finding aid: an item with a code, and what leads to it.
struct AidEntry {
  std::string heading{};   ///< the number, organ, person, kind or words that it is found by
  std::string capacity{};  ///< of a person: 签发人, 会签人, 任免
  std::string code{};      ///< 档号
  std::string document_number{};
  std::string creator{};
  std::string title{};
  std::string date{};  ///< YYYYMMDD
  std::string pages{};
  std::string period{};
  std::string keywords{};
  std::string remarks{};
  std::string code_key{};  ///< order by 档号
  bool provisional = false;

  [[nodiscard]] forms::Values row() const;
};

[[nodiscard]] std::string pack(const AidEntry& entry);
[[nodiscard]] AidEntry unpack_aid_entry(std::string_view bytes);

/// Names of persons in the title of an appointment: what stands between 关于 and 同志. Nothing when
/// it is not surely names.
[[nodiscard]] std::vector<std::string> appointed_persons(std::string_view title);

/// Organs that made a document jointly stand parted by blanks.
[[nodiscard]] std::vector<std::string> organs_of(std::string_view creator);

/// Of all documents of an item with their own number, by 文号.
extern const LineKind kNumberPairs;
extern const LineKind kByCreator;
/// From fields that hold persons: 签发人, 会签人, and those named in the title of an appointment.
extern const LineKind kByPerson;
/// By 文种 in the order of the regulation.
extern const LineKind kByKind;
/// In the order of their codes, with what topics are found by.
extern const LineKind kByCode;

/// 文号对照表 (FA-02): two sheets, one for each direction.
void print_number_concordance(const PaperYear& year, Binder& binder);
/// 责任者目录, 人名目录, 分类目录: one sheet, in the order of the headings.
void print_index(const PaperYear& year, Binder& binder);
/// 专题目录: a sheet for each topic of the profile that has items.
void print_topics(const PaperYear& year, Binder& binder);

}  // namespace guidang::lists
