// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/register/register.h"
#include "pipeline/stage.h"

namespace guidang {

/// Everything the register knows of a record, before a stage's declaration narrows it.
struct Known {
  RecordId id{};
  bool sealed = false;
  std::array<std::shared_ptr<const Fact>, kFactKinds> facts{};  ///< decisions laid over
  Decisions decisions{};
  std::vector<Finding> findings{};
  std::vector<Known> parts{};  ///< of an item
};

/// The stages' own picture of a record: only what `info` declares, so that a stage can
/// depend on nothing that its fingerprint leaves out.
[[nodiscard]] View narrow(const Known& known, const StageInfo& info, const PageSource& pages);

/// Digest of exactly what `narrow` lets through, the stage's revision and its settings.
[[nodiscard]] std::string fingerprint(const Known& known, const StageInfo& info,
                                      std::string_view settings);

/// What a mark keeps of a stage besides the commit: another revision or other settings void it.
[[nodiscard]] std::string mark_settings(const StageInfo& info, std::string_view settings);

/// What of a record is wanted. Reading less is what makes a pass over a hundred thousand records
/// quick; what is not wanted looks as if it were not there.
struct Wanted {
  std::array<bool, kFactKinds> own{};
  std::array<bool, kFactKinds> of_parts{};
  bool findings = false;

  [[nodiscard]] static Wanted everything();
  /// Adds what a stage reads and what it wrote before.
  void add(const StageInfo& info);
};

/// Reads records. One at a time is in memory.
class RecordReader {
 public:
  explicit RecordReader(Register& source);
  ~RecordReader();

  /// Facts, decisions and findings of one record; of an item also those of its documents.
  [[nodiscard]] Known load(const RecordId& id) { return load(id, Wanted::everything()); }
  [[nodiscard]] Known load(const RecordId& id, const Wanted& wanted);
  /// What people decided about a sealed record after its seal: proposed amendments.
  [[nodiscard]] Decisions proposals(const RecordId& id);
  [[nodiscard]] bool exists(const RecordId& id);
  [[nodiscard]] std::optional<RecordId> item_of(const RecordId& document);

  /// Ids in order: 'd' documents, 'i' items that stand (have a current `item` fact), 's' stubs.
  void for_each_id(char kind, const std::function<void(const RecordId&)>& visit);
  [[nodiscard]] std::uint64_t count(char kind);

  /// Ids of records of the stage's scope whose declared input changed after the stage's mark, in
  /// order; all of them when there is no mark, or its settings differ.
  [[nodiscard]] std::vector<RecordId> changed_since_mark(const StageInfo& info,
                                                         std::string_view settings);
  /// True when a set stage has something new to see.
  [[nodiscard]] bool set_changed(const StageInfo& info, std::string_view settings);
  [[nodiscard]] std::string pass(std::string_view stage, const RecordId& record);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang
