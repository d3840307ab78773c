// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "index/query_plan.h"
#include "index/reader.h"
#include "index/shard.h"
#include "index/texts.h"

namespace guidang::index {

/// A record of one shard.
struct Place {
  std::uint32_t shard = 0;
  Xapian::docid id = 0;  ///< in the shard's own database
  bool operator==(const Place&) const = default;
};

/// The shards of all readers, searched as one database so that weights are comparable. The readers
/// must outlive it.
struct Joined {
  Xapian::Database database{};
  std::shared_ptr<TextsById> texts = std::make_shared<TextsById>();
  std::vector<const Shard*> shards{};
  std::vector<std::size_t> home_of_shard{};

  [[nodiscard]] Xapian::Document document(const Place& place) const {
    return shards[place.shard]->database.get_document(place.id);
  }
  [[nodiscard]] RecordText text(const Place& place, const Xapian::Document& document) const;
};

/// Throws Failure when two readers opened the same index.
[[nodiscard]] Joined join(std::span<const Reader* const> readers);

/// The record of this key in one home, or nothing.
[[nodiscard]] std::optional<Place> find_place(const Joined& joined, std::size_t home,
                                              std::string_view record);

}  // namespace guidang::index
