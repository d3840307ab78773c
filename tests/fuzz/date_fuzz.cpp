// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/date.h"

#include "pipeline/text/han_number.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidang;
  const std::string_view text = fuzz::as_text(data, size);
  const text::Dates dates = text::find_dates(text);
  std::size_t free_from = 0;
  for (const text::FoundDate& found : dates.found) {
    fuzz::require(found.date.ok() && found.length > 0 && found.offset >= free_from);
    free_from = found.offset + found.length;
    fuzz::require(free_from <= text.size());
    fuzz::require(parse_iso(to_iso(found.date)) == found.date);
  }
  for (const text::BadDate& bad : dates.bad) {
    fuzz::require(text.substr(bad.offset, bad.length) == bad.original);
  }
  if (const auto date = text::parse_date(text)) fuzz::require(date->ok());
  (void)text::parse_han_number(text);
  return 0;
}
