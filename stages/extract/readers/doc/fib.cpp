// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/doc/fib.h"

#include <fmt/format.h>

#include <limits>

namespace guidang::extract::word {
namespace {

// [MS-DOC] 2.5: where the parts of the block begin, and pairs of offset and length in it.
constexpr std::size_t kLengths = 64;
constexpr std::size_t kPairCount = 152;
constexpr std::size_t kPairs = 154;
enum Pair : std::size_t {
  kStshf = 1,
  kPlcfHdd = 11,
  kPlcfBteChpx = 12,
  kPlcfBtePapx = 13,
  kSttbfFfn = 15,
  kClx = 33,
  kPlcSpaMom = 40,
  kPlcSpaHdr = 41,
  kPlcftxbxTxt = 56,
  kPlcfHdrtxbxTxt = 58
};

Place pair(const LittleEndian& document, Pair which) {
  if (which >= document.u16(kPairCount)) return {};
  const std::size_t at = kPairs + 8 * which;
  return {document.u32(at), document.u32(at + 4)};
}

}  // namespace

Fib read_fib(const LittleEndian& document) {
  constexpr std::uint16_t kMark = 0xA5EC;
  constexpr std::uint16_t kOldMark = 0xA5DC;
  const std::uint16_t mark = document.u16(0);
  if (mark != kMark && mark != kOldMark) {
    throw Damage(
        fmt::format("stream WordDocument begins with {:#06x}, not with {:#06x}", mark, kMark));
  }
  Fib fib;
  fib.version = document.u16(2);
  const std::uint16_t flags = document.u16(10);
  fib.encrypted = (flags & 0x0100U) != 0;
  fib.obfuscated = (flags & 0x8000U) != 0;
  if ((flags & 0x0200U) != 0) fib.table = "1Table";
  if (mark == kOldMark && fib.version >= kWord97) fib.version = kWord97 - 1;
  if (fib.encrypted || fib.version < kWord97) return fib;

  std::uint64_t at = 0;
  for (std::size_t i = 0; i < kStories; ++i) {
    // ccpText … ccpHdrTxbx; that of the macros is not used.
    const std::uint64_t length = document.u32(kLengths + 12 + 4 * i);
    fib.stories[i].begin = static_cast<std::uint32_t>(at);
    at += length;
    if (at > std::numeric_limits<std::int32_t>::max()) {
      throw Damage(
          fmt::format("stream WordDocument is damaged: text {} has {} characters", i + 1, length));
    }
    fib.stories[i].end = static_cast<std::uint32_t>(at);
  }
  fib.size = static_cast<std::uint32_t>(kPairs + 8U * document.u16(kPairCount));
  fib.pieces = pair(document, kClx);
  fib.head_stories = pair(document, kPlcfHdd);
  fib.character_runs = pair(document, kPlcfBteChpx);
  fib.paragraphs = pair(document, kPlcfBtePapx);
  fib.fonts = pair(document, kSttbfFfn);
  fib.styles = pair(document, kStshf);
  fib.anchors = pair(document, kPlcSpaMom);
  fib.head_anchors = pair(document, kPlcSpaHdr);
  fib.boxes = pair(document, kPlcftxbxTxt);
  fib.head_boxes = pair(document, kPlcfHdrtxbxTxt);
  return fib;
}

}  // namespace guidang::extract::word
