// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/seal/import_ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <optional>

#include "pipeline/calendar/date.h"
#include "pipeline/files/csv.h"
#include "pipeline/number/code_pattern.h"
#include "pipeline/register/commit.h"
#include "pipeline/register/ledger.h"
#include "pipeline/register/sorter.h"
#include "pipeline/text/decode.h"
#include "pipeline/text/utf8.h"

namespace guidang {
namespace {

/// One slip of the pen in a number must not fill the ledger with rows.
constexpr std::uint32_t kLongestGap = 100'000;

struct Columns {
  std::optional<std::size_t> code{};
  std::optional<std::size_t> title{};
  std::optional<std::size_t> year{};
};

Columns find_columns(const std::vector<std::string>& header) {
  Columns columns;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string name = text::remove_blanks(header[i]);
    if (name == "档号" || name == "code") columns.code = i;
    if (name == "题名" || name == "title") columns.title = i;
    if (name == "年度" || name == "year") columns.year = i;
  }
  return columns;
}

std::string cell(const files::CsvRow& row, std::optional<std::size_t> column) {
  return column && *column < row.fields.size() ? std::string(text::trim(row.fields[*column]))
                                               : std::string{};
}

/// A row on its way through the sorter: number order is what finds gaps and repeats.
struct Entry {
  std::string series{};
  std::uint32_t number = 0;
  int year = 0;
  std::size_t line = 0;
  std::string written{};
  std::string title{};
};

std::string pack(const Entry& entry) {
  return fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}", entry.series, entry.number, entry.year,
                     entry.line, entry.written, entry.title);
}

std::string_view take(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\x1f'), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return field;
}

template <typename T>
T take_number(std::string_view& rest) {
  const std::string_view field = take(rest);
  T value{};
  std::from_chars(field.data(), field.data() + field.size(), value);
  return value;
}

Entry unpack(std::string_view rest) {
  Entry entry;
  entry.series = take(rest);
  entry.number = take_number<std::uint32_t>(rest);
  entry.year = take_number<int>(rest);
  entry.line = take_number<std::size_t>(rest);
  entry.written = take(rest);
  entry.title = rest;
  return entry;
}

class Import {
 public:
  Import(Register& target, const Profile& profile, std::string_view fonds_code)
      : db_(target.database()),
        ledger_(target),
        pattern_(CodePattern::read(profile.section("number"))),
        fonds_code_(fonds_code) {}

  void read(std::string_view csv) {
    // A list of codes alone has little but · above ASCII, too little to weigh encodings by.
    const std::string utf8 = text::is_utf8(csv) ? std::string(csv) : text::decode(csv).text;
    Columns columns;
    bool header = true;
    const auto error = files::read_csv(utf8, [&](const files::CsvRow& row) {
      if (header) {
        header = false;
        columns = find_columns(row.fields);
        if (!columns.code) fail(row.line, {}, "没有“档号”一列 / there is no column 档号 (code)");
        return columns.code.has_value();
      }
      read_row(row, columns);
      return true;
    });
    if (error) fail(error->line, {}, error->message);
    if (header && !error) fail(1, {}, "空表 / the table is empty");
  }

  /// Finds what stands twice, is taken already, or leaves too wide a gap.
  void compare() {
    auto taken = db_.prepare("SELECT state FROM ledger WHERE series = ?1 AND number = ?2");
    Entry before;
    sorter_->for_each([&](const SortedRow& row) {
      Entry entry = unpack(row.payload);
      const bool same_series = entry.series == before.series;
      if (same_series && entry.number == before.number) {
        fail(entry.line, entry.written,
             fmt::format("与第 {} 行重号 / the same number as line {}", before.line, before.line));
        return;
      }
      if (taken.bind(entry.series, entry.number).step()) {
        fail(
            entry.line, entry.written,
            fmt::format("台账中已有此号 / the ledger has this number already ({})", taken.text(0)));
      }
      const std::uint32_t floor = std::max(same_series ? before.number : 0U, last(entry.series));
      if (entry.number > floor && entry.number - floor > kLongestGap) {
        fail(entry.line, entry.written, "与前一号相距过大 / too far from the number before");
      }
      before = std::move(entry);
    });
  }

  void write(Register& target, const std::string& date, const std::string& at) {
    Commit commit(target, "import-ledger", {}, at);
    LedgerRow row;
    std::string series;
    std::uint32_t next = 1;
    sorter_->for_each([&](const SortedRow& sorted) {
      const Entry entry = unpack(sorted.payload);
      if (entry.series != series) {
        series = entry.series;
        next = last(series) + 1;
      }
      for (; next < entry.number; ++next) {
        put(commit, entry, next, "kept_back",
            fmt::format("{} 导入时无此号 / not in the catalogue imported {}", date, date));
        ++report_.kept_back;
      }
      std::string note = entry.title;
      const std::string code = pattern_.code(series, entry.number);
      if (code != entry.written) {
        note += fmt::format("{}原写作 / written {}", note.empty() ? "" : "；", entry.written);
      }
      put(commit, entry, entry.number, "imported", note);
      next = std::max(next, entry.number + 1);
      ++report_.imported;
    });
    commit.finish();
  }

  [[nodiscard]] ImportReport& report() { return report_; }

 private:
  void read_row(const files::CsvRow& row, const Columns& columns) {
    const std::string written = cell(row, columns.code);
    const auto parts = pattern_.parse(written);
    if (!parts) {
      fail(row.line, written,
           "档号不合规则集的模板 / not as the profile's pattern: " + pattern_.text());
      return;
    }
    if (!fonds_code_.empty() && pattern_.names("fonds") && parts->fonds != fonds_code_) {
      fail(row.line, written, "是别的全宗 / belongs to another fonds");
      return;
    }
    Entry entry{.series = pattern_.series(*parts),
                .number = parts->number,
                .year = parts->year,
                .line = row.line,
                .written = written,
                .title = cell(row, columns.title)};
    if (!pattern_.names("year")) {
      const std::string year = cell(row, columns.year);
      std::from_chars(year.data(), year.data() + year.size(), entry.year);
      if (entry.year < 1000 || entry.year > 2999) {
        fail(row.line, written, "缺少年度 / the year is missing");
        return;
      }
    }
    sorter_->add(fmt::format("{}\x01{:010}", entry.series, entry.number),
                 fmt::format("{:012}", entry.line), pack(entry));
  }

  void put(Commit& commit, const Entry& entry, std::uint32_t number, std::string_view state,
           const std::string& note) {
    commit.put_ledger({.series = entry.series,
                       .number = number,
                       .code = pattern_.code(entry.series, number),
                       .state = std::string(state),
                       .year = entry.year,
                       .note = note});
  }

  /// The counter as it was before this import.
  std::uint32_t last(const std::string& series) {
    if (series != last_series_) {
      last_series_ = series;
      last_number_ = ledger_.last(series);
    }
    return last_number_;
  }

  void fail(std::size_t line, const std::string& code, const std::string& message) {
    report_.errors.push_back({.line = line, .code = code, .message = message});
  }

  sqlite::Database& db_;
  Ledger ledger_;
  CodePattern pattern_;
  std::string_view fonds_code_;
  std::unique_ptr<Sorter> sorter_ = make_sorter();
  std::string last_series_{};
  std::uint32_t last_number_ = 0;
  ImportReport report_{};
};

}  // namespace

ImportReport import_ledger(Register& target, const Profile& profile, std::string_view csv,
                           const std::string& date, const std::string& at,
                           std::string_view fonds_code) {
  if (!parse_iso(date)) {
    throw Failure("日期“" + date + "”无效 / not a date: " + date, {}, ExitStatus::usage);
  }
  Import import(target, profile, fonds_code);
  import.read(csv);
  import.compare();
  ImportReport& report = import.report();
  std::sort(report.errors.begin(), report.errors.end(),
            [](const ImportError& a, const ImportError& b) { return a.line < b.line; });
  if (report.errors.empty()) import.write(target, date, at);
  return report;
}

}  // namespace guidang
