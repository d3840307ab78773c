// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/organs/standing.h"

#include <array>

#include "pipeline/organs/authority.h"
#include "pipeline/organs/names.h"
#include "pipeline/organs/table.h"
#include "pipeline/text/fold.h"

namespace guidang::organs {
namespace {

constexpr std::size_t kMostSteps = 16;

/// The two characters that tell a department's trade: 财政 of 财政部, 湖南省财政厅 and
/// 云溪县财政局.
std::string_view trade_of(std::string_view name) {
  constexpr std::array<std::string_view, 8> kEndings{"委员会", "办公室", "总局", "委",
                                                     "厅",     "局",     "部",   "署"};
  constexpr std::size_t kTelling = 6;
  for (const std::string_view end : kEndings) {
    if (!name.ends_with(end)) continue;
    name.remove_suffix(end.size());
    break;
  }
  return name.size() > kTelling ? name.substr(name.size() - kTelling) : name;
}

}  // namespace

bool Authority::Impl::above(std::int32_t a, std::int32_t b) const {
  std::int32_t at = up(b);
  for (std::size_t step = 0; step < kMostSteps && at != kNone; ++step) {
    if (at == a) return true;
    at = up(at);
  }
  return false;
}

bool Authority::Impl::holds(std::int32_t a, std::int32_t b) const {
  if (a == kNone || b == kNone || a == b) return false;
  if (a == 0) return true;  // the whole state
  for (std::size_t step = 0; step < kMostSteps && b != kNone; ++step) {
    b = areas.parent[static_cast<std::size_t>(b)];
    if (b == a) return true;
  }
  return false;
}

std::string_view to_chinese(Route route) {
  switch (route) {
    case Route::up:
      return "上行";
    case Route::down:
      return "下行";
    case Route::level:
      return "平行";
    case Route::unrelated:
      return "不相隶属";
    case Route::unknown:
    case Route::inside:
      break;
  }
  return {};
}

std::string_view incoming_class(Standing sender, std::string_view doctype) {
  if (sender == Standing::superior) return "上级来文";
  if (sender == Standing::peer) return "比照上级";
  if (sender != Standing::subordinate) return {};
  return doctype == "请示" ? "下级请示" : "下级一般";
}

const Organ& Authority::principal(const Organ& organ) const {
  return impl_->organ(impl_->principal(impl_->at(organ)));
}

const Organ* Authority::parent(const Organ& organ) const {
  const std::int32_t up = impl_->up(impl_->at(organ));
  return up == kNone ? nullptr : &impl_->organ(up);
}

Line Authority::line(const Organ& organ) const {
  std::int32_t at = impl_->at(organ);
  for (std::size_t step = 0; step < kMostSteps && at != kNone; ++step) {
    const Organ& here = impl_->organ(at);
    if (here.line != Line::unknown) return here.line;
    const Line named = line_of_name(here.names.back().text);
    if (named != Line::unknown) return named;
    const std::int32_t of = impl_->principal(at);
    at = of == at ? impl_->up(at) : of;
  }
  return Line::unknown;
}

Level Authority::level(const Organ& organ) const {
  std::int32_t at = impl_->at(organ);
  for (std::size_t step = 0; step < kMostSteps && at != kNone; ++step) {
    if (impl_->organ(at).level != Level::unknown) return impl_->organ(at).level;
    // A department has the level of what it is under; a body of power has its own.
    if (impl_->body(at)) return Level::unknown;
    const std::int32_t of = impl_->principal(at);
    at = of == at ? impl_->up(at) : of;
  }
  return Level::unknown;
}

Route Authority::route(const Organ& sender, const Organ& receiver) const {
  const std::int32_t from = impl_->principal(impl_->at(sender));
  const std::int32_t to = impl_->principal(impl_->at(receiver));
  if (from == to) return Route::inside;
  if (impl_->above(from, to)) return Route::down;
  if (impl_->above(to, from)) return Route::up;
  const auto leads = [&](std::int32_t a, std::int32_t b) {
    const bool party = impl_->body(a) && line(impl_->organ(a)) == Line::party;
    if (impl_->area(a) == impl_->area(b)) {
      return impl_->area(a) != kNone && party && !impl_->body(b);
    }
    if (!impl_->holds(impl_->area(a), impl_->area(b))) return false;
    if (impl_->body(a)) {
      return party || (impl_->body(b) && line(impl_->organ(a)) == line(impl_->organ(b)));
    }
    // 业务指导: departments of one trade, one above the other.
    return !impl_->body(b) && trade_of(impl_->organ(a).names.back().text) ==
                                  trade_of(impl_->organ(b).names.back().text);
  };
  if (leads(from, to)) return Route::down;
  if (leads(to, from)) return Route::up;
  const bool siblings = impl_->up(from) != kNone && impl_->up(from) == impl_->up(to);
  const bool known = impl_->area(from) != kNone && impl_->area(to) != kNone;
  if (known && impl_->area(from) == impl_->area(to)) {
    return impl_->body(from) == impl_->body(to) ? Route::level : Route::unrelated;
  }
  if (siblings) return Route::level;
  return known ? Route::unrelated : Route::unknown;
}

bool Authority::skips_level(const Organ& sender, const Organ& receiver) const {
  if (route(sender, receiver) != Route::up) return false;
  const std::int32_t from = impl_->principal(impl_->at(sender));
  const std::int32_t to = impl_->principal(impl_->at(receiver));
  if (impl_->above(to, from)) return impl_->up(from) != to;
  const std::int32_t here = impl_->area(from);
  if (here == kNone || here == impl_->area(to)) return false;
  const std::int32_t next = impl_->areas.parent[static_cast<std::size_t>(here)];
  return next != kNone && next != impl_->area(to);
}

Standing Authority::standing_of(const Organ& organ) const {
  if (organ.standing != Standing::unknown) return organ.standing;
  const std::int32_t from = impl_->principal(impl_->at(organ));
  if (impl_->own == kNone) {
    // Whatever office asks: the centre is above it.
    return level(impl_->organ(from)) == Level::centre ? Standing::superior : Standing::unknown;
  }
  const std::int32_t own = impl_->principal(impl_->own);
  if (from == own) return Standing::own;
  const Standing said = impl_->organ(from).standing;
  if (from != impl_->at(organ) && said != Standing::unknown) return said;
  if (impl_->above(from, own)) return Standing::superior;
  if (impl_->above(own, from)) return Standing::subordinate;
  const std::int32_t theirs = impl_->area(from);
  const std::int32_t ours = impl_->area(own);
  if (theirs == 0 && ours != 0) return Standing::superior;
  if (theirs == kNone || ours == kNone) return Standing::unknown;
  const bool body = impl_->body(from);
  if (impl_->holds(theirs, ours)) return Standing::superior;
  if (impl_->holds(ours, theirs)) {
    return impl_->body(own) || !body ? Standing::subordinate : Standing::peer;
  }
  if (theirs != ours) return Standing::peer;
  const Line of = line(impl_->organ(from));
  if (!impl_->body(own)) {
    return body && of == Line::party ? Standing::superior : Standing::peer;
  }
  // 县直及驻县单位 are below the county's government, other bodies and theirs are not (REG-04).
  const bool plain = of == Line::government || of == Line::enterprise || of == Line::unknown;
  const bool ours_leads = line(impl_->organ(own)) == Line::party;
  return !body && (plain || ours_leads) ? Standing::subordinate : Standing::peer;
}

Standing Authority::Impl::by_shape(std::string_view name) const {
  const std::string folded = text::fold(name);
  if (folded.empty()) return Standing::unknown;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    if (patterns[i].matches(folded)) return table.shapes[i].standing;
  }
  return Standing::unknown;
}

Standing Authority::standing_of(std::string_view creator, std::optional<Date> day) const {
  const Answer whole = find(creator, day);
  if (whole.organ != nullptr) {
    const Standing standing = standing_of(*whole.organ);
    if (standing != Standing::unknown) return standing;
  }
  const std::size_t blank = creator.find(' ');
  if (whole.organ == nullptr && whole.several.empty() && blank != std::string_view::npos) {
    const Answer first = find(creator.substr(0, blank), day);
    if (first.organ != nullptr) return standing_of(*first.organ);
  }
  return impl_->by_shape(creator);
}

Standing Authority::standing_of(std::string_view creator, Direction direction,
                                std::string_view doctype, std::optional<Date> day) const {
  if (direction == Direction::issued || direction == Direction::internal) return Standing::own;
  const Standing by_name = standing_of(creator, day);
  if (by_name != Standing::unknown || direction != Direction::received) return by_name;
  if (doctype == "请示" || doctype == "报告") return Standing::subordinate;
  return doctype == "批复" ? Standing::superior : Standing::unknown;
}

}  // namespace guidang::organs
