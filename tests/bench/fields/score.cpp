// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/fields/score.h"

#include "pipeline/calendar/date.h"
#include "pipeline/text/date.h"
#include "pipeline/text/document_number.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"

namespace bench {
namespace {

using guidang::text::fold;

bool holds_date(std::string_view text, std::string_view iso) {
  for (const auto& date : guidang::text::find_dates(text).found) {
    if (guidang::to_iso(date.date) == iso) return true;
  }
  return false;
}

std::string organs_of(std::string_view value) {
  std::string folded = fold(value);
  for (const std::string_view mark : {"、", ",", ";"}) {
    for (std::size_t at = folded.find(mark); at != std::string::npos; at = folded.find(mark)) {
      folded.erase(at, mark.size());
    }
  }
  return folded;
}

Score title(const std::string& truth, const std::string& ours, std::string_view text) {
  if (truth == ours) return {};
  if (ours.ends_with(truth)) return {Verdict::near, "with the organ in front"};
  if (ours.starts_with(truth)) return {Verdict::wrong, "goes on too far"};
  if (truth.starts_with(ours)) return {Verdict::wrong, "ends too early"};
  if (truth.ends_with(ours)) return {Verdict::wrong, "begins too late"};
  if (fold(text.substr(0, 20'000)).find(truth) == std::string::npos) {
    return {Verdict::wrong, "not in the text"};
  }
  return {Verdict::wrong, "another line"};
}

}  // namespace

Score judge(std::string_view field, std::string_view truth, std::string_view ours,
            std::string_view text) {
  if (truth.empty()) return {ours.empty() ? Verdict::coarse : Verdict::extra, {}};
  if (truth.find("地方人大") != std::string_view::npos) return {Verdict::coarse, {}};
  if (field == "date" && !guidang::parse_iso(truth)) return {Verdict::coarse, {}};
  if (ours.empty()) {
    const bool held = field == "date" ? holds_date(text, truth)
                                      : fold(text).find(fold(truth)) != std::string::npos;
    return {Verdict::absent, held ? "in the text, not seen" : "not in the text"};
  }
  if (field == "title") return title(fold(truth), fold(ours), text);
  if (field == "document_number") {
    using guidang::text::matching_key;
    // The regex behind ~ takes the end of a day for the beginning of a code.
    constexpr std::string_view kDay = "日";
    if (truth.starts_with(kDay) && matching_key(truth.substr(kDay.size())) == matching_key(ours)) {
      return {};
    }
    return matching_key(truth) == matching_key(ours) ? Score{}
                                                     : Score{Verdict::wrong, "another number"};
  }
  if (field == "creator") {
    const std::string first = organs_of(truth);
    const std::string second = organs_of(ours);
    if (first == second) return {};
    if (second.starts_with(first)) return {Verdict::near, "the truth names a part"};
    const bool suffix = first.ends_with(second) || second.ends_with(first);
    return suffix ? Score{Verdict::near, "short or long name"}
                  : Score{Verdict::wrong, "another organ"};
  }
  if (truth == ours) return {};
  if (field == "date") {
    return {Verdict::wrong,
            holds_date(text, truth) ? "another date of the text" : "not in the text"};
  }
  return {Verdict::wrong, "another kind"};
}

}  // namespace bench
