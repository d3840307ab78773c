// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "pipeline/text/decode.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidang;
  constexpr std::array<std::string_view, 6> kDeclared = {"",      "gb2312", "big5",
                                                         "utf-8", "utf-16", "shift_jis"};
  const std::string_view bytes = fuzz::as_text(data, size);
  const std::string_view declared = size > 0 ? kDeclared[data[0] % kDeclared.size()] : "";
  const text::Decoded decoded = text::decode(bytes, declared);
  fuzz::require(text::is_utf8(decoded.text));
  fuzz::require(!decoded.encoding.empty());
  fuzz::require(bytes.size() < 5 || !decoded.text.empty());
  (void)text::looks_binary(bytes);
  const std::string folded = text::fold(decoded.text);
  fuzz::require(text::is_utf8(folded) && text::fold(folded) == folded);
  std::size_t sizes = 0;
  for (const auto line : text::lines(bytes)) sizes += line.size();
  fuzz::require(sizes <= bytes.size());
  return 0;
}
