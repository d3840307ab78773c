// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/runner/intake_writer.h"

namespace guidang {

IntakeWriter::IntakeWriter(Register& target, std::string run, std::string at, Progress& progress,
                           std::stop_token stop, Account& account, std::vector<RecordId>& documents)
    : target_(target),
      run_(std::move(run)),
      at_(std::move(at)),
      progress_(progress),
      stop_(std::move(stop)),
      account_(account),
      documents_(documents) {}

Commit& IntakeWriter::commit() {
  if (!commit_) commit_.emplace(target_, "receive", run_, at_);
  return *commit_;
}

void IntakeWriter::put(const FileRow& row) {
  ++account_.files[static_cast<std::size_t>(row.state)];
  commit().put_file(row);
  findings_.try_emplace(row.key);
}

void IntakeWriter::put(const ReceivedDocument& document) {
  documents_.push_back(document.id);
  commit().put_document(document);
}

void IntakeWriter::report(const std::string& key, const Finding& finding) {
  findings_[key].push_back(finding);
}

void IntakeWriter::flush_findings() {
  for (const auto& [key, findings] : findings_) commit().set_findings(key, "receive", findings);
  findings_.clear();
}

void IntakeWriter::may_commit() {
  flush_findings();
  if (!commit_) return;
  changed_ += commit_->changed() ? 1U : 0U;
  commit_->finish();
  commit_.reset();
  if (stop_.stop_requested()) throw Interrupted{};
}

void IntakeWriter::progress(std::uint64_t done, std::uint64_t total) {
  if (!begun_) progress_.begin("receive", total);
  begun_ = true;
  progress_.advance(done);
}

void IntakeWriter::finish() {
  may_commit();
  if (!begun_) progress_.begin("receive", 0);
  progress_.end(changed_, false);
}

}  // namespace guidang
