// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/acts.h"

#include <algorithm>
#include <array>

#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr auto kEffect = std::to_array<std::string_view>({"施行", "实施", "生效", "执行"});
constexpr auto kMade = std::to_array<std::string_view>(
    {"通过", "公布", "发布", "颁布", "修订", "修正", "会议", "印发", "修改", "令第", "制定"});

ActKind kind_of(std::string_view before, std::string_view act) {
  const bool effect = contains_any(act, kEffect);
  const bool made = contains_any(act, kMade) || (contains(act, "令") && contains(act, "号"));
  const bool begins = before.ends_with("自") || before.ends_with("于") || before.ends_with("从");
  if (act.starts_with("在")) return made ? ActKind::delivered : ActKind::none;
  // 自公布之日起施行 and 《…实施办法》修正 have both.
  if (made && !(effect && (starting(act, kEffect) != 0 || before.ends_with("自")))) {
    return ActKind::passed;
  }
  if (effect) return ActKind::effect;
  if (contains(act, "批准")) return begins ? ActKind::none : ActKind::approved;
  return ActKind::none;
}

// The organ's name ends where the act begins: 国务院 of 国务院令第3号公布.
std::string_view actor_of(std::string_view act) {
  constexpr auto kVerbs = std::to_array<std::string_view>(
      {"会议", "审议", "通过", "批准", "公布", "发布", "颁布", "令第",   "令2",    "令1",
       "令〔", "修订", "修正", "印发", "制定", "《",   "公告", "主席令", "主任会", "发〔"});
  std::size_t end = std::string_view::npos;
  for (const std::string_view verb : kVerbs) end = std::min(end, act.find(verb));
  return end == std::string_view::npos ? act : act.substr(0, end);
}

std::string_view without_marks(std::string_view organ) {
  constexpr auto kMarks = std::to_array<std::string_view>({"、", ",", ";", ")", "和", "(", "。"});
  constexpr auto kBefore = std::to_array<std::string_view>({"已经", "经", "由", ":", "、"});
  while (ending(organ, kMarks) != 0) organ.remove_suffix(ending(organ, kMarks));
  organ.remove_prefix(starting(organ, kBefore));
  return organ;
}

std::vector<std::string> actors_of(std::string_view act) {
  const std::string organ = organ_of_session(without_marks(actor_of(act)));
  std::vector<std::string> organs = split_organs(organ);
  for (std::string& name : organs) name = std::string{without_state(name)};
  const bool all = std::all_of(organs.begin(), organs.end(),
                               [](const std::string& name) { return is_organ(name); });
  return all ? organs : std::vector<std::string>{};
}

bool is_quoted(std::string_view before) {
  const std::size_t open = before.rfind("《");
  const std::size_t close = before.rfind("》");
  return open != std::string_view::npos && (close == std::string_view::npos || close < open);
}

}  // namespace

std::string organ_of_session(std::string_view flat) {
  constexpr std::string_view kTerm = "届";
  std::string organ{flat};
  const std::size_t term = organ.find("第");
  const std::size_t end = organ.find(kTerm);
  if (term != std::string::npos && end != std::string::npos && term < end) {
    organ.erase(term, end + kTerm.size() - term);
  }
  const std::size_t session = organ.find("第");
  if (session != std::string::npos) organ.erase(session);
  constexpr std::string_view kOrder = "令";
  if (organ.ends_with(kOrder)) organ.erase(organ.size() - kOrder.size());
  // The bench decides, the court issues.
  for (const std::string_view body : {"审判委员会", "检察委员会"}) {
    if (organ.ends_with(body) && organ.size() > body.size()) {
      organ.erase(organ.size() - body.size());
    }
  }
  return organ;
}

std::vector<Act> read_acts(std::string_view flat) {
  std::vector<text::FoundDate> dates = text::find_dates(flat).found;
  std::erase_if(
      dates, [&](const text::FoundDate& date) { return is_quoted(flat.substr(0, date.offset)); });
  std::vector<Act> acts;
  bool joint = false;
  for (std::size_t d = 0; d < dates.size(); ++d) {
    const text::FoundDate& date = dates[d];
    const std::string_view before = flat.substr(0, date.offset);
    const std::size_t from = date.offset + date.length;
    const std::size_t to = d + 1 < dates.size() ? dates[d + 1].offset : flat.size();
    const std::string_view rest = flat.substr(from, to - from);
    Act act{kind_of(before, rest), date, {}};
    if (act.kind != ActKind::delivered) act.organs = actors_of(rest);
    // …审判委员会第1776次会议、2019年9月12日…检察委员会第二十四次会议通过: one act of two organs.
    if (joint && act.kind == ActKind::passed && !acts.empty()) {
      acts.back().organs.insert(acts.back().organs.end(), act.organs.begin(), act.organs.end());
      acts.back().date = act.date;
    } else {
      acts.push_back(std::move(act));
    }
    joint = rest.ends_with("、") && contains(rest, "会议");
  }
  return acts;
}

}  // namespace guidang::describe
