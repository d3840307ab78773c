// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guidang::text {

/// Text made of bytes, and how sure that is.
struct Decoded {
  std::string text;               ///< valid UTF-8, without BOM
  std::string encoding;           ///< "UTF-8", "GB18030", "Big5", "UTF-16LE", or another iconv name
  bool bom = false;               ///< the bytes began with a byte order mark
  bool detected = false;          ///< guessed from the bytes: neither BOM, nor UTF-8, nor declared
  std::size_t undecodable = 0;    ///< bytes without a meaning; each stays as one U+FFFD
  std::string declared_mismatch;  ///< the declared name, when it was not followed
};

/// Bytes to UTF-8. In this order: BOM; strict UTF-8; UTF-16 without BOM; `declared` (an encoding
/// name from a header or a meta element) when all bytes have a meaning in it; GB18030 or Big5,
/// chosen by how common the resulting characters are; what uchardet says; GB18030 with
/// replacements. GB2312 and GBK are read as GB18030, which contains them. Never fails and never
/// drops a byte.
[[nodiscard]] Decoded decode(std::string_view bytes, std::string_view declared = {});

/// Bytes that no encoding of text explains: NULs or many control bytes that are no UTF-16 or
/// UTF-32. Looks at the first 64 KiB.
[[nodiscard]] bool looks_binary(std::string_view bytes);

}  // namespace guidang::text
