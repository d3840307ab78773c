// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/rows_taker.h"

#include <nlohmann/json.hpp>

#include "pipeline/account.h"
#include "pipeline/facts_json.h"
#include "pipeline/failure.h"
#include "stages/package/register_reader.h"

namespace guidang::bag {
namespace {

using nlohmann::json;

Failure refused(const std::string& what) {
  return Failure(what, "恢复到新的全宗库 restore into a new home", ExitStatus::usage);
}

Finding finding_from(const json& row) {
  Finding finding{.code = row.at("code").get<std::string>(),
                  .path = row.at("path").get<std::string>(),
                  .place = row.at("place").get<std::string>(),
                  .found = row.at("found").get<std::string>(),
                  .expected = row.at("expected").get<std::string>(),
                  .citations = row.at("citations").get<std::vector<std::string>>()};
  const auto severity = row.at("severity").get<std::string>();
  for (const Severity one :
       {Severity::note, Severity::warning, Severity::hold, Severity::give_back}) {
    if (to_text(one) == severity) finding.severity = one;
  }
  return finding;
}

FileRow file_from(const json& row) {
  FileRow file{.key = row.at("key").get<std::string>(),
               .batch = row.at("batch").get<std::string>(),
               .path = row.at("path").get<std::string>(),
               .code = row.at("code").get<std::string>(),
               .digest = row.at("digest").get<std::string>(),
               .size = row.at("size").get<std::uint64_t>(),
               .document = row.at("document").get<std::string>()};
  const auto state = row.at("state").get<std::string>();
  for (std::size_t i = 0; i < kFileStates.size(); ++i) {
    if (kFileStates[i] == state) file.state = static_cast<FileState>(i);
  }
  return file;
}

}  // namespace

RowsTaker::RowsTaker(Home& home, std::string_view what, RebuildReport& report)
    : home_(home),
      report_(report),
      records_(home.registry()),
      commit_(home.registry(), what),
      taken_(home.registry().database().prepare(
          "SELECT 1 FROM ledger WHERE (series = ?1 AND number = ?2) OR code = ?3")) {}

void RowsTaker::take(const json& row) {
  for (const std::string& digest : originals_of(row)) require_original(digest);
  const auto what = row.at("row").get<std::string>();
  if (what == "record") return open_record(row);
  if (what == "fact") return add_fact(row);
  if (what == "finding") {
    return findings_[{row.at("subject").get<std::string>(), row.at("stage").get<std::string>()}]
        .push_back(finding_from(row));
  }
  if (what == "decision") return put_decision(row);
  if (what == "file") return commit_.put_file(file_from(row));
  if (what == "pin") return pin(row);
  if (what == "ledger") return put_ledger(row);
  if (what == "seal") put_seal(row);
}

void RowsTaker::finish() {
  close_record();
  commit_.finish();
}

void RowsTaker::require_original(const std::string& digest) {
  if (digest.size() == 64 && digest.find_first_not_of("0123456789abcdef") == std::string::npos &&
      home_.objects().has(digest)) {
    return;
  }
  throw Failure("移交包没有原件 the bundle lacks the original " + digest,
                "请移交单位重新移交 ask for the bundle again");
}

void RowsTaker::open_record(const json& row) {
  close_record();
  record_ = row.at("id").get<std::string>();
  document_ = row.at("kind").get<std::string>() == "d";
  // What the home has already may be joined otherwise there, or lie under another number.
  if (records_.exists(record_)) {
    throw refused("全宗库中已有记录 the home already has the record " + record_);
  }
  ++(document_ ? report_.documents : report_.items);
}

void RowsTaker::add_fact(const json& row) {
  const auto name = row.at("kind").get<std::string>();
  for (std::size_t kind = 0; kind < kFactKinds; ++kind) {
    if (kFactNames[kind] != name) continue;
    facts_.push_back({.author = {.revision = row.at("revision").get<int>()},
                      .stage = row.at("stage").get<std::string>(),
                      .fact = fact_from_json(static_cast<FactKind>(kind), row.at("value"))});
    return;
  }
}

void RowsTaker::put_decision(const json& row) {
  commit_.put_decision(row.at("record").get<std::string>(), row.at("field").get<std::string>(),
                       {.value = row.at("value").get<std::string>(),
                        .by = row.at("by").get<std::string>(),
                        .date = row.at("date").get<std::string>(),
                        .why = row.at("why").get<std::string>()});
}

/// Facts before the pin: behind it, the register would take them for amendments.
void RowsTaker::pin(const json& row) {
  close_record();
  commit_.pin(row.at("record").get<std::string>(), report_.year, row.at("edition").get<int>());
}

void RowsTaker::close_record() {
  if (record_.empty()) return;
  if (document_) {
    ReceivedDocument document{.id = record_};
    for (const Written& written : facts_) {
      if (const auto* origin = std::get_if<Origin>(&written.fact)) document.origin = *origin;
      if (const auto* list = std::get_if<Components>(&written.fact)) document.components = *list;
    }
    document.findings = findings_[{record_, "receive"}];
    commit_.put_document(document);
  }
  for (Written& written : facts_) {
    written.author.stage = written.stage;
    commit_.put_fact(record_, written.author, written.fact);
  }
  for (const auto& [key, list] : findings_) commit_.set_findings(key.first, key.second, list);
  facts_.clear();
  findings_.clear();
  record_.clear();
}

void RowsTaker::put_ledger(const json& row) {
  const LedgerRow number{.series = row.at("series").get<std::string>(),
                         .number = row.at("number").get<std::uint32_t>(),
                         .code = row.at("code").get<std::string>(),
                         .state = row.at("state").get<std::string>(),
                         .item = row.at("item").get<std::string>(),
                         .year = report_.year,
                         .edition = row.at("edition").get<int>(),
                         .note = row.at("note").get<std::string>()};
  if (taken_.bind(number.series, number.number, number.code).step()) {
    throw refused("台账中已有此号 the ledger has this number already: " + number.code);
  }
  taken_.reset();
  commit_.put_ledger(number);
  ++report_.numbers;
}

void RowsTaker::put_seal(const json& row) {
  commit_.put_seal({.year = report_.year,
                    .edition = row.at("edition").get<int>(),
                    .by = row.at("by").get<std::string>(),
                    .checked_by = row.at("checked_by").get<std::string>(),
                    .date = row.at("date").get<std::string>(),
                    .left_held = row.at("left_held").get<std::uint32_t>(),
                    .why = row.at("why").get<std::string>()});
}

}  // namespace guidang::bag
