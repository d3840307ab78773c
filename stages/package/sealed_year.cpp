// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/sealed_year.h"

#include "pipeline/failure.h"

namespace guidang {

SealedYear::SealedYear(Register& source, int year) : db_(source.database()), year_(year) {
  seals_ = Ledger(source).seals(year);
  if (seals_.empty()) {
    throw Failure(std::to_string(year) + " 年尚未封存 is not sealed",
                  "先封存 seal it first: guidang seal HOME " + std::to_string(year) +
                      " --by NAME --checked-by NAME",
                  ExitStatus::usage);
  }
  seal_ = seals_.back();
  commit_ = db_.prepare("SELECT commit_id FROM seal WHERE year = ?1 AND edition = ?2")
                .bind(year, seal_.edition)
                .step_integer();
  const bool withdrawn =
      db_.prepare(
             "SELECT EXISTS (SELECT 1 FROM ledger WHERE year = ?1 AND state = 'tombstone' "
             "AND commit_id > ?2)")
          .bind(year, commit_)
          .step_integer() != 0;
  if (withdrawn) {
    throw Failure(std::to_string(year) + " 年封存后有撤回 had a withdrawal after its last seal",
                  "先补封 seal it again: guidang seal HOME " + std::to_string(year) +
                      " --by NAME --checked-by NAME",
                  ExitStatus::usage);
  }
  sqlite::Statement event = db_.prepare("SELECT digest FROM event WHERE id = ?1");
  if (!event.bind(commit_).step()) {
    throw Failure("登记簿缺少封存事件 the register lacks the event of the seal",
                  "检查登记簿 examine the register: guidang doctor HOME");
  }
  head_ = event.text(0);
}

const SealRow& SealedYear::seal_of(int edition) const {
  for (const SealRow& seal : seals_) {
    if (seal.edition == edition) return seal;
  }
  return seal_;
}

std::uint64_t SealedYear::stubs() {
  return static_cast<std::uint64_t>(
      db_.prepare("SELECT count(*) FROM record WHERE kind = 's' AND commit_id <= ?1")
          .bind(commit_)
          .step_integer());
}

void SealedYear::for_each_event(const std::function<void(const ChainEvent&)>& visit) {
  sqlite::Statement rows =
      db_.prepare("SELECT id, prev, digest, what, row_count FROM event WHERE id <= ?1 ORDER BY id");
  rows.bind(commit_);
  while (rows.step()) {
    visit({.id = rows.integer(0),
           .previous = std::string(rows.text(1)),
           .digest = std::string(rows.text(2)),
           .what = std::string(rows.text(3)),
           .rows = rows.integer(4)});
  }
}

std::vector<Finding> SealedYear::findings(const std::string& record) {
  sqlite::Statement rows = db_.prepare(
      "SELECT code, severity, path, place, found, expected FROM finding WHERE subject = ?1 "
      "AND commit_id <= ?2 AND (ended IS NULL OR ended > ?2) ORDER BY stage, code, place, found");
  rows.bind(record, commit_);
  std::vector<Finding> findings;
  while (rows.step()) {
    findings.push_back({.code = std::string(rows.text(0)),
                        .severity = static_cast<Severity>(rows.integer(1)),
                        .path = std::string(rows.text(2)),
                        .place = std::string(rows.text(3)),
                        .found = std::string(rows.text(4)),
                        .expected = std::string(rows.text(5))});
  }
  return findings;
}

std::string SealedYear::code_of(const std::string& record) {
  sqlite::Statement rows = db_.prepare(
      "SELECT code FROM ledger WHERE state = 'used' AND commit_id <= ?2 AND "
      "item IN (?1, (SELECT item FROM member WHERE document = ?1))");
  return rows.bind(record, commit_).step() ? std::string(rows.text(0)) : std::string();
}

bool SealedYear::settled(const std::string& record) {
  return db_.prepare("SELECT EXISTS (SELECT 1 FROM current WHERE record = ?1 AND since > ?2)")
             .bind(record, commit_)
             .step_integer() == 0;
}

}  // namespace guidang
