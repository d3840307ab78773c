// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/seal/archive_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "pipeline/calendar/date.h"
#include "pipeline/failure.h"
#include "pipeline/number/former_codes.h"
#include "pipeline/register/commit.h"
#include "pipeline/text/utf8.h"

namespace guidang {
namespace {

constexpr std::size_t kLongest = 40;

/// Letters, digits and what parts them in codes; never a control sign.
bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= kLongest &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) > ' ' && c != ','; });
}

struct Row {
  std::size_t line = 0;
  std::string number{};
};

class Taker {
 public:
  explicit Taker(Register& source)
      : ledger_(
            source.database().prepare("SELECT series, item, state FROM ledger WHERE code = ?1")),
        given_(source.database().prepare(
            "SELECT l.item, d.value FROM ledger l JOIN decision d ON d.record = l.item AND "
            "d.field = ?2 WHERE l.series = ?1 AND l.item <> '' AND d.id = (SELECT max(id) FROM "
            "decision WHERE record = d.record AND field = d.field)")) {}

  void read(const ImportTable& table) {
    std::optional<std::size_t> code;
    std::optional<std::size_t> number;
    bool heading = true;
    table([&](std::size_t line, const std::vector<std::string>& cells) {
      if (!heading) {
        const auto cell = [&](std::size_t column) {
          return column < cells.size() ? std::string(text::trim(cells[column])) : std::string();
        };
        take(line, cell(*code), cell(*number));
        return true;
      }
      heading = false;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string name = text::remove_blanks(cells[i]);
        if (name == "档号" || name == "code") code = i;
        if (name == "馆编件号" || name == "馆编案卷号" || name == "馆编号" ||
            name == "archive_number") {
          number = i;
        }
      }
      if (code && number) return true;
      fail(line, {},
           "要有“档号”和“馆编件号”两列 / needs the columns 档号 (code) and 馆编件号 "
           "(archive_number)");
      return false;
    });
    if (heading) fail(1, {}, "空表 / the table is empty");
  }

  [[nodiscard]] ArchiveNumberReport& report() { return report_; }
  [[nodiscard]] const std::map<RecordId, Row>& rows() const { return rows_; }

 private:
  void take(std::size_t line, const std::string& code, const std::string& number) {
    if (!ledger_.bind(code).step() || ledger_.text(1).empty() || ledger_.text(2) != "used") {
      return fail(line, code,
                  "台账中没有这样封存的件或案卷 / the ledger has no sealed item or volume of this "
                  "code");
    }
    const std::string series(ledger_.text(0));
    const RecordId item(ledger_.text(1));
    if (!is_number(number)) {
      return fail(
          line, code,
          fmt::format("“{}”不是馆编号 / '{}' is no number of the archives", number, number));
    }
    if (const auto [first, fresh] = rows_.emplace(item, Row{line, number}); !fresh) {
      return fail(line, code,
                  fmt::format("与第 {} 行是同一件 / the same item as line {}", first->second.line,
                              first->second.line));
    }
    auto& numbers = series_of(series);
    // The item may get another number than before.
    std::erase_if(numbers, [&](const auto& one) { return one.second == item; });
    if (const auto [other, fresh] = numbers.emplace(number, item); !fresh) {
      const auto row = rows_.find(other->second);
      fail(line, code,
           row == rows_.end()
               ? fmt::format("馆编号 {} 已给了 {} / number {} was given to {}", number,
                             other->second, number, other->second)
               : fmt::format("馆编号 {} 与第 {} 行相同 / number {} stands on line {}", number,
                             row->second.line, number, row->second.line));
    }
  }

  std::map<std::string, RecordId>& series_of(const std::string& series) {
    const auto [it, fresh] = taken_.try_emplace(series);
    if (fresh) {
      given_.bind(series, kArchiveNumberDecision);
      while (given_.step()) {
        if (!given_.text(1).empty()) it->second.emplace(given_.text(1), given_.text(0));
      }
    }
    return it->second;
  }

  void fail(std::size_t line, const std::string& code, std::string message) {
    report_.errors.push_back({.line = line, .code = code, .message = std::move(message)});
  }

  sqlite::Statement ledger_;
  sqlite::Statement given_;
  std::map<RecordId, Row> rows_;
  std::map<std::string, std::map<std::string, RecordId>> taken_;
  ArchiveNumberReport report_{};
};

}  // namespace

ArchiveNumberReport put_archive_numbers(Register& target, const ImportTable& table,
                                        const ArchiveNumberAuthor& author) {
  if (text::trim(author.by).empty() || text::trim(author.why).empty() || !parse_iso(author.date)) {
    throw Failure("记入馆编号要有经办人、日期和依据 / needs who, when and on what grounds",
                  "--by 姓名 --why 接收回执 / --by NAME --why TEXT", ExitStatus::usage);
  }
  Taker taker(target);
  taker.read(table);
  ArchiveNumberReport& report = taker.report();
  if (!report.errors.empty()) return report;
  Commit commit(target, "archive-numbers", {}, author.at);
  for (const auto& [item, row] : taker.rows()) {
    commit.put_decision(
        item, kArchiveNumberDecision,
        {.value = row.number, .by = author.by, .date = author.date, .why = author.why});
    ++report.set;
  }
  commit.finish();
  return report;
}

}  // namespace guidang
