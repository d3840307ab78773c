// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/gather.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>

#include "index/weight.h"

namespace guidang::index {
namespace {

/// What the matcher is at: it tells of a document's id in its shard, but not of the shard.
struct Current {
  std::map<std::string, std::uint32_t> shard_of{};  ///< by the database's own id
  std::uint32_t shard = 0;
};

/// Matches everything and notes in which shard the matcher is. As it claims to have every document,
/// Xapian asks it about each candidate, right before the spy is told.
class ShardNote : public Xapian::PostingSource {
 public:
  explicit ShardNote(std::shared_ptr<Current> current) : current_(std::move(current)) {}

  [[nodiscard]] ShardNote* clone() const override { return new ShardNote(current_); }
  void init(const Xapian::Database& database) override {
    database_ = database;
    documents_ = database.get_doccount();
    all_ = database_.postlist_begin(std::string());
    end_ = database_.postlist_end(std::string());
    shard_ = current_->shard_of.at(database.get_uuid());
    started_ = false;
  }
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return documents_; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return documents_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double /*least*/) override {
    if (started_) ++all_;
    settle();
  }
  void skip_to(Xapian::docid id, double /*least*/) override {
    if (all_ != end_) all_.skip_to(id);
    settle();
  }
  bool check(Xapian::docid id, double least) override {
    skip_to(id, least);
    return true;
  }
  [[nodiscard]] bool at_end() const override { return all_ == end_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return *all_; }
  [[nodiscard]] std::string get_description() const override { return "ShardNote"; }

 private:
  void settle() {
    started_ = true;
    current_->shard = shard_;
  }

  std::shared_ptr<Current> current_;
  Xapian::Database database_{};
  Xapian::PostingIterator all_{};
  Xapian::PostingIterator end_{};
  Xapian::doccount documents_ = 0;
  std::uint32_t shard_ = 0;
  bool started_ = false;
};

class Collector : public Xapian::MatchSpy {
 public:
  Collector(std::shared_ptr<const Current> current, std::vector<Match>& matches)
      : current_(std::move(current)), matches_(matches) {}
  void operator()(const Xapian::Document& document, double weight) override {
    matches_.push_back({{current_->shard, document.get_docid()}, weight});
  }

 private:
  std::shared_ptr<const Current> current_;
  std::vector<Match>& matches_;
};

}  // namespace

std::vector<Match> gather(const Joined& joined, const Xapian::Query& query, int least_percent) {
  std::vector<Match> matches;
  const auto current = std::make_shared<Current>();
  for (std::uint32_t shard = 0; shard < joined.shards.size(); ++shard) {
    current->shard_of.emplace(joined.shards[shard]->database.get_uuid(), shard);
  }
  auto* note = new ShardNote(current);
  Xapian::Enquire enquire(joined.database);
  enquire.set_weighting_scheme(ExactBm25());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(note->release())));
  Collector collector(current, matches);
  enquire.add_matchspy(&collector);
  // To have all documents looked at, none may be passed over for its weight.
  const Xapian::MSet best = enquire.get_mset(0, 1, joined.database.get_doccount());
  if (least_percent > 0) {
    std::erase_if(matches, [&](const Match& match) {
      return best.convert_to_percent(match.weight) < least_percent;
    });
  }
  return matches;
}

void sort_by_place(std::vector<Match>& matches) {
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return a.place.shard != b.place.shard ? a.place.shard < b.place.shard : a.place.id < b.place.id;
  });
}

}  // namespace guidang::index
