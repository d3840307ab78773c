// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/seal/import_ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <tuple>

#include "pipeline/calendar/date.h"
#include "pipeline/files/csv.h"
#include "pipeline/register/commit.h"
#include "pipeline/register/ledger.h"
#include "pipeline/register/sorter.h"
#include "pipeline/text/decode.h"
#include "pipeline/text/utf8.h"
#include "stages/seal/import_rows.h"

namespace guidang {
namespace {

using import::Entry;

/// One slip of the pen in a number must not fill the ledger with rows.
constexpr std::uint32_t kLongestGap = 100'000;
/// The note of a volume that no row of a volume names; such a row may still come.
constexpr std::string_view kByItemsOnly = "由卷内文件得知 / known by its items only";

std::string pack(const Entry& entry) {
  return nlohmann::json{entry.series, entry.number, entry.inside,  entry.implied, entry.year,
                        entry.table,  entry.line,   entry.written, entry.note}
      .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Entry unpack(const std::string& bytes) {
  const nlohmann::json row = nlohmann::json::parse(bytes);
  return {.series = row[0],
          .number = row[1],
          .inside = row[2],
          .implied = row[3],
          .year = row[4],
          .table = row[5],
          .line = row[6],
          .written = row[7],
          .note = row[8]};
}

class Import {
 public:
  Import(Register& target, const Profile& profile, std::string_view fonds_code)
      : ledger_(target),
        reader_(profile, fonds_code),
        taken_(target.database().prepare(
            "SELECT state, note FROM ledger WHERE series = ?1 AND number = ?2")) {}

  void read(const ImportTable& table, std::size_t index) {
    std::optional<import::Heading> heading;
    table([&](std::size_t line, const std::vector<std::string>& cells) {
      if (heading) {
        read_row(*heading, cells, index, line);
        return true;
      }
      heading.emplace(cells);
      const std::string lacks = reader_.lacks(*heading);
      if (!lacks.empty()) fail(index, line, {}, lacks);
      return lacks.empty();
    });
    if (!heading) fail(index, 1, {}, "空表 / the table is empty");
  }

  /// Finds what stands twice, is taken already, or leaves too wide a gap.
  void compare() {
    Entry before;
    sorter_->for_each([&](const SortedRow& row) {
      Entry entry = unpack(row.payload);
      const bool same_series = entry.series == before.series;
      if (same_series && entry.number == before.number) {
        if (!entry.implied) {
          fail(entry, same_table(entry, before)
                          ? fmt::format("与第 {} 行重号 / the same number as line {}", before.line,
                                        before.line)
                          : fmt::format("与另一表第 {} 行重号 / the same number as line {} of "
                                        "another table",
                                        before.line, before.line));
        }
        return;
      }
      const std::optional<std::string> state = taken(entry);
      if (state && !state->empty() && !entry.implied) {
        fail(entry,
             fmt::format("台账中已有此号 / the ledger has this number already ({})", *state));
      }
      const std::uint32_t floor = std::max(same_series ? before.number : 0U, last(entry.series));
      if (entry.number > floor && entry.number - floor > kLongestGap) {
        fail(entry, "与前一号相距过大 / too far from the number before");
      }
      before = std::move(entry);
    });
  }

  void write(Register& target, const std::string& date, const std::string& at) {
    Commit commit(target, "import-ledger", {}, at);
    Entry before;
    std::uint32_t next = 1;
    const std::string gap =
        fmt::format("{} 导入时无此号 / not in the catalogue imported {}", date, date);
    sorter_->for_each([&](const SortedRow& sorted) {
      Entry entry = unpack(sorted.payload);
      if (entry.series != before.series) {
        next = last(entry.series) + 1;
      } else if (entry.number == before.number) {
        return;
      }
      for (; next < entry.number; ++next) put(commit, entry, next, "kept_back", gap);
      write_row(commit, entry, next);
      next = std::max(next, entry.number + 1);
      before = std::move(entry);
    });
    commit.finish();
  }

  [[nodiscard]] ImportReport& report() { return report_; }

 private:
  static bool same_table(const Entry& a, const Entry& b) { return a.table == b.table; }

  void read_row(const import::Heading& heading, const std::vector<std::string>& cells,
                std::size_t table, std::size_t line) {
    auto answer = reader_.read(heading, cells);
    if (!answer.entry) {
      fail(table, line, heading.cell(cells, import::Column::code), answer.message);
      return;
    }
    Entry& entry = *answer.entry;
    entry.table = table;
    entry.line = line;
    if (entry.inside) add(reader_.volume_of(entry));
    add(entry);
  }

  void add(const Entry& entry) {
    sorter_->add(fmt::format("{}\x01{:010}{:d}", entry.series, entry.number, entry.implied),
                 fmt::format("{:06}{:012}", entry.table, entry.line), pack(entry));
  }

  /// Nothing: the number is new. "": it was kept back and may be named. Else its state.
  std::optional<std::string> taken(const Entry& entry) {
    if (!taken_.bind(entry.series, entry.number).step()) return std::nullopt;
    const bool open = taken_.text(0) == "kept_back" ||
                      (taken_.text(0) == "imported" && taken_.text(1) == kByItemsOnly);
    return open ? std::string{} : std::string(taken_.text(0));
  }

  void write_row(Commit& commit, const Entry& entry, std::uint32_t next) {
    std::string note = entry.implied ? std::string(kByItemsOnly) : entry.note;
    const std::string code = reader_.code(entry, entry.number);
    if (!entry.implied && code != entry.written) {
      note += fmt::format("{}原写作 / written {}", note.empty() ? "" : "；", entry.written);
    }
    if (entry.number >= next) {
      put(commit, entry, entry.number, "imported", note);
    } else if (const auto state = taken(entry); state && state->empty()) {
      // A volume of which nothing but items is known gets no better name by one more item.
      if (entry.implied && is_imported(entry)) return;
      commit.name_number(entry.series, entry.number, note);
      ++report_.named;
    }
  }

  bool is_imported(const Entry& entry) {
    return taken_.bind(entry.series, entry.number).step() && taken_.text(0) == "imported";
  }

  void put(Commit& commit, const Entry& entry, std::uint32_t number, std::string_view state,
           const std::string& note) {
    commit.put_ledger({.series = entry.series,
                       .number = number,
                       .code = reader_.code(entry, number),
                       .state = std::string(state),
                       .year = entry.year,
                       .note = note});
    if (state == "kept_back") {
      ++report_.kept_back;
    } else {
      ++report_.imported;
      report_.volumes += entry.inside || !reader_.by_volume() ? 0U : 1U;
    }
  }

  /// The counter as it was before this import.
  std::uint32_t last(const std::string& series) {
    if (series != last_series_) {
      last_series_ = series;
      last_number_ = ledger_.last(series);
    }
    return last_number_;
  }

  void fail(const Entry& entry, const std::string& message) {
    fail(entry.table, entry.line, entry.written, message);
  }
  void fail(std::size_t table, std::size_t line, const std::string& code,
            const std::string& message) {
    report_.errors.push_back({.table = table, .line = line, .code = code, .message = message});
  }

  Ledger ledger_;
  import::RowReader reader_;
  sqlite::Statement taken_;
  std::unique_ptr<Sorter> sorter_ = make_sorter();
  std::string last_series_{};
  std::uint32_t last_number_ = 0;
  ImportReport report_{};
};

}  // namespace

ImportReport import_ledger(Register& target, const Profile& profile,
                           const std::vector<ImportTable>& tables, const std::string& date,
                           const std::string& at, std::string_view fonds_code) {
  if (!parse_iso(date)) {
    throw Failure("日期“" + date + "”无效 / not a date: " + date, {}, ExitStatus::usage);
  }
  Import import(target, profile, fonds_code);
  for (std::size_t i = 0; i < tables.size(); ++i) import.read(tables[i], i);
  import.compare();
  ImportReport& report = import.report();
  std::sort(report.errors.begin(), report.errors.end(),
            [](const ImportError& a, const ImportError& b) {
              return std::tie(a.table, a.line) < std::tie(b.table, b.line);
            });
  if (report.errors.empty()) import.write(target, date, at);
  return report;
}

ImportReport import_ledger(Register& target, const Profile& profile, std::string_view csv,
                           const std::string& date, const std::string& at,
                           std::string_view fonds_code) {
  // A list of codes alone has little but · above ASCII, too little to weigh encodings by.
  const std::string utf8 = text::is_utf8(csv) ? std::string(csv) : text::decode(csv).text;
  std::optional<files::CsvError> error;
  const ImportTable table = [&](const ImportVisit& visit) {
    error = files::read_csv(utf8,
                            [&](const files::CsvRow& row) { return visit(row.line, row.fields); });
    if (error) throw Failure(error->message);
  };
  try {
    return import_ledger(target, profile, std::vector{table}, date, at, fonds_code);
  } catch (const Failure&) {
    if (!error) throw;
    ImportReport report;
    report.errors.push_back({.line = error->line, .message = error->message});
    return report;
  }
}

}  // namespace guidang
