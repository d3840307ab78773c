// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/lists/paper.h"
#include "pipeline/view.h"

namespace guidang::lists {

/// Something of an item that belongs on a 备考表.
struct Remark {
  std::string kind{};  ///< id of its heading in the profile
  std::string text{};
};

/// What forms say of one item, sorted and packed between gathering and printing.
struct ListRow {
  int year = 0;  ///< 0: none is known
  std::string series{};
  std::uint32_t number = 0;  ///< 件号; 0 of what is not filed
  bool provisional = false;
  std::string code{};             ///< 档号
  std::string document_number{};  ///< 文号
  std::string creator{};          ///< 责任者
  std::string title{};            ///< 题名
  bool title_made_up = false;     ///< the document does not bear it
  std::string date{};             ///< ISO
  bool date_made_up = false;
  std::string secrecy{};                 ///< 密级
  std::optional<std::uint64_t> pages{};  ///< 页数; nothing when one part does not know
  std::string period{};                  ///< 保管期限
  std::string remarks{};                 ///< 备注
  std::string reason{};                  ///< of what is not filed: rule and clause
  std::vector<Remark> notes{};           ///< for 备考表, in the order of the findings

  // Of an office that binds volumes.
  std::string volume{};  ///< id; "" in item mode
  std::string volume_series{};
  std::uint32_t volume_number = 0;  ///< 案卷号
  std::string volume_title{};
  std::uint32_t first_page = 0;  ///< in the volume; 0: not known
  std::uint32_t last_page = 0;

  /// Title as lists print it: one that was made up stands in [ ] (DA/T 22-2015, DA/T 18-2022).
  [[nodiscard]] std::string listed_title() const;
  /// Date in that style; one that was inferred stands in [ ].
  [[nodiscard]] std::string listed_date(DateStyle style) const;
  [[nodiscard]] std::string listed_pages() const { return pages ? std::to_string(*pages) : ""; }
};

/// The line of an item that bears a number, or of one that is not filed; nothing for others.
[[nodiscard]] std::optional<ListRow> filed_row(const View& item, const Office& office);
[[nodiscard]] std::optional<ListRow> not_filed_row(const View& item, const Office& office);

/// Pages of all parts together; nothing when one of them is not known. What the main document's
/// description says of a single document goes before what was counted.
[[nodiscard]] std::optional<std::uint64_t> page_count(const View& item);

/// As lines of forms: filed in order of period, series, volume and number, the others of date,
/// document number and title.
[[nodiscard]] Line filed_line(const ListRow& row, const PaperSettings& settings);
[[nodiscard]] Line not_filed_line(const ListRow& row);
[[nodiscard]] ListRow unpack(std::string_view bytes);

extern const LineKind kFiledLines;  ///< of items that no volume holds
extern const LineKind kBoundLines;  ///< of items in volumes
extern const LineKind kNotFiledLines;

}  // namespace guidang::lists
