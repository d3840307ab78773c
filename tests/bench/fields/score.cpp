// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/fields/score.h"

#include <algorithm>
#include <array>
#include <vector>

#include "pipeline/calendar/date.h"
#include "pipeline/text/date.h"
#include "pipeline/text/document_number.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"

namespace bench {
namespace {

using guidang::text::fold;

// How a text holds a day: not at all, only as the day on which something takes effect or a page
// was put up, or in another way.
enum class Held { no, aside, yes };

Held holds_date(std::string_view text, std::string_view iso) {
  Held held = Held::no;
  constexpr std::size_t kNear = 18;
  for (const auto& date : guidang::text::find_dates(text).found) {
    if (guidang::to_iso(date.date) != iso) continue;
    const std::string_view before = text.substr(0, date.offset);
    const std::string_view after = text.substr(date.offset + date.length, kNear);
    const bool begins = before.ends_with("自") || before.ends_with("从") ||
                        before.ends_with("于") || before.ends_with("至") ||
                        before.ends_with("发布时间:") || before.ends_with("发布时间：");
    const bool effect = after.find("起") < kNear || after.find("施行") < kNear ||
                        after.find("执行") < kNear || after.find("至") == 0 ||
                        after.find(":") < kNear;
    if (!begins && !effect) return Held::yes;
    held = Held::aside;
  }
  return held;
}

std::string_view not_found(Held held, std::string_view elsewhere) {
  constexpr std::array<std::string_view, 2> kCauses{"not in the text", "only as another day"};
  return held == Held::yes ? elsewhere : kCauses[held == Held::aside ? 1 : 0];
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// The organs of a list, each in its shortest form: 国家发展改革委, 国务院扶贫办.
std::vector<std::string> organs_of(std::string_view value) {
  std::string list{value};
  for (const std::string_view mark : {"、", "，", ",", ";", "；", "　"}) {
    list = replaced(std::move(list), mark, " ");
  }
  std::vector<std::string> organs;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t blank = std::min(list.find(' ', at), list.size());
    std::string organ = fold(list.substr(at, blank - at));
    organ = replaced(replaced(std::move(organ), "委员会", "委"), "办公室", "办");
    organ = replaced(std::move(organ), "中华人民共和国", "");
    if (!organ.empty()) organs.push_back(std::move(organ));
    at = blank + 1;
  }
  return organs;
}

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (std::size_t pos = 0; pos < text.size();) {
    characters.push_back(guidang::text::next(text, pos));
  }
  return characters;
}

// 国务院扶贫办综合司 of 国务院扶贫开发领导小组办综合司, but not 财政部 of 财政部办公厅.
bool is_short_form(std::string_view name, std::string_view whole) {
  const std::u32string few = characters_of(name);
  const std::u32string many = characters_of(whole);
  if (few.empty() || many.empty() || few.back() != many.back()) return false;
  std::size_t at = 0;
  for (const char32_t c : many) {
    if (at < few.size() && few[at] == c) ++at;
  }
  return at == few.size();
}

// Without the document's number, which lists put in front of it.
std::string_view without_number(std::string_view title) {
  constexpr std::size_t kLongest = 120;
  const std::string_view lead = guidang::text::prefix(title, kLongest / 3);
  const auto numbers = guidang::text::find_document_numbers(lead);
  if (numbers.empty() || numbers.front().offset != 0) return title;
  return title.substr(numbers.front().length);
}

Score title(const std::string& truth, const std::string& ours, std::string_view text) {
  if (truth == ours) return {};
  const std::string_view bare = without_number(truth);
  if (bare == ours) return {Verdict::right, "the truth begins with the number"};
  // 某局 / 关于…的通知: the organ on its own line belongs to the title (GB/T 9704-2012 7.3.1).
  constexpr std::size_t kHead = 20'000;
  const bool held = fold(text.substr(0, kHead)).find(ours) != std::string::npos;
  if (ours.ends_with(bare) && bare.starts_with("关于") && held) {
    return {Verdict::right, "the truth leaves the organ out"};
  }
  if (ours.ends_with(truth)) return {Verdict::near, "with the organ in front"};
  if (ours.starts_with(truth)) return {Verdict::wrong, "goes on too far"};
  if (truth.starts_with(ours)) return {Verdict::wrong, "ends too early"};
  if (truth.ends_with(ours)) return {Verdict::wrong, "begins too late"};
  if (fold(text.substr(0, 20'000)).find(truth) == std::string::npos) {
    return {Verdict::wrong, "not in the text"};
  }
  return {Verdict::wrong, "another line"};
}

// What the truth names is right when it is among ours or a short form of one of them.
Score creator(std::string_view truth, std::string_view ours, std::string_view text) {
  const std::vector<std::string> named = organs_of(truth);
  const std::vector<std::string> organs = organs_of(ours);
  if (named == organs) return {};
  const auto has = [&](const std::string& name) {
    return std::find(organs.begin(), organs.end(), name) != organs.end();
  };
  const auto has_whole = [&](const std::string& name) {
    return std::any_of(organs.begin(), organs.end(),
                       [&](const std::string& organ) { return is_short_form(name, organ); });
  };
  if (std::all_of(named.begin(), named.end(), has)) {
    return {Verdict::right, "the truth names a part"};
  }
  if (std::all_of(named.begin(), named.end(), has_whole)) {
    return {Verdict::right, "the truth is a short name"};
  }
  // 北京 of 北京市某区人民政府
  constexpr std::size_t kPlace = 9;
  if (truth.size() <= kPlace && ours.starts_with(truth)) return {Verdict::coarse, {}};
  const auto shortened = [&](const std::string& organ) {
    return std::any_of(named.begin(), named.end(),
                       [&](const std::string& name) { return is_short_form(organ, name); });
  };
  if (std::all_of(organs.begin(), organs.end(), shortened)) return {Verdict::near, "a short name"};
  bool all = true;
  for (std::size_t at = 0; at < ours.size() && all;) {
    const std::size_t blank = std::min(ours.find(' ', at), ours.size());
    all = text.find(ours.substr(at, blank - at)) != std::string_view::npos;
    at = blank + 1;
  }
  return {Verdict::wrong, all ? "another organ of the text" : "another organ"};
}

}  // namespace

std::string_view to_text(Verdict verdict) {
  switch (verdict) {
    case Verdict::right:
      return "right";
    case Verdict::near:
      return "near";
    case Verdict::wrong:
      return "wrong";
    case Verdict::absent:
      return "absent";
    case Verdict::extra:
      return "extra";
    case Verdict::coarse:
      return "coarse";
  }
  return {};
}

Score judge(std::string_view field, std::string_view truth, std::string_view ours,
            std::string_view text) {
  if (truth.empty()) return {ours.empty() ? Verdict::coarse : Verdict::extra, {}};
  if (truth.find("地方人大") != std::string_view::npos) return {Verdict::coarse, {}};
  if (field == "date" && !guidang::parse_iso(truth)) return {Verdict::coarse, {}};
  // 2022-08-20 00:00:00 as a title is a row of somebody's table.
  constexpr std::size_t kIsoDay = 10;
  if (field == "title" && guidang::parse_iso(truth.substr(0, kIsoDay)))
    return {Verdict::coarse, {}};
  if (ours.empty()) {
    constexpr std::string_view kUnseen = "in the text, not seen";
    if (field == "date") return {Verdict::absent, not_found(holds_date(text, truth), kUnseen)};
    const bool held = fold(text).find(fold(truth)) != std::string::npos;
    return {Verdict::absent, held ? kUnseen : "not in the text"};
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
  if (field == "creator") return creator(truth, ours, text);
  if (truth == ours) return {};
  if (field == "date") {
    return {Verdict::wrong, not_found(holds_date(text, truth), "another date of the text")};
  }
  return {Verdict::wrong, "another kind"};
}

}  // namespace bench
