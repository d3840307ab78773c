// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/account.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>
#include <unordered_map>

#include "pipeline/register/views.h"

namespace guidang {
namespace {

constexpr std::array kReads{Read{FactKind::item}, Read{FactKind::checks}, Read{FactKind::appraisal},
                            Read{FactKind::year}};
constexpr StageInfo kAccount{.name = "account",
                             .zh = "对账",
                             .summary = "count where every document stands",
                             .scope = Scope::item,
                             .reads = kReads,
                             .decisions = kVerdictDecisions,
                             .reads_findings = true};

bool is_duplicate(const Known& document) {
  const auto& slot = document.facts[static_cast<std::size_t>(FactKind::relations)];
  if (slot == nullptr) return false;
  const auto& list = std::get<Relations>(*slot).list;
  return std::any_of(list.begin(), list.end(),
                     [](const Relation& relation) { return relation.kind == "duplicate_of"; });
}

Verdict verdict_alone(const Known& document) {
  Grounds grounds;
  grounds.duplicate = is_duplicate(document);
  grounds.findings = document.findings;
  grounds.decisions = &document.decisions;
  return verdict(grounds);
}

}  // namespace

bool Account::balanced() const {
  return seen == std::accumulate(files.begin(), files.end(), std::uint64_t{0}) &&
         in == std::accumulate(documents.begin(), documents.end(), std::uint64_t{0});
}

bool Account::anything_open() const {
  return count(Verdict::held) + count(Verdict::return_proposed) + count(Verdict::stub) +
             files[static_cast<std::size_t>(FileState::quarantined)] +
             files[static_cast<std::size_t>(FileState::refused)] >
         0;
}

std::string Account::json() const {
  nlohmann::ordered_json file_part{{"seen", seen}};
  for (std::size_t i = 0; i < files.size(); ++i) file_part[std::string(kFileStates[i])] = files[i];
  nlohmann::ordered_json document_part{{"in", in}};
  for (std::size_t i = 0; i < documents.size(); ++i) {
    document_part[std::string(kVerdictNames[i])] = documents[i];
  }
  return nlohmann::ordered_json{{"files", file_part}, {"documents", document_part}}.dump();
}

void for_each_verdict(Register& source, const VerdictVisitor& visit) {
  RecordReader records(source);
  Wanted wanted;
  wanted.add(kAccount);
  Wanted alone;
  alone.own[static_cast<std::size_t>(FactKind::relations)] = true;
  alone.findings = true;
  // Parts of one item are asked one after the other only by chance of their ids, so the verdicts
  // of the few items with several parts are kept.
  std::unordered_map<RecordId, Verdict> several;
  records.for_each_id('d', [&](const RecordId& id) {
    const auto item = records.item_of(id);
    if (!item) {
      visit(id, {}, verdict_alone(records.load(id, alone)));
      return;
    }
    if (const auto known = several.find(*item); known != several.end()) {
      visit(id, *item, known->second);
      return;
    }
    const Known known = records.load(*item, wanted);
    const Verdict answer = verdict(narrow(known, kAccount, {}));
    if (known.parts.size() > 1) several.emplace(*item, answer);
    visit(id, *item, answer);
  });
  records.for_each_id('s', [&](const RecordId& id) { visit(id, {}, Verdict::stub); });
}

Account account_of_all(Register& source, const VerdictVisitor& also) {
  Account account;
  sqlite::Statement files =
      source.database().prepare("SELECT state, count(*) FROM file GROUP BY state");
  while (files.step()) {
    account.files.at(static_cast<std::size_t>(files.integer(0))) =
        static_cast<std::uint64_t>(files.integer(1));
  }
  account.seen = static_cast<std::uint64_t>(
      source.database().prepare("SELECT count(*) FROM file").step_integer());
  account.in = static_cast<std::uint64_t>(
      source.database()
          .prepare("SELECT count(*) FROM record WHERE kind IN ('d', 's')")
          .step_integer());
  for_each_verdict(source, [&](const RecordId& document, const RecordId& item, Verdict answer) {
    ++account.documents[static_cast<std::size_t>(answer)];
    if (also) also(document, item, answer);
  });
  return account;
}

}  // namespace guidang
