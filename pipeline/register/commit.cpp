// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/register/commit.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/facts_json.h"
#include "pipeline/files/digest.h"

namespace guidang {
namespace {

std::string joined(const std::vector<std::string>& citations) {
  return citations.empty() ? std::string() : nlohmann::json(citations).dump();
}

constexpr std::string_view kAmendmentCode = "SEA-101";

}  // namespace

struct Commit::Impl {
  Register& target;
  sqlite::Database& db;
  std::string what;
  std::string run;
  std::string at;
  std::int64_t id = 0;
  std::string previous;
  files::Sha256 chain;
  std::int64_t rows = 0;
  bool finished = false;

  sqlite::Statement file_get = db.prepare(
      "SELECT batch, path, state, code, digest, size, document FROM file WHERE key = ?1");
  sqlite::Statement file_put =
      db.prepare("INSERT OR REPLACE INTO file VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  sqlite::Statement object_ref = db.prepare(
      "INSERT INTO object (digest, size, refs) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (digest) DO UPDATE SET refs = refs + ?3");
  sqlite::Statement record_put = db.prepare("INSERT OR IGNORE INTO record VALUES (?1, ?2, ?3)");
  sqlite::Statement current_get = db.prepare(
      "SELECT f.digest FROM current c JOIN fact f ON f.id = c.fact "
      "WHERE c.record = ?1 AND c.kind = ?2");
  sqlite::Statement fact_put = db.prepare(
      "INSERT INTO fact (record, kind, stage, revision, fingerprint, digest, value, amendment, "
      "commit_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  sqlite::Statement current_put =
      db.prepare("INSERT OR REPLACE INTO current VALUES (?1, ?2, ?3, ?4)");
  sqlite::Statement current_drop =
      db.prepare("DELETE FROM current WHERE record = ?1 AND kind = ?2");
  sqlite::Statement amendment_last = db.prepare(
      "SELECT digest FROM fact WHERE record = ?1 AND kind = ?2 AND amendment = 1 "
      "ORDER BY id DESC LIMIT 1");
  sqlite::Statement pinned = db.prepare("SELECT 1 FROM pin WHERE record = ?1");
  sqlite::Statement member_drop = db.prepare("DELETE FROM member WHERE item = ?1");
  sqlite::Statement member_put = db.prepare("INSERT OR REPLACE INTO member VALUES (?1, ?2)");
  sqlite::Statement finding_get = db.prepare(
      "SELECT code, severity, path, place, found, expected, citations FROM finding "
      "WHERE subject = ?1 AND stage = ?2 AND ended IS NULL ORDER BY id");
  sqlite::Statement finding_end = db.prepare(
      "UPDATE finding SET ended = ?3 WHERE subject = ?1 AND stage = ?2 AND ended IS NULL");
  sqlite::Statement finding_put = db.prepare(
      "INSERT INTO finding (subject, stage, code, severity, path, place, found, expected, "
      "citations, commit_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
  sqlite::Statement pass_put = db.prepare("INSERT OR REPLACE INTO pass VALUES (?1, ?2, ?3)");

  explicit Impl(Register& r) : target(r), db(r.database()) {}

  template <typename... Args>
  void row(const Args&... args) {
    std::string line;
    ((line.append(fmt::format("{}", args)).push_back('\x1f')), ...);
    line.push_back('\n');
    chain.update(line);
    ++rows;
  }

  bool is_pinned(std::string_view record) { return pinned.bind(record).step(); }
};

Commit::Commit(Register& target, std::string_view what, std::string_view run, std::string_view at) {
  target.database().execute("BEGIN IMMEDIATE");
  try {
    impl_ = std::make_unique<Impl>(target);
    impl_->what = what;
    impl_->run = run;
    impl_->at = at;
    impl_->id = target.last_commit() + 1;
    impl_->previous = target.head();
    impl_->chain.update(impl_->previous);
  } catch (...) {
    impl_.reset();
    target.database().execute("ROLLBACK");
    throw;
  }
}

Commit::~Commit() {
  if (impl_ == nullptr || impl_->finished) return;
  sqlite::Database& db = impl_->db;
  impl_.reset();
  try {
    db.execute("ROLLBACK");
  } catch (const std::exception&) {
    // SQLite has already rolled back (disk full): there is nothing left to undo.
  }
}

std::int64_t Commit::id() const { return impl_->id; }
std::size_t Commit::changed_rows() const { return static_cast<std::size_t>(impl_->rows); }

void Commit::put_file(const FileRow& row) {
  Impl& self = *impl_;
  const auto state = static_cast<int>(row.state);
  std::string old_digest;  // of an original that this row used so far
  if (self.file_get.bind(row.key).step()) {
    const sqlite::Statement& old = self.file_get;
    if (old.text(0) == row.batch && old.text(1) == row.path && old.integer(2) == state &&
        old.text(3) == row.code && old.text(4) == row.digest &&
        old.integer(5) == static_cast<std::int64_t>(row.size) && old.text(6) == row.document) {
      self.file_get.reset();
      return;
    }
    if (old.integer(2) == static_cast<int>(FileState::component)) old_digest = old.text(4);
  }
  self.file_get.reset();
  if (!old_digest.empty()) self.object_ref.run(old_digest, row.size, -1);
  if (row.state == FileState::component) self.object_ref.run(row.digest, row.size, 1);
  self.file_put.run(row.key, row.batch, row.path, state, row.code, row.digest, row.size,
                    row.document, self.id);
  self.row("file", row.key, row.batch, row.path, state, row.code, row.digest, row.size,
           row.document);
}

void Commit::put_document(const ReceivedDocument& document) {
  Impl& self = *impl_;
  self.record_put.run(document.id, document.stub ? "s" : "d", self.id);
  if (self.db.changes() > 0) self.row(document.stub ? "stub" : "document", document.id);
  if (!document.stub) {
    const Author receive{"receive", 1, ""};
    put_fact(document.id, receive, document.origin);
    put_fact(document.id, receive, document.components);
  }
  set_findings(document.id, "receive", document.findings);
}

void Commit::put_fact(const RecordId& record, const Author& author, const Fact& fact) {
  Impl& self = *impl_;
  const auto kind = static_cast<int>(kind_of(fact));
  const std::string value = to_bytes(fact);
  const std::string digest = files::sha256_hex(value);
  const bool same =
      self.current_get.bind(record, kind).step() && self.current_get.text(0) == digest;
  self.current_get.reset();
  if (same) return;

  const bool amendment = self.is_pinned(record);
  self.pinned.reset();
  if (amendment) {
    const bool known =
        self.amendment_last.bind(record, kind).step() && self.amendment_last.text(0) == digest;
    self.amendment_last.reset();
    if (known) return;
  }
  self.fact_put.run(record, kind, author.stage, author.revision, author.fingerprint, digest, value,
                    amendment, self.id);
  self.row("fact", record, kind, author.stage, author.revision, author.fingerprint, digest,
           amendment);
  if (amendment) {
    self.finding_put.run(record, "seal", kAmendmentCode, static_cast<int>(Severity::note), "",
                         name_of(kind_of(fact)), "", "", "", self.id);
    self.row("finding", record, "seal", kAmendmentCode, name_of(kind_of(fact)));
    return;
  }
  self.current_put.run(record, kind, self.db.last_id(), self.id);
  if (const Item* item = std::get_if<Item>(&fact)) {
    self.record_put.run(record, "i", self.id);
    self.member_drop.run(record);
    for (const ItemPart& part : item->parts) self.member_put.run(part.document, record);
  }
}

void Commit::retract(const RecordId& record, FactKind kind) {
  Impl& self = *impl_;
  const bool keep = self.is_pinned(record);
  self.pinned.reset();
  if (keep) return;
  self.current_drop.run(record, static_cast<int>(kind));
  if (self.db.changes() == 0) return;
  self.db.prepare("INSERT OR IGNORE INTO retraction VALUES (?1, ?2, ?3)")
      .run(self.id, record, static_cast<int>(kind));
  self.row("retract", record, static_cast<int>(kind));
  if (kind != FactKind::item) return;
  self.member_drop.run(record);
  sqlite::Statement all = self.db.prepare("DELETE FROM current WHERE record = ?1");
  all.run(record);
  self.db.prepare("DELETE FROM pass WHERE record = ?1").run(record);
  self.db.prepare("UPDATE finding SET ended = ?2 WHERE subject = ?1 AND ended IS NULL")
      .run(record, self.id);
}

void Commit::set_findings(std::string_view subject, std::string_view stage,
                          const std::vector<Finding>& findings) {
  Impl& self = *impl_;
  std::size_t equal = 0;
  std::size_t open = 0;
  self.finding_get.bind(subject, stage);
  while (self.finding_get.step()) {
    const sqlite::Statement& old = self.finding_get;
    if (open < findings.size()) {
      const Finding& now = findings[open];
      equal += old.text(0) == now.code && old.integer(1) == static_cast<int>(now.severity) &&
                       old.text(2) == now.path && old.text(3) == now.place &&
                       old.text(4) == now.found && old.text(5) == now.expected &&
                       old.text(6) == joined(now.citations)
                   ? 1U
                   : 0U;
    }
    ++open;
  }
  self.finding_get.reset();
  if (open == findings.size() && equal == open) return;

  if (open > 0) {
    self.finding_end.run(subject, stage, self.id);
    self.row("findings ended", subject, stage);
  }
  for (const Finding& finding : findings) {
    const std::string citations = joined(finding.citations);
    const auto severity = static_cast<int>(finding.severity);
    self.finding_put.run(subject, stage, finding.code, severity, finding.path, finding.place,
                         finding.found, finding.expected, citations, self.id);
    self.row("finding", subject, stage, finding.code, severity, finding.path, finding.place,
             finding.found, finding.expected, citations);
  }
}

void Commit::set_pass(std::string_view stage, std::string_view record,
                      std::string_view fingerprint) {
  impl_->pass_put.run(stage, record, fingerprint);
}

void Commit::set_mark(std::string_view stage, std::string_view settings, std::int64_t commit) {
  impl_->db.prepare("INSERT OR REPLACE INTO mark VALUES (?1, ?2, ?3)").run(stage, settings, commit);
}

void Commit::forget(std::string_view stage) {
  impl_->db.prepare("DELETE FROM pass WHERE stage = ?1").run(stage);
  impl_->db.prepare("DELETE FROM mark WHERE stage = ?1").run(stage);
}

void Commit::put_decision(const RecordId& record, std::string_view field,
                          const Decision& decision) {
  Impl& self = *impl_;
  self.db
      .prepare(
          "INSERT INTO decision (record, field, value, by_whom, date, why, commit_id) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
      .run(record, field, decision.value, decision.by, decision.date, decision.why, self.id);
  self.row("decision", record, field, decision.value, decision.by, decision.date, decision.why);
}

void Commit::put_ledger(const LedgerRow& row) {
  Impl& self = *impl_;
  self.db.prepare("INSERT INTO ledger VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
      .run(row.series, row.number, row.code, row.state, row.item, row.year, row.edition, row.note,
           self.id);
  self.db
      .prepare(
          "INSERT INTO counter VALUES (?1, ?2) "
          "ON CONFLICT (series) DO UPDATE SET last = max(last, ?2)")
      .run(row.series, row.number);
  self.row("ledger", row.series, row.number, row.code, row.state, row.item, row.year, row.edition,
           row.note);
}

void Commit::name_number(std::string_view series, std::uint32_t number, std::string_view note) {
  Impl& self = *impl_;
  self.db
      .prepare(
          "UPDATE ledger SET state = 'imported', note = ?3, commit_id = ?4 "
          "WHERE series = ?1 AND number = ?2 AND state IN ('kept_back', 'imported')")
      .run(series, number, note, self.id);
  self.row("named", series, number, note);
}

void Commit::bury(std::string_view series, std::uint32_t number, std::string_view note) {
  Impl& self = *impl_;
  self.db
      .prepare(
          "UPDATE ledger SET state = 'tombstone', note = ?3, commit_id = ?4 "
          "WHERE series = ?1 AND number = ?2")
      .run(series, number, note, self.id);
  self.row("tombstone", series, number, note);
}

void Commit::put_seal(const SealRow& row) {
  Impl& self = *impl_;
  self.db.prepare("INSERT INTO seal VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
      .run(row.year, row.edition, row.by, row.checked_by, row.date, row.left_held, row.why,
           self.id);
  self.row("seal", row.year, row.edition, row.by, row.checked_by, row.date, row.left_held, row.why);
}

void Commit::pin(const RecordId& record, int year, int edition) {
  Impl& self = *impl_;
  self.db.prepare("INSERT OR IGNORE INTO pin VALUES (?1, ?2, ?3)").run(record, year, edition);
  self.row("pin", record, year, edition);
}

void Commit::finish() {
  Impl& self = *impl_;
  if (self.target.before_commit_) self.target.before_commit_(++self.target.commits_);
  if (self.rows > 0) {
    self.db.prepare("INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .run(self.id, self.previous, self.chain.hex(), self.what, self.rows, self.run, self.at);
  }
  self.db.execute("COMMIT");
  self.finished = true;
}

}  // namespace guidang
