// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "stages/receive/document.h"
#include "stages/receive/probe.h"

namespace guidang::receive {

/// One file of a document: of the batch, or found in another file of it.
struct Part {
  const Entry* entry = nullptr;
  Role role = Role::main;
  const Part* parent = nullptr;  ///< the part it lies in; null for files of the batch
  Probe probe{};
  bool archive = false;   ///< an archive inside: what lies in it is kept, not the archive
  std::size_t files = 0;  ///< in the archive
  bool ignored = false;   ///< by its name in an archive
};

/// The files of one document with all that lies in them, as looking at them found them: a mail with
/// its attachments, an archive among these with what it holds.
class Parts {
 public:
  explicit Parts(const Context& context) : context_(context) {}
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  /// Opens and probes the members of the group and what lies in them; whether something is above
  /// the ceiling, after which only digests are taken. `blind`: that is known already.
  bool probe(const Group& group, const std::vector<Entry>& entries, bool blind);
  /// Gives those that nothing is known against a code where a file may not come in without what
  /// lies in it: its bytes hold what could not be probed.
  void hold_together();

  /// In the order of their roles; what lies in a file follows it.
  [[nodiscard]] std::vector<Part*> in_order();
  /// One for each member of the group, in its order.
  [[nodiscard]] const std::vector<Part*>& of_batch() const { return of_batch_; }
  /// How many were found in others.
  [[nodiscard]] std::uint64_t inside() const { return parts_.size() - of_batch_.size(); }

  /// Why the part cannot become a component; "" when it can.
  [[nodiscard]] std::string_view refusal(const Part& part) const;

 private:
  Part& probe_one(Part part, bool look);
  bool probe_inside(Part& part, Budget& budget);

  const Context& context_;
  std::deque<Entry> inner_{};  ///< entries of what lies in others
  std::deque<Part> parts_{};
  std::vector<Part*> of_batch_{};
  std::uint64_t open_bytes_ = 0;
  bool above_ = false;
};

}  // namespace guidang::receive
