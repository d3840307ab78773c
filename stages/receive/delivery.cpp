// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/delivery.h"

#include <algorithm>
#include <iterator>

#include "pipeline/files/digest.h"
#include "stages/receive/codes.h"

namespace guidang::receive {
namespace {

/// A slice that a crash may lose: small enough to do again, large enough for few commits.
constexpr std::uint64_t kSlice = 64;

void own_sidecars(Prepared& prepared) {
  for (FileRow& row : prepared.files) {
    if (row.state == FileState::metadata) row.document = prepared.document.id;
  }
}

}  // namespace

Delivery::Delivery(const Documents& batch, const Ledgers& ledgers, IntakeSink& sink,
                   std::uint64_t total)
    : batch_(batch),
      context_(batch.context),
      ledgers_(ledgers),
      sink_(sink),
      answered_(ledgers.size()),
      secret_(batch.entries.size()),
      total_(total + ledgers.size()) {}

void Delivery::put(const ReceivedDocument& document) {
  sink_.put(document);
  ++documents_;
}

void Delivery::step() {
  if (documents_ >= kSlice) {
    documents_ = 0;
    sink_.may_commit();
  }
  sink_.progress(++done_, total_);
}

void Delivery::join_rows(Prepared& prepared, const Joined& joined, std::vector<std::uint32_t>& rows,
                         bool& shared) {
  rows = joined.rows;
  shared = joined.shared;
  if (prepared.document.stub) {
    rows.insert(rows.end(), prepared.by_head.begin(), prepared.by_head.end());
  } else if (rows.empty() && !prepared.by_head.empty()) {
    const auto open = std::find_if(prepared.by_head.begin(), prepared.by_head.end(),
                                   [&](std::uint32_t row) { return !answered_[row]; });
    shared = open == prepared.by_head.end();
    rows.push_back(shared ? prepared.by_head.front() : *open);
  }
  for (const std::uint32_t row : rows) answered_[row] = true;
}

void Delivery::describe_by(ReceivedDocument& document, const std::vector<std::uint32_t>& rows,
                           bool shared) {
  const std::uint32_t row = rows.front();
  Origin& origin = document.origin;
  origin.in_ledger = true;
  const Direction direction = ledgers_.ledger_of(row).direction;
  if (direction != Direction::unknown) origin.direction = direction;
  std::vector<GivenField> given = ledgers_.given(row, document.findings);
  origin.given.insert(origin.given.begin(), std::make_move_iterator(given.begin()),
                      std::make_move_iterator(given.end()));
  const auto report = [&](std::string_view code, Severity severity, std::uint32_t of,
                          std::string found) {
    document.findings.push_back({.code = std::string{code},
                                 .severity = severity,
                                 .path = origin.place,
                                 .place = ledgers_.where(of),
                                 .found = std::move(found)});
  };
  for (std::size_t i = 1; i < rows.size(); ++i) {
    report(kTwoRows, Severity::warning, rows[i],
           ledgers_.where(row) + ", " + ledgers_.where(rows[i]));
  }
  if (shared) report(kTwoFiles, Severity::warning, row, origin.place);
  if (batch_.join.names_missing(row)) {
    const Severity severity = origin.paper_only ? Severity::hold : Severity::warning;
    report(kMissingFile, severity, row, ledgers_.value(row, kFileColumn));
  }
}

void Delivery::note_unregistered(ReceivedDocument& document) const {
  const Direction direction = document.origin.direction;
  const bool expected =
      direction == Direction::unknown ? !ledgers_.empty() : ledgers_.has(direction);
  if (!expected) return;
  document.findings.push_back({.code = std::string{kNoRow},
                               .severity = Severity::warning,
                               .path = document.origin.place,
                               .found = document.origin.place});
}

void Delivery::hide(const Group& group) {
  for (const Member& member : group.members) secret_[member.entry] = true;
  for (const std::uint32_t sidecar : group.sidecars) secret_[sidecar] = true;
  for (const std::uint32_t around : group.around) secret_[around] = true;
}

void Delivery::deliver(Prepared prepared, const Group& group, const Joined& joined) {
  ReceivedDocument& document = prepared.document;
  if (prepared.inside > 0) sink_.seen(prepared.inside);
  std::vector<std::uint32_t> rows;
  bool shared = false;
  join_rows(prepared, joined, rows, shared);
  document.origin.ledger_seen = !document.stub && !ledgers_.empty();
  // A registered document whose file could not be taken is there all the same, and is held.
  const bool registered = !rows.empty() && !shared;
  if (document.stub) {
    hide(group);
    put(document);
  } else if (!document.id.empty() && (prepared.exists || registered)) {
    if (rows.empty()) {
      note_unregistered(document);
    } else {
      describe_by(document, rows, shared);
    }
    put(document);
    own_sidecars(prepared);
  } else if (registered) {
    on_paper(rows.front(), std::move(document.findings));
  }
  for (const FileRow& row : prepared.files) sink_.put(row);
  for (const auto& [key, finding] : prepared.reports) sink_.report(key, finding);
  step();
}

void Delivery::on_paper(std::uint32_t row, std::vector<Finding> findings) {
  if (ledgers_.row(row).above) {
    put(make_stub(context_.settings, ledgers_.whole(row)));
    return;
  }
  ReceivedDocument document;
  document.id = files::short_id("d", ledgers_.identity(row));
  document.origin = {.batch = context_.batch_name,
                     .place = ledgers_.place(row),
                     .purpose = context_.purpose,
                     .direction = ledgers_.ledger_of(row).direction,
                     .paper_only = true,
                     .in_ledger = true,
                     .ledger_seen = true};
  document.findings = std::move(findings);
  describe_by(document, {row}, false);
  put(document);
}

void Delivery::deliver_rest() {
  for (std::uint32_t row = 0; row < ledgers_.size(); ++row) {
    if (!answered_[row]) on_paper(row, {});
    step();
  }
}

}  // namespace guidang::receive
