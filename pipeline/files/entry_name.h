// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guidang::files {

enum class NameEncoding : std::uint8_t { utf8, gb18030, cp437 };

/// The name of a ZIP entry: what the archive holds and what it says.
struct EntryName {
  std::string raw{};   ///< the archive's own bytes
  std::string text{};  ///< UTF-8
  NameEncoding encoding = NameEncoding::utf8;
};

/// Strict UTF-8 when the bytes are that, with or without the archive's flag (a flag that lies is no
/// help); else GB18030, which Windows in China writes without a flag; else CP437, the format's own
/// default, in which every byte has a meaning.
EntryName decode_entry_name(std::string_view raw);

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
