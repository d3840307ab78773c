// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/seal/seal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/calendar/date.h"
#include "pipeline/facts_json.h"
#include "pipeline/number/code_pattern.h"
#include "pipeline/number/periods.h"
#include "pipeline/register/commit.h"
#include "pipeline/register/ledger.h"
#include "pipeline/register/sorter.h"
#include "pipeline/register/views.h"
#include "pipeline/text/utf8.h"

namespace guidang {
namespace {

constexpr std::array kReads{Read{FactKind::item},        Read{FactKind::checks},
                            Read{FactKind::appraisal},   Read{FactKind::year},
                            Read{FactKind::placement},   Read{FactKind::code},
                            Read{FactKind::origin, true}};
constexpr StageInfo kSeal{.name = "seal",
                          .zh = "封存",
                          .summary = "fixes the numbers of a year",
                          .scope = Scope::item,
                          .reads = kReads,
                          .decisions = kVerdictDecisions,
                          .reads_findings = true};
constexpr Author kAuthor{"seal", 1, ""};

Failure refused(const std::string& what, const std::string& advice = {}) {
  return Failure(what, advice, ExitStatus::usage);
}

Failure changed(const std::string& what) {
  return refused(
      fmt::format("上次运行之后有变动：{} / something changed since the last run: {}", what, what),
      "先运行 guidang run / run 'guidang run' first");
}

/// What is sealed is what the lists showed: a code that would come out otherwise is refused.
Failure other_number(std::string_view shown, std::string_view now) {
  return refused(fmt::format("预编档号 {} 封存后将成为 {}，与目录不符 / {} on the lists would be "
                             "sealed as {}",
                             shown, now, shown, now),
                 "类别跨年度时先封存较早的年度，否则先运行 guidang run / seal earlier years of the "
                 "series first, else run 'guidang run' first");
}

void check_request(const SealRequest& request) {
  const std::string_view by = text::trim(request.by);
  const std::string_view checked_by = text::trim(request.checked_by);
  if (by.empty() || checked_by.empty() || by == checked_by) {
    throw refused(
        "封存要有整理人和另一名检查人 / sealing needs who did it and somebody else who checked",
        "--by 姓名 --checked-by 姓名 / --by NAME --checked-by NAME");
  }
  if (!parse_iso(request.date)) {
    throw refused("封存日期“" + request.date +
                  "”无效 / the date of sealing is not valid: " + request.date);
  }
  if (request.leave_held && text::trim(request.why).empty()) {
    throw refused("留下未定文件要说明原因 / leaving held items needs a reason", "--why");
  }
}

/// The register as one year's sealer sees it.
class Sealing {
 public:
  Sealing(Register& target, const Profile& profile, int year)
      : target_(target),
        pattern_(CodePattern::read(profile.section("number"))),
        periods_(profile.section("appraise")),
        start_(start_number(profile.section("number"))),
        year_(year) {}

  /// Rows of the items to seal go to the sorter; what is in the way goes to the report.
  void gather(Sorter& sorter, SealReport& report) {
    RecordReader records(target_);
    records.for_each_id('i', [&](const RecordId& id) {
      const Known known = records.load(id);
      if (known.sealed) return;
      const View item = narrow(known, kSeal, {});
      const auto* filing_year = item.find<FilingYear>();
      const bool undated = filing_year == nullptr || !filing_year->year;
      if (!undated && *filing_year->year != year_) return;
      const Verdict answer = verdict(item);
      if (answer == Verdict::held || answer == Verdict::return_proposed) {
        note_held(item, answer, undated, report);
      } else if (answer == Verdict::accepted) {
        add(item, sorter);
        ++report.items;
      }
    });
  }

  void write(Sorter& sorter, const SealRequest& request, SealReport& report) {
    Ledger ledger(target_);
    report.edition = static_cast<int>(ledger.seals(year_).size()) + 1;
    Commit commit(target_, "seal", {}, request.at);
    LedgerRow row{.year = year_, .edition = report.edition};
    std::string volume;
    std::uint32_t volume_number = 0;
    sorter.for_each([&](const SortedRow& sorted) {
      const std::string_view payload = sorted.payload;
      const std::size_t end = payload.find('\n');
      const std::vector<std::string_view> lines = text::lines(payload.substr(end + 1));
      auto placement =
          std::get<Placement>(fact_from_bytes(FactKind::placement, payload.substr(0, end)));
      if (VolumePlace* const place = placement.volume ? &*placement.volume : nullptr) {
        if (place->id != volume) {
          volume = place->id;
          if (place->number == 0) open_volume(*place, ledger, row, commit, report);
          volume_number = place->number == 0 ? row.number : place->number;
          row.series = pattern_.code(place->series, volume_number);
          row.number = ledger.last(row.series);
        }
        place->number = volume_number;
        ++row.number;
        row.code = pattern_.item_code(row.series, row.number);
      } else {
        if (report.series.empty() || report.series.back().series != placement.series) {
          open_series(placement.series, ledger, row, commit, report);
        }
        row.number = ++report.series.back().last;
        row.code = pattern_.code(row.series, row.number);
      }
      if (row.code != lines.front()) throw other_number(lines.front(), row.code);
      row.state = "used";
      row.item = sorted.record;
      row.note.clear();
      commit.put_ledger(row);
      // Before the pin: behind it, the register would take them for amendments.
      commit.put_fact(row.item, kAuthor, placement);
      commit.put_fact(
          row.item, kAuthor,
          ArchivalCode{
              .text = row.code, .series = row.series, .number = row.number, .provisional = false});
      commit.pin(row.item, year_, report.edition);
      for (std::size_t i = 1; i < lines.size(); ++i) {
        commit.pin(std::string(lines[i]), year_, report.edition);
      }
    });
    commit.put_seal({.year = year_,
                     .edition = report.edition,
                     .by = std::string(text::trim(request.by)),
                     .checked_by = std::string(text::trim(request.checked_by)),
                     .date = request.date,
                     .left_held = static_cast<std::uint32_t>(report.held_count),
                     .why = report.held_count > 0 ? request.why : std::string{}});
    commit.finish();
    report.sealed = true;
  }

 private:
  static void note_held(const View& item, Verdict answer, bool undated, SealReport& report) {
    ++report.held_count;
    if (report.held.size() >= SealReport::kMostHeld) return;
    const auto* origin = item.main().find<Origin>();
    report.held.push_back({.item = item.id(),
                           .place = origin == nullptr ? std::string{} : origin->place,
                           .verdict = answer,
                           .undated = undated});
  }

  /// A decision since the last run would be sealed with the numbers of yesterday.
  void require_fresh(const View& item) const {
    const auto* placement = item.find<Placement>();
    const auto* code = item.find<ArchivalCode>();
    bool fresh = placement != nullptr && code != nullptr &&
                 placement->volume.has_value() == pattern_.volumes() &&
                 (placement->volume ? code->series.starts_with(placement->volume->series)
                                    : code->series == placement->series);
    if (fresh) {
      const auto parts = pattern_.parse(code->text);
      const std::string_view period = periods_.code(item.get<Appraisal>().period);
      fresh = parts && (!pattern_.names("year") || parts->year == year_) &&
              (!pattern_.names("period") || parts->period == period);
    }
    if (!fresh) throw changed(item.id());
  }

  void add(const View& item, Sorter& sorter) const {
    require_fresh(item);
    const auto& placement = item.get<Placement>();
    std::string payload = to_bytes(placement) + "\n" + item.get<ArchivalCode>().text;
    for (const ItemPart& part : item.get<Item>().parts) payload += "\n" + part.document;
    std::string key = placement.series;
    if (placement.volume) {
      const VolumePlace& volume = *placement.volume;
      key = fmt::format("{}\x01{:010}{:020}", volume.series, volume.number, volume.position);
    }
    sorter.add(fmt::format("{}\x01{:020}", key, placement.position), item.id(), payload);
  }

  /// A new volume has its own row in the ledger, before those of its items.
  void open_volume(const VolumePlace& place, Ledger& ledger, LedgerRow& row, Commit& commit,
                   SealReport& report) {
    if (report.series.empty() || report.series.back().series != place.series) {
      open_series(place.series, ledger, row, commit, report);
    }
    row.series = place.series;
    row.number = ++report.series.back().last;
    row.code = pattern_.code(row.series, row.number);
    row.state = "used";
    row.item = place.id;
    row.note = place.title;
    commit.put_ledger(row);
    ++report.volumes;
  }

  void open_series(const std::string& series, Ledger& ledger, LedgerRow& row, Commit& commit,
                   SealReport& report) {
    row.series = series;
    row.state = "kept_back";
    row.item.clear();
    row.note = "起始件号之前 / before the first number";
    std::uint32_t last = ledger.last(series);
    while (last + 1 < start_) {
      row.number = ++last;
      row.code = pattern_.code(series, last);
      commit.put_ledger(row);
    }
    report.series.push_back({.series = series, .first = last + 1, .last = last});
  }

  Register& target_;
  CodePattern pattern_;
  Periods periods_;
  std::uint32_t start_;
  int year_;
};

/// In volume mode a decision about one document moves, splits or renames others. What concerns
/// sealed records only changes nothing that is sealed now.
void require_run_since_decisions(Register& target) {
  sqlite::Statement row = target.database().prepare(
      "SELECT d.record FROM decision d WHERE d.field <> 'opening' AND d.commit_id > "
      "(SELECT coalesce(max(commit_id), 0) FROM mark WHERE stage = 'arrange') "
      "AND NOT EXISTS (SELECT 1 FROM pin p WHERE p.record = d.record) ORDER BY d.id LIMIT 1");
  if (row.step()) throw changed(std::string(row.text(0)));
}

/// What was opened or closed is in the bundles made from now on: their edition may say so.
bool opened_since_last_seal(Register& target, int year) {
  return target.database()
             .prepare(
                 "SELECT EXISTS (SELECT 1 FROM decision d JOIN pin p ON p.record = d.record "
                 "WHERE p.year = ?1 AND d.field IN ('opening', 'control') AND d.commit_id > "
                 "(SELECT max(commit_id) FROM seal WHERE year = ?1))")
             .bind(year)
             .step_integer() != 0;
}

/// A withdrawal changes what the year holds: the next edition says so, even if nothing is added.
bool withdrawn_since_last_seal(Register& target, int year) {
  return target.database()
             .prepare(
                 "SELECT EXISTS (SELECT 1 FROM ledger WHERE year = ?1 AND "
                 "state = 'tombstone' AND commit_id > "
                 "(SELECT max(commit_id) FROM seal WHERE year = ?1))")
             .bind(year)
             .step_integer() != 0;
}

/// Decisions about place that the stages have not seen yet.
bool decided_since_arranged(Register& target) {
  return target.database()
             .prepare(
                 "SELECT EXISTS (SELECT 1 FROM decision WHERE (field IN ('order', 'class', "
                 "'volume', 'volume_order') OR (record LIKE 'v%' AND field <> 'archive_number')) "
                 "AND commit_id > (SELECT commit_id FROM mark WHERE stage = 'arrange'))")
             .step_integer() != 0;
}

}  // namespace

SealReport seal_year(Register& target, const Profile& profile, int year,
                     const SealRequest& request) {
  check_request(request);
  if (decided_since_arranged(target)) {
    throw refused(
        "上次运行之后定过顺序、类别或案卷 / order, class or volumes were decided since the "
        "last run",
        "先运行 guidang run / run 'guidang run' first");
  }
  Sealing sealing(target, profile, year);
  SealReport report;
  if (CodePattern::read(profile.section("number")).volumes()) require_run_since_decisions(target);
  const auto sorter = make_sorter();
  sealing.gather(*sorter, report);
  if (report.held_count > 0 && !request.leave_held) return report;
  if (report.items == 0 && !withdrawn_since_last_seal(target, year) &&
      !opened_since_last_seal(target, year)) {
    throw refused(fmt::format("{} 年没有可以封存的新文件 / nothing new to seal in {}", year, year));
  }
  sealing.write(*sorter, request, report);
  return report;
}

void bury_item(Register& target, const RecordId& item, const Withdrawal& withdrawal) {
  if (text::trim(withdrawal.by).empty() || text::trim(withdrawal.why).empty() ||
      !parse_iso(withdrawal.date)) {
    throw refused(
        "撤销已封存的件要有经办人、日期和原因 / withdrawing a sealed item needs who, when and why");
  }
  const auto row = Ledger(target).of_item(item);
  if (!row) {
    throw refused("“" + item + "”没有正式档号 / '" + item + "' has no lasting number");
  }
  Commit commit(target, "withdraw", {}, withdrawal.at);
  commit.put_decision(
      item, "withdraw",
      {.value = "yes", .by = withdrawal.by, .date = withdrawal.date, .why = withdrawal.why});
  commit.bury(row->series, row->number, withdrawal.why);
  commit.finish();
}

}  // namespace guidang
