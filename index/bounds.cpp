// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/bounds.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "index/schema.h"

namespace guidang::index {
namespace {

/// Documents changed between two writes to the disk.
constexpr std::size_t kFlushEvery = 10'000;

bool is_stale(const Xapian::Database& database, unsigned number) {
  auto value = database.valuestream_begin(number);
  const auto end = database.valuestream_end(number);
  if (value == end) return !database.get_value_upper_bound(number).empty();
  std::string least = *value;
  std::string greatest = least;
  for (++value; value != end; ++value) {
    std::string one = *value;
    if (one < least) {
      least = std::move(one);
    } else if (one > greatest) {
      greatest = std::move(one);
    }
  }
  return least != database.get_value_lower_bound(number) ||
         greatest != database.get_value_upper_bound(number);
}

/// A slot forgets its bounds when its last value goes, so all of them go and come back.
void renew(Xapian::WritableDatabase& database, unsigned number) {
  std::vector<std::pair<Xapian::docid, std::string>> values;
  for (auto value = database.valuestream_begin(number); value != database.valuestream_end(number);
       ++value) {
    values.emplace_back(value.get_docid(), *value);
  }
  std::size_t changed = 0;
  const auto each = [&](auto&& change) {
    for (const auto& [id, value] : values) {
      Xapian::Document document = database.get_document(id);
      change(document, value);
      database.replace_document(id, document);
      if (++changed % kFlushEvery == 0) database.commit();
    }
  };
  each([&](Xapian::Document& document, const std::string&) { document.remove_value(number); });
  each([&](Xapian::Document& document, const std::string& value) {
    document.add_value(number, value);
  });
  database.commit();
}

}  // namespace

void renew_bounds(Xapian::WritableDatabase& database) {
  database.commit();
  for (unsigned number = slot::kRecord; number <= slot::kLast; ++number) {
    if (is_stale(database, number)) renew(database, number);
  }
}

}  // namespace guidang::index
