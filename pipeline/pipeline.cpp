// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/pipeline.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace guidang {
namespace {

/// A stage may look at what it said itself in an earlier run (itemise at sealed items).
bool reads_own(const StageInfo& info, const Read& read) { return info.writes == read.kind; }

}  // namespace

const StageInfo& info_of(const Step& step) {
  return std::visit([](const auto& stage) -> const StageInfo& { return stage->info(); }, step);
}

Pipeline::Pipeline(std::unique_ptr<Intake> intake) : intake_(std::move(intake)) {}

void Pipeline::admit(const StageInfo& info) {
  const auto known = [&](FactKind kind) {
    return std::find(known_.begin(), known_.end(), kind) != known_.end();
  };
  for (const Read& read : info.reads) {
    if (!known(read.kind) && !reads_own(info, read)) {
      throw std::logic_error("stage '" + std::string(info.name) + "' reads '" +
                             std::string(name_of(read.kind)) + "', which no earlier stage writes");
    }
  }
  if (!info.writes) return;
  if (known(*info.writes)) {
    throw std::logic_error("stage '" + std::string(info.name) + "' writes '" +
                           std::string(name_of(*info.writes)) + "', which another stage writes");
  }
  known_.push_back(*info.writes);
}

Pipeline& Pipeline::then(std::unique_ptr<RecordStage> stage) {
  admit(stage->info());
  steps_.emplace_back(std::move(stage));
  return *this;
}

Pipeline& Pipeline::then(std::unique_ptr<SetStage> stage) {
  admit(stage->info());
  steps_.emplace_back(std::move(stage));
  return *this;
}

Pipeline& Pipeline::then(std::unique_ptr<DerivedStage> stage) {
  admit(stage->info());
  steps_.emplace_back(std::move(stage));
  return *this;
}

bool Pipeline::has(std::string_view name) const {
  return name == "receive" || std::any_of(steps_.begin(), steps_.end(), [&](const Step& step) {
           return info_of(step).name == name;
         });
}

}  // namespace guidang
