// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/text/converter.h"

namespace guidang::files {

enum class NameEncoding : std::uint8_t { utf8, gb18030, cp437 };

/// As pipeline/text spells it: "UTF-8" "GB18030" "CP437".
std::string_view name_of(NameEncoding encoding);

/// The name of an archive's entry: what the archive holds and what it says.
struct EntryName {
  std::string raw{};   ///< the archive's own bytes
  std::string text{};  ///< UTF-8
  NameEncoding encoding = NameEncoding::utf8;
};

/// Strict UTF-8 when the archive's flag says so and it is; without the flag, UTF-8 unless it has
/// nothing but two-byte characters that GB18030 reads as Han (通知 in GB18030 is U+0368 U+05AA in
/// UTF-8); else GB18030, which Windows in China writes without a flag; else CP437, the format's own
/// default, in which every byte has a meaning.
EntryName decode_entry_name(std::string_view raw, bool utf8_flag);

/// `decode_entry_name` for many names: opens each character set once. One thread at a time.
class EntryNameDecoder {
 public:
  [[nodiscard]] EntryName decode(std::string_view raw, bool utf8_flag);

 private:
  std::optional<text::Converter> gb18030_{};
  std::optional<text::Converter> cp437_{};
};

/// Why a decoded name must not be used as a path.
enum class NameFlaw : std::uint8_t {
  none,
  empty,
  absolute,
  parent,
  backslash,
  drive,
  control,
  too_long
};

/// The first flaw of a name that is to become a relative path with `/`: a leading slash, a `..` or
/// `.` or empty component, a backslash, `C:`, a control character, over 4095 bytes. One final slash
/// is good.
NameFlaw check_entry_name(std::string_view text);

}  // namespace guidang::files
