// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "index/phrase.h"
#include "index/query.h"
#include "index/search.h"
#include "index/texts.h"
#include "index/words/initials.h"

namespace guidang::index {

/// Marks in records what a query asks for: a word without a field wherever it stands, a word of a
/// field only there, and nothing that stands under a minus.
class Marker {
 public:
  /// Marks nothing.
  Marker() = default;
  /// `loose`: the words were taken as a bag of pieces; pieces that overlap give one mark.
  explicit Marker(const Query& query, bool loose = false);

  /// Marks, snippet and `elsewhere` of a hit.
  void mark(Hit& hit, const RecordText& text) const;

  /// All marks in one part of a record: ascending, apart from each other. Each, folded, is a
  /// phrase of the query; of phrases that overlap the earliest is marked, of those the longest.
  [[nodiscard]] std::vector<ByteRange> marks(Part part, std::string_view text) const;

 private:
  /// What is looked for in one part.
  struct Wanted {
    PhraseFinder words{};    ///< those without a field first
    PhraseFinder numbers{};  ///< in the text read as a 文号 or 档号
  };
  [[nodiscard]] std::vector<Occurrence> find(Part part, std::string_view text,
                                             std::size_t limit) const;
  [[nodiscard]] std::vector<Occurrence> apart(std::vector<Occurrence> found) const;
  void add_elsewhere(Hit& hit, const RecordText& text, const std::vector<bool>& seen) const;

  std::array<Wanted, kParts> wanted_{};
  std::vector<Initials> initials_{};  ///< in titles and creators
  std::size_t without_field_ = 0;     ///< how many of the words are looked for anywhere
  bool loose_ = false;
};

}  // namespace guidang::index
