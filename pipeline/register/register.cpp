// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/register/register.h"

#include "pipeline/failure.h"
#include "pipeline/register/schema.h"

namespace guidang {
namespace {

int format_of(sqlite::Database& database) {
  sqlite::Statement query = database.prepare("PRAGMA user_version");
  return query.step() ? static_cast<int>(query.integer(0)) : 0;
}

}  // namespace

void Register::create(const std::filesystem::path& file) {
  sqlite::Database database(file, sqlite::Database::Mode::create);
  if (format_of(database) != 0) {
    throw Failure(file.string() + " 已存在 / exists already", "换一个目录 / choose another home",
                  ExitStatus::usage);
  }
  database.execute("BEGIN IMMEDIATE;" + std::string(kRegisterSchema) +
                   "PRAGMA user_version=" + std::to_string(kFormat) + "; COMMIT;");
}

Register::Register(const std::filesystem::path& file, sqlite::Database::Mode mode)
    : database_(file, mode) {
  const int format = format_of(database_);
  if (format != kFormat) {
    throw Failure(file.string() + " 登记簿格式不符 / has register format " +
                      std::to_string(format) + ", this program reads format " +
                      std::to_string(kFormat),
                  format > kFormat ? "用写它的较新版本打开 / use the newer guidang that wrote it"
                                   : "从备份恢复 / restore it from a backup");
  }
}

std::string Register::head() {
  sqlite::Statement query = database_.prepare("SELECT digest FROM event ORDER BY id DESC LIMIT 1");
  return query.step() ? std::string(query.text(0)) : std::string(64, '0');
}

std::int64_t Register::last_commit() {
  sqlite::Statement query = database_.prepare("SELECT coalesce(max(id), 0) FROM event");
  query.step();
  return query.integer(0);
}

std::int64_t Register::broken_link() {
  sqlite::Statement events = database_.prepare("SELECT id, prev, digest FROM event ORDER BY id");
  std::string previous(64, '0');
  std::int64_t expected = 0;
  while (events.step()) {
    const std::int64_t id = events.integer(0);
    if (id != ++expected || events.text(1) != previous) return id;
    previous = events.text(2);
  }
  return 0;
}

void Register::begin_run(const RunEntry& entry) {
  database_
      .prepare("INSERT OR REPLACE INTO run (id, command, as_of, started) VALUES (?1, ?2, ?3, ?4)")
      .run(entry.id, entry.command, entry.as_of, entry.started);
}

void Register::end_run(const std::string& id, const std::string& finished,
                       const std::string& outcome) {
  database_.prepare("UPDATE run SET finished = ?2, outcome = ?3 WHERE id = ?1")
      .run(id, finished, outcome);
}

std::string Register::last_as_of() {
  sqlite::Statement query =
      database_.prepare("SELECT as_of FROM run ORDER BY started DESC, id DESC LIMIT 1");
  return query.step() ? std::string(query.text(0)) : std::string();
}

}  // namespace guidang
