// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/secrecy_mark.h"

#include "pipeline/text/urgency.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidang;
  const std::string_view text = fuzz::as_text(data, size);
  if (const auto mark = text::parse_secrecy_mark(text)) {
    fuzz::require(mark->level != text::SecrecyLevel::none);
    const auto again = text::parse_secrecy_mark(mark->to_text());
    fuzz::require(again && again->level == mark->level);
    // A line that is a mark is one at the head of a text, too; cut lines apart.
    if (text.find_first_of("\r\n\v\f") == text.npos && text.size() < 1024 &&
        text.find("\xC2\x85") == text.npos && text.find("\xE2\x80\xA8") == text.npos &&
        text.find("\xE2\x80\xA9") == text.npos) {
      fuzz::require(text::find_head_mark(text).has_value());
    }
  }
  (void)text::find_head_mark(text);
  (void)text::find_name_mark(text);
  (void)text::is_control_mark(text);
  (void)text::parse_urgency(text);
  (void)text::find_head_urgency(text);
  return 0;
}
