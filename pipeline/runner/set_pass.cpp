// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/runner/set_pass.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "pipeline/facts_json.h"
#include "pipeline/register/commit.h"
#include "pipeline/register/sorter.h"
#include "pipeline/register/views.h"
#include "pipeline/runner/record_set.h"

namespace guidang {
namespace {

/// Rows of the sorter: key "f" a fact's JSON, "n" a finding's; "o" marks a record about which the
/// stage said something in an earlier run.
constexpr std::string_view kFact = "f";
constexpr std::string_view kFinding = "n";
constexpr std::string_view kOld = "o";

std::string pack(const Finding& finding) {
  return nlohmann::json{finding.code,     static_cast<int>(finding.severity),
                        finding.path,     finding.place,
                        finding.found,    finding.expected,
                        finding.citations}
      .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Finding unpack(const std::string& bytes) {
  const nlohmann::json row = nlohmann::json::parse(bytes);
  return Finding{.code = row[0],
                 .severity = static_cast<Severity>(row[1].get<int>()),
                 .path = row[2],
                 .place = row[3],
                 .found = row[4],
                 .expected = row[5],
                 .citations = row[6]};
}

class SortingSink : public Sink {
 public:
  explicit SortingSink(Sorter& sorter) : sorter_(sorter) {}
  void put(const RecordId& record, Fact fact) override {
    sorter_.add(record, kFact, to_bytes(fact));
  }
  void report(const RecordId& record, Finding finding) override {
    sorter_.add(record, kFinding, pack(finding));
  }

 private:
  Sorter& sorter_;
};

/// Everything that is known of one record when its turn to be written comes.
struct Turn {
  RecordId record{};
  std::optional<std::string> fact{};
  std::vector<Finding> findings{};
};

class Writer {
 public:
  Writer(const SetStage& stage, const PassContext& context)
      : info_(stage.info()), context_(context) {}

  void write(const Turn& turn) {
    if (!commit_) commit_.emplace(context_.target, info_.name, context_.run, context_.at);
    if (info_.writes) {
      const Author author{info_.name, info_.revision, ""};
      if (turn.fact) {
        commit_->put_fact(turn.record, author, fact_from_bytes(*info_.writes, *turn.fact));
      } else {
        commit_->retract(turn.record, *info_.writes);
      }
    }
    commit_->set_findings(turn.record, info_.name, turn.findings);
    if (commit_->changed_rows() >= context_.slice) flush();
  }

  void flush() {
    if (!commit_) return;
    changed_ += commit_->changed() ? 1U : 0U;
    commit_->finish();
    commit_.reset();
    if (context_.stop.stop_requested()) throw Interrupted{};
  }

  [[nodiscard]] std::uint64_t changed() const { return changed_; }

 private:
  const StageInfo& info_;
  const PassContext& context_;
  std::optional<Commit> commit_;
  std::uint64_t changed_ = 0;
};

void add_old(const StageInfo& info, Register& source, Sorter& sorter) {
  sqlite::Database& db = source.database();
  if (info.writes) {
    sqlite::Statement rows = db.prepare("SELECT record FROM current WHERE kind = ?1");
    rows.bind(static_cast<int>(*info.writes));
    while (rows.step()) sorter.add(rows.text(0), kOld, {});
  }
  sqlite::Statement rows =
      db.prepare("SELECT DISTINCT subject FROM finding WHERE stage = ?1 AND ended IS NULL");
  rows.bind(info.name);
  while (rows.step()) sorter.add(rows.text(0), kOld, {});
}

void write_all(Sorter& sorter, Writer& writer) {
  Turn turn;
  const auto finish_turn = [&] {
    if (!turn.record.empty()) writer.write(turn);
  };
  sorter.for_each([&](const SortedRow& row) {
    if (row.key != turn.record) {
      finish_turn();
      turn = Turn{.record = row.key};
    }
    if (row.record == kFact) turn.fact = row.payload;
    if (row.record == kFinding) turn.findings.push_back(unpack(row.payload));
  });
  finish_turn();
  writer.flush();
}

}  // namespace

void run_set_pass(const SetStage& stage, const PassContext& context) {
  const StageInfo& info = stage.info();
  const std::string settings = stage.settings();
  RecordReader records(context.target);
  if (!records.set_changed(info, settings)) {
    context.progress.begin(info.name, 0);
    context.progress.end(0, true);
    return;
  }
  const bool over_items = info.scope == Scope::item;
  const std::uint64_t total = records.count(over_items ? 'i' : 'd');
  context.progress.begin(info.name, total);

  const std::unique_ptr<Sorter> sorter = make_sorter();
  SortingSink sink(*sorter);
  std::uint64_t passes = 0;
  const auto set = make_record_set(context.target, info, context.pages, [&](std::uint64_t seen) {
    // A stage may go through its records more than once: progress never falls.
    passes = std::max(passes, std::min(seen, total));
    context.progress.advance(passes);
    if (context.stop.stop_requested()) throw Interrupted{};
  });
  stage.run(*set, sink);
  add_old(info, context.target, *sorter);

  Writer writer(stage, context);
  write_all(*sorter, writer);
  Commit commit(context.target, info.name, context.run, context.at);
  commit.set_mark(info.name, mark_settings(info, settings), commit.id() - 1);
  commit.finish();
  context.progress.advance(total);
  context.progress.end(writer.changed(), false);
}

}  // namespace guidang
