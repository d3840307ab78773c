// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/view.h"

namespace guidang::lists {

enum class ListKind : std::uint8_t {
  filed,     ///< 归档文件目录
  not_filed  ///< 不归档清单
};

/// One line of a list, each value as it is printed (DA/T 22-2015, 附录).
struct ListRow {
  int year = 0;  ///< 0: none is known
  std::string series{};
  std::uint32_t number = 0;  ///< in its series; 0 in a list of what is not filed
  bool provisional = false;
  std::string code{};             ///< 档号
  std::string document_number{};  ///< 文号
  std::string creator{};          ///< 责任者
  std::string title{};            ///< 题名; one that the document does not bear stands in [ ]
  std::string date{};             ///< YYYYMMDD; one that was inferred stands in [ ]
  std::string secrecy{};          ///< 密级
  std::string pages{};            ///< 页数; "" when not known
  std::string period{};           ///< 保管期限
  std::string remarks{};          ///< 备注
  std::string reason{};           ///< of what is not filed: rule and clause

  [[nodiscard]] ListKind kind() const {
    return code.empty() ? ListKind::not_filed : ListKind::filed;
  }
};

/// The line of an item that bears a number, or of one that is not filed; nothing for others. The
/// view holds Item, Checks, Appraisal, FilingYear and ArchivalCode, findings and the verdict's
/// decisions, and the parts' Description and Text.
[[nodiscard]] std::optional<ListRow> filed_row(const View& item);
[[nodiscard]] std::optional<ListRow> not_filed_row(const View& item);

/// Pages of all parts together; nothing when one of them is not known. What the main document's
/// description says of a single document goes before what was counted.
[[nodiscard]] std::optional<std::uint64_t> page_count(const View& item);

/// Description fields that rows are made of, for a stage's declaration.
inline constexpr std::array<std::string_view, 7> kRowFields{
    "title", "document_number", "creator", "date", "secrecy", "pages", "remarks"};

/// Order within a year's lists: filed by series and number, others by date, number and title.
[[nodiscard]] std::string sort_key(ListKind kind, const ListRow& row);

[[nodiscard]] std::string pack(const ListRow& row);
[[nodiscard]] ListRow unpack(std::string_view bytes);

}  // namespace guidang::lists
