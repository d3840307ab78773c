// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/decider.h"

#include "pipeline/number/periods.h"
#include "pipeline/register/ledger.h"
#include "pipeline/register/resolve.h"
#include "pipeline/tie_kinds.h"
#include "stages/review/choices.h"
#include "stages/review/decidable.h"

namespace guidang::review {

/// The main document of an item; a document is its own.
RecordId Decider::document_of(const RecordId& record) {
  const Known known = records_.load(record);
  const auto& slot = known.facts[static_cast<std::size_t>(FactKind::item)];
  return slot == nullptr ? record : std::get<Item>(*slot).main;
}

/// A reason for control is one of the profile's.
void Decider::check_control(const std::string& id) const {
  std::string known;
  for (const profile::Element* reason : profile_.section("appraise").all("control")) {
    if (reason->attribute("id") == id) return;
    known += (known.empty() ? "" : " | ") + std::string(reason->attribute("id")) + " " +
             std::string(reason->in("title", "zh"));
  }
  refuse("规则集没有这一控制理由 / the profile has no reason for control '" + id + "'",
         "可用 / there are: " + known);
}

/// The period's name in the profile's table, for the name or the code.
std::string Decider::period_of(const std::string& text) const {
  const Periods periods(profile_.section("appraise"));
  if (const std::string_view name = periods.name(text); !name.empty()) return std::string(name);
  refuse("保管期限表没有这一期限 / the table of periods has no '" + text + "'",
         "可用 / there are: " + periods.names());
}

/// The id of an answer to a question of the retention table, for the id or a title.
std::string Decider::answer_of(std::string_view question, const std::string& text) const {
  std::string known;
  for (const Choice& choice : answers_to(profile_, question)) {
    if (choice.value == text || choice.is_called(text)) return choice.value;
    known += (known.empty() ? "" : " | ") + choice.value + " " + choice.zh;
  }
  if (known.empty()) {
    refuse("本单位的保管期限表不问这个 / the unit's table has no question '" +
               std::string(question) + "'",
           "查看 / see: guidang answer --help");
  }
  refuse("'" + text + "' 不是这个问题的答复 / is no answer to '" + std::string(question) + "'",
         "可用 / use " + known);
}

RecordId Decider::place(const Wish& wish, bool to_item) {
  RecordId record = resolve(source_, wish.record);
  const bool is_item = record.starts_with('i');
  // A document that no item holds yet keeps the decision itself.
  if (to_item && !is_item) return records_.item_of(record).value_or(record);
  if (!to_item && is_item) return document_of(record);
  return record;
}

/// One tie, one decision: it stands on the active side, from whichever side it was named.
void Decider::settle_tie(const Wish& wish, Settled& settled) {
  const auto named = parse_tie_field(wish.field);
  const RecordId other = document_of(resolve(source_, std::string(named->other)));
  const auto tie = tie_of(settled.record, named->kind, other);
  if (!tie) {
    refuse("文件不能与自己关联 / a document has no tie to itself: " + settled.record,
           "另指一份文件 / name another document");
  }
  settled.record = tie->from;
  settled.field = field_of(*tie);
}

Settled Decider::settle(const Wish& wish) {
  check_person(wish);
  const bool to_item = check_field(wish);
  Settled settled{
      .record = place(wish, to_item),
      .field = wish.field,
      .decision = {.value = wish.value, .by = wish.by, .date = wish.date, .why = wish.why}};
  std::string& value = settled.decision.value;
  Ledger ledger(source_);
  if (wish.field == "withdraw") {
    const auto item = records_.item_of(settled.record);
    settled.buries = item && ledger.of_item(*item);
    if (settled.buries) {
      if (value != "yes") {
        refuse("已封存件的撤回不能取消 / a sealed item's withdrawal cannot be taken back", "");
      }
      settled.record = *item;
    }
  }
  if (wish.field.starts_with(kTieDecision)) settle_tie(wish, settled);
  if (wish.field == "merge" && !value.empty()) value = document_of(resolve(source_, value));
  if (wish.field == "period" && !value.empty()) value = period_of(value);
  if (wish.field == "control" && !value.empty()) check_control(value);
  if (wish.field.starts_with(kAnswerDecision) && !value.empty()) {
    value = answer_of(std::string_view(wish.field).substr(kAnswerDecision.size()), value);
  }
  settled.sealed = ledger.sealed(settled.record);
  return settled;
}

bool Decider::stands(const Settled& settled) {
  const auto now = standing(source_, settled.record, settled.field);
  return (now ? now->value : std::string()) == settled.decision.value;
}

std::optional<Decision> standing(Register& source, const RecordId& record, std::string_view field) {
  sqlite::Statement rows = source.database().prepare(
      "SELECT value, by_whom, date, why FROM decision WHERE record = ?1 AND field = ?2 "
      "ORDER BY id DESC LIMIT 1");
  if (!rows.bind(record, field).step() || rows.text(0).empty()) return std::nullopt;
  return Decision{.value = std::string(rows.text(0)),
                  .by = std::string(rows.text(1)),
                  .date = std::string(rows.text(2)),
                  .why = std::string(rows.text(3))};
}

}  // namespace guidang::review
