// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_twins.h"

#include <algorithm>

#include "pipeline/record_key.h"

namespace guidang::lists {
namespace {

const RecordId* twin_of(const View& document) {
  const Relations* relations = document.find<Relations>();
  if (relations == nullptr) return nullptr;
  const auto it = std::find_if(relations->list.begin(), relations->list.end(),
                               [](const Relation& tie) { return tie.kind == "duplicate_of"; });
  return it == relations->list.end() ? nullptr : &it->other;
}

bool withdrawn(const View& document) {
  const auto decided = document.decisions().find("withdraw");
  return decided != document.decisions().end() && decided->second.value == "yes";
}

}  // namespace

void LedgerTwins::add(const View& document) {
  const RecordId* twin = twin_of(document);
  if (twin == nullptr || withdrawn(document)) return;
  const auto entry = registration(document);
  if (entry && entry->in_ledger) rows_[record_key(*twin)].push_back(pack(*entry));
}

std::vector<Registration> LedgerTwins::of(const RecordId& document) const {
  std::vector<Registration> found;
  const auto rows = rows_.find(record_key(document));
  if (rows == rows_.end()) return found;
  for (const std::string& row : rows->second) found.push_back(unpack_registration(row));
  std::sort(found.begin(), found.end(), [](const Registration& a, const Registration& b) {
    return std::pair(a.key(), pack(a)) < std::pair(b.key(), pack(b));
  });
  return found;
}

}  // namespace guidang::lists
