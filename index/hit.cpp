// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/hit.h"

#include <utility>

#include "index/document.h"

namespace guidang::index {

Hit shown_hit(const Joined& joined, const Place& place, const Xapian::Document& document) {
  DisplayData shown = from_data(document.get_data());
  Hit hit;
  hit.home = joined.home_of_shard[place.shard];
  hit.record = std::move(shown.record);
  hit.code = std::move(shown.code);
  hit.provisional = shown.provisional;
  hit.title = std::move(shown.title);
  hit.document_number = std::move(shown.document_number);
  hit.creator = std::move(shown.creator);
  hit.doctype = std::move(shown.doctype);
  hit.retention = std::move(shown.retention);
  hit.direction = std::move(shown.direction);
  hit.fonds = std::move(shown.fonds);
  hit.volume = std::move(shown.volume);
  hit.year = std::move(shown.year);
  hit.date = std::move(shown.date);
  hit.path = std::move(shown.path);
  return hit;
}

Hit make_hit(const Joined& joined, const Match& match, const Marker& marker) {
  const Xapian::Document document = joined.document(match.place);
  Hit hit = shown_hit(joined, match.place, document);
  hit.score = match.weight;
  marker.mark(hit, joined.text(match.place, document));
  return hit;
}

}  // namespace guidang::index
