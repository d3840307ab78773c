// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/mark_form.h"

#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"

namespace guidang::text {
namespace {

/// Marks that sit on other characters, object anchors and what could not be decoded: all invisible
/// or meaningless inside a word.
bool is_noise(char32_t c) {
  return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || (c >= 0x300 && c <= 0x36F) ||
         (c >= 0x20D0 && c <= 0x20FF) || (c >= 0x302A && c <= 0x302F) || c == 0x3099 ||
         c == 0x309A || (c >= 0xFE20 && c <= 0xFE2F) || c == 0xFFFC || c == 0xFFFD ||
         (c >= 0xFFF9 && c <= 0xFFFB);
}

char32_t simplified(char32_t c) {
  constexpr std::u32string_view kFrom = U"機絕絶祕級長啟啓個緊號編開內時間";
  constexpr std::u32string_view kTo = U"机绝绝秘级长启启个紧号编开内时间";
  const auto at = kFrom.find(c);
  return at == kFrom.npos ? c : kTo[at];
}

std::u32string undisguised(std::string_view folded) {
  std::u32string form;
  for (std::size_t pos = 0; pos < folded.size();) {
    const char32_t c = next(folded, pos);
    if (!is_noise(c)) form.push_back(simplified(c));
  }
  return form;
}

std::string named_circle(std::string_view line) {
  line = line.substr(0, kLongestHeadLine);
  std::string result(line);
  constexpr std::string_view kCircledSecret = "㊙";
  constexpr std::string_view kSecret = "秘密";
  for (auto at = result.find(kCircledSecret); at != result.npos;
       at = result.find(kCircledSecret, at + kSecret.size())) {
    result.replace(at, kCircledSecret.size(), kSecret);
  }
  return result;
}

}  // namespace

std::u32string mark_form(std::string_view line) { return undisguised(fold(named_circle(line))); }

std::u32string mark_form_with_blanks(std::string_view line) {
  return undisguised(fold_keep_blanks(named_circle(line)));
}

}  // namespace guidang::text
