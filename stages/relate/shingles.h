// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace guidang::relate {

/// Characters of one piece of a text.
inline constexpr std::size_t kPieceLength = 5;
/// Characters of a text that are looked at; what lies behind does not count.
inline constexpr std::size_t kMostCharacters = 500'000;

/// The different pieces of a text, as 64-bit hashes in rising order. Two pieces that differ have
/// one hash with p ≈ 5·10⁻²⁰.
using Shingles = std::vector<std::uint64_t>;

/// As they come, with repetitions: what a sketch can be made of without sorting.
[[nodiscard]] Shingles pieces_of(const std::vector<std::string>& pages);
/// True when at least `least` of the pieces differ.
[[nodiscard]] bool has_different(const Shingles& pieces, std::size_t least);

/// Of the pages' text as it reads: without blanks, width and case of Latin letters, page numbers,
/// and lines that stand at the head or foot of most pages. Linear.
[[nodiscard]] Shingles shingles_of(const std::vector<std::string>& pages);

/// How many pieces are in both, and in either.
struct Overlap {
  std::size_t both = 0;
  std::size_t either = 0;
  /// Jaccard's measure: 1 for equal sets, 0 for sets without a common piece.
  [[nodiscard]] double score() const {
    return either == 0 ? 0.0 : static_cast<double>(both) / static_cast<double>(either);
  }
};
[[nodiscard]] Overlap overlap_of(const Shingles& a, const Shingles& b);

/// A sketch (MinHash, one permutation): the least hash of each of 96 ranges, of which a byte is
/// kept, and twelve digests of eight ranges each.
struct Sketch {
  static constexpr std::size_t kRanges = 96;
  static constexpr std::size_t kBands = 12;
  std::array<std::uint8_t, kRanges> least{};
  std::array<std::uint32_t, kBands> bands{};
};
/// The same for pieces in any order and number.
[[nodiscard]] Sketch sketch_of(const Shingles& pieces);

/// The score as the sketches let it be guessed; off by 0.03 (one standard deviation) at 0.9.
[[nodiscard]] double guessed_score(const std::array<std::uint8_t, Sketch::kRanges>& a,
                                   const std::array<std::uint8_t, Sketch::kRanges>& b);

}  // namespace guidang::relate
