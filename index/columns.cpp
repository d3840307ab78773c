// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/columns.h"

namespace guidang::index {

std::string Column::at(const Place& place) {
  if (!started_ || place.shard != at_.shard || place.id < at_.id) {
    const Xapian::Database& database = joined_.shards[place.shard]->database;
    value_ = database.valuestream_begin(slot_);
    end_ = database.valuestream_end(slot_);
    started_ = true;
  }
  at_ = place;
  if (value_ == end_) return {};
  if (value_.get_docid() < place.id) value_.skip_to(place.id);
  if (value_ == end_ || value_.get_docid() != place.id) return {};
  return *value_;
}

}  // namespace guidang::index
