// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/by_hand.h"

#include <algorithm>
#include <optional>

#include "pipeline/record_key.h"

namespace guidang::relate {
namespace {

std::string key_of(const Tie& tie) {
  return std::string(tie.kind->name).append(":").append(tie.from).append(":").append(tie.to);
}
std::string out_key(const TieKind* kind, const RecordId& from) {
  return std::string(kind->name).append(":").append(from);
}

/// 20230615 of 2023-06-15, 20230000 of a year alone, 0 of nothing: rises as the text does.
std::int32_t number_of(std::string_view age) {
  std::int32_t number = 0;
  int digits = 0;
  for (const char c : age) {
    if (c < '0' || c > '9' || digits == 8) continue;
    number = number * 10 + (c - '0');
    ++digits;
  }
  for (; digits > 0 && digits < 8; ++digits) number *= 10;
  return number;
}

}  // namespace

void ByHand::see(const View& document, const Row& row) {
  ages_.emplace_back(record_key(document.id()), number_of(row.age()));
  for (const auto& [field, decision] : document.decisions()) {
    const auto named = parse_tie_field(field);
    if (!named) continue;
    const auto tie = tie_of(document.id(), named->kind, RecordId(named->other));
    if (!tie) continue;
    if (decision.value == "no") undone_.insert(key_of(*tie));
    if (decision.value == "yes") set_.push_back({*tie, decision.by});
  }
}

std::optional<std::int32_t> ByHand::age(const RecordId& document) const {
  const std::uint64_t key = record_key(document);
  const auto at = std::lower_bound(ages_.begin(), ages_.end(), std::pair{key, std::int32_t{0}});
  if (at == ages_.end() || at->first != key) return std::nullopt;
  return at->second;
}

bool ByHand::reaches(const TieKind* kind, const RecordId& from, const RecordId& to) const {
  std::vector<RecordId> open{from};
  std::set<RecordId> seen;
  while (!open.empty()) {
    const RecordId at = std::move(open.back());
    open.pop_back();
    if (at == to) return true;
    if (!seen.insert(at).second) continue;
    if (const auto next = edges_.find({kind, at}); next != edges_.end()) {
      open.insert(open.end(), next->second.begin(), next->second.end());
    }
  }
  return false;
}

void ByHand::close_behind(const Tie& tie) {
  std::vector<RecordId> open{tie.to};
  while (!open.empty()) {
    const RecordId at = std::move(open.back());
    open.pop_back();
    if (!closed_.insert(out_key(tie.kind, at)).second) continue;
    if (const auto next = edges_.find({tie.kind, at}); next != edges_.end()) {
      open.insert(open.end(), next->second.begin(), next->second.end());
    }
  }
}

void ByHand::settle() {
  std::sort(ages_.begin(), ages_.end());
  std::sort(set_.begin(), set_.end(),
            [](const Set& a, const Set& b) { return key_of(a.tie) < key_of(b.tie); });
  std::vector<Set> all;
  all.swap(set_);
  std::set<std::string> known;
  std::set<RecordId> duplicates;
  for (Set& one : all) {
    const Tie& tie = one.tie;
    const std::string key = key_of(tie);
    // A decision that takes a tie back is the surer one: a wrong tie costs more than a missing one.
    if (undone_.contains(key) || !known.insert(key).second) continue;
    const bool symmetric = tie.kind->inverse == tie.kind->name;
    const bool duplicate = tie.kind->name == "duplicate_of";
    const bool bad = !age(tie.from) || !age(tie.to) ||
                     (!symmetric && reaches(tie.kind, tie.to, tie.from)) ||
                     (duplicate && (duplicates.contains(tie.to) || stands_.contains(tie.from) ||
                                    duplicates.contains(tie.from)));
    if (bad) {
      refused_.push_back(std::move(one));
      continue;
    }
    edges_[{tie.kind, tie.from}].push_back(tie.to);
    if (duplicate) {
      duplicates.insert(tie.from);
      stands_.insert(tie.to);
    }
    set_.push_back(std::move(one));
  }
  for (const Set& one : set_) {
    if (one.tie.kind->inverse == one.tie.kind->name) continue;
    if (*age(one.tie.from) <= *age(one.tie.to)) close_behind(one.tie);
  }
}

bool ByHand::undone(const Tie& tie) const {
  return !undone_.empty() && undone_.contains(key_of(tie));
}

bool ByHand::closed_to_machine(const Tie& tie) const {
  return !closed_.empty() && closed_.contains(out_key(tie.kind, tie.from));
}

}  // namespace guidang::relate
