// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/appraise.h"

#include <fmt/format.h>

#include <array>

#include "pipeline/calendar/date.h"
#include "pipeline/files/digest.h"
#include "pipeline/profile/read.h"

namespace guidang {
namespace {

using appraise::Answer;
using appraise::Period;
using appraise::Subject;

constexpr std::array<std::string_view, 6> kFields{"title", "doctype",  "creator",
                                                  "date",  "handling", "remarks"};
constexpr std::array<std::string_view, 3> kOriginFields{"place", "purpose", "direction"};
constexpr std::array<std::string_view, 3> kDecisions{"period", "filed", "opening"};
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
};

constexpr StageInfo kInfo{.name = "appraise",
                          .zh = "鉴定",
                          .summary = "decides whether an item is filed and how long it is kept",
                          .scope = Scope::item,
                          .reads = kReads,
                          .writes = FactKind::appraisal,
                          .decisions = kDecisions,
                          .codes = kCodes};

const Description kNothing{};

std::string decided(const View& item, std::string_view field) {
  const auto own = item.decisions().find(field);
  if (own != item.decisions().end()) return own->second.value;
  const Decisions& of_main = item.main().decisions();
  const auto main = of_main.find(field);
  return main == of_main.end() ? std::string{} : main->second.value;
}

}  // namespace

Appraise::Appraise(const Profile& profile, std::shared_ptr<const organs::Authority> organs)
    : table_(profile.section("appraise")), organs_(std::move(organs)) {
  std::string basis = profile.section_digest("appraise") + organs_->digest();
  const std::string path{profile.section("appraise").attribute("suggestions")};
  if (!path.empty()) {
    const profile::Element national = profile::read(profile.data_root(), path);
    national_ = appraise::Table{national};
    national_citation_ = national.required("citation");
    basis += national.canonical();
  }
  settings_ = files::sha256_hex(basis);
}

const StageInfo& Appraise::info() const { return kInfo; }

std::string Appraise::suggestion(const Subject& subject) const {
  const Answer answer = national_.answer(subject);
  if (answer.row == nullptr || !answer.row->sure) return {};
  const auto& row = *answer.row;
  const std::string what =
      row.scope ? "不归档 / not to be filed" : national_.period(row.period)->name;
  return fmt::format("{}（{} {}）", what, national_citation_, row.clause);
}

std::optional<Fact> Appraise::run(const View& view, Findings& findings) const {
  const View& main = view.main();
  const auto& origin = main.get<Origin>();
  const auto* found = main.find<Description>();
  const Description& description = found == nullptr ? kNothing : *found;
  Subject subject;
  subject.title = description.value("title");
  subject.doctype = description.value("doctype");
  subject.direction = origin.direction == Direction::unknown && origin.purpose == Purpose::incoming
                          ? Direction::received
                          : origin.direction;
  subject.creator = organs_->standing_of(description.value("creator"), subject.direction,
                                         subject.doctype, parse_iso(description.value("date")));
  subject.notes =
      fmt::format("{}\n{}", description.value("handling"), description.value("remarks"));

  Appraisal appraisal;
  const std::string filed = decided(view, "filed");
  appraisal.opening = decided(view, "opening");
  const Answer answer = filed == "yes" ? table_.answer_for_filed(subject) : table_.answer(subject);
  if (answer.row != nullptr) {
    appraisal.filed = !answer.row->scope;
    appraisal.rule = answer.row->id;
    appraisal.citation = answer.row->clause;
    if (const Period* period = table_.period(answer.row->period)) {
      appraisal.period = period->name;
      appraisal.code = period->id;
    }
  }
  if (filed == "no") appraisal.filed = false;

  const std::string period = decided(view, "period");
  if (!period.empty()) {
    const Period* known = table_.period(period);
    appraisal.period = known == nullptr ? period : known->name;
    appraisal.code = known == nullptr ? "" : known->id;
    if (known == nullptr) {
      findings.add({.code = "APR-102",
                    .severity = Severity::hold,
                    .path = origin.place,
                    .place = "period",
                    .found = period,
                    .expected = table_.period_names()});
    }
  } else if (appraisal.filed && appraisal.period.empty()) {
    appraisal.suggestion = suggestion(subject);
    findings.add(
        {.code = "APR-101",
         .severity = Severity::hold,
         .path = origin.place,
         .place = "period",
         .found = appraisal.suggestion.empty()
                      ? ""
                      : "国家表仅供参考 / the national table suggests: " + appraisal.suggestion,
         .expected = table_.period_names()});
  }
  return appraisal;
}

}  // namespace guidang
