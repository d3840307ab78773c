// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/register/sqlite.h"

namespace guidang {

/// One line of the run journal.
struct RunEntry {
  std::string id{};  ///< also the folder's name under runs/
  std::string command{};
  std::string as_of{};    ///< ISO date that stands for "today" in this run
  std::string started{};  ///< wall clock, for people only
  std::string finished{};
  std::string outcome{};
};

/// The register (登记簿) of one home. One process writes it; the home's lock sees to that.
/// Writing goes through `Commit` (commit.h), reading through the classes beside it.
/// Used by one thread at a time.
class Register {
 public:
  static constexpr int kFormat = 1;

  /// Makes a new register; the file must not exist.
  static void create(const std::filesystem::path& file);
  /// Opens one. A register of a newer format is refused by name.
  Register(const std::filesystem::path& file, sqlite::Database::Mode mode);

  [[nodiscard]] sqlite::Database& database() { return database_; }

  /// Digest of the last event, 64 zeros before the first.
  [[nodiscard]] std::string head();
  [[nodiscard]] std::int64_t last_commit();
  /// Recomputes nothing but the links: the first event whose `prev` is not its predecessor's
  /// digest, or 0 when the chain holds.
  [[nodiscard]] std::int64_t broken_link();

  void begin_run(const RunEntry& entry);
  void end_run(const std::string& id, const std::string& finished, const std::string& outcome);
  [[nodiscard]] std::string last_as_of();

  /// Called before each commit becomes durable, with its number from 1 in this process. For tests
  /// that stop a run there, by throwing or by ending the process.
  void before_commit(std::function<void(std::uint64_t)> hook) { before_commit_ = std::move(hook); }

 private:
  friend class Commit;
  sqlite::Database database_;
  std::function<void(std::uint64_t)> before_commit_;
  std::uint64_t commits_ = 0;
};

}  // namespace guidang
