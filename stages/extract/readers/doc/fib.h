// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "stages/extract/readers/little_endian.h"

/// Word's binary format, [MS-DOC].
namespace guidang::extract::word {

/// A stretch of a stream.
struct Place {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

/// The texts of a document, which lie one behind the other.
enum class Story : std::uint8_t {
  main,
  footnotes,
  heads,  ///< and feet
  macros,
  comments,
  endnotes,
  boxes,
  head_boxes
};
inline constexpr std::size_t kStories = 8;

/// Character positions, `end` not included.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The file information block at the beginning of the stream WordDocument. All places but the
/// block itself are in the table stream.
struct Fib {
  std::uint16_t version = 0;  ///< nFib: 193 and above are Word 97 to 2003
  bool encrypted = false;
  bool obfuscated = false;  ///< by XOR
  const char* table = "0Table";
  std::uint32_t size = 0;  ///< bytes of the block; text never lies within
  std::array<Range, kStories> stories{};
  Place pieces{};          ///< Clx
  Place head_stories{};    ///< PlcfHdd
  Place character_runs{};  ///< PlcfBteChpx
  Place paragraphs{};      ///< PlcfBtePapx
  Place fonts{};           ///< SttbfFfn
  Place styles{};          ///< Stshf
  Place anchors{};         ///< PlcfSpaMom
  Place head_anchors{};    ///< PlcfSpaHdr
  Place boxes{};           ///< PlcftxbxTxt
  Place head_boxes{};      ///< PlcfHdrtxbxTxt

  [[nodiscard]] const Range& story(Story which) const {
    return stories[static_cast<std::size_t>(which)];
  }
};

/// Throws Damage when the stream is no WordDocument of Word 97 or later. Of an encrypted one, and
/// of an older one (`version` below 193), only the first members are filled.
[[nodiscard]] Fib read_fib(const LittleEndian& document);

inline constexpr std::uint16_t kWord97 = 193;

}  // namespace guidang::extract::word
