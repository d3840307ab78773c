// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>

#include "index/record.h"

namespace guidang::index {

/// The number in `CURRENT`; nothing when there is no index yet. Throws Failure when the file says
/// something else.
[[nodiscard]] std::optional<int> current_generation(const std::filesystem::path& index_folder);

/// `gen-000007` in the index folder.
[[nodiscard]] std::filesystem::path generation_folder(const std::filesystem::path& index_folder,
                                                      int generation);

struct WriterOptions {
  unsigned jobs = 2;     ///< threads that index; results do not depend on it
  bool rebuild = false;  ///< takes nothing over from the generation before
  /// Records that are neither added nor removed stay as they are.
  bool keep_others = false;
};

/// What a commit did.
struct CommitResult {
  int generation = 0;    ///< the one that readers open from now on
  bool changed = false;  ///< false: nothing differed and the generation before stayed
  std::size_t records = 0;
  std::size_t added = 0;    ///< new or changed records
  std::size_t removed = 0;  ///< gone records, and the old forms of changed ones
};

/// Builds the next generation beside the current one. The caller adds the whole set of records, in
/// any order; those that are as they were are taken over, those not added are gone. Nothing is
/// seen by a reader before `commit`; without it (or when killed) only a `.partial` folder is left,
/// which the next writer sweeps away.
class GenerationWriter {
 public:
  /// Makes the index folder when it is absent. Throws Failure when another writer is at work.
  explicit GenerationWriter(std::filesystem::path index_folder, WriterOptions options = {});
  GenerationWriter(const GenerationWriter&) = delete;
  GenerationWriter& operator=(const GenerationWriter&) = delete;
  ~GenerationWriter();

  /// Safe from any thread; waits when the indexing threads are behind. Throws Failure when one of
  /// them met one, std::logic_error for a record that was added before.
  void add(IndexRecord record);

  /// With `keep_others`: this record is to be gone; it need not be there. Safe from any thread.
  void remove(std::string_view record);

  /// Whether there is a generation that can be carried on. With `keep_others` it must be.
  [[nodiscard]] bool carries_on() const;

  /// Makes the new generation the current one, by one rename, and removes all but it and the one
  /// before; that too when a record left its class, so that closing a record leaves no byte of it
  /// to those who may not see it. Who may read a class's folder stays as it was; at first `staff`
  /// is for owner and group. Call once, when every add has returned.
  CommitResult commit();

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace guidang::index
