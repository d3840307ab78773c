// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/runner/record_pass.h"

#include <algorithm>
#include <deque>
#include <future>
#include <set>

#include "pipeline/register/commit.h"
#include "pipeline/register/views.h"
#include "pipeline/runner/workers.h"

namespace guidang {
namespace {

/// What one stage said of one record.
struct Said {
  const RecordStage* stage = nullptr;
  std::string fingerprint{};
  std::optional<Fact> fact{};
  std::vector<Finding> findings{};
};

/// A record on its way through the pass: read by the committer, computed by a worker.
struct Passage {
  Known known{};
  std::vector<std::string> passes{};  ///< fingerprints of the last look, one a stage
  std::vector<Said> said{};
};

void compute(Passage& passage, std::span<const RecordStage* const> stages,
             std::span<const std::string> settings, const PageSource& pages) {
  Known& known = passage.known;
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const StageInfo& info = stages[i]->info();
    std::string now = fingerprint(known, info, settings[i]);
    if (now == passage.passes[i]) continue;
    Findings findings;
    Said said{.stage = stages[i], .fingerprint = std::move(now)};
    said.fact = stages[i]->run(narrow(known, info, pages), findings);
    said.findings = findings.take();
    if (info.writes && !known.sealed) {
      auto& slot = known.facts[static_cast<std::size_t>(*info.writes)];
      slot.reset();
      if (said.fact) {
        Fact seen = *said.fact;
        overlay(seen, known.decisions);
        slot = std::make_shared<const Fact>(std::move(seen));
      }
    }
    passage.said.push_back(std::move(said));
  }
}

std::vector<RecordId> records_to_see(RecordReader& records,
                                     std::span<const RecordStage* const> stages,
                                     std::span<const std::string> settings) {
  std::vector<RecordId> ids;
  for (std::size_t i = 0; i < stages.size(); ++i) {
    std::vector<RecordId> more = records.changed_since_mark(stages[i]->info(), settings[i]);
    std::vector<RecordId> both;
    both.reserve(std::max(ids.size(), more.size()));
    std::set_union(ids.begin(), ids.end(), more.begin(), more.end(), std::back_inserter(both));
    ids = std::move(both);
  }
  return ids;
}

void write(Commit& commit, const Passage& passage) {
  const RecordId& record = passage.known.id;
  for (const Said& said : passage.said) {
    const StageInfo& info = said.stage->info();
    const Author author{info.name, info.revision, said.fingerprint};
    if (said.fact) {
      commit.put_fact(record, author, *said.fact);
    } else if (info.writes) {
      commit.retract(record, *info.writes);
    }
    commit.set_findings(record, info.name, said.findings);
    commit.set_pass(info.name, record, said.fingerprint);
  }
}

}  // namespace

void run_record_pass(std::span<const RecordStage* const> stages, const PassContext& context) {
  RecordReader records(context.target);
  std::vector<std::string> settings;
  Wanted wanted;
  for (const RecordStage* stage : stages) {
    settings.push_back(stage->settings());
    wanted.add(stage->info());
  }
  const std::vector<RecordId> ids = records_to_see(records, stages, settings);

  const std::string name(stages.front()->info().name);
  context.progress.begin(name, ids.size());
  Workers workers(context.jobs);
  std::deque<std::future<Passage>> under_way;
  // Enough to keep every worker busy while a slice is written, few enough to bound memory.
  const std::size_t window = context.slice * 2 + context.jobs * 8U;
  std::size_t next = 0;
  std::uint64_t changed = 0;
  for (std::size_t done = 0; done < ids.size();) {
    while (next < ids.size() && under_way.size() < window) {
      Passage passage;
      passage.known = records.load(ids[next], wanted);
      for (const RecordStage* stage : stages) {
        passage.passes.push_back(records.pass(stage->info().name, ids[next]));
      }
      ++next;
      under_way.push_back(workers.submit([&, passage = std::move(passage)]() mutable {
        compute(passage, stages, settings, context.pages);
        return std::move(passage);
      }));
    }
    Commit commit(context.target, name, context.run, context.at);
    const std::size_t end = std::min(done + context.slice, ids.size());
    for (; done < end; ++done) {
      if (under_way.empty()) break;
      const Passage passage = under_way.front().get();
      under_way.pop_front();
      write(commit, passage);
    }
    changed += commit.changed() ? 1U : 0U;
    commit.finish();
    context.progress.advance(done);
    if (context.stop.stop_requested()) throw Interrupted{};
  }

  if (!ids.empty()) {
    Commit commit(context.target, name, context.run, context.at);
    for (std::size_t i = 0; i < stages.size(); ++i) {
      const StageInfo& info = stages[i]->info();
      commit.set_mark(info.name, mark_settings(info, settings[i]), commit.id() - 1);
    }
    commit.finish();
  }
  context.progress.end(changed, ids.empty());
}

}  // namespace guidang
