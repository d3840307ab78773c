// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "index/analyser.h"
#include "index/characters.h"
#include "index/document.h"
#include "index/hit.h"
#include "index/order.h"
#include "index/schema.h"
#include "index/search.h"
#include "index/xapian_edge.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

/// As many of the record's pieces are asked for.
constexpr std::size_t kPieces = 40;
/// A piece of the title counts for so many of the text.
constexpr double kTitleShare = 3;
/// What shares less than this of what the record scores itself is not like it.
constexpr double kLeastShare = 0.12;
/// Hits looked at beyond those wanted.
constexpr std::size_t kSpare = 10;

struct Piece {
  std::string term{};
  double weight = 0;  ///< by which the rarest and most frequent are chosen
  bool in_title = false;
};

/// A pair of ideographs: what says most of a text.
bool is_pair(const std::string& term) {
  std::size_t pos = 0;
  for (int count = 0; count < 2; ++count) {
    if (pos >= term.size() || !is_ideograph(text::next(term, pos))) return false;
  }
  return pos == term.size();
}

std::vector<Piece> rarest_pieces(const Joined& joined, const Place& place) {
  const Xapian::Database& database = joined.shards[place.shard]->database;
  const auto records = static_cast<double>(joined.database.get_doccount());
  const Xapian::Document document = joined.document(place);
  std::vector<Piece> pieces;
  const std::string title(prefix::kTitle);
  for (auto term = database.termlist_begin(place.id); term != database.termlist_end(place.id);
       ++term) {
    if (!is_pair(*term)) continue;
    const auto having = static_cast<double>(joined.database.get_termfreq(*term));
    // What no other record has leads nowhere; what a third has says nothing.
    if (having < 2 || having * 3 > records + 3) continue;
    const double often = 1 + std::log(static_cast<double>(std::max(1U, term.get_wdf())));
    pieces.push_back({*term, often * std::log(records / having), false});
  }
  for (Piece& piece : pieces) {
    auto found = database.termlist_begin(place.id);
    found.skip_to(title + piece.term);
    piece.in_title = found != database.termlist_end(place.id) && *found == title + piece.term;
    if (piece.in_title) piece.weight *= kTitleShare;
  }
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  if (pieces.size() > kPieces) pieces.resize(kPieces);
  return pieces;
}

/// Title and text: two records with the same are copies.
std::string face_of(const Joined& joined, const Place& place) {
  const RecordText text = joined.text(place, joined.document(place));
  const RecordDigest body = digest(text[Part::body]);
  return folded_line(text[Part::title]) + "\n" + std::string(body.bytes.begin(), body.bytes.end());
}

}  // namespace

std::vector<Hit> similar(std::span<const Reader* const> readers, std::size_t home,
                         std::string_view record, std::size_t limit) {
  return at_the_edge("search", [&] {
    std::vector<Hit> hits;
    const Joined joined = join(readers);
    const std::optional<Place> place = find_place(joined, home, record);
    if (!place) return hits;
    std::vector<Xapian::Query> pieces;
    for (const Piece& piece : rarest_pieces(joined, *place)) {
      const Xapian::Query term(piece.term);
      pieces.push_back(
          piece.in_title ? Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, term, kTitleShare) : term);
    }
    if (pieces.empty()) return hits;
    std::vector<Match> found =
        gather(joined, Xapian::Query(Xapian::Query::OP_OR, pieces.begin(), pieces.end()));
    const auto self = std::find_if(found.begin(), found.end(),
                                   [&](const Match& match) { return match.place == *place; });
    const double least = self == found.end() ? 0 : self->weight * kLeastShare;
    std::erase_if(
        found, [&](const Match& match) { return match.place == *place || match.weight < least; });
    // Some more than wanted, as copies of one text are shown once.
    std::set<std::string> shown{face_of(joined, *place)};
    for (const Match& match :
         in_order(joined, std::move(found), Sort::relevance, 0, limit * 2 + kSpare)) {
      if (hits.size() == limit) break;
      if (!shown.insert(face_of(joined, match.place)).second) continue;
      hits.push_back(make_hit(joined, match, Marker()));
    }
    return hits;
  });
}

}  // namespace guidang::index
