// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/year_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "pipeline/account.h"
#include "pipeline/text/document_number.h"

namespace guidang::review {
namespace {

struct CauseInfo {
  std::string_view name{};
  Both title{};
  Both advice{};
};

constexpr std::array<CauseInfo, kCauses> kCauseInfo{
    CauseInfo{"gap",
              {"发文缺号", "numbers issued and missing"},
              {"找回文件补收；作废或未发的，用 waive:OUT-07 说明去向",
               "find and take in the document; say by waive:OUT-07 where a void number went"}},
    CauseInfo{"held",
              {"待处理", "held"},
              {"guidang review export HOME --year 年度 --to 待办.xlsx，填好后 review apply",
               "guidang review export HOME --year YEAR --to review.xlsx, then review apply"}},
    CauseInfo{"undated",
              {"没有年度、可能属于本年", "without a year: may belong to this one"},
              {"查明日期填 date，或直接定 year", "set its date, or its year"}},
    CauseInfo{"proposed",
              {"拟退文、未经批准", "returns proposed, without an approver"},
              {"由有权的人决定 return approved 或 refused",
               "who may decide it: return approved or refused"}},
    CauseInfo{"unappraised",
              {"待鉴定", "to be appraised"},
              {"定保管期限（period），或修订保管期限表", "set a period, or amend the table"}},
    CauseInfo{
        "incomplete",
        {"归档文件不齐全", "incomplete items"},
        {"补收缺的稿本；确无的放行并说明", "take in what is missing, or waive it and say why"}},
    CauseInfo{
        "missing",
        {"应归档而没有的材料", "kinds of material that the year lacks"},
        {"向承办部门收集；本年确无的记入立卷说明", "collect them; note it when there were none"}},
    CauseInfo{"code",
              {"预编档号待更新", "provisional numbers out of date"},
              {"运行 guidang run HOME", "run guidang run HOME"}},
    CauseInfo{"decided",
              {"上次运行之后的决定", "decisions since the last run"},
              {"运行 guidang run HOME 使之生效", "run guidang run HOME to apply them"}},
    CauseInfo{
        "quarantined",
        {"隔离的文件", "files in quarantine"},
        {"换一份完好的再收，或 guidang retry HOME", "take in a sound copy, or guidang retry HOME"}},
    CauseInfo{"unread",
              {"没有读出文字的文件", "files whose text was not read"},
              {"人工核对著录", "check their description by hand"}}};

/// Decisions whose commit no stage that leads to numbers has seen.
constexpr const char* kUnseen =
    "SELECT record, field, value, by_whom, date FROM decision WHERE commit_id > "
    "(SELECT coalesce(min(commit_id), 0) FROM mark WHERE stage IN "
    "('check', 'appraise', 'year', 'arrange', 'number')) ORDER BY id";

template <typename F>
const F* fact_of(const Known& known) {
  const auto& slot = known.facts[static_cast<std::size_t>(kind_for<F>())];
  return slot == nullptr ? nullptr : &std::get<F>(*slot);
}

class YearChecker {
 public:
  YearChecker(Register& source, const Profile& profile, const YearRequest& request)
      : source_(source), records_(source), rows_(source, profile), request_(request) {
    report_.year = request.year;
    report_.as_of = request.as_of;
  }

  YearReport run() {
    for_each_verdict(source_, [&](const RecordId& document, const RecordId& item, Verdict verdict) {
      if (verdict == Verdict::accepted || verdict == Verdict::held ||
          verdict == Verdict::return_proposed) {
        look(document, item, verdict);
      }
    });
    for (const Finding& finding : request_.missing) {
      put(Cause::missing, {.blocks = finding.severity >= Severity::hold,
                           .code = finding.code,
                           .place = finding.place,
                           .title = finding.expected,
                           .found = finding.found});
    }
    look_at_decisions();
    look_at_files();
    report_.seals = Ledger(source_).seals(request_.year);
    return std::move(report_);
  }

 private:
  void put(Cause cause, Obstacle obstacle) {
    CauseReport& part = report_.causes[static_cast<std::size_t>(cause)];
    ++part.count;
    if (obstacle.blocks) ++part.blocking;
    if (part.told.size() < CauseReport::kMostTold) part.told.push_back(std::move(obstacle));
  }

  void look(const RecordId& document, const RecordId& item, Verdict verdict) {
    const Known top = records_.load(item.empty() ? document : item);
    const Item* made_of = fact_of<Item>(top);
    if (made_of != nullptr && made_of->main != document) return;
    const FilingYear* filing_year = fact_of<FilingYear>(top);
    const bool undated = filing_year == nullptr || !filing_year->year;
    if (!undated && *filing_year->year != request_.year) return;
    if (top.sealed) {
      ++report_.sealed_items;
      return;
    }
    const std::vector<Row> rows = rows_.of(document);
    for (const Row& row : rows) {
      if (!row.waived) look_at_row(row, verdict, undated);
    }
    Obstacle self = self_of(top, made_of == nullptr ? top : top.parts.front());
    if (verdict == Verdict::accepted) {
      ++report_.ready_items;
      look_at_code(top, std::move(self));
    } else if (undated && verdict == Verdict::held) {
      const auto why = std::find_if(rows.begin(), rows.end(), needs_a_person);
      if (why != rows.end()) self.code = why->code;
      if (why != rows.end()) self.found = why->found;
      put(Cause::undated, std::move(self));
    } else if (verdict == Verdict::held && std::none_of(rows.begin(), rows.end(), needs_a_person)) {
      put(Cause::held, std::move(self));
    }
    look_at_texts(top);
  }

  static Obstacle self_of(const Known& top, const Known& fallback) {
    const Known* main = &fallback;
    const Item* item = fact_of<Item>(top);
    for (const Known& part : top.parts) {
      if (item != nullptr && part.id == item->main) main = &part;
    }
    Obstacle self{.record = top.id};
    if (const Origin* origin = fact_of<Origin>(*main)) self.place = origin->place;
    if (const auto* description = fact_of<Description>(*main)) {
      self.title = description->value("title");
    }
    return self;
  }

  void look_at_row(const Row& row, Verdict verdict, bool undated) {
    Obstacle obstacle{.record = row.record,
                      .code = row.code,
                      .place = row.place,
                      .title = row.title,
                      .found = row.found.empty() ? row.expected : row.found};
    if (row.code == "OUT-07") {
      obstacle.blocks = row.severity >= Severity::warning;
      put(Cause::gap, std::move(obstacle));
    } else if (row.code.starts_with("CMP-")) {
      obstacle.blocks = row.severity >= Severity::hold;
      put(Cause::incomplete, std::move(obstacle));
    } else if (row.severity == Severity::give_back && verdict == Verdict::return_proposed) {
      put(Cause::proposed, std::move(obstacle));
    } else if (!needs_a_person(row) || verdict != Verdict::held) {
      return;
    } else if (row.code.starts_with("APR-")) {
      put(Cause::unappraised, std::move(obstacle));
    } else if (!undated) {
      put(Cause::held, std::move(obstacle));
    }
  }

  void look_at_code(const Known& top, Obstacle self) {
    const auto* placement = fact_of<Placement>(top);
    const auto* code = fact_of<ArchivalCode>(top);
    if (placement == nullptr || code == nullptr) {
      self.found = "没有档号 / no number";
    } else {
      const bool fits = placement->volume || code->series == placement->series;
      const auto [at, fresh] = codes_.try_emplace(code->text, top.id);
      if (fits && fresh) return;
      self.found = fresh ? code->text : fmt::format("{} = {}", code->text, at->second);
    }
    put(Cause::code, std::move(self));
  }

  void look_at_texts(const Known& top) {
    const auto look = [&](const Known& document) {
      const Text* text = fact_of<Text>(document);
      const Components* components = fact_of<Components>(document);
      for (std::size_t i = 0; text != nullptr && i < text->components.size(); ++i) {
        const ComponentText& one = text->components[i];
        if (one.state == TextState::read || one.state == TextState::none_by_nature) continue;
        const bool named = components != nullptr && i < components->list.size();
        put(Cause::unread, {.blocks = false,
                            .record = document.id,
                            .place = named ? components->list[i].name : document.id,
                            .found = one.reason.empty() ? one.format : one.reason});
      }
    };
    for (const Known& part : top.parts) look(part);
    if (top.parts.empty()) look(top);
  }

  void look_at_decisions() {
    sqlite::Statement rows = source_.database().prepare(kUnseen);
    while (rows.step()) {
      put(Cause::decided, {.record = std::string(rows.text(0)),
                           .title = fmt::format("{} = {}", rows.text(1), rows.text(2)),
                           .found = fmt::format("{} {}", rows.text(3), rows.text(4))});
    }
  }

  /// Their year is not known, and nothing can be decided on them: worth a look, no obstacle.
  void look_at_files() {
    sqlite::Statement rows = source_.database().prepare(
        "SELECT f.path, n.code, n.found FROM file f "
        "LEFT JOIN finding n ON n.subject = f.key AND n.ended IS NULL "
        "WHERE f.state = ?1 GROUP BY f.key ORDER BY f.path, f.key");
    rows.bind(static_cast<int>(FileState::quarantined));
    while (rows.step()) {
      put(Cause::quarantined, {.blocks = false,
                               .code = std::string(rows.text(1)),
                               .place = std::string(rows.text(0)),
                               .found = std::string(rows.text(2))});
    }
  }

  Register& source_;
  RecordReader records_;
  Rows rows_;
  const YearRequest& request_;
  YearReport report_{};
  std::unordered_map<std::string, RecordId> codes_{};
};

}  // namespace

const Both& title_of(Cause cause) { return kCauseInfo[static_cast<std::size_t>(cause)].title; }
const Both& advice_on(Cause cause) { return kCauseInfo[static_cast<std::size_t>(cause)].advice; }
std::string_view name_of(Cause cause) { return kCauseInfo[static_cast<std::size_t>(cause)].name; }

bool YearReport::ready() const {
  return std::all_of(causes.begin(), causes.end(),
                     [](const CauseReport& part) { return part.blocking == 0; });
}

YearReport check_year(Register& source, const Profile& profile, const YearRequest& request) {
  YearReport report = YearChecker(source, profile, request).run();
  for (CauseReport& part : report.causes) {
    std::stable_sort(part.told.begin(), part.told.end(), [](const Obstacle& a, const Obstacle& b) {
      return a.code != b.code ? a.code < b.code : a.place < b.place;
    });
  }
  const auto calendar =
      WorkingCalendar::load(profile.data_root() / "templates" / "calendar" / "cn.tsv");
  report.deadlines = deadlines_of(profile.section("deadlines"), calendar, request.level,
                                  request.year, request.as_of);
  return report;
}

}  // namespace guidang::review
