// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/reader.h"
#include "pipeline/register/sqlite.h"

namespace guidang {

/// Extracted texts (texts.sqlite) by digest, reader and the reader's revision. Derived: the file
/// may be deleted while no run goes on. Several threads may share one store.
class TextStore {
 public:
  TextStore(const std::filesystem::path& file, sqlite::Database::Mode mode);

  /// The newest outcome for these bytes; the caller decides whether its revision still holds.
  [[nodiscard]] std::optional<ComponentText> find(const std::string& digest);
  ComponentText put(const std::string& digest, const Extraction& extraction);
  [[nodiscard]] std::vector<std::string> pages(const ComponentText& text);
  /// Where the lines of the pages stand and how they look; empty when the format does not tell.
  [[nodiscard]] std::vector<PageLayout> layout(const ComponentText& text);
  /// Drops what is remembered of readings that failed, of one file or of all, so that they are
  /// tried again; how many.
  std::size_t forget_failures(std::string_view digest = {});
  void backup_to(const std::filesystem::path& target);

 private:
  std::mutex mutex_;
  sqlite::Database database_;
  sqlite::Statement find_;
  sqlite::Statement put_;
  sqlite::Statement pages_;
  sqlite::Statement layout_;
};

}  // namespace guidang
