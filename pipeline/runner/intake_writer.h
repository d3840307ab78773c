// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "pipeline/account.h"
#include "pipeline/progress.h"
#include "pipeline/register/commit.h"

namespace guidang {

/// Writes what intake finds into the register and keeps the run's own account of it.
class IntakeWriter : public IntakeSink {
 public:
  IntakeWriter(Register& target, std::string run, std::string at, Progress& progress,
               std::stop_token stop, Account& account, std::vector<RecordId>& documents);

  void seen(std::uint64_t count) override { account_.seen += count; }
  void put(const FileRow& row) override;
  void put(const ReceivedDocument& document) override;
  void report(const std::string& key, const Finding& finding) override;
  void may_commit() override;
  void progress(std::uint64_t done, std::uint64_t total) override;

  /// Commits what is left.
  void finish();
  [[nodiscard]] std::uint64_t changed() const { return changed_; }

 private:
  Commit& commit();
  void flush_findings();

  Register& target_;
  std::string run_;
  std::string at_;
  Progress& progress_;
  std::stop_token stop_;
  Account& account_;
  std::vector<RecordId>& documents_;
  std::optional<Commit> commit_;
  /// By file, for the slice under way; a file without any loses those of earlier runs.
  std::map<std::string, std::vector<Finding>> findings_;
  std::uint64_t changed_ = 0;
  bool begun_ = false;
};

}  // namespace guidang
