// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/ties.h"

#include <algorithm>
#include <stdexcept>

#include "pipeline/record_key.h"

namespace guidang::relate {
namespace {

constexpr char kSign = '\x1f';

std::uint64_t pair_key(const RecordId& one, const RecordId& other) {
  const auto [low, high] = std::minmax({record_key(one), record_key(other)});
  return low * 0x9e3779b97f4a7c15U ^ high;
}

}  // namespace

Ties::Ties(std::unique_ptr<Sorter> sorter, const ByHand& by_hand, Sink& sink)
    : sorter_(std::move(sorter)), by_hand_(by_hand), sink_(sink) {
  for (const ByHand::Set& set : by_hand.ties()) add_by_hand(set);
}

void Ties::add_by_hand(const ByHand::Set& set) {
  const Tie& tie = set.tie;
  const std::string_view kind = tie.kind->name;
  Role role = Role::main;
  if (kind == "duplicate_of") {
    duplicates_.insert(record_key(tie.from));
    role = Role::copy;
  } else if (kind == "version_of" || kind == "attachment_of") {
    // The first holds: a part belongs to one document.
    if (!parts_.insert(record_key(tie.from)).second) return;
    role = kind == "version_of" ? Role::draft : Role::attachment;
  } else if (kind == "replies_to") {
    replies_.insert(record_key(tie.from));
    answered_.insert(record_key(tie.to));
    role = Role::reply;
  } else if (kind == "resubmits") {
    again_.insert(pair_key(tie.from, tie.to));
  }
  const std::string evidence = "人工关联 / set by " + set.by;
  put(tie.from, kind, tie.to, role, evidence);
  if (!tie.kind->inverse.empty()) put(tie.to, tie.kind->inverse, tie.from, Role::main, evidence);
}

void Ties::put(const RecordId& from, std::string_view kind, const RecordId& to, Role role,
               const std::string& evidence) {
  std::string value{static_cast<char>('A' + static_cast<int>(role))};
  value += evidence;
  sorter_->add(from, std::string(kind) + kSign + to, value);
}

bool Ties::add_duplicate(const Row& row, const Row& stands, const std::string& evidence) {
  const auto tie = tie_of(row.id, "duplicate_of", stands.id);
  if (!tie || by_hand_.undone(*tie)) return false;
  if (duplicates_.insert(record_key(row.id)).second) {
    put(row.id, "duplicate_of", stands.id, Role::copy, evidence);
  }
  return true;
}

bool Ties::add_part(const Row& row, const Row& main, Role role, const std::string& evidence) {
  const std::string_view kind = role == Role::attachment ? "attachment_of" : "version_of";
  const auto tie = tie_of(row.id, kind, main.id);
  if (!tie || by_hand_.undone(*tie)) return false;
  if (parts_.insert(record_key(row.id)).second) put(row.id, kind, main.id, role, evidence);
  return true;
}

bool Ties::add_answer(const Row& reply, const Row& request, const std::string& evidence) {
  const auto tie = tie_of(reply.id, "replies_to", request.id);
  if (!tie || by_hand_.undone(*tie) || by_hand_.closed_to_machine(*tie)) return false;
  replies_.insert(record_key(reply.id));
  answered_.insert(record_key(request.id));
  put(reply.id, "replies_to", request.id, Role::reply, evidence);
  put(request.id, "replied_by", reply.id, Role::main, evidence);
  return true;
}

bool Ties::add(const Row& from, std::string_view kind, const Row& to, const std::string& evidence) {
  const auto tie = tie_of(from.id, kind, to.id);
  if (!tie || by_hand_.undone(*tie) || by_hand_.closed_to_machine(*tie)) return false;
  put(from.id, kind, to.id, Role::main, evidence);
  if (!tie->kind->inverse.empty()) put(to.id, tie->kind->inverse, from.id, Role::main, evidence);
  if (kind == "resubmits") again_.insert(pair_key(from.id, to.id));
  return true;
}

void Ties::report(const Row& row, Finding finding) {
  finding.path = row.place;
  sink_.report(row.id, std::move(finding));
}

bool Ties::is_duplicate(const RecordId& id) const { return duplicates_.contains(record_key(id)); }
bool Ties::is_part(const RecordId& id) const { return parts_.contains(record_key(id)); }
bool Ties::has_answered(const Row& row) const { return replies_.contains(record_key(row.id)); }
bool Ties::is_answered(const Row& row) const { return answered_.contains(record_key(row.id)); }
bool Ties::resubmitted(const RecordId& one, const RecordId& other) const {
  return again_.contains(pair_key(one, other));
}

void Ties::finish() {
  for (const ByHand::Set& set : by_hand_.refused()) {
    sink_.report(set.tie.from,
                 {.code = "REL-104", .severity = Severity::warning, .found = field_of(set.tie)});
  }
  RecordId document;
  Relations relations;
  const auto write = [&] {
    if (!relations.list.empty()) sink_.put(document, relations);
    relations.list.clear();
  };
  sorter_->for_each([&](const SortedRow& row) {
    if (row.key != document) write();
    document = row.key;
    const std::size_t sign = row.record.find(kSign);
    Relation relation{.kind = row.record.substr(0, sign),
                      .other = row.record.substr(sign + 1),
                      .role = static_cast<Role>(row.payload[0] - 'A'),
                      .evidence = row.payload.substr(1)};
    const bool known = !relations.list.empty() && relations.list.back().kind == relation.kind &&
                       relations.list.back().other == relation.other;
    if (!known) relations.list.push_back(std::move(relation));
  });
  write();
}

}  // namespace guidang::relate
