// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/document_number.h"

#include "pipeline/text/document_type.h"
#include "tests/fuzz/fuzz.h"

namespace {

void check(const guidang::text::FoundNumber& found) {
  using namespace guidang;
  const auto again = text::parse_document_number(found.value.to_text());
  fuzz::require(again && *again == found.value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidang;
  const std::string_view text = fuzz::as_text(data, size);
  std::size_t free_from = 0;
  for (const text::FoundNumber& found : text::find_document_numbers(text)) {
    fuzz::require(found.offset >= free_from && found.length > 0);
    free_from = found.offset + found.length;
    fuzz::require(text.substr(found.offset, found.length) == found.original);
    check(found);
  }
  if (const auto found = text::read_document_number(text)) {
    check(*found);
    if (!found->suggested) {
      fuzz::require(text::matching_key(text) == text::matching_key(found->value.to_text()));
    }
  }
  (void)text::document_type_of_title(text);
  return 0;
}
