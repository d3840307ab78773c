// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/card.h"

#include <algorithm>

#include "index/columns.h"
#include "index/document.h"
#include "index/hit.h"
#include "index/order.h"
#include "index/query_plan.h"
#include "index/schema.h"
#include "index/xapian_edge.h"

namespace guidang::index {
namespace {

/// Parts a body and the marks in it by its page breaks. A match that runs over a page end is marked
/// on both.
void add_pages(Card& card, std::string_view body, const std::vector<ByteRange>& marks) {
  std::size_t begin = 0;
  auto mark = marks.begin();
  for (;;) {
    const std::size_t end = std::min(body.find(kPageBreak, begin), body.size());
    card.pages.emplace_back(body.substr(begin, end - begin));
    std::vector<ByteRange>& on_page = card.marks.emplace_back();
    for (; mark != marks.end() && mark->begin < end; ++mark) {
      const std::size_t from = std::max(mark->begin, begin);
      const std::size_t to = std::min(mark->end, end);
      if (from < to) on_page.push_back({from - begin, to - begin});
      if (mark->end > end) break;
    }
    if (end == body.size()) return;
    begin = end + 1;
  }
}

/// Whether a record has all that is asked for.
bool holds(const Joined& joined, const Place& place, const Xapian::Document& document,
           const Query& query) {
  const Xapian::Query one(record_term(document.get_value(slot::kRecord)));
  const std::vector<Match> found =
      gather(joined, Xapian::Query(Xapian::Query::OP_FILTER, one,
                                   plan(query.root, {joined.database, joined.texts})));
  return std::any_of(found.begin(), found.end(),
                     [&](const Match& match) { return match.place == place; });
}

/// The records of one home that have the same values in these slots.
std::vector<Match> alike(const Joined& joined, const Place& place, Xapian::Query filter,
                         const std::vector<unsigned>& slots) {
  const std::size_t home = joined.home_of_shard[place.shard];
  std::vector<Match> found = gather(joined, filter);
  std::erase_if(
      found, [&](const Match& match) { return joined.home_of_shard[match.place.shard] != home; });
  for (const unsigned slot : slots) {
    const std::string wanted = Column(joined, slot).at(place);
    Column column(joined, slot);
    std::erase_if(found, [&](const Match& match) { return column.at(match.place) != wanted; });
  }
  return found;
}

}  // namespace

std::optional<Card> find_record(std::span<const Reader* const> readers, std::size_t home,
                                std::string_view record, const Query* marked) {
  return at_the_edge("search", [&]() -> std::optional<Card> {
    const Joined joined = join(readers);
    const std::optional<Place> place = find_place(joined, home, record);
    if (!place) return std::nullopt;
    const Xapian::Document document = joined.document(*place);
    Card card;
    card.shown = shown_hit(joined, *place, document);
    const RecordText text = joined.text(*place, document);
    const std::string_view body = text[Part::body];
    Marker marker;
    std::vector<ByteRange> marks;
    if (marked != nullptr) {
      marker = Marker(*marked, !holds(joined, *place, document, *marked));
      marks = marker.marks(Part::body, body);
    }
    marker.mark(card.shown, text);
    card.shown.snippet = {};
    add_pages(card, body, marks);
    return card;
  });
}

std::vector<Found> find_code(std::span<const Reader* const> readers, std::string_view code) {
  return at_the_edge("search", [&] {
    std::vector<Found> current;
    const Joined joined = join(readers);
    Query query;
    query.root.field = Field::code;
    query.root.text = std::string(code);
    if (joined.shards.empty() || number_tokens(code).empty()) return current;
    std::vector<Match> matches = gather(joined, plan(query.root, {joined.database, joined.texts}));
    const std::size_t all = matches.size();
    std::vector<Found> former;
    for (const Match& match : in_order(joined, std::move(matches), Sort::code, 0, all)) {
      const Xapian::Document document = joined.document(match.place);
      const Hit hit = shown_hit(joined, match.place, document);
      if (hit.code == code) {
        current.push_back({hit.home, hit.record});
      } else {
        std::string lines = "\n\n";
        lines.append(joined.text(match.place, document)[Part::code]).append("\n\n");
        const std::string line = "\n\n" + std::string(code) + "\n\n";
        if (lines.find(line) != std::string::npos) former.push_back({hit.home, hit.record});
      }
    }
    return current.empty() ? former : current;
  });
}

Neighbours neighbours(std::span<const Reader* const> readers, std::size_t home,
                      std::string_view record) {
  return at_the_edge("search", [&] {
    Neighbours result;
    const Joined joined = join(readers);
    const std::optional<Place> place = find_place(joined, home, record);
    if (!place || Column(joined, slot::kCodeOrder).at(*place).empty()) return result;
    const Hit self = shown_hit(joined, *place, joined.document(*place));
    std::vector<Match> row;
    if (self.volume.empty()) {
      Xapian::Query filter = Xapian::Query::MatchAll;
      if (!self.year.empty()) filter = Xapian::Query(std::string(prefix::kYear) + self.year);
      row = alike(joined, *place, filter, {slot::kYear, slot::kRetention});
    } else {
      Query query;
      query.root.field = Field::volume;
      query.root.text = self.volume;
      row =
          alike(joined, *place, plan(query.root, {joined.database, joined.texts}), {slot::kVolume});
    }
    const std::size_t all = row.size();
    row = in_order(joined, std::move(row), Sort::code, 0, all);
    const auto here = std::find_if(row.begin(), row.end(),
                                   [&](const Match& match) { return match.place == *place; });
    const auto shown = [&](const Match& match) {
      return shown_hit(joined, match.place, joined.document(match.place));
    };
    Column codes(joined, slot::kCodeOrder);
    if (here == row.end()) return result;
    if (here != row.begin()) result.before = shown(*(here - 1));
    if (here + 1 != row.end() && !codes.at((here + 1)->place).empty()) {
      result.after = shown(*(here + 1));
    }
    return result;
  });
}

}  // namespace guidang::index
