// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/itemise/itemise.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "pipeline/files/digest.h"
#include "pipeline/record_key.h"
#include "stages/itemise/joins.h"

namespace guidang {

using itemise::Join;
using itemise::Joins;
using itemise::Obstacle;

namespace {

constexpr std::array<std::string_view, 1> kFields{"date"};
constexpr std::array kReads{Read{FactKind::relations}, Read{FactKind::origin},
                            Read{FactKind::description, false, kFields}, Read{FactKind::components},
                            Read{FactKind::item}};
constexpr std::array<std::string_view, 5> kDecisions{"merge", "split", "pin", "duplicate",
                                                     "withdraw"};
constexpr std::array kCodes{
    CodeInfo{"ITM-101", "所属的件已封存或已固定，此文件另成一件",
             "the item it belongs to is sealed or pinned, so it stands alone",
             "在备考表中注明两件的关系", "note in the 备考表 that the two belong together",
             "DA/T 22-2015 5.1"},
    CodeInfo{"ITM-102", "合并的决定首尾相接，不能执行", "decisions to merge lead round in a circle",
             "撤销其中一个 merge", "take one 'merge' back", ""},
    CodeInfo{"ITM-103", "要合并到的文件不存在、是重份或已撤销",
             "the document to merge with is unknown, a duplicate or withdrawn",
             "把 merge 改为件内主件的编号", "set 'merge' to the id of a main document", ""}};
constexpr StageInfo kInfo{.name = "itemise",
                          .zh = "组件",
                          .summary = "joins documents into items",
                          .scope = Scope::document,
                          .reads = kReads,
                          .writes = FactKind::item,
                          .decisions = kDecisions,
                          .codes = kCodes};

std::string_view decided(const View& view, std::string_view field) {
  const auto it = view.decisions().find(field);
  return it == view.decisions().end() ? std::string_view{} : std::string_view{it->second.value};
}

const Relation* find_relation(const View& document, std::string_view kind,
                              std::string_view other = {}) {
  const auto* relations = document.find<Relations>();
  if (relations == nullptr) return nullptr;
  const auto it = std::find_if(relations->list.begin(), relations->list.end(), [&](const auto& r) {
    return r.kind == kind && (other.empty() || r.other == other);
  });
  return it == relations->list.end() ? nullptr : &*it;
}

bool is_gone(const View& document) {
  if (decided(document, "withdraw") == "yes") return true;
  return find_relation(document, "duplicate_of") != nullptr &&
         decided(document, "duplicate") != "no";
}

/// What a document is when nothing ties it to another: files that came without their main file say
/// it by their role.
Role own_role(const View& document) {
  const auto* components = document.find<Components>();
  if (components == nullptr || components->list.empty()) return Role::main;
  const auto& list = components->list;
  const bool has_main = std::any_of(list.begin(), list.end(),
                                    [](const Component& c) { return c.role == Role::main; });
  return has_main ? Role::main : list.front().role;
}

Role merged_role(const View& document, std::string_view into) {
  for (const std::string_view kind : {"version_of", "attachment_of"}) {
    if (const Relation* tie = find_relation(document, kind, into)) return tie->role;
  }
  if (find_relation(document, "replies_to", into) != nullptr) return Role::reply;
  const Role role = own_role(document);
  return role == Role::main ? Role::attachment : role;
}

std::optional<Join> join_of(const View& document, bool joins_replies) {
  Join join{.from = record_key(document.id())};
  if (decided(document, "split") == "yes") return std::nullopt;
  if (const std::string_view into = decided(document, "merge"); !into.empty()) {
    join.to = record_key(RecordId(into));
    join.answered = find_relation(document, "replied_by", into) != nullptr;
    join.role = join.answered ? Role::main : merged_role(document, into);
    join.by_person = true;
    return join;
  }
  for (const std::string_view kind : {"version_of", "attachment_of"}) {
    if (const Relation* tie = find_relation(document, kind)) {
      join.to = record_key(tie->other);
      join.role = tie->role;
      return join;
    }
  }
  const Relation* answer = joins_replies ? find_relation(document, "replied_by") : nullptr;
  if (answer == nullptr) return std::nullopt;
  join.to = record_key(answer->other);
  join.role = Role::main;
  join.answered = true;
  return join;
}

/// Key of a part within its item: block, role, date, place; the block keeps the parts of a 来文
/// behind those of its 复文.
std::string part_key(bool behind_reply, Role role, std::string_view rest) {
  return fmt::format("{}{:02}{}", behind_reply ? 1 : 0, static_cast<int>(role), rest);
}

std::string group_of(itemise::Key root) { return fmt::format("{:016x}", root); }

void report_obstacle(const Join& join, const RecordId& document, const std::string& place,
                     Sink& sink) {
  Finding finding{.path = place};
  switch (join.obstacle) {
    case Obstacle::none:
      return;
    case Obstacle::fixed:
      finding.code = "ITM-101";
      finding.severity = Severity::note;
      break;
    case Obstacle::circle:
      finding.code = "ITM-102";
      finding.severity = join.by_person ? Severity::hold : Severity::note;
      break;
    case Obstacle::gone:
      finding.code = "ITM-103";
      finding.severity = join.by_person ? Severity::hold : Severity::note;
      break;
  }
  finding.found = "d" + group_of(join.to);
  sink.report(document, std::move(finding));
}

/// Collects one item's parts as they come in order.
class ItemWriter {
 public:
  explicit ItemWriter(Sink& sink) : sink_(sink) {}

  void add(const std::string& group, const RecordId& document, Role role, bool is_main,
           bool behind_reply) {
    if (group != group_) finish();
    group_ = group;
    has_reply_ = has_reply_ || behind_reply;
    if (is_main) item_.main = document;
    item_.parts.push_back({.document = document, .role = role});
  }

  void finish() {
    if (!item_.parts.empty()) {
      const bool reply_first = has_reply_ && item_.parts.size() > 1;
      for (ItemPart& part : item_.parts) {
        if (reply_first && part.document == item_.main) part.role = Role::reply;
      }
      sink_.put(item_id(item_.main), item_);
    }
    item_ = {};
    has_reply_ = false;
  }

 private:
  Sink& sink_;
  std::string group_;
  bool has_reply_ = false;
  Item item_;
};

/// Items that a person pinned stay as they are, without what has left since.
std::vector<std::pair<RecordId, Item>> pinned_items(RecordSet& set, Joins& joins,
                                                    const std::vector<itemise::Key>& gone) {
  std::vector<std::pair<RecordId, Item>> pinned;
  const auto has_left = [&](const RecordId& document) {
    return std::binary_search(gone.begin(), gone.end(), record_key(document));
  };
  set.for_each_item([&](const View& view) {
    if (view.sealed() || decided(view, "pin") != "yes") return;
    const auto* old = view.find<Item>();
    if (old == nullptr || has_left(old->main)) return;
    Item item{.main = old->main};
    for (const ItemPart& part : old->parts) {
      if (has_left(part.document)) continue;
      item.parts.push_back(part);
      joins.add_fixed(record_key(part.document));
    }
    pinned.emplace_back(view.id(), std::move(item));
  });
  return pinned;
}

}  // namespace

RecordId item_id(const RecordId& main_document) {
  return files::short_id("i", "item|" + main_document);
}

Itemise::Itemise(const Profile& profile)
    : joins_replies_(profile.section("arrange").word("replies", {"apart", "joined"}, "apart") ==
                     "joined") {}

const StageInfo& Itemise::info() const { return kInfo; }

std::string Itemise::settings() const { return joins_replies_ ? "joined" : "apart"; }

void Itemise::run(RecordSet& set, Sink& sink) const {
  Joins joins;
  std::vector<itemise::Key> gone;
  const auto documents = set.sorter();
  set.for_each_document([&](const View& document) {
    const itemise::Key key = record_key(document.id());
    joins.add_document(key);
    if (document.sealed()) {
      joins.add_fixed(key);
      return;
    }
    if (is_gone(document)) {
      joins.add_gone(key);
      gone.push_back(key);
      return;
    }
    if (const auto join = join_of(document, joins_replies_)) joins.add(*join);
    const auto* description = document.find<Description>();
    const auto* origin = document.find<Origin>();
    const std::string_view date = description == nullptr ? "" : description->value("date");
    documents->add(date, document.id(), origin == nullptr ? "" : origin->place);
  });
  std::sort(gone.begin(), gone.end());
  const auto pinned = pinned_items(set, joins, gone);
  joins.settle();
  for (const auto& [id, item] : pinned) sink.put(id, item);

  const auto parts = set.sorter();
  documents->for_each([&](const SortedRow& row) {
    const itemise::Key key = record_key(row.record);
    if (joins.is_fixed(key)) return;
    const Join* join = joins.find(key);
    if (join != nullptr) report_obstacle(*join, row.record, row.payload, sink);
    const bool follows = join != nullptr && join->obstacle == Obstacle::none;
    if (!follows && !joins.has_parts(key)) {
      sink.put(item_id(row.record),
               Item{.main = row.record, .parts = {{.document = row.record, .role = Role::main}}});
      return;
    }
    const Role role = follows ? join->role : Role::main;
    const bool behind = follows && join->behind_reply;
    parts->add(group_of(follows ? join->root : key) +
                   part_key(behind, role, row.key + "\x01" + row.payload),
               row.record,
               fmt::format("{:02}{}{}", static_cast<int>(role), follows ? 0 : 1, behind ? 1 : 0));
  });
  ItemWriter writer(sink);
  parts->for_each([&](const SortedRow& row) {
    const int role = (row.payload[0] - '0') * 10 + (row.payload[1] - '0');
    writer.add(row.key.substr(0, 16), row.record, static_cast<Role>(role), row.payload[2] == '1',
               row.payload[3] == '1');
  });
  writer.finish();
}

}  // namespace guidang
