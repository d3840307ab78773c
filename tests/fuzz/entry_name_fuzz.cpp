// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/display_name.h"
#include "pipeline/files/entry_name.h"
#include "pipeline/text/utf8.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace files = guidang::files;
  const std::string_view raw = guidang::fuzz::as_text(data, size);
  for (const bool flag : {false, true}) {
    const files::EntryName name = files::decode_entry_name(raw, flag);
    guidang::fuzz::require(name.raw == raw);
    guidang::fuzz::require(guidang::text::is_utf8(name.text));
    guidang::fuzz::require(raw.empty() == name.text.empty());
    const std::string shown = files::display_name(name.text);
    guidang::fuzz::require(guidang::text::is_utf8(shown) && shown.find('\n') == std::string::npos);
    if (files::check_entry_name(name.text) == files::NameFlaw::none) {
      guidang::fuzz::require(name.text.front() != '/' &&
                             ("/" + name.text + "/").find("/../") == std::string::npos);
    }
  }
  guidang::fuzz::require(guidang::text::is_utf8(files::display_name(raw)));
  return 0;
}
