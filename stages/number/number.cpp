// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/number/number.h"

#include <algorithm>
#include <array>
#include <map>

#include "pipeline/files/digest.h"

namespace guidang {
namespace {

constexpr std::array kReads{Read{FactKind::placement}};
constexpr StageInfo kInfo{.name = "number",
                          .zh = "编号",
                          .summary = "gives placed items their provisional archival codes",
                          .scope = Scope::item,
                          .reads = kReads,
                          .writes = FactKind::code};

}  // namespace

Number::Number(const Profile& profile, std::string fonds_code,
               std::function<std::uint32_t(std::string_view series)> last)
    : pattern_(CodePattern::read(profile.section("number"))),
      start_(start_number(profile.section("number"))),
      last_(std::move(last)),
      settings_(files::sha256_hex(profile.section_digest("number") + fonds_code)) {}

const StageInfo& Number::info() const { return kInfo; }

void Number::run(RecordSet& set, Sink& sink) const {
  // A home has few series: some periods a year.
  std::map<std::string, std::uint32_t, std::less<>> counters;
  set.for_each_item([&](const View& item) {
    const auto* placement = item.find<Placement>();
    if (item.sealed() || placement == nullptr) return;
    auto counter = counters.find(placement->series);
    if (counter == counters.end()) {
      const std::uint32_t before = std::max(last_(placement->series), start_ - 1);
      counter = counters.emplace(placement->series, before).first;
    }
    const std::uint64_t number = counter->second + placement->position;
    if (number > CodePattern::kLargest) {
      throw Failure("类别“" + placement->series + "”的件号已用完 / series '" + placement->series +
                    "' has no numbers left");
    }
    ArchivalCode code{.series = placement->series, .number = static_cast<std::uint32_t>(number)};
    code.text = pattern_.code(code.series, code.number);
    sink.put(item.id(), std::move(code));
  });
}

}  // namespace guidang
