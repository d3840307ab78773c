// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "pipeline/text/date.h"
#include "pipeline/text/document_number.h"
#include "pipeline/text/fold.h"
#include "stages/receive/ledger.h"

namespace guidang::receive {
namespace {

constexpr char kPart = '\x1f';

std::string heading_of(const Ledger& ledger, std::string_view field) {
  const auto at = std::find(ledger.fields.begin(), ledger.fields.end(), field);
  return at == ledger.fields.end()
             ? std::string{field}
             : ledger.headings[static_cast<std::size_t>(at - ledger.fields.begin())];
}

}  // namespace

std::string Ledgers::where(std::uint32_t index) const {
  return row_name(ledger_of(index), ledger_of(index).shown, rows_[index].line);
}

std::string Ledgers::place(std::uint32_t index) const {
  const Ledger& ledger = ledger_of(index);
  for (const std::string_view field : {"register_no", "document_number"}) {
    const std::string written = value(index, field);
    if (!written.empty()) return ledger.shown + ' ' + heading_of(ledger, field) + ' ' + written;
  }
  return where(index);
}

std::string Ledgers::year(std::uint32_t index) const {
  for (const std::string_view field : {"received", "date"}) {
    if (const auto date = text::parse_date(value(index, field))) return to_iso(*date).substr(0, 4);
  }
  return {};
}

std::string Ledgers::register_key(std::uint32_t index) const {
  return ledger_of(index).kind + kPart + year(index) + kPart +
         text::fold(value(index, "register_no"));
}

std::string Ledgers::whole(std::uint32_t index) const {
  std::string text = ledger_of(index).kind;
  for (const std::string_view cell : cells(index)) {
    text += kPart;
    text += cell;
  }
  return text;
}

std::string Ledgers::identity(std::uint32_t index) const {
  const LedgerRow& row = rows_[index];
  const std::string number = value(index, "document_number");
  // A number used twice is nobody's name.
  if (row.twin != 0 || row.twin_number != 0) return "row" + (kPart + whole(index));
  if (!value(index, "register_no").empty()) return "register" + (kPart + register_key(index));
  if (!number.empty()) {
    return "number" + (kPart + ledger_of(index).kind) + kPart + text::matching_key(number);
  }
  return "row" + (kPart + whole(index));
}

}  // namespace guidang::receive
