// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/undo.h"

#include <fmt/format.h>

#include <charconv>

#include "pipeline/register/after_seal.h"
#include "pipeline/register/commit.h"
#include "pipeline/text/utf8.h"
#include "stages/review/decidable.h"

namespace guidang::review {
namespace {

/// Under this field the record "e12" keeps that event 12 was taken back, by whom and why; the value
/// is the number of the event that did it.
constexpr std::string_view kUndone = "undone";

std::string record_of(std::int64_t event) { return fmt::format("e{}", event); }

/// The last row of each field in one event, and what stood before it.
struct Change {
  RecordId record{};
  std::string field{};
  Decision made{};
  Decision before{};  ///< value "" when nothing stood
};

Decision decision_in(const sqlite::Statement& row, int first) {
  return {.value = std::string(row.text(first)),
          .by = std::string(row.text(first + 1)),
          .date = std::string(row.text(first + 2)),
          .why = std::string(row.text(first + 3))};
}

bool same(const Decision& a, const Decision& b) {
  if (a.value.empty() && b.value.empty()) return true;
  return a.value == b.value && a.by == b.by && a.date == b.date && a.why == b.why;
}

std::vector<Change> changes_of(Register& source, std::int64_t event) {
  sqlite::Statement made = source.database().prepare(
      "SELECT record, field, value, by_whom, date, why FROM decision d WHERE commit_id = ?1 AND "
      "id = (SELECT max(id) FROM decision l WHERE l.record = d.record AND l.field = d.field AND "
      "l.commit_id = ?1) ORDER BY id");
  sqlite::Statement before = source.database().prepare(
      "SELECT value, by_whom, date, why FROM decision WHERE record = ?1 AND field = ?2 AND "
      "commit_id < ?3 ORDER BY id DESC LIMIT 1");
  std::vector<Change> changes;
  made.bind(event);
  while (made.step()) {
    Change& change = changes.emplace_back();
    change.record = made.text(0);
    change.field = made.text(1);
    change.made = decision_in(made, 2);
    if (before.bind(change.record, change.field, event).step()) {
      change.before = decision_in(before, 0);
    }
    before.reset();
  }
  return changes;
}

class Undoing {
 public:
  Undoing(Register& target, const UndoRequest& request) : target_(target), request_(request) {}

  UndoReport run() {
    const DecisionEvent event = wanted();
    const std::vector<Change> changes = changes_of(target_, event.id);
    for (const Change& change : changes) {
      check_sealed(change, event.id);
      check_later(change, event.id);
    }
    return write(event.id, changes);
  }

 private:
  DecisionEvent wanted() {
    DecisionEvent found;
    for_each_decision_event(target_, [&](const DecisionEvent& event) {
      const bool is_it = request_.event == 0 ? event.undone_by == 0 && event.undoes == 0
                                             : event.id == request_.event;
      if (is_it) found = event;
      return !is_it;
    });
    if (found.id == 0) {
      refuse(
          request_.event == 0
              ? std::string("没有可撤销的决定 / there is no decision to take back")
              : fmt::format("事件 {0} 不是只由决定组成的事件 / event {0} is not made of decisions "
                            "alone",
                            request_.event),
          "查看 / see them with: guidang undo HOME --list");
    }
    if (found.undone_by != 0) {
      refuse(
          fmt::format("事件 {0} 已由事件 {1} 撤销 / event {0} was taken back by event {1}",
                      found.id, found.undone_by),
          fmt::format("要恢复，撤销事件 {0} / to have it again undo event {0}", found.undone_by));
    }
    return found;
  }

  /// What was sealed with the decision stays; a decision made after the seal is only a proposal.
  void check_sealed(const Change& change, std::int64_t event) {
    if (counts_after_seal(change.field)) return;
    sqlite::Statement seal = target_.database().prepare(
        "SELECT p.year FROM pin p JOIN seal s ON s.year = p.year AND s.edition = p.edition "
        "WHERE p.record = ?1 AND s.commit_id > ?2");
    if (!seal.bind(change.record, event).step()) return;
    refuse(
        fmt::format("{0} 年已封存，{1} 的决定“{2}”不能撤销 / {0} is sealed: the decision '{2}' on "
                    "{1} cannot be taken back",
                    seal.integer(0), change.record, change.field),
        "更正已封存的件用 guidang set，记为更正建议 / propose amendments of sealed items by "
        "guidang set");
  }

  void check_later(const Change& change, std::int64_t event) {
    const auto now = standing(target_, change.record, change.field).value_or(Decision{});
    if (same(now, change.made)) return;
    sqlite::Statement later = target_.database().prepare(
        "SELECT DISTINCT commit_id FROM decision WHERE record = ?1 AND field = ?2 AND "
        "commit_id > ?3 ORDER BY commit_id");
    later.bind(change.record, change.field, event);
    std::string events;
    while (later.step())
      events += fmt::format("{}{}", events.empty() ? "" : ", ", later.integer(0));
    refuse(fmt::format(
               "{0} 的“{1}”之后又有决定：“{2}”（{3} {4}），事件 {5} / '{1}' of {0} was decided "
               "again: '{2}' ({3} {4}), event {5}",
               change.record, change.field, now.value, now.by, now.date, events),
           "先撤销后面的事件 / take the later events back first");
  }

  UndoReport write(std::int64_t event, const std::vector<Change>& changes) {
    UndoReport report{.undone = event};
    const std::string why = fmt::format("撤销事件 {0} / undoes event {0}{1}{2}", event,
                                        request_.why.empty() ? "" : "：", request_.why);
    for (const Change& change : changes) {
      // What stood before stands again as it was decided then, and by whom.
      Decision restored = change.before;
      if (restored.value.empty()) {
        restored = {.by = request_.by, .date = request_.date, .why = why};
      }
      report.restored.push_back(
          {.record = change.record, .field = change.field, .decision = restored});
    }
    if (request_.before_writing) request_.before_writing(report.restored);
    Commit commit(target_, "undo", {}, request_.at);
    for (const Settled& one : report.restored) {
      commit.put_decision(one.record, one.field, one.decision);
    }
    commit.put_decision(record_of(event), kUndone,
                        {.value = std::to_string(commit.id()),
                         .by = request_.by,
                         .date = request_.date,
                         .why = why});
    report.event = commit.id();
    commit.finish();
    return report;
  }

  Register& target_;
  const UndoRequest& request_;
};

/// The event that a record "e12" stands for.
std::int64_t event_of(std::string_view record) {
  std::int64_t event = 0;
  if (record.starts_with('e')) {
    std::from_chars(record.data() + 1, record.data() + record.size(), event);
  }
  return event;
}

}  // namespace

void for_each_decision_event(Register& source,
                             const std::function<bool(const DecisionEvent&)>& visit) {
  sqlite::Statement events = source.database().prepare(
      "SELECT e.id, e.what, e.row_count, "
      "(SELECT count(*) FROM decision d WHERE d.commit_id = e.id) AS made "
      "FROM event e WHERE made > 0 AND made = e.row_count ORDER BY e.id DESC");
  sqlite::Statement first = source.database().prepare(
      "SELECT by_whom, date FROM decision WHERE commit_id = ?1 ORDER BY id DESC LIMIT 1");
  sqlite::Statement undoing = source.database().prepare(
      "SELECT record FROM decision WHERE commit_id = ?1 AND field = ?2 AND value <> '' LIMIT 1");
  while (events.step()) {
    DecisionEvent event{.id = events.integer(0),
                        .what = std::string(events.text(1)),
                        .decisions = static_cast<std::uint64_t>(events.integer(2))};
    if (first.bind(event.id).step()) {
      event.by = first.text(0);
      event.date = first.text(1);
    }
    first.reset();
    if (const auto by = standing(source, record_of(event.id), kUndone)) {
      std::from_chars(by->value.data(), by->value.data() + by->value.size(), event.undone_by);
    }
    if (undoing.bind(event.id, kUndone).step()) event.undoes = event_of(undoing.text(0));
    undoing.reset();
    if (!visit(event)) return;
  }
}

UndoReport undo(Register& target, const UndoRequest& request) {
  if (text::trim(request.by).empty()) {
    refuse("撤销要有经办人 / an undoing needs a name", "给出 / give --by");
  }
  return Undoing(target, request).run();
}

}  // namespace guidang::review
