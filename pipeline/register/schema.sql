-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register (登记簿) of one fonds, format 1. This file is its only definition; `user_version`
-- carries the format. Rows of fact, finding and decision are never changed in what they say: newer
-- rows supersede them. `commit_id` is the event that brought a row in.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Files account: one row for each thing ever seen in a batch (key: place and content).
CREATE TABLE file (
  key TEXT PRIMARY KEY, batch TEXT NOT NULL, path TEXT NOT NULL, state INTEGER NOT NULL,
  code TEXT NOT NULL, digest TEXT NOT NULL, size INTEGER NOT NULL, document TEXT NOT NULL,
  commit_id INTEGER NOT NULL) WITHOUT ROWID;

-- Originals in objects/, with how many files are the same bytes.
CREATE TABLE object (
  digest TEXT PRIMARY KEY, size INTEGER NOT NULL, refs INTEGER NOT NULL,
  tombstone TEXT NOT NULL DEFAULT '') WITHOUT ROWID;

-- kind: 'd' document, 's' stub (above the ceiling: nothing but this row), 'i' item.
CREATE TABLE record (id TEXT PRIMARY KEY, kind TEXT NOT NULL, commit_id INTEGER NOT NULL) WITHOUT ROWID;

-- Which item a document is part of; follows the current `item` facts.
CREATE TABLE member (document TEXT PRIMARY KEY, item TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX member_item ON member (item);

-- digest: of `value`, the fact's JSON (pipeline/facts_json.h).
CREATE TABLE fact (
  id INTEGER PRIMARY KEY, record TEXT NOT NULL, kind INTEGER NOT NULL, stage TEXT NOT NULL,
  revision INTEGER NOT NULL, fingerprint TEXT NOT NULL, digest TEXT NOT NULL, value TEXT NOT NULL,
  amendment INTEGER NOT NULL DEFAULT 0, commit_id INTEGER NOT NULL);
CREATE INDEX fact_commit ON fact (commit_id);

-- The fact that holds now. since: the commit that made it current.
CREATE TABLE current (
  record TEXT NOT NULL, kind INTEGER NOT NULL, fact INTEGER NOT NULL, since INTEGER NOT NULL,
  PRIMARY KEY (record, kind)) WITHOUT ROWID;
CREATE INDEX current_kind ON current (kind, record);
CREATE INDEX current_since ON current (since);

-- Facts that stopped being current without a newer one.
CREATE TABLE retraction (
  commit_id INTEGER NOT NULL, record TEXT NOT NULL, kind INTEGER NOT NULL,
  PRIMARY KEY (commit_id, record, kind)) WITHOUT ROWID;

-- What a stage read when it last looked at a record; equal fingerprint = nothing to do.
CREATE TABLE pass (
  stage TEXT NOT NULL, record TEXT NOT NULL, fingerprint TEXT NOT NULL,
  PRIMARY KEY (stage, record)) WITHOUT ROWID;

-- Up to which commit a stage has seen everything, and with which settings.
CREATE TABLE mark (stage TEXT PRIMARY KEY, settings TEXT NOT NULL, commit_id INTEGER NOT NULL) WITHOUT ROWID;

-- subject: a record or a file key. ended: the commit that superseded it.
CREATE TABLE finding (
  id INTEGER PRIMARY KEY, subject TEXT NOT NULL, stage TEXT NOT NULL, code TEXT NOT NULL,
  severity INTEGER NOT NULL, path TEXT NOT NULL, place TEXT NOT NULL, found TEXT NOT NULL,
  expected TEXT NOT NULL, citations TEXT NOT NULL, commit_id INTEGER NOT NULL, ended INTEGER);
CREATE INDEX finding_open ON finding (subject, stage) WHERE ended IS NULL;
CREATE INDEX finding_stage ON finding (stage, subject) WHERE ended IS NULL;
CREATE INDEX finding_commit ON finding (commit_id);
CREATE INDEX finding_ended ON finding (ended) WHERE ended IS NOT NULL;

-- People's decisions; the newest row of (record, field) stands, an empty value takes it back.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY, record TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
  by_whom TEXT NOT NULL, date TEXT NOT NULL, why TEXT NOT NULL, commit_id INTEGER NOT NULL);
CREATE INDEX decision_record ON decision (record, field, id);
CREATE INDEX decision_commit ON decision (commit_id);

-- 编号台账: every lasting number up to the counter has its row.
-- state: 'used' 'imported' 'kept_back' 'tombstone'.
CREATE TABLE ledger (
  series TEXT NOT NULL, number INTEGER NOT NULL, code TEXT NOT NULL UNIQUE, state TEXT NOT NULL,
  item TEXT NOT NULL, year INTEGER NOT NULL, edition INTEGER NOT NULL, note TEXT NOT NULL,
  commit_id INTEGER NOT NULL, PRIMARY KEY (series, number)) WITHOUT ROWID;
CREATE UNIQUE INDEX ledger_item ON ledger (item) WHERE state = 'used';
CREATE TABLE counter (series TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;

-- 封存: editions of a year, and the records whose current facts each pinned.
CREATE TABLE seal (
  year INTEGER NOT NULL, edition INTEGER NOT NULL, by_whom TEXT NOT NULL, checked_by TEXT NOT NULL,
  date TEXT NOT NULL, left_held INTEGER NOT NULL, why TEXT NOT NULL, commit_id INTEGER NOT NULL,
  PRIMARY KEY (year, edition)) WITHOUT ROWID;
CREATE TABLE pin (
  record TEXT PRIMARY KEY, year INTEGER NOT NULL, edition INTEGER NOT NULL) WITHOUT ROWID;

-- The chain: digest = sha256(prev, then a line for each row of the commit). `at` and `run` are not
-- digested, so the same work gives the same head whenever it is done.
CREATE TABLE event (
  id INTEGER PRIMARY KEY, prev TEXT NOT NULL, digest TEXT NOT NULL, what TEXT NOT NULL,
  row_count INTEGER NOT NULL, run TEXT NOT NULL, at TEXT NOT NULL);

-- Journal of runs: outside the chain.
CREATE TABLE run (
  id TEXT PRIMARY KEY, command TEXT NOT NULL, as_of TEXT NOT NULL, started TEXT NOT NULL,
  finished TEXT NOT NULL DEFAULT '', outcome TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
