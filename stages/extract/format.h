// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "stages/extract/limits.h"

namespace guidang::extract {

/// What a file is, told by its content.
enum class Format : std::uint8_t {
  unknown,  ///< bytes that nothing here explains
  txt,      ///< any plain text, CSV included
  html,
  xml,
  rtf,
  pdf,
  docx,
  xlsx,
  pptx,
  odt,
  ods,
  odp,
  ofd,
  zip,               ///< a ZIP that is none of the above
  doc,               ///< Word 2 to 2003, and WPS Writer's wps
  xls,               ///< Excel 2 to 2003, and WPS Spreadsheets' et
  ppt,               ///< PowerPoint 97 to 2003, and WPS Presentation's dps
  msg,               ///< mail as Outlook saves it
  encrypted_office,  ///< an OOXML document that asks for a password
  ole2,              ///< a compound file that is none of the above
  eml,
  mht,
  jpeg,
  png,
  gif,
  tiff,
  bmp,
  webp,
  mp3,
  wav,
  mp4,
  avi,
  gz,
  bz2,
  xz,
  tar,
  seven_zip,
  rar
};

struct FormatInfo {
  Format format = Format::unknown;
  std::string_view name{};        ///< as in `Extraction::format`
  std::string_view extensions{};  ///< usual ones, lower case, parted by blanks
  bool textless = false;          ///< pictures, sound and films hold no text
};

[[nodiscard]] const FormatInfo& info(Format format);
[[nodiscard]] std::optional<Format> format_from(std::string_view name);

/// Looks at the first 64 KiB and, for a ZIP
/// or a compound file, at its directory. The name plays no part. An empty
/// file is `txt`.
[[nodiscard]] Format sniff(int fd, const Limits& limits);

/// The name's extension in lower case when it is the usual one of another format than `format`;
/// "" when it fits, is missing or is not known here.
[[nodiscard]] std::string extension_mismatch(std::string_view name, Format format);

}  // namespace guidang::extract
