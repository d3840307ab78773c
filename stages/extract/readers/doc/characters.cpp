// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/doc/characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace guidang::extract::word {
namespace {

struct Piece {
  Range characters{};
  std::uint32_t offset = 0;  ///< in the stream WordDocument
  std::uint32_t width = 2;   ///< bytes a character
};

/// What Windows-1252 has between 0x80 and 0x9F; [MS-DOC] 2.9.73.
constexpr std::u16string_view kWindows1252 =
    u"\x20AC\x0081\x201A\x0192\x201E\x2026\x2020\x2021\x02C6\x2030\x0160\x2039\x0152\x008D\x017D"
    u"\x008F\x0090\x2018\x2019\x201C\x201D\x2022\x2013\x2014\x02DC\x2122\x0161\x203A\x0153\x009D"
    u"\x017E\x0178";
static_assert(kWindows1252.size() == 32);

/// The table of pieces stands behind lists of formatting that only pieces refer to.
LittleEndian piece_table(const LittleEndian& clx) {
  std::size_t at = 0;
  while (clx.u8(at) == 1) at += 3U + clx.u16(at + 1);
  if (clx.u8(at) != 2) throw Damage("table of pieces is damaged: neither formatting nor pieces");
  return clx.part(at + 5, clx.u32(at + 1));
}

std::vector<Piece> read_pieces(const LittleEndian& clx, const Fib& fib, std::size_t document_size) {
  constexpr std::uint32_t kNarrow = 0x4000'0000;
  const LittleEndian list = piece_table(clx);
  const std::size_t count = list.size() < 4 ? 0 : (list.size() - 4) / 12;
  std::vector<Piece> pieces;
  pieces.reserve(count);
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Piece piece;
    piece.characters = {list.u32(4 * i), list.u32(4 * i + 4)};
    const std::uint32_t place = list.u32(4 * (count + 1) + 8 * i + 2);
    piece.width = (place & kNarrow) != 0 ? 1 : 2;
    piece.offset = (place & ~kNarrow) / (piece.width == 1 ? 2 : 1);
    if (piece.characters.begin != end || piece.characters.end < end) {
      throw Damage(fmt::format("table of pieces is damaged: piece {} goes from {} to {}", i + 1,
                               piece.characters.begin, piece.characters.end));
    }
    end = piece.characters.end;
    const std::uint64_t length = piece.characters.end - piece.characters.begin;
    if (piece.offset + length * piece.width > document_size) {
      throw Damage(fmt::format("text is cut off: piece {} ends at byte {}, the stream at {}", i + 1,
                               piece.offset + length * piece.width, document_size));
    }
    if (length > 0 && piece.offset < fib.size) {
      throw Damage(
          fmt::format("table of pieces is damaged: piece {} begins at byte {}, within the "
                      "document's own header of {} bytes",
                      i + 1, piece.offset, fib.size));
    }
    pieces.push_back(piece);
  }
  return pieces;
}

void add_units(const Piece& piece, std::string_view bytes, std::u16string& units) {
  const std::size_t count = piece.characters.end - piece.characters.begin;
  for (std::size_t i = 0; i < count; ++i) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    if (piece.width == 2) {
      units += static_cast<char16_t>(byte(2 * i) | byte(2 * i + 1) << 8);
    } else {
      const unsigned char c = byte(i);
      units += c >= 0x80 && c < 0xA0 ? kWindows1252[c - 0x80U] : static_cast<char16_t>(c);
    }
  }
}

/// `runs`, which are by bytes, as far as the piece shows them.
void add_runs(const Piece& piece, const std::vector<Run>& runs, std::vector<Run>& out) {
  const std::uint32_t count = piece.characters.end - piece.characters.begin;
  const std::uint32_t end = piece.offset + count * piece.width;
  auto run = std::ranges::upper_bound(runs, piece.offset, {}, &Run::end);
  for (; run != runs.end() && run->begin < end; ++run) {
    const auto position = [&](std::uint32_t byte) {
      const std::uint32_t within = std::clamp(byte, piece.offset, end) - piece.offset;
      return piece.characters.begin + (within + piece.width - 1) / piece.width;
    };
    const Run shown{position(run->begin), position(run->end), run->format};
    if (shown.begin >= shown.end) continue;
    const bool longer =
        !out.empty() && out.back().end == shown.begin && out.back().format == shown.format;
    if (longer) {
      out.back().end = shown.end;
    } else {
      out.push_back(shown);
    }
  }
}

}  // namespace

Characters read_characters(const Fib& fib, const LittleEndian& document, const LittleEndian& table,
                           const LittleEndian& data, std::uint64_t most) {
  const std::vector<Piece> pieces =
      read_pieces(table.part(fib.pieces.offset, fib.pieces.length), fib, document.size());
  const std::uint32_t have = pieces.empty() ? 0 : pieces.back().characters.end;
  const std::uint32_t need = fib.stories.back().end;
  if (have < need) {
    throw Damage(fmt::format("text is cut off: {} characters of {}", have, need));
  }
  if (have > most) throw Damage(fmt::format("text is longer than {} characters", most));
  const std::vector<Run> formats =
      read_runs(document, table, data, fib.character_runs, RunKind::characters);
  const std::vector<Run> paragraphs =
      read_runs(document, table, data, fib.paragraphs, RunKind::paragraphs);
  Characters result;
  result.units.reserve(have);
  for (const Piece& piece : pieces) {
    add_units(piece, document.bytes().substr(piece.offset), result.units);
    add_runs(piece, formats, result.formats);
    add_runs(piece, paragraphs, result.paragraphs);
  }
  return result;
}

const Format& FormatCursor::at(std::uint32_t position) {
  if (position < last_) {
    const auto first = std::ranges::upper_bound(runs_, position, {}, &Run::end);
    next_ = static_cast<std::size_t>(first - runs_.begin());
  }
  last_ = position;
  while (next_ < runs_.size() && runs_[next_].end <= position) ++next_;
  const bool within = next_ < runs_.size() && runs_[next_].begin <= position;
  return within ? runs_[next_].format : none_;
}

}  // namespace guidang::extract::word
