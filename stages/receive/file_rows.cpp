// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/digest.h"
#include "pipeline/files/display_name.h"
#include "stages/receive/codes.h"
#include "stages/receive/document.h"

namespace guidang::receive {
namespace {

constexpr char kPart = '\0';

std::string stub_text(const Settings& settings, std::string_view content) {
  std::string text = "stub";
  text += kPart;
  text += settings.fonds;
  text += kPart;
  text += content;
  return text;
}

std::string hex(std::string_view bytes) {
  std::string digits;
  for (const char c : bytes) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    digits += kDigits[byte >> 4U];
    digits += kDigits[byte & 15U];
  }
  return digits;
}

/// Several members of an archive may bear one name.
std::string member_text(const Entry& entry) {
  return entry.inside ? kPart + std::to_string(entry.inside->index) : std::string{};
}

}  // namespace

FileRow file_row(const Context& context, const Entry& entry, FileState state, std::string_view code,
                 std::string_view identity) {
  std::string text = "file";
  text += kPart;
  text += context.batch_name;
  text += kPart;
  text += entry.path;
  text += kPart;
  text += identity;
  text += member_text(entry);
  return {.key = files::short_id("f", text),
          .batch = context.batch_name,
          .path = files::display_name(entry.path),
          .state = state,
          .code = std::string{code}};
}

FileRow secret_row(const Context& context, const Entry& entry, std::string_view identity) {
  std::string text = stub_text(context.settings, entry.path);
  text += kPart;
  text += identity;
  text += member_text(entry);
  return {.key = files::short_id("f", text),
          .batch = context.batch_name,
          .state = FileState::refused,
          .code = std::string{kAboveCeiling}};
}

std::vector<Finding> name_findings(const FileRow& row, const Entry& entry) {
  std::vector<Finding> findings;
  if (row.path != entry.path) {
    findings.push_back({.code = std::string{kOddName},
                        .severity = Severity::warning,
                        .path = row.path,
                        .found = row.path});
  }
  if (entry.inside && !entry.inside->raw_name.empty()) {
    findings.push_back({.code = std::string{kRawName},
                        .severity = Severity::note,
                        .path = row.path,
                        .found = entry.inside->encoding + ' ' + hex(entry.inside->raw_name)});
  }
  return findings;
}

ReceivedDocument make_stub(const Settings& settings, std::string_view content) {
  ReceivedDocument stub;
  stub.id = files::short_id("d", stub_text(settings, content));
  stub.stub = true;
  stub.findings.push_back({.code = std::string{kAboveCeiling}, .found = "1 件"});
  return stub;
}

}  // namespace guidang::receive
