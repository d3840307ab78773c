// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

/// The SQLite C API behind two small classes. Every error becomes a Failure that names the file.
namespace guidang::sqlite {

class Statement;

/// One connection. Used by one thread at a time; statements must not outlive it.
class Database {
 public:
  enum class Mode : std::uint8_t { read_only, read_write, create };
  /// WAL, foreign content is not trusted, temporary tables spill to private files.
  Database(const std::filesystem::path& file, Mode mode);
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) = delete;

  void execute(const std::string& sql);
  [[nodiscard]] Statement prepare(std::string_view sql);
  [[nodiscard]] std::int64_t changes() const;
  [[nodiscard]] std::int64_t last_id() const;
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }

  /// SQLite's own online backup into `target` (replaced as a whole); other connections go on.
  void backup_to(const std::filesystem::path& target);
  /// Lines of SQLite's integrity check; empty when sound.
  [[nodiscard]] std::string integrity_errors();

  /// Throws the Failure for the connection's last error.
  [[noreturn]] void fail(std::string_view doing) const;
  [[nodiscard]] sqlite3* handle() const { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
  std::filesystem::path file_;
};

/// A prepared statement: bind, step, read columns. Text columns are valid until the next step.
class Statement {
 public:
  Statement() = default;
  Statement(Database& database, std::string_view sql);
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;

  /// Binds the arguments to ?1, ?2 … after a reset.
  template <typename... Args>
  Statement& bind(const Args&... args) {
    reset();
    int index = 0;
    (bind_at(++index, args), ...);
    return *this;
  }
  /// True when a row is there.
  bool step();
  /// For statements without rows: bind, step, reset.
  template <typename... Args>
  void run(const Args&... args) {
    bind(args...);
    step();
    reset();
  }
  void reset();
  /// For queries of one number: steps and gives the first column, 0 without a row.
  std::int64_t step_integer() { return step() ? integer(0) : 0; }

  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] int columns() const;

 private:
  void bind_at(int index, std::string_view value);
  void bind_at(int index, const std::string& value) { bind_at(index, std::string_view(value)); }
  void bind_at(int index, const char* value) { bind_at(index, std::string_view(value)); }
  void bind_at(int index, std::int64_t value);
  void bind_at(int index, int value) { bind_at(index, std::int64_t{value}); }
  void bind_at(int index, std::uint32_t value) { bind_at(index, std::int64_t{value}); }
  void bind_at(int index, std::uint64_t value) { bind_at(index, static_cast<std::int64_t>(value)); }
  void bind_at(int index, bool value) { bind_at(index, std::int64_t{value}); }

  Database* database_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace guidang::sqlite
