// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/register/sqlite.h"

#include <sqlite3.h>

#include <utility>

#include "pipeline/failure.h"

namespace guidang::sqlite {
namespace {

constexpr int kBusyMilliseconds = 10'000;

int open_flags(Database::Mode mode) {
  switch (mode) {
    case Database::Mode::read_only:
      return SQLITE_OPEN_READONLY;
    case Database::Mode::read_write:
      return SQLITE_OPEN_READWRITE;
    case Database::Mode::create:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return SQLITE_OPEN_READONLY;
}

}  // namespace

Database::Database(const std::filesystem::path& file, Mode mode) : file_(file) {
  const int result =
      sqlite3_open_v2(file.c_str(), &handle_, open_flags(mode) | SQLITE_OPEN_FULLMUTEX, nullptr);
  if (result != SQLITE_OK) {
    const std::string cause = handle_ != nullptr ? sqlite3_errmsg(handle_) : "out of memory";
    sqlite3_close_v2(handle_);
    handle_ = nullptr;
    throw Failure("打不开 / cannot open " + file.string() + ": " + cause,
                  "确认全宗库存在且有权读取 / check that the home exists and that you may read it");
  }
  sqlite3_busy_timeout(handle_, kBusyMilliseconds);
  if (mode != Mode::read_only) {
    // FULL: after a power cut the last committed slice is still there (it is what a rerun trusts).
    execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
  }
  execute("PRAGMA trusted_schema=OFF; PRAGMA temp_store=FILE; PRAGMA cache_size=-32768;");
}

Database::~Database() { sqlite3_close_v2(handle_); }

Database::Database(Database&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)), file_(std::move(other.file_)) {}

void Database::fail(std::string_view doing) const {
  throw Failure(
      file_.string() + ": " + std::string(doing) + ": " + sqlite3_errmsg(handle_),
      "检查空间和权限后重跑 / check free space and permissions, then run the command again");
}

void Database::execute(const std::string& sql) {
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    fail("cannot execute");
  }
}

Statement Database::prepare(std::string_view sql) { return Statement(*this, sql); }

std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }
std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(handle_); }

void Database::backup_to(const std::filesystem::path& target) {
  const std::filesystem::path beside = target.string() + ".partial";
  std::filesystem::remove(beside);
  {
    Database copy(beside, Mode::create);
    sqlite3_backup* backup = sqlite3_backup_init(copy.handle_, "main", handle_, "main");
    if (backup == nullptr) copy.fail("cannot back up");
    const int result = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (result != SQLITE_DONE) copy.fail("cannot back up");
    copy.execute("PRAGMA journal_mode=DELETE;");
  }
  std::filesystem::rename(beside, target);
}

std::string Database::integrity_errors() {
  Statement check(*this, "PRAGMA integrity_check");
  std::string errors;
  while (check.step()) {
    if (check.text(0) == "ok") continue;
    errors.append(check.text(0)).push_back('\n');
  }
  return errors;
}

Statement::Statement(Database& database, std::string_view sql) : database_(&database) {
  if (sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) != SQLITE_OK) {
    database.fail("cannot prepare '" + std::string(sql) + "'");
  }
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(database_, other.database_);
  std::swap(statement_, other.statement_);
  return *this;
}

bool Statement::step() {
  switch (sqlite3_step(statement_)) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      database_->fail(sqlite3_sql(statement_));
  }
}

void Statement::reset() { sqlite3_reset(statement_); }

std::string_view Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

int Statement::columns() const { return sqlite3_column_count(statement_); }

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

void Statement::bind_at(int index, std::string_view value) {
  const char* data = value.data() == nullptr ? "" : value.data();
  if (sqlite3_bind_text64(statement_, index, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8) !=
      SQLITE_OK) {
    database_->fail("cannot bind a value");
  }
}

void Statement::bind_at(int index, std::int64_t value) {
  if (sqlite3_bind_int64(statement_, index, value) != SQLITE_OK) {
    database_->fail("cannot bind a value");
  }
}

}  // namespace guidang::sqlite
