// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/number/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/files/digest.h"

namespace guidang {
namespace {

constexpr std::array kReads{Read{FactKind::placement}};
constexpr StageInfo kInfo{.name = "number",
                          .zh = "编号",
                          .summary = "gives placed items their provisional archival codes",
                          .scope = Scope::item,
                          .reads = kReads,
                          .writes = FactKind::code,
                          .revision = 2};

}  // namespace

Number::Number(const Profile& profile, std::string fonds_code,
               std::function<std::uint32_t(std::string_view series)> last)
    : pattern_(CodePattern::read(profile.section("number"))),
      start_(start_number(profile.section("number"))),
      last_(std::move(last)),
      settings_(files::sha256_hex(profile.section_digest("number") + fonds_code)) {}

const StageInfo& Number::info() const { return kInfo; }

std::uint32_t Number::number_after(Counters& counters, std::string_view series, std::uint32_t start,
                                   std::uint64_t position) const {
  auto counter = counters.find(series);
  if (counter == counters.end()) {
    const std::uint32_t before = std::max(last_(series), start - 1);
    counter = counters.emplace(series, before).first;
  }
  const std::uint64_t number = counter->second + position;
  if (number > CodePattern::kLargest) {
    throw Failure(
        fmt::format("类别“{}”的号码已用完 / series '{}' has no numbers left", series, series));
  }
  return static_cast<std::uint32_t>(number);
}

void Number::run(RecordSet& set, Sink& sink) const {
  // A home has few series: some periods a year. Of a volume only the last number is kept.
  Counters series;
  Counters volumes;
  set.for_each_item([&](const View& item) {
    const auto* placement = item.find<Placement>();
    if (item.sealed() || placement == nullptr) return;
    ArchivalCode code{.series = placement->series};
    if (!placement->volume) {
      code.number = number_after(series, code.series, start_, placement->position);
      code.text = pattern_.code(code.series, code.number);
    } else {
      const VolumePlace& volume = *placement->volume;
      const std::uint32_t number =
          volume.number != 0 ? volume.number
                             : number_after(series, volume.series, start_, volume.position);
      code.series = pattern_.code(volume.series, number);
      code.number = number_after(volumes, code.series, 1, placement->position);
      code.text = pattern_.item_code(code.series, code.number);
    }
    sink.put(item.id(), std::move(code));
  });
}

}  // namespace guidang
