// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <future>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

#include "pipeline/reader.h"
#include "stages/receive/settings.h"
#include "stages/receive/source.h"
#include "stages/receive/survey.h"

namespace guidang::receive {

/// Gives the bytes of entries: of files in the batch folder, and of what lies in such files, which
/// is taken out into memory and nowhere else. Threads share it.
class Opener {
 public:
  /// `rootfd` is the batch folder. All must outlive it.
  Opener(int rootfd, Reader& reader, const Settings& settings)
      : rootfd_(rootfd), reader_(reader), settings_(settings) {}

  /// The file, or why it cannot be had.
  [[nodiscard]] std::variant<Source, Remark> open(const Entry& entry, std::uint64_t limit);
  /// The bytes of a small file (ledger, sidecar), or why not.
  [[nodiscard]] std::variant<std::string, Remark> read(const Entry& entry, std::uint64_t limit);
  /// Whether the first bytes or the name of the file could be those of an archive. For a member
  /// the name alone is asked: its bytes are not at hand.
  [[nodiscard]] bool may_be_archive(const Entry& entry) const;

 private:
  using Opened = std::variant<std::shared_ptr<const Source>, Remark>;
  struct Kept {
    std::shared_ptr<const Container> container{};
    std::shared_future<Opened> opened{};
    std::uint64_t bytes = 0;
  };

  [[nodiscard]] Opened container(const std::shared_ptr<const Container>& wanted);
  [[nodiscard]] Opened open_container(const Container& wanted);
  /// What another thread has opened or is opening; nothing when that is now up to the caller, who
  /// has promised `own`.
  [[nodiscard]] std::optional<std::shared_future<Opened>> join(
      const std::shared_ptr<const Container>& wanted, std::shared_future<Opened> own);
  [[nodiscard]] std::list<Kept>::iterator find(const Container& wanted);
  void keep(const Container& container, const Opened& opened);

  int rootfd_;
  Reader& reader_;
  const Settings& settings_;
  std::mutex mutex_;
  std::list<Kept> kept_{};  ///< the one used last comes first
};

}  // namespace guidang::receive
