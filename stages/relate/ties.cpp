// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/ties.h"

#include "pipeline/record_key.h"

namespace guidang::relate {
namespace {

constexpr char kSign = '\x1f';

}  // namespace

void Ties::add_duplicate(const Row& row, const Row& stands, const std::string& evidence) {
  if (!duplicates_.insert(record_key(row.id)).second) return;
  add(row, "duplicate_of", stands, Role::copy, evidence);
}

void Ties::add_part(const Row& row, const Row& main, Role role, const std::string& evidence) {
  if (!parts_.insert(record_key(row.id)).second) return;
  add(row, role == Role::attachment ? "attachment_of" : "version_of", main, role, evidence);
}

void Ties::add_answer(const Row& reply, const Row& request, const std::string& evidence) {
  replies_.insert(record_key(reply.id));
  answered_.insert(record_key(request.id));
  add(reply, "replies_to", request, Role::reply, evidence);
  add(request, "replied_by", reply, Role::main, evidence);
}

void Ties::add(const Row& from, std::string_view kind, const Row& to, Role role,
               const std::string& evidence) {
  std::string value{static_cast<char>('A' + static_cast<int>(role))};
  value += evidence;
  sorter_->add(from.id, std::string(kind) + kSign + to.id, value);
}

void Ties::report(const Row& row, Finding finding) {
  finding.path = row.place;
  sink_.report(row.id, std::move(finding));
}

bool Ties::is_duplicate(const Row& row) const { return duplicates_.contains(record_key(row.id)); }
bool Ties::is_part(const Row& row) const { return parts_.contains(record_key(row.id)); }
bool Ties::has_answered(const Row& row) const { return replies_.contains(record_key(row.id)); }
bool Ties::is_answered(const Row& row) const { return answered_.contains(record_key(row.id)); }

void Ties::finish() {
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
