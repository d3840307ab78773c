// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "pipeline/account.h"
#include "pipeline/home/home.h"
#include "pipeline/pipeline.h"
#include "pipeline/progress.h"
#include "pipeline/reader.h"
#include "pipeline/runner/slice.h"

namespace guidang {

struct RunOptions {
  std::vector<Batch> batches{};
  unsigned jobs = 1;           ///< threads that compute; the result does not depend on it
  std::string until{};         ///< name of the last stage to run, "" for all
  std::string as_of{};         ///< ISO date that stands for today
  std::string started{};       ///< wall clock, for the journal only
  std::size_t slice = kSlice;  ///< records in one commit; tests make it small
};

struct RunReport {
  std::string run{};  ///< its id, also the folder under runs/
  Account run_account{};
  Account all_account{};
  std::string chain_head{};
};

/// Runs what is still to do: intake, then every stage over the records whose input changed.
/// Computing is spread over threads, committing is done by one, in the order of the records, in
/// slices of a fixed number: what is written depends on neither threads nor time. Killed anywhere
/// and called again it goes on.
class Runner {
 public:
  Runner(Home& home, const Pipeline& pipeline, Reader& reader, Progress& progress,
         std::stop_token stop);

  /// Throws Failure when an account does not balance, Interrupted when asked to stop.
  RunReport run(const RunOptions& options);

 private:
  void run_intake(const RunOptions& options, RunReport& report, std::vector<RecordId>& documents);
  void run_steps(const RunOptions& options, const RunReport& report);
  void account_for(const std::vector<RecordId>& documents, RunReport& report);
  void close_run(const RunReport& report, std::int64_t commits_before);

  Home& home_;
  const Pipeline& pipeline_;
  Reader& reader_;
  Progress& progress_;
  std::stop_token stop_;
};

}  // namespace guidang
