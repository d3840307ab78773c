// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/register_history.h"

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/facts_json.h"
#include "pipeline/register/sqlite.h"

namespace guidang::web {
namespace {

std::string joined(const std::vector<std::string>& values) {
  return Rival{.values = values}.to_text();
}

struct SealOf {
  std::string date{};
  std::string by{};
  std::string checked_by{};
};

std::optional<SealOf> seal_of(Register& source, const RecordId& item) {
  sqlite::Statement rows = source.database().prepare(
      "SELECT s.date, s.by_whom, s.checked_by FROM pin p "
      "JOIN seal s ON s.year = p.year AND s.edition = p.edition WHERE p.record = ?1");
  rows.bind(item);
  if (!rows.step()) return std::nullopt;
  return SealOf{std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2))};
}

void put_receiving(Register& source, const Known& document, RegisterView& view) {
  const auto& slot = document.facts[static_cast<std::size_t>(FactKind::origin)];
  if (slot == nullptr) return;
  const Origin& origin = std::get<Origin>(*slot);
  sqlite::Statement rows = source.database().prepare(
      "SELECT e.at, e.run FROM record r JOIN event e ON e.id = r.commit_id WHERE r.id = ?1");
  rows.bind(document.id);
  HistoryEntry entry{.kind = "received", .subject = origin.place, .value = origin.batch};
  if (rows.step()) {
    entry.when = rows.text(0);
    entry.run = rows.text(1);
  }
  view.history.push_back(std::move(entry));
}

void put_decisions(Register& source, const RecordId& record, const std::string& subject,
                   RegisterView& view) {
  sqlite::Statement rows = source.database().prepare(
      "SELECT field, value, by_whom, date, why FROM decision WHERE record = ?1 ORDER BY id");
  rows.bind(record);
  std::map<std::string, std::string, std::less<>> before;
  while (rows.step()) {
    HistoryEntry entry{.kind = "decision",
                       .when = std::string(rows.text(3)),
                       .subject = subject,
                       .field = std::string(rows.text(0)),
                       .value = std::string(rows.text(1)),
                       .by = std::string(rows.text(2)),
                       .why = std::string(rows.text(4))};
    std::string& earlier = before[entry.field];
    entry.before = earlier;
    earlier = entry.value;
    view.history.push_back(std::move(entry));
  }
}

/// What of a description a newer one changed, field by field.
void put_changes(const Description& older, const Description& newer, const HistoryEntry& base,
                 RegisterView& view) {
  std::set<std::string, std::less<>> names;
  for (const auto& [name, field] : older.fields) names.insert(name);
  for (const auto& [name, field] : newer.fields) names.insert(name);
  for (const std::string& name : names) {
    const Field* before = older.find(name);
    const Field* after = newer.find(name);
    HistoryEntry entry = base;
    entry.field = name;
    if (before != nullptr) entry.before = joined(before->values);
    if (after != nullptr) entry.value = joined(after->values);
    if (entry.before != entry.value) view.history.push_back(std::move(entry));
  }
}

/// Facts of a record that another value has taken the place of, and amendments that a seal kept
/// from holding.
void put_superseded(Register& source, const RecordId& record, const std::string& subject,
                    RegisterView& view) {
  sqlite::Statement rows = source.database().prepare(
      "SELECT f.kind, f.stage, f.value, f.amendment, e.at, e.run FROM fact f "
      "JOIN event e ON e.id = f.commit_id WHERE f.record = ?1 ORDER BY f.id");
  rows.bind(record);
  std::map<std::int64_t, std::string> last;
  while (rows.step()) {
    const std::int64_t kind = rows.integer(0);
    if (kind < 0 || kind >= static_cast<std::int64_t>(kFactKinds)) continue;
    const auto fact_kind = static_cast<FactKind>(kind);
    const bool amendment = rows.integer(3) != 0;
    HistoryEntry entry{.kind = amendment ? "amendment" : "fact",
                       .when = std::string(rows.text(4)),
                       .subject = subject,
                       .field = std::string(name_of(fact_kind)),
                       .stage = std::string(rows.text(1)),
                       .run = std::string(rows.text(5))};
    std::string value(rows.text(2));
    const auto earlier = last.find(kind);
    if (earlier != last.end() && earlier->second != value) {
      if (fact_kind == FactKind::description) {
        put_changes(std::get<Description>(fact_from_bytes(fact_kind, earlier->second)),
                    std::get<Description>(fact_from_bytes(fact_kind, value)), entry, view);
      } else {
        view.history.push_back(std::move(entry));
      }
    }
    if (!amendment) last[kind] = std::move(value);
  }
}

/// Documents that relate found to be the same bytes as one of the item's: only they say so.
void put_duplicates(Register& source, const Known& item, RegisterView& view) {
  sqlite::Statement rows = source.database().prepare(
      "SELECT c.record, f.value, o.value FROM current c JOIN fact f ON f.id = c.fact "
      "LEFT JOIN current d ON d.record = c.record AND d.kind = ?2 "
      "LEFT JOIN fact o ON o.id = d.fact "
      "WHERE c.kind = ?1 AND instr(f.value, 'duplicate_of') > 0 ORDER BY c.record");
  rows.bind(static_cast<int>(FactKind::relations), static_cast<int>(FactKind::origin));
  while (rows.step()) {
    const Fact fact = fact_from_bytes(FactKind::relations, rows.text(1));
    for (const Relation& relation : std::get<Relations>(fact).list) {
      const bool ours = relation.kind == "duplicate_of" &&
                        std::any_of(item.parts.begin(), item.parts.end(),
                                    [&](const Known& part) { return part.id == relation.other; });
      if (!ours) continue;
      DuplicateView& twin = view.duplicates.emplace_back();
      twin.document = rows.text(0);
      if (!rows.is_null(2)) {
        twin.place = std::get<Origin>(fact_from_bytes(FactKind::origin, rows.text(2))).place;
      }
    }
  }
}

/// Days and times are both ISO: as texts they are in order. What has none comes first.
void sort_history(RegisterView& view) {
  std::stable_sort(view.history.begin(), view.history.end(),
                   [](const HistoryEntry& a, const HistoryEntry& b) { return a.when < b.when; });
}

}  // namespace

void put_public_history(Register& source, const Known& item, RegisterView& view) {
  if (const auto seal = seal_of(source, item.id)) {
    view.history.push_back({.kind = "sealed", .when = seal->date});
  }
  const auto opened = item.decisions.find("opening");
  if (opened != item.decisions.end() && opened->second.value == "open") {
    view.history.push_back({.kind = "opened", .when = opened->second.date});
  }
  sort_history(view);
}

void put_staff_history(Register& source, const Known& item, bool all, RegisterView& view) {
  const bool deep =
      all || source.database().prepare("SELECT max(id) FROM fact").step_integer() <= kSmallRegister;
  view.history_cut = !deep;
  const auto put = [&](const Known& record, const std::string& subject) {
    put_decisions(source, record.id, subject, view);
    if (deep) put_superseded(source, record.id, subject, view);
  };
  put(item, {});
  for (const Known& part : item.parts) {
    put_receiving(source, part, view);
    const auto& slot = part.facts[static_cast<std::size_t>(FactKind::origin)];
    put(part, slot == nullptr ? part.id : std::get<Origin>(*slot).place);
  }
  if (const auto seal = seal_of(source, item.id)) {
    view.history.push_back(
        {.kind = "sealed", .when = seal->date, .value = seal->checked_by, .by = seal->by});
  }
  if (deep) put_duplicates(source, item, view);
  sort_history(view);
}

}  // namespace guidang::web
