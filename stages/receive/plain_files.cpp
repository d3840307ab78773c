// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/plain_files.h"

#include "pipeline/files/digest.h"
#include "pipeline/files/display_name.h"
#include "stages/receive/codes.h"
#include "stages/receive/ledger_book.h"
#include "stages/receive/names.h"

namespace guidang::receive {
namespace {

PlainFile plain(const Context& context, const Entry& entry, FileState state, std::string_view code,
                std::string_view digest, Finding finding) {
  PlainFile file{.row = file_row(context, entry, state, code, digest)};
  if (code.empty()) return file;
  finding.code = code;
  finding.path = file.row.path;
  if (entry.inside) file.findings = name_findings(file.row, entry);
  file.findings.insert(file.findings.begin(), std::move(finding));
  return file;
}

/// Metadata that cannot be used goes to quarantine, unless a mark is in it.
PlainFile unusable(const Context& context, const Entry& entry, const std::string& bytes,
                   std::string_view code, Finding finding) {
  const std::string digest = files::sha256_hex(bytes);
  if (entry.marked || context.gate.above_markup(bytes)) {
    return {.row = secret_row(context, entry, digest)};
  }
  auto opened = context.opener.open(entry, bytes.size());
  const auto* source = std::get_if<Source>(&opened);
  if (source == nullptr || source->digest() != digest) {
    return plain(context, entry, FileState::refused, kChanged, digest, {});
  }
  finding.severity = Severity::hold;
  context.store.quarantine(source->fd(), digest, files::display_name(entry.path),
                           std::string{code} + ' ' + finding.place + ' ' + finding.found);
  PlainFile file = plain(context, entry, FileState::quarantined, code, digest, std::move(finding));
  file.row.digest = digest;
  file.row.size = bytes.size();
  return file;
}

std::string_view code_of(const Entry& entry) {
  if (entry.missing) return kNotThere;
  switch (entry.refusal) {
    case files::WalkRefusal::too_deep:
    case files::WalkRefusal::path_too_long:
      return kTooDeep;
    case files::WalkRefusal::link:
    case files::WalkRefusal::not_a_file:
      return kNoRegularFile;
    case files::WalkRefusal::changed:
      return kChanged;
    case files::WalkRefusal::unreadable:
    case files::WalkRefusal::none:
      return kUnreadable;
  }
  return kUnreadable;
}

}  // namespace

ReadBatchFile read_batch_file(const Context& context, const Entry& entry) {
  auto read = context.opener.read(entry, context.settings.sidecar_bytes);
  if (const auto* why = std::get_if<Remark>(&read)) {
    return {.file = plain(context, entry, FileState::refused, why->code, {},
                          {.severity = Severity::hold})};
  }
  const std::string& bytes = std::get<std::string>(read);
  auto parsed = context.sidecars.read_batch(bytes, entry.path);
  if (const auto* error = std::get_if<xml::XmlError>(&parsed)) {
    return {.file = unusable(context, entry, bytes, kBatchFile,
                             {.place = std::to_string(error->line), .found = error->message})};
  }
  ReadBatchFile batch{.content = std::move(std::get<BatchFile>(parsed))};
  const std::string digest = files::sha256_hex(bytes);
  batch.file.row = entry.marked ? secret_row(context, entry, digest)
                                : file_row(context, entry, FileState::metadata, {}, digest);
  return batch;
}

PlainFile read_ledger(const Context& context, const Entry& entry, Ledgers& ledgers) {
  auto read = context.opener.read(entry, context.settings.ledger_bytes);
  if (const auto* why = std::get_if<Remark>(&read)) {
    if (entry.marked) return {.row = secret_row(context, entry, {})};
    return plain(context, entry, FileState::refused, why->code, {},
                 {.severity = Severity::hold, .found = why->found});
  }
  const std::string& bytes = std::get<std::string>(read);
  const LedgerRule& rule = context.settings.ledgers[entry.rule];
  const std::string shown = files::display_name(entry.path);
  std::vector<Finding> findings;
  const LedgerFile added = add_ledger_file({.path = entry.path,
                                            .shown = shown,
                                            .name = std::string{base_of(shown)},
                                            .kind = rule.kind,
                                            .direction = rule.direction,
                                            .above = entry.marked},
                                           bytes, context.reader, context.gate, ledgers, findings);
  const std::string digest = files::sha256_hex(bytes);
  if (entry.marked || added.above) return {.row = secret_row(context, entry, digest)};
  if (!added.damage.empty() && !context.declared) {
    return plain(context, entry, FileState::refused, kFailedUndeclared, digest,
                 {.severity = Severity::hold, .found = added.damage});
  }
  if (!added.known) {
    return unusable(context, entry, bytes, kNoLedger, {.place = "1", .found = added.damage});
  }
  PlainFile file{.row = file_row(context, entry, FileState::metadata, {}, digest),
                 .findings = std::move(findings)};
  file.row.size = bytes.size();
  if (entry.inside) {
    for (Finding& finding : name_findings(file.row, entry)) {
      file.findings.push_back(std::move(finding));
    }
  }
  return file;
}

PlainFile pass_over(const Context& context, const Entry& entry) {
  if (entry.marked) return {.row = secret_row(context, entry, {})};
  if (entry.remark && entry.kind != EntryKind::ignored) {
    const bool archive = entry.kind == EntryKind::archive;
    return plain(
        context, entry, archive ? FileState::metadata : FileState::refused, entry.remark->code, {},
        {.severity = archive ? Severity::note : Severity::hold, .found = entry.remark->found});
  }
  if (entry.kind != EntryKind::ignored) {
    return plain(context, entry, FileState::refused, code_of(entry), {},
                 {.severity = Severity::hold});
  }
  const std::vector<IgnoreRule>& usual = context.settings.ignored;
  const IgnoreRule& rule = entry.rule < usual.size()
                               ? usual[entry.rule]
                               : context.more_ignored[entry.rule - usual.size()];
  return plain(context, entry, FileState::ignored, kIgnored, {},
               {.severity = Severity::note, .found = rule.why, .expected = rule.name});
}

}  // namespace guidang::receive
