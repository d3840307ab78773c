// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "pipeline/intake.h"
#include "stages/receive/gate.h"
#include "stages/receive/settings.h"
#include "stages/receive/sidecar.h"

namespace guidang {

/// 接收: makes documents out of the files and registers of a batch. The secrecy gate comes first;
/// what it sees and what not is in README.md. Several runs may share one Receive.
class Receive : public Intake {
 public:
  /// `schemas` is the folder with record.rng and batch.rng. Throws Failure.
  Receive(receive::Settings settings, const std::filesystem::path& schemas);
  Receive(const Receive&) = delete;
  Receive& operator=(const Receive&) = delete;

  void run(const Batch& batch, Reader& reader, ContentStore& store, unsigned jobs,
           IntakeSink& sink) const override;

 private:
  receive::Settings settings_;
  receive::Gate gate_;
  receive::SidecarReader sidecars_;
};

}  // namespace guidang
