// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/reader.h"
#include "stages/extract/process/fork_server.h"
#include "stages/extract/process/protocol.h"
#include "stages/extract/readers.h"

namespace guidang::extract {

/// The Reader of the program: every file is read in a helper process with limits set in the kernel,
/// so that no file can stop, fill or take over the program. A helper that crashes, runs out of
/// memory or time, or answers nonsense is killed and replaced; its file ends as `failed` with the
/// reason and is not tried again.
///
/// Build it before the first thread and from a thread that outlives it. Helpers are started at the
/// first use. `read` may be called by any number of threads; beyond `helpers` of them they wait.
class HelperPool final : public Reader {
 public:
  struct Options {
    Limits limits{};
    std::span<const ReaderEntry> readers = kReaders;  ///< must outlive the pool
    /// Pictures and pages without text go through optical recognition, seconds a page.
    bool recognise = false;
  };

  /// Throws Failure.
  HelperPool(unsigned helpers, const Options& options);
  explicit HelperPool(unsigned helpers) : HelperPool(helpers, Options{}) {}
  ~HelperPool() override = default;

  [[nodiscard]] Extraction read(int fd, std::string_view name) override;
  [[nodiscard]] int revision_of(std::string_view reader) const override;
  [[nodiscard]] bool recognises() const override { return options_.recognise; }
  [[nodiscard]] Extraction tables(int fd, std::string_view name) override;
  [[nodiscard]] MemberContent member(int fd, std::string_view name, std::uint32_t index) override;

 private:
  class Loan;
  struct Outcome;

  Extraction fulfil(int fd, std::string_view name, const Order& order, const Limits& limits,
                    const ByteSink& sink = {});
  Outcome ask(ForkServer::Child& helper, std::string_view request, int fd, const Limits& limits,
              const ByteSink& sink) const;
  [[nodiscard]] bool wants_recognition(const Extraction& extraction) const;
  void replace(ForkServer::Child& helper);
  int end(ForkServer::Child& helper);
  [[nodiscard]] bool plausible(const Extraction& extraction) const;

  Options options_;
  std::mutex server_mutex_;
  ForkServer server_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<ForkServer::Child> helpers_;
  std::vector<std::size_t> free_;
};

}  // namespace guidang::extract
