// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/findings/finding.h"
#include "pipeline/xml/schema.h"
#include "stages/receive/gate.h"
#include "stages/receive/settings.h"

namespace guidang::receive {

struct SidecarPart {
  Role role = Role::main;
  std::string file{};  ///< as written, relative to the record's folder
  std::size_t line = 0;
};

/// A sidecar or record.xml as read.
struct Sidecar {
  std::vector<GivenField> fields{};
  std::vector<SidecarPart> parts{};
  std::vector<Finding> findings{};  ///< dates that are none
  Direction direction = Direction::unknown;
  bool above = false;  ///< a field says so; nothing else of it may be used then
};

/// What batch.xml says.
struct BatchFile {
  std::string declared_by{};
  std::string declared_on{};  ///< ISO
  std::vector<IgnoreRule> ignored{};
};

/// Reads sidecars and batch.xml after their schemas. Threads share it.
class SidecarReader {
 public:
  /// `schemas` holds record.rng and batch.rng. Throws Failure.
  explicit SidecarReader(const std::filesystem::path& schemas);

  /// `shown` is the path as people see it. An XmlError when it is not as the schema says; whether
  /// such bytes are above the ceiling the caller must ask the gate.
  [[nodiscard]] std::variant<Sidecar, xml::XmlError> read(std::string_view bytes,
                                                          const std::string& shown,
                                                          const Gate& gate) const;
  [[nodiscard]] std::variant<BatchFile, xml::XmlError> read_batch(std::string_view bytes,
                                                                  const std::string& shown) const;

 private:
  xml::Schema record_;
  xml::Schema batch_;
};

}  // namespace guidang::receive
