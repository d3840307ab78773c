// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/forms/form.h"
#include "pipeline/lists/list_row.h"
#include "pipeline/number/code_pattern.h"

namespace guidang::lists {

/// Calls `visit` with each row of the year, in order.
void for_each_row(const PaperYear& year, const std::function<void(const ListRow&)>& visit);

/// Reads 档号 by the profile's pattern: what a form prints of one in places of its own.
class CodeReader {
 public:
  explicit CodeReader(const Profile& profile);
  /// Parts of an item's code or, when `volume`, of a volume's. Nothing when it is not of the
  /// profile's pattern, as codes taken over may be.
  [[nodiscard]] std::optional<CodeParts> read(std::string_view code, bool volume = false) const;

 private:
  std::optional<CodePattern> pattern_{};
};

/// The running number as a code ends in it: 0001.
[[nodiscard]] std::string_view last_number(std::string_view code);

/// Sets what lines of items say: code item_number document_number creator title item_date secrecy
/// pages item_period remarks reason provisional (预编).
void put_item(const ListRow& row, DateStyle style, forms::Values& values);

/// What a series, a volume or a box holds, row by row.
struct Tally {
  std::uint64_t count = 0;
  std::uint64_t pages = 0;
  std::uint64_t unknown = 0;  ///< items of unknown pages
  std::string first{};        ///< 档号
  std::string last{};
  std::string first_date{};  ///< ISO, the earliest and the latest that are known
  std::string last_date{};
  std::string period{};  ///< the first one's
  bool mixed = false;    ///< periods differ
  bool provisional = false;

  void add(const ListRow& row);
  /// Sets table_count first last total_pages unknown_pages period mixed span.
  void put(forms::Values& values) const;
};

}  // namespace guidang::lists
