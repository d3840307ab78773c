// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "pipeline/xml/document.h"

namespace guidang::xml {

/// A RELAX NG schema (XML syntax, one file: `include` and `externalRef` are refused as all loading
/// is). May be shared by threads; they take turns.
class Schema {
 public:
  /// Throws Failure with the schema's line when it cannot be used.
  static Schema load(const std::filesystem::path& path);

  ~Schema();
  Schema(Schema&&) noexcept;
  Schema& operator=(Schema&&) noexcept;

  /// What is not as the schema says, in the order found; empty when valid.
  [[nodiscard]] std::vector<XmlError> validate(const Document& document) const;

 private:
  struct Impl;
  explicit Schema(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang::xml
