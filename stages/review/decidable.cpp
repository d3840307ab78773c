// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/decidable.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "pipeline/calendar/date.h"
#include "pipeline/failure.h"
#include "pipeline/fields.h"
#include "pipeline/text/utf8.h"
#include "pipeline/tie_kinds.h"

namespace guidang::review {
namespace {

/// A decision that is no description field, and the values it may have (none: any text).
struct Decidable {
  std::string_view field{};
  bool of_item = false;  ///< else of a document
  std::array<std::string_view, 3> values{};
};

constexpr std::array kDecidable{
    Decidable{"period", true, {}},
    Decidable{"filed", true, {"yes", "no"}},
    Decidable{"opening", true, {"open", "controlled", "deferred"}},
    Decidable{"control", true, {}},
    Decidable{"year", true, {}},
    Decidable{"class", true, {}},
    Decidable{"return", true, {"approved", "refused"}},
    Decidable{"withdraw", false, {"yes"}},
    Decidable{"duplicate", false, {"no"}},
    Decidable{"merge", false, {}},
    Decidable{"split", false, {"yes"}},
    Decidable{"pin", false, {"yes"}},
};

void check_value(const Wish& wish, const Decidable& decidable) {
  const auto& values = decidable.values;
  if (values[0].empty() || wish.value.empty()) return;
  if (std::find(values.begin(), values.end(), wish.value) != values.end()) return;
  std::string allowed;
  for (const std::string_view value : values) {
    if (!value.empty()) allowed += (allowed.empty() ? "" : " | ") + std::string(value);
  }
  refuse("'" + wish.value + "' 不是这个字段的值 / is no value of '" + wish.field + "'",
         "可用 / use " + allowed + "；空值为撤销 / an empty text takes the decision back");
}

void check_year(const std::string& text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || year < 1900 || year > 2200) {
    refuse("'" + text + "' 不是年度 / is not a year", "写成 / write it like 2023");
  }
}

std::string kinds_of_ties() {
  std::string names;
  for (const TieKind& kind : kTieKinds) {
    names += (names.empty() ? "" : ", ") + std::string(kind.name);
    if (!kind.inverse.empty() && kind.inverse != kind.name)
      names += ", " + std::string(kind.inverse);
  }
  return names;
}

void check_tie(const Wish& wish) {
  const auto named = parse_tie_field(wish.field);
  if (!named || find_tie_kind(named->kind) == nullptr) {
    refuse("没有这种关联 / there is no such kind of tie: '" + wish.field + "'",
           "写成 / write relation:KIND:RECORD, KIND: " + kinds_of_ties());
  }
  if (wish.value != "yes" && wish.value != "no" && !wish.value.empty()) {
    refuse("'" + wish.value + "' 不是关联的决定 / is no decision about a tie",
           "建立 yes，解除 no，空值为撤销 / yes sets it, no takes it back, an empty text takes the "
           "decision back");
  }
}

}  // namespace

void refuse(const std::string& what, const std::string& advice) {
  throw Failure(what, advice, ExitStatus::usage);
}

bool check_field(const Wish& wish) {
  if (wish.field.starts_with(kTieDecision)) {
    check_tie(wish);
    return false;
  }
  if (wish.field.starts_with("waive:") && wish.field.size() > 6) return true;
  if (wish.field.starts_with(kAnswerDecision)) return true;
  for (const Decidable& decidable : kDecidable) {
    if (decidable.field != wish.field) continue;
    check_value(wish, decidable);
    if (wish.field == "year" && !wish.value.empty()) check_year(wish.value);
    return decidable.of_item;
  }
  if (find_field(wish.field) == nullptr) {
    refuse("没有这个字段 / there is no field '" + wish.field + "'",
           "字段见 guidang export，另有 / fields are those of guidang export, and period, filed, "
           "opening, control, year, class, return, "
           "waive:CODE, answer:QUESTION, relation:KIND:RECORD, withdraw, duplicate, merge, split, "
           "pin");
  }
  if (wish.field == "date" && !wish.value.empty() && !parse_iso(wish.value)) {
    refuse("'" + wish.value + "' 不是日历上的一天 / is not a day of the calendar",
           "写成 / write it like 2023-08-30");
  }
  return false;
}

void check_person(const Wish& wish) {
  for (const std::string* text : {&wish.value, &wish.by, &wish.why}) {
    if (!text::is_utf8(*text)) {
      refuse("命令行不是 UTF-8 / the command line is not UTF-8",
             "用 UTF-8 终端 / use a UTF-8 terminal");
    }
  }
  if (text::trim(wish.by).empty() || text::trim(wish.why).empty()) {
    refuse("决定要有决定人和理由 / a decision needs a name and a reason",
           "给出 / give both --by and --why");
  }
}

}  // namespace guidang::review
