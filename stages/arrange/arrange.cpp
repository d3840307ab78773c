// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/arrange.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/files/digest.h"
#include "pipeline/lists/list_row.h"
#include "pipeline/number/former_codes.h"
#include "pipeline/verdict.h"
#include "stages/arrange/split.h"
#include "stages/arrange/volumes.h"

namespace guidang {
namespace {

constexpr std::array<std::string_view, 7> kFields{"date",    "document_number", "title", "doctype",
                                                  "creator", "recipients",      "pages"};
constexpr std::array<std::string_view, 8> kVolumeFields{
    "date", "document_number", "title", "doctype", "creator", "recipients", "pages", "line"};
constexpr std::array kReads{Read{FactKind::item},
                            Read{FactKind::checks},
                            Read{FactKind::appraisal},
                            Read{FactKind::year},
                            Read{FactKind::origin, true},
                            Read{FactKind::text, true},
                            Read{FactKind::description, true, kFields}};
constexpr std::array kVolumeReads{
    Read{FactKind::item},           Read{FactKind::checks},
    Read{FactKind::appraisal},      Read{FactKind::year},
    Read{FactKind::placement},      Read{FactKind::origin, true},
    Read{FactKind::text, true},     Read{FactKind::description, true, kVolumeFields},
    Read{FactKind::relations, true}};

template <std::size_t N, std::size_t M>
constexpr auto joined(const std::array<std::string_view, N>& a,
                      const std::array<std::string_view, M>& b) {
  std::array<std::string_view, N + M> all{};
  std::copy(a.begin(), a.end(), all.begin());
  std::copy(b.begin(), b.end(), all.begin() + N);
  return all;
}
constexpr auto kDecisions = joined(kVerdictDecisions, std::array{kClassDecision, kPlaceDecision});
constexpr auto kVolumeDecisions =
    joined(kDecisions, std::array{arrange::kVolumeDecision, arrange::kOrderDecision});

constexpr auto kCodes = [] {
  std::array<CodeInfo, kSeriesCodes.size() + arrange::kVolumeCodes.size()> all{};
  std::copy(kSeriesCodes.begin(), kSeriesCodes.end(), all.begin());
  std::copy(arrange::kVolumeCodes.begin(), arrange::kVolumeCodes.end(),
            all.begin() + kSeriesCodes.size());
  return all;
}();

constexpr StageInfo kInfo{.name = "arrange",
                          .zh = "整理",
                          .summary = "puts accepted items into series and order",
                          .scope = Scope::item,
                          .reads = kReads,
                          .writes = FactKind::placement,
                          .decisions = kDecisions,
                          .reads_findings = true,
                          .codes = kCodes,
                          .revision = 3};
constexpr StageInfo kVolumeInfo{.name = "arrange",
                                .zh = "整理",
                                .summary = "puts accepted items into volumes and order",
                                .scope = Scope::item,
                                .reads = kVolumeReads,
                                .writes = FactKind::placement,
                                .decisions = kVolumeDecisions,
                                .reads_findings = true,
                                .codes = kCodes,
                                .revision = 2};

}  // namespace

Arrange::Arrange(const Profile& profile, std::string fonds_code, arrange::Plan plan)
    : series_(profile, fonds_code),
      order_(profile.section("arrange")),
      volumes_(arrange::VolumeSettings::read(profile)),
      plan_(std::move(plan)),
      by_volume_(series_.pattern().volumes()) {
  settings_ =
      files::sha256_hex(profile.section_digest("arrange") + profile.section_digest("number") +
                        fonds_code + profile.section_digest("appraise") + plan_.digest());
}

std::span<const CodeInfo> arrange_codes() { return kCodes; }

const StageInfo& Arrange::info() const { return by_volume_ ? kVolumeInfo : kInfo; }

void Arrange::run(RecordSet& set, Sink& sink) const {
  if (!by_volume_) return run_items(set, sink);
  arrange::Volumes({series_, volumes_, order_, plan_}, set, sink).run();
}

void Arrange::run_items(RecordSet& set, Sink& sink) const {
  const auto sorter = set.sorter();
  set.for_each_item([&](const View& item) {
    if (item.sealed()) return;
    Finding why;
    const auto series = series_.series(item, why);
    // Whatever else stands against the item: what is reported here must not depend on itself.
    if (!series && !why.code.empty()) return sink.report(item.id(), std::move(why));
    if (!series || !arrange::acceptable(item)) return;
    // A place is one within its year, also where a series holds several.
    sorter->add(*series + arrange::kEnd +
                    fmt::format("{:04}{}", item.get<FilingYear>().year.value_or(0), arrange::kEnd) +
                    arrange::place_key(item) + order_.key(item),
                item.id(), fmt::format("{}\n{}", arrange::pages_of(item), *series));
  });
  std::string series;
  std::uint64_t position = 0;
  sorter->for_each([&](const SortedRow& row) {
    const std::size_t end = row.payload.find('\n');
    const std::string_view own = std::string_view(row.payload).substr(end + 1);
    position = own == series ? position + 1 : 1;
    series = own;
    arrange::PageCounter counter;
    const auto pages = counter.add(static_cast<std::uint32_t>(std::stoul(row.payload)));
    sink.put(row.record, Placement{.series = series,
                                   .position = position,
                                   .first_page = pages.first,
                                   .last_page = pages.last});
  });
}

}  // namespace guidang
