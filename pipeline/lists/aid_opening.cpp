// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_opening.h"

#include "pipeline/calendar/date.h"
#include "pipeline/calendar/retention_end.h"
#include "pipeline/lists/aid_indexes.h"
#include "pipeline/lists/aid_text.h"
#include "pipeline/lists/list_row.h"
#include "pipeline/opening.h"

namespace guidang::lists {
namespace {

constexpr std::string_view kOpen = "open";

/// The reason's name in the profile, or its id.
std::string reason_of(const Profile& profile, const std::string& control) {
  for (const profile::Element* element : profile.section("appraise").all("control")) {
    if (element->attribute("id") != control) continue;
    const std::string_view title = element->in("title", "zh");
    if (!title.empty()) return std::string(title);
  }
  return control;
}

/// The day from which the law of its day opens what is so old; nothing before that day has come.
std::optional<Date> may_open(const View& item, const Office& office) {
  const Description* description = item.main().find<Description>();
  const auto made = description == nullptr ? std::nullopt : parse_iso(description->value("date"));
  const auto today = parse_iso(office.date);
  if (!made || !today) return std::nullopt;
  const auto day = opening_candidate(*made, read_opening_laws(office.profile.section("appraise")));
  return day && *day <= *today ? day : std::nullopt;
}

void gather(Access wanted, const View& item, const Office& office, const LineKind::Add& add) {
  if (access_of(item, office) != wanted) return;
  const auto row = filed_row(item, office);
  const Appraisal& appraisal = item.get<Appraisal>();
  AidEntry entry{.code = row->code,
                 .document_number = row->document_number,
                 .creator = row->creator,
                 .title = row->listed_title(),
                 .date = row->listed_date(DateStyle::compact),
                 .pages = row->listed_pages(),
                 .period = row->period,
                 .provisional = row->provisional};
  if (wanted != Access::opened) {
    entry.heading = wanted == Access::candidate       ? "拟开放"
                    : appraisal.opening == "deferred" ? "延期开放"
                                                      : "控制";
    entry.remarks = reason_of(office.profile, appraisal.control);
    if (const auto day = may_open(item, office); day && wanted == Access::candidate) {
      add_remark(entry.remarks, "满年限 " + to_iso(*day));
    }
    if (!row->secrecy.empty()) add_remark(entry.remarks, "标有密级：" + row->secrecy);
  }
  add({.year = row->year,
       .key = row->series + "\x1f" + natural_key(row->code),
       .payload = pack(entry),
       .provisional = row->provisional});
}

template <Access A>
void gather_one(const View& item, const Office& office, const LineKind::Add& add) {
  gather(A, item, office, add);
}

}  // namespace

std::optional<Access> access_of(const View& item, const Office& office) {
  const Appraisal* appraisal = item.find<Appraisal>();
  if (appraisal == nullptr) return std::nullopt;
  const auto row = filed_row(item, office);
  if (!row) return std::nullopt;
  if (appraisal->opening.empty()) {
    return may_open(item, office) ? std::optional(Access::candidate) : std::nullopt;
  }
  if (appraisal->opening != kOpen) return Access::controlled;
  // A list that everybody may read goes by what a person decided, never by a rule alone.
  return is_opened(item) ? Access::opened : Access::candidate;
}

const LineKind kOpened{"opened", gather_one<Access::opened>};
const LineKind kControlled{"controlled", gather_one<Access::controlled>};
const LineKind kOpeningCandidates{"opening_candidates", gather_one<Access::candidate>};

void print_access_list(const PaperYear& year, Binder& binder) { print_index(year, binder); }

}  // namespace guidang::lists
