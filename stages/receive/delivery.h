// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "stages/receive/document.h"
#include "stages/receive/ledger.h"

namespace guidang::receive {

/// Hands documents to the sink, in order, with what the registers say of them. One thread.
class Delivery {
 public:
  Delivery(const Documents& batch, const Ledgers& ledgers, IntakeSink& sink, std::uint64_t total);

  /// A document made of files, and the rows its names found.
  void deliver(Prepared prepared, const Group& group, const Joined& joined);
  /// The rows that no file answered: papers, and stubs.
  void deliver_rest();
  /// Whether the entry is part of a stub.
  [[nodiscard]] bool is_secret(std::size_t entry) const { return secret_[entry]; }

 private:
  void join_rows(Prepared& prepared, const Joined& joined, std::vector<std::uint32_t>& rows,
                 bool& shared);
  void describe_by(ReceivedDocument& document, const std::vector<std::uint32_t>& rows, bool shared);
  void on_paper(std::uint32_t row, std::vector<Finding> findings);
  void note_unregistered(ReceivedDocument& document) const;
  void hide(const Group& group);
  void put(const ReceivedDocument& document);
  void step();

  const Documents& batch_;
  const Context& context_;
  const Ledgers& ledgers_;
  IntakeSink& sink_;
  std::vector<bool> answered_;  ///< rows
  std::vector<bool> secret_;    ///< entries
  std::uint64_t total_ = 0;
  std::uint64_t done_ = 0;
  std::uint64_t documents_ = 0;
};

}  // namespace guidang::receive
