// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/runner/runner.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/failure.h"
#include "pipeline/files/atomic_write.h"
#include "pipeline/register/commit.h"
#include "pipeline/register/views.h"
#include "pipeline/runner/intake_writer.h"
#include "pipeline/runner/record_pass.h"
#include "pipeline/runner/record_set.h"
#include "pipeline/runner/set_pass.h"

namespace guidang {
namespace {

/// Backups kept; older run folders stay, their register copies go.
constexpr std::size_t kBackups = 5;

std::string next_run_id(Register& source) {
  const std::int64_t runs = source.database().prepare("SELECT count(*) FROM run").step_integer();
  return fmt::format("r{:05}", runs + 1);
}

void drop_old_backups(const std::filesystem::path& runs) {
  std::vector<std::filesystem::path> backups;
  for (const auto& entry : std::filesystem::directory_iterator(runs)) {
    const auto backup = entry.path() / "register.sqlite";
    if (std::filesystem::exists(backup)) backups.push_back(backup);
  }
  std::sort(backups.begin(), backups.end());
  for (std::size_t i = 0; i + kBackups < backups.size(); ++i) std::filesystem::remove(backups[i]);
}

/// Record stages that follow one another and look at the same kind of record run as one pass.
std::vector<const RecordStage*> fused(std::span<const Step> steps, std::size_t& next) {
  std::vector<const RecordStage*> stages;
  while (next < steps.size()) {
    const auto* stage = std::get_if<std::unique_ptr<RecordStage>>(&steps[next]);
    if (stage == nullptr) break;
    if (!stages.empty() && (*stage)->info().scope != stages.front()->info().scope) break;
    stages.push_back(stage->get());
    ++next;
  }
  return stages;
}

void run_derived(const DerivedStage& stage, const PassContext& context, const Place& place) {
  const StageInfo& info = stage.info();
  const std::string settings = stage.settings();
  RecordReader records(context.target);
  if (!stage.stale(place) && !records.set_changed(info, settings)) {
    context.progress.begin(info.name, 0);
    context.progress.end(0, true);
    return;
  }
  const std::uint64_t total = records.count(info.scope == Scope::item ? 'i' : 'd');
  context.progress.begin(info.name, total);
  std::uint64_t furthest = 0;
  const auto set = make_record_set(context.target, info, context.pages, [&](std::uint64_t seen) {
    furthest = std::max(furthest, std::min(seen, total));
    context.progress.advance(furthest);
    if (context.stop.stop_requested()) throw Interrupted{};
  });
  stage.run(*set, place);
  Commit commit(context.target, info.name, context.run, context.at);
  commit.set_mark(info.name, mark_settings(info, settings), commit.id() - 1);
  commit.finish();
  context.progress.advance(total);
  context.progress.end(0, false);
}

}  // namespace

Runner::Runner(Home& home, const Pipeline& pipeline, Reader& reader, Progress& progress,
               std::stop_token stop)
    : home_(home),
      pipeline_(pipeline),
      reader_(reader),
      progress_(progress),
      stop_(std::move(stop)) {}

RunReport Runner::run(const RunOptions& options) {
  Register& registry = home_.registry();
  const std::int64_t commits_before = registry.last_commit();
  RunReport report;
  report.run = next_run_id(registry);
  std::vector<std::string> batches;
  for (const Batch& batch : options.batches) batches.push_back(batch.name);
  registry.begin_run(
      {.id = report.run, .command = "run", .as_of = options.as_of, .started = options.started});
  const std::filesystem::path folder = home_.runs() / report.run;
  std::filesystem::create_directories(folder);
  const nlohmann::ordered_json plan{{"run", report.run},
                                    {"as_of", options.as_of},
                                    {"profile", home_.fonds().profile},
                                    {"batches", batches.size()},
                                    {"until", options.until}};
  files::write_atomically(folder / "plan.json", plan.dump(2) + "\n");
  try {
    std::vector<RecordId> documents;
    run_intake(options, report, documents);
    if (options.until != "receive") run_steps(options, report);
    account_for(documents, report);
  } catch (const Interrupted&) {
    registry.end_run(report.run, options.started, "interrupted");
    throw;
  }
  close_run(report, commits_before);
  registry.end_run(report.run, options.started, "done");
  return report;
}

void Runner::run_intake(const RunOptions& options, RunReport& report,
                        std::vector<RecordId>& documents) {
  for (const Batch& batch : options.batches) {
    IntakeWriter writer(home_.registry(), report.run, options.started, progress_, stop_,
                        report.run_account, documents);
    pipeline_.intake().run(batch, reader_, home_.content(), options.jobs, writer);
    writer.finish();
  }
}

void Runner::run_steps(const RunOptions& options, const RunReport& report) {
  const PassContext context{
      .target = home_.registry(),
      .pages = {[this](const ComponentText& text) { return home_.content().pages(text); },
                [this](const ComponentText& text) { return home_.content().layout(text); }},
      .progress = progress_,
      .stop = stop_,
      .run = report.run,
      .at = options.started,
      .jobs = options.jobs,
      .slice = options.slice};
  const std::span<const Step> steps = pipeline_.steps();
  std::size_t last = steps.size();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (info_of(steps[i]).name == options.until) last = i + 1;
  }
  const std::span<const Step> wanted = steps.first(last);
  for (std::size_t next = 0; next < wanted.size();) {
    if (stop_.stop_requested()) throw Interrupted{};
    if (const auto stages = fused(wanted, next); !stages.empty()) {
      run_record_pass(stages, context);
      continue;
    }
    const Step& step = wanted[next++];
    if (const auto* stage = std::get_if<std::unique_ptr<SetStage>>(&step)) {
      run_set_pass(**stage, context);
    } else if (const auto* derived = std::get_if<std::unique_ptr<DerivedStage>>(&step)) {
      const Place place{.home = home_.root(),
                        .fonds_code = home_.fonds().code,
                        .fonds_name = home_.fonds().name,
                        .as_of = options.as_of,
                        .chain_head = home_.registry().head(),
                        .jobs = options.jobs};
      run_derived(**derived, context, place);
    }
  }
}

void Runner::account_for(const std::vector<RecordId>& documents, RunReport& report) {
  std::vector<RecordId> of_run = documents;
  std::sort(of_run.begin(), of_run.end());
  of_run.erase(std::unique(of_run.begin(), of_run.end()), of_run.end());
  Account& run = report.run_account;
  run.in = of_run.size();
  report.all_account = account_of_all(
      home_.registry(), [&](const RecordId& document, const RecordId&, Verdict verdict) {
        if (std::binary_search(of_run.begin(), of_run.end(), document)) {
          ++run.documents[static_cast<std::size_t>(verdict)];
        }
      });
  if (!run.balanced() || !report.all_account.balanced()) {
    throw Failure(
        "两本账不平 / the accounts do not balance: run " + run.json() + ", all " +
            report.all_account.json(),
        "数据未失；保留原状，用 guidang doctor 查看 / nothing is lost; keep the home as it is and "
        "look with guidang doctor");
  }
  report.chain_head = home_.registry().head();
}

void Runner::close_run(const RunReport& report, std::int64_t commits_before) {
  const std::filesystem::path folder = home_.runs() / report.run;
  nlohmann::ordered_json text{
      {"run", report.run},
      {"this_run", nlohmann::ordered_json::parse(report.run_account.json())},
      {"in_all", nlohmann::ordered_json::parse(report.all_account.json())},
      {"chain_head", report.chain_head}};
  files::write_atomically(folder / "report.json", text.dump(2) + "\n");
  if (home_.registry().last_commit() == commits_before) return;
  home_.registry().database().backup_to(folder / "register.sqlite");
  drop_old_backups(home_.runs());
}

}  // namespace guidang
