// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/item_values.h"

namespace guidang::lists {

void for_each_row(const PaperYear& year, const std::function<void(const ListRow&)>& visit) {
  year.for_each([&](std::string_view payload) { visit(unpack(payload)); });
}

CodeReader::CodeReader(const Profile& profile) {
  const profile::Element& section = profile.section("number");
  if (section.has("pattern")) pattern_ = CodePattern::read(section);
}

std::optional<CodeParts> CodeReader::read(std::string_view code, bool volume) const {
  if (!pattern_) return std::nullopt;
  return volume ? pattern_->parse_volume(code) : pattern_->parse(code);
}

std::string_view last_number(std::string_view code) {
  const std::size_t before = code.find_last_not_of("0123456789");
  return before == std::string_view::npos ? code : code.substr(before + 1);
}

void put_item(const ListRow& row, DateStyle style, forms::Values& values) {
  values["code"] = row.code;
  values["item_number"] = last_number(row.code);
  values["document_number"] = row.document_number;
  values["creator"] = row.creator;
  values["title"] = row.listed_title();
  values["item_date"] = row.listed_date(style);
  values["secrecy"] = row.secrecy;
  values["pages"] = row.listed_pages();
  values["item_period"] = row.period;
  values["remarks"] = row.remarks;
  values["reason"] = row.reason;
  values["provisional"] = row.provisional ? "预编" : "";
}

void Tally::add(const ListRow& row) {
  if (count++ == 0) {
    first = row.code;
    period = row.period;
  }
  last = row.code;
  mixed = mixed || period != row.period;
  provisional = provisional || row.provisional;
  pages += row.pages.value_or(0);
  unknown += row.pages ? 0U : 1U;
  if (row.date.empty()) return;
  if (first_date.empty() || row.date < first_date) first_date = row.date;
  if (row.date > last_date) last_date = row.date;
}

void Tally::put(forms::Values& values) const {
  values["table_count"] = std::to_string(count);
  values["first"] = first;
  values["last"] = last;
  values["total_pages"] = std::to_string(pages);
  if (unknown > 0) values["unknown_pages"] = std::to_string(unknown);
  values["period"] = mixed ? "" : period;
  if (mixed) values["mixed"] = "yes";
  if (!first_date.empty()) {
    values["first_date"] = written_date(first_date);
    values["last_date"] = written_date(last_date);
  }
}

}  // namespace guidang::lists
