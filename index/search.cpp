// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/search.h"

#include <algorithm>
#include <limits>
#include <memory>

#include "index/document.h"
#include "index/opened.h"
#include "index/query_plan.h"
#include "index/schema.h"
#include "index/weight.h"
#include "index/xapian_edge.h"

namespace guidang::index {
namespace {

/// All shards of all readers as one database.
struct Joined {
  Xapian::Database database{};
  std::shared_ptr<TextsById> texts = std::make_shared<TextsById>();
  std::vector<const TextFiles*> by_shard{};
  std::vector<std::size_t> home_of_shard{};
};

Joined join(std::span<const Reader* const> readers) {
  Joined joined;
  for (std::size_t home = 0; home < readers.size(); ++home) {
    for (const Shard& shard : readers[home]->opened().shards) {
      if (!joined.texts->emplace(shard.database.get_uuid(), shard.texts).second) {
        throw Failure(
            "同一索引(或其副本)打开了两次 / the same index, or a copy of it, is opened twice",
            "每个全宗库只列一次 / name each home once");
      }
      joined.database.add_database(shard.database);
      joined.by_shard.push_back(shard.texts.get());
      joined.home_of_shard.push_back(home);
    }
  }
  return joined;
}

Xapian::doccount clamp(std::size_t count) {
  return static_cast<Xapian::doccount>(
      std::min<std::size_t>(count, std::numeric_limits<Xapian::doccount>::max() / 4));
}

Hit make_hit(const Joined& joined, const Xapian::MSetIterator& match,
             const std::vector<Phrase>& phrases) {
  const Xapian::Document document = match.get_document();
  // Xapian numbers the documents of several databases in turn.
  const std::size_t shard = (*match - 1) % joined.by_shard.size();
  DisplayData shown = from_data(document.get_data());
  const RecordText text =
      joined.by_shard[shard]->at(TextPlace::from_value(document.get_value(slot::kText)));
  Hit hit;
  hit.home = joined.home_of_shard[shard];
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
  hit.score = match.get_weight();
  hit.title_marks = find_marks(hit.title, phrases);
  hit.snippet = make_snippet(text[Part::body], phrases);
  return hit;
}

}  // namespace

Results search(std::span<const Reader* const> readers, const Query& query,
               const SearchOptions& options) {
  return at_the_edge("search", [&] {
    Results results;
    const Joined joined = join(readers);
    if (joined.by_shard.empty()) return results;
    Xapian::Enquire enquire(joined.database);
    enquire.set_weighting_scheme(ExactBm25());
    enquire.set_sort_by_relevance_then_value(slot::kRecord, false);
    const auto ask = [&](const Xapian::Query& asked) {
      const bool titled = options.title_share > 0;
      enquire.set_query(titled ? Xapian::Query(Xapian::Query::OP_AND_MAYBE, asked,
                                               plan_title(query.root, options.title_share))
                               : asked);
      return enquire.get_mset(clamp(options.offset), clamp(options.limit),
                              joined.database.get_doccount());
    };
    Xapian::MSet found = ask(plan(query.root, {joined.database, joined.texts}));
    results.total = found.get_matches_estimated();
    if (results.total == 0 && options.loosen) {
      if (const auto bag = plan_bag(query.root, {joined.database, joined.texts}, options.bag)) {
        enquire.set_cutoff(options.least_percent);
        found = ask(*bag);
        results.loose_total = found.get_matches_estimated();
        results.loosened = results.loose_total > 0;
      }
    }
    const std::vector<Phrase> phrases =
        results.loosened ? visible_pieces(query.root) : visible_phrases(query.root);
    for (auto match = found.begin(); match != found.end(); ++match) {
      results.hits.push_back(make_hit(joined, match, phrases));
    }
    return results;
  });
}

}  // namespace guidang::index
