// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/record_parts.h"

#include <algorithm>

#include "pipeline/files/display_name.h"
#include "pipeline/text/fold.h"
#include "stages/receive/codes.h"
#include "stages/receive/names.h"

namespace guidang::receive {
namespace {

Finding finding(std::string_view code, Severity severity, const std::string& path, std::size_t line,
                std::string_view found) {
  return {.code = std::string{code},
          .severity = severity,
          .path = path,
          .place = line == 0 ? std::string{} : std::to_string(line),
          .found = files::display_name(found)};
}

/// The member that the record names; nothing when the path leaves the folder or no file is there.
Member* find_member(Group& group, const std::string& folder, const std::string& written,
                    const std::vector<Entry>& entries) {
  const std::string path = resolve_path({}, text::nfc(written));
  if (path.empty()) return nullptr;
  const std::string wanted = folder.empty() ? path : folder + '/' + path;
  const auto at = std::find_if(group.members.begin(), group.members.end(), [&](const Member& m) {
    return name_text(entries[m.entry].path) == wanted;
  });
  return at == group.members.end() ? nullptr : &*at;
}

}  // namespace

void apply_parts(Group& group, const Sidecar& sidecar, const std::vector<Entry>& entries,
                 std::vector<Finding>& findings) {
  if (!group.record || sidecar.parts.empty()) return;
  const std::string record = files::display_name(entries[group.sidecars.front()].path);
  const std::string folder = name_text(folder_of(entries[group.sidecars.front()].path));
  std::vector<std::uint32_t> listed;
  std::size_t mains = 0;
  for (const SidecarPart& part : sidecar.parts) {
    Member* member = find_member(group, folder, part.file, entries);
    if (member == nullptr) {
      findings.push_back(finding(kNamedPart, Severity::hold, record, part.line, part.file));
      continue;
    }
    member->role = part.role;
    member->order = static_cast<int>(listed.size()) + 1;
    mains += part.role == Role::main ? 1 : 0;
    listed.push_back(member->entry);
  }
  for (Member& member : group.members) {
    if (std::find(listed.begin(), listed.end(), member.entry) != listed.end()) continue;
    findings.push_back(
        finding(kUnnamedPart, Severity::warning, record, 0, entries[member.entry].path));
    if (member.role == Role::main && mains > 0) member.role = Role::attachment;
    // Listed ones keep their order before those that are not.
    member.order += static_cast<int>(sidecar.parts.size());
  }
  arrange(group, entries);
  if (mains != 1 && !group.members.empty()) {
    findings.push_back(finding(kMainChosen, Severity::warning, record, 0,
                               base_of(entries[group.members[group.main].entry].path)));
  }
}

}  // namespace guidang::receive
