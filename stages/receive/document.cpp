// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/document.h"

#include <algorithm>

#include "pipeline/files/digest.h"
#include "pipeline/files/display_name.h"
#include "pipeline/text/document_number.h"
#include "pipeline/text/utf8.h"
#include "stages/receive/codes.h"
#include "stages/receive/names.h"
#include "stages/receive/parts.h"
#include "stages/receive/plain_files.h"
#include "stages/receive/record_parts.h"

namespace guidang::receive {
namespace {

/// The number stands under the red head and above the title.
constexpr std::size_t kNumberLines = 15;

struct SidecarFile {
  std::uint32_t entry = 0;
  std::string_view code{};  ///< why it was not read
  std::string reason{};
  std::string digest{};
  std::optional<Sidecar> content{};
  std::optional<xml::XmlError> error{};
};

std::string number_in_head(const std::string& head) {
  std::string top;
  std::size_t seen = 0;
  for (const std::string_view line : text::lines(head)) {
    if (text::trim(line).empty()) continue;
    top += line;
    top += '\n';
    if (++seen == kNumberLines) break;
  }
  for (const text::FoundNumber& found : text::find_document_numbers(top)) {
    if (!found.suggested) return found.value.to_text();
  }
  return {};
}

class Maker {
 public:
  Maker(const Documents& batch, const Group& group, const Joined& joined)
      : batch_(batch), context_(batch.context), group_(group), joined_(joined), parts_(context_) {}

  Prepared make() {
    bool above = group_.marked || joined_.above;
    for (const std::uint32_t sidecar : group_.sidecars) above = read_sidecar(sidecar) || above;
    if (group_.described && sidecars_.front().content) {
      apply_parts(group_, *sidecars_.front().content, batch_.entries, findings_);
    }
    above = parts_.probe(group_, batch_.entries, above) || above;
    above = number_above() || above;
    if (above) return stub();
    parts_.hold_together();
    keep_all();
    return std::move(prepared_);
  }

 private:
  const Entry& entry(std::uint32_t index) const { return batch_.entries[index]; }
  std::string shown(std::uint32_t index) const { return files::display_name(entry(index).path); }
  static std::string shown(const Part& part) { return files::display_name(part.entry->path); }

  /// Whether it says that the document is above the ceiling.
  bool read_sidecar(std::uint32_t index) {
    SidecarFile& file = sidecars_.emplace_back();
    file.entry = index;
    auto bytes = context_.opener.read(entry(index), context_.settings.sidecar_bytes);
    if (auto* why = std::get_if<Remark>(&bytes)) {
      file.code = why->code;
      file.reason = std::move(why->found);
      return false;
    }
    const std::string& content = std::get<std::string>(bytes);
    file.digest = files::sha256_hex(content);
    auto read = context_.sidecars.read(content, shown(index), context_.gate);
    if (auto* error = std::get_if<xml::XmlError>(&read)) {
      file.error = std::move(*error);
      return context_.gate.above_markup(content);
    }
    file.content = std::move(std::get<Sidecar>(read));
    return file.content->above;
  }

  const Probe* main_probe() const {
    return group_.members.empty() ? nullptr : &parts_.of_batch()[group_.main]->probe;
  }

  bool number_above() {
    if (main_probe() == nullptr) return false;
    const std::string number = number_in_head(main_probe()->head);
    bool above = false;
    if (!number.empty()) prepared_.by_head = batch_.join.by_head(group_, number, above);
    return above;
  }

  /// Everything that was seen is dropped, also how many files lay in its files.
  Prepared stub() {
    Prepared secret;
    std::string content = main_probe() == nullptr ? std::string{} : main_probe()->digest;
    if (content.empty()) {
      content = group_.members.empty() ? entry(group_.sidecars.front()).path
                                       : entry(group_.members[group_.main].entry).path;
    }
    secret.document = make_stub(context_.settings, content);
    secret.exists = true;
    secret.by_head = std::move(prepared_.by_head);
    for (const Part* part : parts_.of_batch()) {
      secret.files.push_back(secret_row(context_, *part->entry, part->probe.digest));
    }
    for (const SidecarFile& file : sidecars_) {
      secret.files.push_back(secret_row(context_, entry(file.entry), file.digest));
    }
    for (FileRow& row : secret.files) row.document = secret.document.id;
    return secret;
  }

  void keep_all() {
    ReceivedDocument& document = prepared_.document;
    prepared_.inside = parts_.inside();
    for (Part* part : parts_.in_order()) keep(*part);
    prepared_.exists = !document.components.list.empty();
    if (main_probe() != nullptr) {
      const std::string& place = entry(group_.members[group_.main].entry).path;
      document.id = files::short_id("d", place + '\0' + main_probe()->digest);
      document.origin.place = files::display_name(place);
    }
    document.origin.batch = context_.batch_name;
    document.origin.purpose = context_.purpose;
    document.origin.direction = group_.direction;
    for (const SidecarFile& file : sidecars_) keep_sidecar(file);
    note_names();
    document.findings = std::move(findings_);
    for (FileRow& row : prepared_.files) {
      const bool belongs = row.state == FileState::component || row.state == FileState::metadata;
      if (prepared_.exists && belongs) row.document = document.id;
    }
  }

  void note_names() {
    if (group_.members.empty()) return;
    const std::uint32_t main = group_.members[group_.main].entry;
    const auto note = [&](std::string_view code, Severity severity, std::string found) {
      findings_.push_back({.code = std::string{code},
                           .severity = severity,
                           .path = shown(main),
                           .found = std::move(found)});
    };
    if (group_.orphan) {
      note(kNoMain, Severity::warning, files::display_name(base_of(entry(main).path)));
    }
    if (!group_.renditions) return;
    std::string names;
    for (const Member& member : group_.members) {
      if (member.role != Role::main && member.role != Role::copy) continue;
      if (!names.empty()) names += ", ";
      names += files::display_name(base_of(entry(member.entry).path));
    }
    note(kRenditions, Severity::note, names);
  }

  void keep(Part& part) {
    if (part.ignored) return pass(part);
    Probe& probe = part.probe;
    std::string_view code = parts_.refusal(part);
    const bool store = (code.empty() || code == kFailed) && !part.archive;
    if (store && !probe.source) code = reopen(part, code);
    if (code.empty() && !part.archive) code = store_component(part);
    if (code == kFailed) quarantine(part);
    FileState state = FileState::refused;
    if (code.empty()) state = part.archive ? FileState::metadata : FileState::component;
    if (code == kFailed) state = FileState::quarantined;
    FileRow row = file_row(context_, *part.entry, state,
                           state == FileState::metadata ? kUnpacked : code, probe.digest);
    row.size = probe.size;
    const bool stored = state == FileState::component || state == FileState::quarantined;
    if (stored) row.digest = probe.digest;
    if (!code.empty()) leave_out(row, part, code);
    if (state == FileState::metadata) {
      report(row, {.code = std::string{kUnpacked},
                   .severity = Severity::note,
                   .path = row.path,
                   .found = unpacked(part.files).found});
    }
    for (Finding& finding : name_findings(row, *part.entry)) report(row, std::move(finding));
    if (code == kFailed || code == kFailedUndeclared) remember(part);
    prepared_.files.push_back(std::move(row));
    probe.source.reset();
    probe.extraction.reset();
  }

  void report(const FileRow& row, Finding finding) {
    prepared_.reports.emplace_back(row.key, std::move(finding));
  }

  void pass(const Part& part) {
    PlainFile file = pass_over(context_, *part.entry);
    for (Finding& finding : file.findings) report(file.row, std::move(finding));
    prepared_.files.push_back(std::move(file.row));
  }

  /// The bytes of the digest that was probed, and no others.
  std::string_view reopen(Part& part, std::string_view code) {
    auto opened = context_.opener.open(*part.entry, context_.settings.file_bytes);
    if (const auto* why = std::get_if<Remark>(&opened)) return why->code;
    if (std::get<Source>(opened).digest() != part.probe.digest) return kChanged;
    part.probe.source = std::move(std::get<Source>(opened));
    return code;
  }

  void read_again(const Part& part, Probe& probe) {
    if (probe.known || probe.extraction || !probe.source) return;
    probe.extraction =
        context_.reader.read(probe.source->fd(), name_text(base_of(part.entry->path)));
  }

  std::string_view store_component(Part& part) {
    Probe& probe = part.probe;
    read_again(part, probe);
    if (!probe.source->unchanged()) return kChanged;
    context_.store.put_object(probe.source->fd(), probe.digest);
    if (!probe.known) context_.store.put_text(probe.digest, *probe.extraction);
    prepared_.document.components.list.push_back(
        {.role = part.role, .digest = probe.digest, .size = probe.size, .name = shown(part)});
    if (!probe.probed) {
      findings_.push_back(
          {.code = std::string{kUnprobed}, .severity = Severity::note, .path = shown(part)});
    }
    return {};
  }

  void quarantine(const Part& part) {
    context_.store.quarantine(part.probe.source->fd(), part.probe.digest, shown(part),
                              part.probe.reason);
  }

  /// A file that failed is not tried again while its reader stays as it is.
  void remember(const Part& part) {
    const Probe& probe = part.probe;
    if (probe.known || !probe.extraction) return;
    Extraction failed = *probe.extraction;
    failed.properties.clear();
    failed.technical.clear();
    context_.store.put_text(probe.digest, failed);
  }

  void leave_out(const FileRow& row, const Part& part, std::string_view code) {
    report(row, {.code = std::string{code},
                 .severity = Severity::hold,
                 .path = row.path,
                 .found = part.probe.reason});
    findings_.push_back({.code = std::string{kPartLeftOut},
                         .severity = Severity::hold,
                         .path = shown(part),
                         .found = std::string{code}});
  }

  void keep_sidecar(const SidecarFile& file) {
    const bool leads = group_.described && file.entry == group_.sidecars.front();
    FileState state = FileState::metadata;
    std::string_view code{};
    Finding finding{.severity = Severity::hold, .path = shown(file.entry)};
    if (!file.code.empty()) {
      state = FileState::refused;
      code = file.code;
      finding.found = file.reason;
    } else if (file.error) {
      state = FileState::quarantined;
      code = kSidecar;
      finding.place = std::to_string(file.error->line);
      finding.found = file.error->message;
    } else if (!leads) {
      code = kPartSidecar;
      finding.severity = Severity::warning;
    } else if (group_.members.empty()) {
      state = FileState::quarantined;
      code = kNamedPart;
      finding.found = "文件夹内没有文件 · no file in its folder";
    }
    if (state == FileState::quarantined) state = quarantine_sidecar(file, finding);
    FileRow row = file_row(context_, entry(file.entry), state, code, file.digest);
    if (state == FileState::quarantined) row.digest = file.digest;
    if (!code.empty()) {
      finding.code = code;
      if (prepared_.exists) findings_.push_back(finding);
      if (!prepared_.exists) prepared_.reports.emplace_back(row.key, finding);
    }
    prepared_.files.push_back(std::move(row));
    if (leads && file.content) use(*file.content);
  }

  FileState quarantine_sidecar(const SidecarFile& file, const Finding& finding) {
    auto opened = context_.opener.open(entry(file.entry), context_.settings.sidecar_bytes);
    auto* source = std::get_if<Source>(&opened);
    if (source == nullptr || source->digest() != file.digest) return FileState::refused;
    const std::string reason = file.error ? file.error->text() : finding.found;
    context_.store.quarantine(source->fd(), file.digest, shown(file.entry), reason);
    return FileState::quarantined;
  }

  void use(const Sidecar& sidecar) {
    Origin& origin = prepared_.document.origin;
    origin.given = sidecar.fields;
    if (origin.direction == Direction::unknown) origin.direction = sidecar.direction;
    findings_.insert(findings_.end(), sidecar.findings.begin(), sidecar.findings.end());
  }

  const Documents& batch_;
  const Context& context_;
  Group group_;
  const Joined& joined_;
  std::vector<SidecarFile> sidecars_{};
  Parts parts_;
  std::vector<Finding> findings_{};
  Prepared prepared_{};
};

}  // namespace

Prepared make_document(const Documents& batch, const Group& group, const Joined& joined) {
  return Maker(batch, group, joined).make();
}

}  // namespace guidang::receive
