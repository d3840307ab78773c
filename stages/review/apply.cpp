// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/apply.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "pipeline/failure.h"
#include "pipeline/fields.h"
#include "pipeline/register/after_seal.h"
#include "pipeline/register/commit.h"
#include "pipeline/text/date.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"
#include "stages/review/decidable.h"

namespace guidang::review {
namespace {

constexpr std::string_view kExportAgain =
    "重新导出后再填 / export again and decide on the new table";

bool is_date_field(std::string_view field) {
  return field == "date" || field == "issuing_date" || field == "received";
}

/// A value as people and spreadsheets write it, in the form that decisions have.
std::string value_of(const Choice& choice, const std::string& cell) {
  if (!choice.value.empty()) return choice.value;
  if (is_date_field(choice.field)) {
    if (const auto date = text::parse_date(cell)) return to_iso(*date);
  }
  if (choice.field == "year" && cell.ends_with("年")) {
    return cell.substr(0, cell.size() - std::string_view("年").size());
  }
  return text::nfc(cell);
}

class Applier {
 public:
  Applier(Register& target, const Profile& profile, const Meanings& meanings,
          const ApplyRequest& request)
      : target_(target),
        profile_(profile),
        decider_(target, profile),
        rows_(target, profile),
        meanings_(meanings),
        request_(request),
        record_(target.database().prepare("SELECT 1 FROM record WHERE id = ?1")) {}

  void check(const Sheet& sheet) {
    report_.rows = sheet.rows.size();
    for (const SheetRow& row : sheet.rows) check_row(row, sheet);
  }

  ApplyReport finish() {
    if (report_.bad.empty() && !request_.dry_run) write();
    return std::move(report_);
  }

 private:
  void bad(const SheetRow& row, Column column, std::string expected, std::string_view advice) {
    report_.bad.push_back({.row = row.number,
                           .column = column,
                           .found = row[column],
                           .expected = std::move(expected),
                           .advice = std::string(advice)});
  }

  void check_row(const SheetRow& row, const Sheet& sheet) {
    const std::string& key = row[Column::key];
    const std::string document(document_of_key(key));
    const auto print = Fingerprint::parse(row[Column::state]);
    const bool known = !document.empty() && record_.bind(document).step();
    record_.reset();
    if (!known) {
      return bad(
          row, Column::key, "导出表中的行键 / a row key of an export of this home",
          "不要改动行键；自加的行删去 / leave row keys as they are; remove rows of your own");
    }
    if (!print) {
      return bad(row, Column::state, "导出时的指纹 / the fingerprint of the export", kExportAgain);
    }
    const auto [first, fresh] = seen_.emplace(key, row.number);
    if (!fresh) {
      return bad(row, Column::key,
                 fmt::format("每行一次，第 {0} 行已有 / once; row {0} has it", first->second),
                 "删去重复的行 / remove the row that repeats it");
    }
    const Row* now = find(document, key);
    const bool whole = std::all_of(sheet.present.begin(), sheet.present.end(),
                                   [](bool present) { return present; });
    if (whole && digest_of(row.cells) != print->cells) return edited(row, now);
    decide(row, now, *print);
  }

  /// Says which of the cells that are only read was changed, when the row can still be made.
  void edited(const SheetRow& row, const Row* now) {
    constexpr std::string_view kAdvice =
        "恢复原文；要更正，用“决定”和“值” / put it back; to correct it use 决定 and 值";
    if (now != nullptr) {
      for (const Language language : {Language::zh, Language::en}) {
        const Cells cells = cells_of(*now, Verdict::held, meanings_, language);
        if (!same_cell(cells[static_cast<std::size_t>(Column::asked)], row[Column::asked])) {
          continue;
        }
        for (std::size_t i = 1; i < kColumns; ++i) {
          if (kSheetColumns[i].editable || same_cell(cells[i], row.cells[i])) continue;
          if (static_cast<Column>(i) == Column::state) break;
          return bad(row, static_cast<Column>(i), "“" + cells[i] + "”", kAdvice);
        }
      }
    }
    bad(row, Column::asked, "只读各栏与导出时相同 / the columns to read as they were exported",
        kAdvice);
  }

  /// The row as it would be exported now; null when the question is no longer asked.
  const Row* find(const RecordId& document, const std::string& key) {
    if (document != loaded_) {
      current_ = rows_.of(document);
      loaded_ = document;
    }
    const auto at = std::find_if(current_.begin(), current_.end(),
                                 [&](const Row& row) { return row.key == key; });
    return at == current_.end() ? nullptr : &*at;
  }

  void decide(const SheetRow& row, const Row* now, const Fingerprint& print) {
    const std::string& word = row[Column::decision];
    const std::string& value = row[Column::value];
    if (word.empty()) {
      ++report_.empty;
      if (!value.empty()) {
        bad(row, Column::decision, "有值就要有决定 / a decision, since a value is given",
            now == nullptr ? kExportAgain : "从下拉表中选 / choose from the list");
      }
      return;
    }
    const std::vector<Choice> choices =
        now == nullptr ? choices_of_key(profile_, row[Column::key]) : now->choices;
    const auto choice = std::find_if(choices.begin(), choices.end(),
                                     [&](const Choice& one) { return one.is_called(word); });
    if (choice == choices.end()) {
      std::string all;
      for (const Choice& one : choices) {
        all += (all.empty() ? "" : " | ") + one.zh + " / " + one.en;
      }
      return bad(row, Column::decision, all, "从下拉表中选 / choose from the list");
    }
    if (choice->value.empty() && value.empty()) {
      return bad(row, Column::value,
                 "“" + choice->zh + "”的值 / the value for '" + choice->en + "'",
                 "填入“值” / fill in 值");
    }
    if (!choice->value.empty() && !value.empty()) {
      return bad(row, Column::value, "空 / nothing: “" + choice->zh + "”不带值 / takes no value",
                 "说明写入“理由” / put words into 理由");
    }
    settle(row, *choice, now, print);
  }

  void settle(const SheetRow& row, const Choice& choice, const Row* now, const Fingerprint& print) {
    const std::string& why = row[Column::why].empty() ? request_.why : row[Column::why];
    if (text::trim(why).empty()) {
      return bad(row, Column::why, "理由 / a reason",
                 "填入“理由”，或用 --why 给出共同的理由 / fill in 理由, or give one for all rows "
                 "by --why");
    }
    Settled settled;
    try {
      settled = decider_.settle({.record = std::string(document_of_key(row[Column::key])),
                                 .field = choice.field,
                                 .value = value_of(choice, row[Column::value]),
                                 .by = request_.by,
                                 .date = request_.date,
                                 .why = why});
    } catch (const Failure& failure) {
      return bad(row, Column::value, failure.what(), failure.advice());
    }
    if (decider_.stands(settled)) {
      ++report_.standing;
      return;
    }
    if (now == nullptr || now->state != print.state) {
      return bad(row, Column::state,
                 "导出之后未变动的记录 / a record that has not changed since the export",
                 kExportAgain);
    }
    if (settled.buries || (settled.sealed && !counts_after_seal(settled.field))) {
      return bad(row, Column::decision, "未封存的记录 / a record that is not sealed",
                 "已封存的用 guidang set 单独处理 / settle sealed ones by guidang set");
    }
    take(row, settled);
  }

  /// Two rows may say the same of one field, but not different things.
  void take(const SheetRow& row, Settled& settled) {
    const auto [at, fresh] = taken_.try_emplace(settled.record + '\x1f' + settled.field, row.number,
                                                report_.made.size());
    if (fresh) {
      report_.made.push_back(std::move(settled));
      return;
    }
    const auto& [other_row, index] = at->second;
    if (report_.made[index].decision.value == settled.decision.value) return;
    bad(row, Column::value,
        fmt::format("与第 {0} 行相同：“{1}” / the same as in row {0}: '{1}'", other_row,
                    report_.made[index].decision.value),
        "同一字段只定一个值 / decide one value for one field");
  }

  void write() {
    if (report_.made.empty()) return;
    if (request_.before_writing) request_.before_writing(report_.made);
    Commit commit(target_, "review", {}, request_.at);
    for (const Settled& one : report_.made) {
      commit.put_decision(one.record, one.field, one.decision);
    }
    report_.event = commit.id();
    commit.finish();
  }

  Register& target_;
  const Profile& profile_;
  Decider decider_;
  Rows rows_;
  const Meanings& meanings_;
  const ApplyRequest& request_;
  sqlite::Statement record_;
  ApplyReport report_{};
  std::unordered_map<std::string, std::size_t> seen_{};
  std::map<std::string, std::pair<std::size_t, std::size_t>> taken_{};
  RecordId loaded_{};
  std::vector<Row> current_{};
};

}  // namespace

ApplyReport apply_rows(Register& target, const Profile& profile, const Meanings& meanings,
                       Reader& reader, const ApplyRequest& request) {
  if (text::trim(request.by).empty()) {
    refuse("决定要有决定人 / decisions need a name", "给出 / give --by");
  }
  const Sheet sheet = read_sheet(request.file, reader);
  Applier applier(target, profile, meanings, request);
  applier.check(sheet);
  return applier.finish();
}

}  // namespace guidang::review
