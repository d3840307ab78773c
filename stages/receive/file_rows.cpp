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
  return {.key = files::short_id("f", text),
          .batch = context.batch_name,
          .state = FileState::refused,
          .code = std::string{kAboveCeiling}};
}

ReceivedDocument make_stub(const Settings& settings, std::string_view content) {
  ReceivedDocument stub;
  stub.id = files::short_id("d", stub_text(settings, content));
  stub.stub = true;
  stub.findings.push_back({.code = std::string{kAboveCeiling}, .found = "1 件"});
  return stub;
}

}  // namespace guidang::receive
