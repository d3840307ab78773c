// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/authority.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/organs/names.h"
#include "pipeline/text/document_number.h"
#include "stages/describe/codes.h"
#include "stages/describe/lines.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

using organs::Answer;
using organs::Authority;
using organs::Form;
using organs::Organ;
using organs::Route;

constexpr std::array<std::string_view, 3> kOrganFields{"creator", "recipients", "cc"};
constexpr double kByKind = 0.7;   // what the kind of document alone tells of its direction
constexpr double kByCode = 0.75;  // a creator that only the number tells

/// The organs of one value: a joint creator is one value, parted by blanks.
std::vector<std::string> organs_of(std::string_view field, const std::string& value) {
  if (field != "creator") return {value};
  return split_organs(value);
}

/// One name as it shall be written; adds what it stands for to `identity`, "" when unknown.
std::string settled(const std::string& name, const Authority& organs, std::optional<Date> day,
                    std::string& identity, bool& known) {
  const Answer answer = organs.find(name, day);
  if (answer.organ == nullptr) {
    known = false;
    return name;
  }
  identity += answer.organ->id + '\n';
  return answer.form == Form::alias ? organs::name_on(*answer.organ, day) : name;
}

void settle(Candidate& offer, const Authority& organs, std::optional<Date> day) {
  std::string identity;
  bool known = true;
  std::string before;
  for (std::string& value : offer.values) {
    before += (before.empty() ? "" : "、") + value;
    std::vector<std::string> names = organs_of(offer.field, value);
    for (std::string& name : names) name = settled(name, organs, day, identity, known);
    value = join_organs(names);
  }
  if (known) offer.identity = std::move(identity);
  const bool same = offer.values.size() == 1 && offer.values.front() == before;
  if (offer.original.empty() && !same && offer.field == "creator") offer.original = before;
}

/// The organs that a field names and the table knows; `all` tells whether there were no others.
struct Named {
  std::vector<const Organ*> list{};
  bool all = true;
};

Named named(std::string_view field, const Description& seen, const Authority& organs,
            std::optional<Date> day) {
  Named result;
  const Field* found = seen.find(field);
  if (found == nullptr) return result;
  for (const std::string& value : found->values) {
    for (const std::string& name : organs_of(field, value)) {
      const Organ* organ = organs.find(name, day).organ;
      if (organ == nullptr) {
        result.all = false;
      } else {
        result.list.push_back(organ);
      }
    }
  }
  return result;
}

bool is_received(const Origin& origin, const Description& seen) {
  if (origin.direction != Direction::unknown) return origin.direction == Direction::received;
  return origin.purpose == Purpose::incoming || seen.find("received") != nullptr;
}

double trust_in(const Description& seen, std::string_view field) {
  const Field* found = seen.find(field);
  return found == nullptr ? 1.0 : found->confidence;
}

void derive(std::string_view field, std::string_view value, double trust, Description& out) {
  if (value.empty()) return;
  out.fields.insert_or_assign(
      std::string{field},
      Field{.values = {std::string{value}}, .source = "derived", .confidence = trust});
}

/// The one direction that all known pairs have; unknown when they differ.
Route common_route(const Organ& sender, const Named& receivers, const Authority& organs) {
  Route common = Route::unknown;
  for (const Organ* receiver : receivers.list) {
    const Route route = organs.route(sender, *receiver);
    if (route == Route::unknown || route == Route::inside) continue;
    if (common != Route::unknown && common != route) return Route::unknown;
    common = route;
  }
  return common;
}

void derive_routing(const Origin& origin, const Description& seen, const Named& senders,
                    const Authority& organs, std::optional<Date> day, Description& out) {
  constexpr double kSomeUnknown = 0.8;
  Named receivers = named("recipients", seen, organs, day);
  const bool addressed = seen.find("recipients") != nullptr;
  if (!addressed && is_received(origin, seen) && organs.own() != nullptr) {
    receivers.list.push_back(organs.own());
  }
  if (!senders.list.empty() && !receivers.list.empty()) {
    const Route route = common_route(*senders.list.front(), receivers, organs);
    const double trust = std::min(trust_in(seen, "creator"), trust_in(seen, "recipients"));
    derive("routing", to_chinese(route), receivers.all ? trust : trust * kSomeUnknown, out);
    if (route != Route::unknown) return;
  }
  // By the regulation these two kinds have one direction only.
  const std::string_view kind = seen.value("doctype");
  const std::string_view route = kind == "请示" ? "上行" : kind == "批复" ? "下行" : "";
  derive("routing", route, std::min(kByKind, trust_in(seen, "doctype")), out);
}

void derive_class(const Origin& origin, const Description& seen, const Authority& organs,
                  std::optional<Date> day, Description& out) {
  if (!is_received(origin, seen)) return;
  const std::string_view creator = seen.value("creator");
  const std::string_view kind = seen.value("doctype");
  const Standing by_name = organs.standing_of(creator, day);
  double trust = std::min(trust_in(seen, "creator"), trust_in(seen, "doctype"));
  Standing standing = by_name;
  if (standing == Standing::unknown) {
    standing = organs.standing_of(creator, Direction::received, kind, day);
    trust = std::min(kByKind, trust);
  }
  derive("incoming_class", organs::incoming_class(standing, kind), trust, out);
}

/// A name that stands for whom it addresses and is no organ's: 各乡镇人民政府, 县直有关单位.
bool is_general(std::string_view name) {
  constexpr auto kGeneral = std::to_array<std::string_view>(
      {"各", "有关", "所属", "直属", "下属", "部门", "单位", "等", "机构"});
  return contains_any(name, kGeneral);
}

std::string shown(const std::vector<const Organ*>& several) {
  constexpr std::size_t kShown = 5;
  std::string text;
  for (std::size_t i = 0; i < several.size(); ++i) {
    const Organ* organ = several[i];
    if (i == kShown) return text + fmt::format("; … ({})", several.size());
    text += fmt::format("{}{} ({})", text.empty() ? "" : "; ", organ->names.back().text, organ->id);
  }
  return text;
}

void report(std::string_view code, Severity severity, std::string_view place, std::string found,
            std::string expected, Findings& findings) {
  findings.add({.code = std::string{code},
                .severity = severity,
                .place = std::string{place},
                .found = std::move(found),
                .expected = std::move(expected)});
}

/// A seal is used up for a while after the organ was renamed.
bool long_out_of_time(const Organ& organ, std::string_view name, Date day) {
  constexpr int kGrace = 366;
  return std::none_of(organ.names.begin(), organ.names.end(), [&](const organs::Name& each) {
    return organs::key_of(each.text) == organs::key_of(name) &&
           (!each.from || add_days(*each.from, -kGrace) <= day) &&
           (!each.to || day <= add_days(*each.to, kGrace));
  });
}

void report_name(std::string_view field, const std::string& name, const Authority& organs,
                 std::optional<Date> day, Findings& findings) {
  const Answer answer = organs.find(name, day);
  if (!answer.several.empty()) {
    return report(kSeveralOrgans, Severity::warning, field, name, shown(answer.several), findings);
  }
  if (answer.organ == nullptr) {
    if (!organs.complete() || !is_organ(flatten(name)) || is_general(name)) return;
    constexpr std::size_t kNamed = 3;
    const std::vector<std::string> near = organs.nearest(name, kNamed);
    const Severity severity = field == "creator" ? Severity::warning : Severity::note;
    return report(kUnknownOrgan, severity, field, name, fmt::format("{}", fmt::join(near, "; ")),
                  findings);
  }
  if (answer.form != Form::full || answer.in_time || !day) return;
  if (!long_out_of_time(*answer.organ, name, *day)) return;
  report(kNotThenName, Severity::note, field, fmt::format("{} ({})", name, to_iso(*day)),
         organs::shown_names(*answer.organ), findings);
}

void report_code(const Description& seen, const Authority& organs, std::optional<Date> day,
                 Findings& findings) {
  const auto number = text::parse_document_number(seen.value("document_number"));
  const Organ* holder = number ? organs.sure_by_code(number->code) : nullptr;
  const Named creators = named("creator", seen, organs, day);
  if (holder == nullptr || creators.list.empty() || !creators.all) return;
  // An office issues for its organ and under its code, and the other way round.
  const Organ& meant = organs.principal(*holder);
  const bool fits =
      std::any_of(creators.list.begin(), creators.list.end(),
                  [&](const Organ* creator) { return &organs.principal(*creator) == &meant; });
  if (fits) return;
  report(kOtherCode, Severity::note, "document_number",
         std::string{seen.value("document_number")} + " – " + std::string{seen.value("creator")},
         organs::name_on(*holder, day), findings);
}

}  // namespace

void settle_organs(Candidates& candidates, const Authority& organs, std::optional<Date> day) {
  for (Candidate& offer : candidates.list) {
    const bool holds_organs =
        std::find(kOrganFields.begin(), kOrganFields.end(), offer.field) != kOrganFields.end();
    if (holds_organs) settle(offer, organs, day);
  }
}

void derive_from_organs(const Origin& origin, const Description& seen, const Authority& organs,
                        Description& description) {
  const std::optional<Date> day = parse_iso(seen.value("date"));
  Named senders = named("creator", seen, organs, day);
  if (seen.find("creator") == nullptr) {
    const auto number = text::parse_document_number(seen.value("document_number"));
    if (const Organ* holder = number ? organs.sure_by_code(number->code) : nullptr) {
      const double trust = std::min(kByCode, trust_in(seen, "document_number"));
      derive("creator", organs::name_on(*holder, day), trust, description);
      senders.list.push_back(holder);
    }
  }
  derive_routing(origin, seen, senders, organs, day, description);
  derive_class(origin, seen, organs, day, description);
  if (!senders.list.empty()) {
    derive("line", to_chinese(organs.line(*senders.list.front())), trust_in(seen, "creator"),
           description);
  }
}

void report_organs(const Description& seen, const Authority& organs, Findings& findings) {
  const std::optional<Date> day = parse_iso(seen.value("date"));
  for (const std::string_view field : kOrganFields) {
    const Field* found = seen.find(field);
    if (found == nullptr) continue;
    for (const std::string& value : found->values) {
      for (const std::string& name : organs_of(field, value)) {
        report_name(field, name, organs, day, findings);
      }
    }
  }
  report_code(seen, organs, day, findings);
}

}  // namespace guidang::describe
