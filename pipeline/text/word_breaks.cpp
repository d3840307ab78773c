// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/word_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <memory>
#include <stdexcept>

namespace guidang::text {

std::vector<std::size_t> word_breaks(std::string_view text) {
  if (text.empty()) return {0};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  const std::unique_ptr<UText, decltype(&utext_close)> looked(
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status),
      &utext_close);
  if (U_FAILURE(status) != 0) throw std::logic_error("ICU data are missing");
  words->setText(looked.get(), status);
  std::vector<std::size_t> breaks;
  for (int32_t at = words->first(); at != icu::BreakIterator::DONE; at = words->next()) {
    breaks.push_back(static_cast<std::size_t>(at));
  }
  return breaks;
}

}  // namespace guidang::text
