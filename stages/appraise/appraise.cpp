// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/appraise.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/calendar/date.h"
#include "pipeline/files/digest.h"
#include "pipeline/profile/read.h"
#include "stages/appraise/given.h"

namespace guidang {
namespace {

using appraise::Answer;
using appraise::Outcome;
using appraise::Period;
using appraise::Row;
using appraise::Subject;
using appraise::Table;

constexpr std::array<std::string_view, 6> kFields{"title", "doctype",  "creator",
                                                  "date",  "handling", "remarks"};
constexpr std::array<std::string_view, 4> kOriginFields{"place", "purpose", "direction", "given"};
constexpr std::array<std::string_view, 3> kDecisions{"period", "filed", appraise::kAnswerField};
constexpr std::array kReads{
    Read{FactKind::item},
    Read{FactKind::origin, true, kOriginFields},
    Read{FactKind::description, true, kFields},
};
constexpr std::array kCodes{
    CodeInfo{"APR-101", "待鉴定：本单位保管期限表没有适用的条目",
             "to be appraised: no row of the unit's table fits",
             "由鉴定人员确定保管期限（set RECORD period），或修订保管期限表",
             "let the appraiser set the period (set RECORD period), or amend the table",
             "国家档案局令第8号 第十二条"},
    CodeInfo{"APR-102", "决定的保管期限不在本单位保管期限表内",
             "the decided period is not in the unit's table", "改用表内的期限，如 永久、30年、10年",
             "use a period of the table, such as 永久, 30年 or 10年", "国家档案局令第8号 第十二条"},
    CodeInfo{"APR-103", "待鉴定：保管期限取决于只有人知道的情况",
             "to be appraised: the period depends on what only a person knows",
             "回答一次，同类文件以后照此办理：guidang answer HOME RECORD QUESTION VALUE",
             "answer once, for all that is alike: guidang answer HOME RECORD QUESTION VALUE",
             "国家档案局令第8号 第七条, 第八条"},
    CodeInfo{"APR-104", "保管期限表与已定的期限不同，仍按已定的期限",
             "the table says otherwise than what is given or decided, which stays",
             "核对；要改时用 set RECORD period", "look again; to change it, set RECORD period",
             "国家档案局令第8号 第十二条"},
    CodeInfo{"APR-105", "保管期限是另一时期的期限，照原样保留，未换算",
             "the period is of another era; it stays as it is and is not converted",
             "换算就是重新鉴定：由鉴定人员用 set RECORD period 确定",
             "to convert is to appraise anew: let the appraiser set RECORD period",
             "国家档案局令第8号 第六条; 国档发〔1987〕27号"},
};

constexpr StageInfo kInfo{.name = "appraise",
                          .zh = "鉴定",
                          .summary = "decides whether an item is filed and how long it is kept",
                          .scope = Scope::item,
                          .reads = kReads,
                          .writes = FactKind::appraisal,
                          .decisions = kDecisions,
                          .codes = kCodes,
                          .revision = 2};

const Description kNothing{};

const Decision* decision(const View& item, std::string_view field) {
  const auto own = item.decisions().find(field);
  if (own != item.decisions().end()) return &own->second;
  const Decisions& of_main = item.main().decisions();
  const auto main = of_main.find(field);
  return main == of_main.end() ? nullptr : &main->second;
}

std::string decided(const View& item, std::string_view field) {
  const Decision* found = decision(item, field);
  return found == nullptr ? std::string{} : found->value;
}

std::string verdict(const Table& table, const Row& row) {
  return row.scope ? "不归档 / not to be filed" : table.period(row.period)->name;
}

/// What a row could not learn, in both languages.
std::string names_of(const std::vector<std::string>& missing) {
  constexpr std::array kNames{std::pair{std::string_view{"direction"}, "收发方向 direction"},
                              std::pair{std::string_view{"creator"}, "来文单位 creator"},
                              std::pair{std::string_view{"doctype"}, "文种 doctype"},
                              std::pair{std::string_view{"title"}, "题名 title"},
                              std::pair{std::string_view{"date"}, "成文日期 date"},
                              std::pair{std::string_view{"span"}, "时间跨度 span of time"},
                              std::pair{std::string_view{"sure"}, "条目用语未核实 unsure row"}};
  std::string text;
  for (const std::string& each : missing) {
    const auto it = std::find_if(kNames.begin(), kNames.end(),
                                 [&](const auto& pair) { return pair.first == each; });
    text += (text.empty() ? "" : ", ") + std::string{it == kNames.end() ? each : it->second};
  }
  return text;
}

}  // namespace

Appraise::Appraise(const Profile& profile, std::shared_ptr<const organs::Authority> organs,
                   std::shared_ptr<const appraise::Answers> answers)
    : table_(profile.section("appraise")),
      organs_(std::move(organs)),
      answers_(answers == nullptr ? std::make_shared<const appraise::Answers>()
                                  : std::move(answers)) {
  std::string basis = profile.section_digest("appraise") + organs_->digest() + answers_->digest();
  for (const std::string& path : profile.section("appraise").words("suggestions")) {
    const profile::Element national = profile::read(profile.data_root(), path);
    static_cast<void>(national.required("citation"));
    others_.emplace_back(national);
    basis += national.canonical();
  }
  settings_ = files::sha256_hex(basis);
}

const StageInfo& Appraise::info() const { return kInfo; }

Subject Appraise::subject(const View& view) const {
  const View& main = view.main();
  const auto& origin = main.get<Origin>();
  const auto* found = main.find<Description>();
  const Description& description = found == nullptr ? kNothing : *found;
  Subject subject;
  subject.title = description.value("title");
  subject.doctype = description.value("doctype");
  subject.creator_name = description.value("creator");
  subject.date = parse_iso(description.value("date"));
  subject.direction = origin.direction == Direction::unknown && origin.purpose == Purpose::incoming
                          ? Direction::received
                          : origin.direction;
  subject.creator =
      organs_->standing_of(subject.creator_name, subject.direction, subject.doctype, subject.date);
  subject.notes =
      fmt::format("{}\n{}", description.value("handling"), description.value("remarks"));
  for (const appraise::Question& question : table_.questions()) {
    const Decision* own = decision(view, appraise::answer_field(question.id));
    std::string_view reach = "本件 this item";
    if (own == nullptr || own->value.empty()) {
      const auto like = appraise::like_key(question, subject.like());
      own = like ? answers_->find(question.id, *like) : nullptr;
      reach = "同类 its like";
    }
    // A value that the table has no longer is no answer to what it asks now.
    if (own == nullptr || question.value(own->value) == nullptr) continue;
    subject.answers[question.id] = {.value = question.value(own->value)->id,
                                    .by = fmt::format("{} {} ({})", own->by, own->date, reach)};
  }
  return subject;
}

std::string Appraise::outcomes(const Table& table, const Subject& subject, bool with_scope) const {
  std::string text;
  for (const Outcome& outcome : table.outcomes(subject, with_scope)) {
    std::string given;
    for (const auto& [question, value] : outcome.given) {
      const appraise::QuestionValue* known = table.question(question)->value(value);
      given += (given.empty() ? "" : "+") + (known->title_zh.empty() ? value : known->title_zh);
    }
    const Row* row = outcome.answer.row;
    text += fmt::format(
        "{}{} → {}", text.empty() ? "" : "；", given,
        row == nullptr ? "待鉴定" : fmt::format("{}（{}）", verdict(table, *row), row->clause));
  }
  return text;
}

std::string Appraise::suggestion(const Subject& subject) const {
  for (const Table& table : others_) {
    if (subject.date && !table.valid().holds(*subject.date)) continue;
    const Answer answer = table.answer(subject);
    if (answer.row != nullptr) {
      return fmt::format("{}（{} {}）", verdict(table, *answer.row), table.citation(),
                         answer.row->clause);
    }
    if (!answer.asks.empty()) {
      return fmt::format("{}（{}）", outcomes(table, subject, true), table.citation());
    }
    if (answer.stopped != nullptr) return {};
  }
  return {};
}

std::string Appraise::citation(const Row& row, const Subject& subject) const {
  std::string text = row.clause;
  for (const appraise::AnswerCondition& each : row.answers) {
    const appraise::Question& question = *table_.question(each.question);
    const auto answer = table_.known(question, subject);
    if (!answer || answer->by.empty()) continue;
    const appraise::QuestionValue* value = question.value(answer->value);
    text +=
        fmt::format("；{}：{}", value->title_zh.empty() ? value->id : value->title_zh, answer->by);
  }
  return text;
}

void Appraise::keep(std::string_view value, std::string_view where, Appraisal& appraisal,
                    Findings& findings) const {
  const Period* known = table_.period(appraise::plain_period(value));
  appraisal.period = known == nullptr ? std::string{value} : known->name;
  appraisal.code = known == nullptr ? "" : known->id;
  if (known != nullptr) return;
  Finding finding{.code = "APR-102",
                  .severity = Severity::hold,
                  .path = std::string{where},
                  .place = "period",
                  .found = std::string{value},
                  .expected = table_.period_names()};
  for (const Table& other : others_) {
    if (other.period(appraise::plain_period(value)) == nullptr) continue;
    finding.code = "APR-105";
    finding.citations.push_back(other.citation());
    break;
  }
  findings.add(std::move(finding));
}

void Appraise::compare(const Answer& answer, const Origin& origin, const Appraisal& appraisal,
                       Findings& findings) const {
  if (answer.row == nullptr) return;
  const std::string said = verdict(table_, *answer.row);
  if (appraisal.filed ? said == appraisal.period : answer.row->scope) return;
  findings.add({.code = "APR-104",
                .severity = Severity::note,
                .path = origin.place,
                .place = "period",
                .found = appraisal.filed ? appraisal.period : "不归档 / not to be filed",
                .expected = fmt::format("{}（{} {}）", said, answer.row->id, answer.row->clause)});
}

void Appraise::hold(const Answer& answer, const Subject& subject, bool with_scope,
                    const Origin& origin, Appraisal& appraisal, Findings& findings) const {
  Finding finding{.code = "APR-101",
                  .severity = Severity::hold,
                  .path = origin.place,
                  .place = "period",
                  .expected = table_.period_names()};
  if (!answer.asks.empty()) {
    finding.code = "APR-103";
    appraisal.asks = answer.asks;
    appraisal.suggestion = outcomes(table_, subject, with_scope);
    finding.found = appraisal.suggestion;
    finding.place = fmt::format("{}", fmt::join(answer.asks, " "));
    finding.expected.clear();
    for (const std::string& id : answer.asks) {
      const appraise::Question& question = *table_.question(id);
      finding.expected += fmt::format("{}{} {} / {} [{}]", finding.expected.empty() ? "" : "；", id,
                                      question.title_zh, question.title_en, question.value_names());
    }
  } else {
    appraisal.suggestion = suggestion(subject);
    if (!answer.missing.empty()) {
      finding.found = fmt::format("未知 not known: {} ({} {})", names_of(answer.missing),
                                  answer.stopped->id, answer.stopped->clause);
    }
    if (!appraisal.suggestion.empty()) {
      finding.found += (finding.found.empty() ? "" : "；") +
                       ("国家表仅供参考 / the national table suggests: " + appraisal.suggestion);
    }
  }
  findings.add(std::move(finding));
}

std::optional<Fact> Appraise::run(const View& view, Findings& findings) const {
  const auto& origin = view.main().get<Origin>();
  const Subject item = subject(view);
  const std::string filed = decided(view, "filed");
  const std::string period = decided(view, "period");
  const auto given = period.empty() ? appraise::given_period(origin) : std::nullopt;
  const bool out_of_scope = given && appraise::says_not_filed(given->value);

  Appraisal appraisal;
  // What is given a period is filed, whatever the scope rows would say of its like.
  const bool with_scope = filed != "yes";
  const Answer answer = with_scope ? table_.answer(item) : table_.answer_for_filed(item);
  if (answer.row != nullptr) {
    appraisal.filed = !answer.row->scope;
    appraisal.rule = answer.row->id;
    appraisal.citation = citation(*answer.row, item);
    if (const Period* known = table_.period(answer.row->period)) {
      appraisal.period = known->name;
      appraisal.code = known->id;
    }
  }
  if (given) {
    appraisal.filed = !out_of_scope;
    appraisal.rule = "given";
    appraisal.citation = given->where;
    appraisal.period.clear();
    appraisal.code.clear();
  }
  if (!filed.empty()) appraisal.filed = filed == "yes";

  if (!period.empty()) {
    keep(period, origin.place, appraisal, findings);
    compare(answer, origin, appraisal, findings);
  } else if (given) {
    if (!out_of_scope) keep(given->value, given->where, appraisal, findings);
    compare(answer, origin, appraisal, findings);
  } else if (appraisal.filed && appraisal.period.empty()) {
    hold(answer, item, with_scope, origin, appraisal, findings);
  }
  return appraisal;
}

std::vector<std::string> Appraise::explain(const View& view) const {
  const Subject item = subject(view);
  const bool with_scope = decided(view, "filed") != "yes";
  const Answer answer = with_scope ? table_.answer(item) : table_.answer_for_filed(item);
  std::vector<std::string> lines;
  const Row* row = answer.row == nullptr ? answer.stopped : answer.row;
  if (row == nullptr) return {"没有适用的条目 / no row fits"};
  lines.push_back(fmt::format("{} {} {} {}", answer.row == nullptr ? "?" : "=", row->id,
                              verdict(table_, *row), row->clause));
  if (!row->title_zh.empty()) lines.push_back("  " + row->title_zh + " / " + row->title_en);
  if (answer.row != nullptr) {
    for (const appraise::Evidence& each : table_.evidence(*row, item)) {
      lines.push_back(fmt::format("  {}: {}", each.what, each.met));
    }
  }
  if (!answer.missing.empty()) {
    lines.push_back("  未知 not known: " + names_of(answer.missing));
  }
  for (const std::string& id : answer.asks) {
    const appraise::Question& question = *table_.question(id);
    const auto like = appraise::like_key(question, item.like());
    lines.push_back(fmt::format("  {}? {} / {} [{}]  {}", id, question.title_zh, question.title_en,
                                question.value_names(),
                                like.value_or("只能答本件 for this item only")));
  }
  if (!answer.asks.empty()) lines.push_back("  " + outcomes(table_, item, with_scope));
  return lines;
}

}  // namespace guidang
