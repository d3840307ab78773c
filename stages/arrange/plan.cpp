// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/plan.h"

#include <algorithm>
#include <charconv>

#include "pipeline/files/digest.h"

namespace guidang::arrange {
namespace {

constexpr std::uint32_t kHighestOrder = 999'999;

}  // namespace

bool is_volume_id(std::string_view text) {
  return text.size() == 17 && text.front() == 'v' &&
         text.find_first_not_of("0123456789abcdef", 1) == std::string_view::npos;
}

std::uint32_t order_of(std::string_view value) {
  std::uint32_t order = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), order);
  const bool whole = error == std::errc{} && end == value.data() + value.size();
  return whole && order <= kHighestOrder ? order : 0;
}

Plan Plan::load(Register& source) {
  std::map<std::string, VolumeDecisions, std::less<>> volumes;
  sqlite::Statement rows = source.database().prepare(
      "SELECT record, field, value FROM decision WHERE record >= 'v' AND record < 'w' ORDER BY id");
  while (rows.step()) {
    const std::string record(rows.text(0));
    if (!is_volume_id(record)) continue;
    VolumeDecisions& volume = volumes[record];
    const std::string value(rows.text(2));
    if (rows.text(1) == kTitleDecision) volume.title = value;
    if (rows.text(1) == kMergeDecision) volume.merge_into = value;
    if (rows.text(1) == kOrderDecision) volume.order = order_of(value);
  }
  std::erase_if(volumes, [](const auto& entry) {
    const VolumeDecisions& volume = entry.second;
    return volume.title.empty() && volume.merge_into.empty() && volume.order == 0;
  });
  return Plan(std::move(volumes));
}

const VolumeDecisions& Plan::of(std::string_view id) const {
  static const VolumeDecisions kNone;
  const auto it = volumes_.find(id);
  return it == volumes_.end() ? kNone : it->second;
}

std::string Plan::digest() const {
  files::Sha256 sink;
  for (const auto& [id, volume] : volumes_) {
    sink.update(id + "\x1f" + volume.title + "\x1f" + volume.merge_into + "\x1f" +
                std::to_string(volume.order) + "\x1e");
  }
  return sink.hex();
}

}  // namespace guidang::arrange
