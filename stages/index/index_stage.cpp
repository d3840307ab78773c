// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/index/index_stage.h"

#include "index/generation.h"
#include "index/reader.h"
#include "stages/index/behind.h"
#include "stages/index/index_record.h"

namespace guidang {

IndexStage::IndexStage(const Profile& profile)
    : public_(index::read_public_parts(profile.section("index"))),
      digest_(profile.section_digest("index")) {}

const StageInfo& IndexStage::info() const { return index_info(); }

bool IndexStage::stale(const Place& place) const {
  const auto folder = place.home / "index";
  return is_behind(folder) || !index::is_readable(folder);
}

void IndexStage::run(RecordSet& set, const Place& place) const {
  const auto folder = place.home / "index";
  index::GenerationWriter writer(folder, {.jobs = place.jobs});
  const IndexRule rule{.fonds_code = place.fonds_code, .everybodys = public_};
  set.for_each_item([&](const View& item) {
    if (auto record = index_record(item, rule)) writer.add(std::move(*record));
  });
  writer.commit();
  clear_behind(folder);
}

}  // namespace guidang
