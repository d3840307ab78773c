// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/probe.h"

#include "stages/receive/codes.h"
#include "stages/receive/names.h"

namespace guidang::receive {
namespace {

/// Recognised text may show a mark; that it shows none proves nothing.
void look_at(Probe& probe, TextState state, std::string_view reader,
             std::span<const std::string> pages) {
  probe.state = state;
  probe.head = head_of(pages);
  probe.probed = probe.size == 0 ||
                 (state == TextState::read && has_text(pages) && !reader.ends_with(kRecognised));
}

}  // namespace

Probe probe_file(int rootfd, const std::string& path, std::uint64_t limit, bool look,
                 Reader& reader, ContentStore& store, const Gate& gate) {
  Probe probe;
  auto opened = open_source(rootfd, path, limit);
  if (const auto* code = std::get_if<std::string_view>(&opened)) {
    probe.code = *code;
    return probe;
  }
  Source& source = std::get<Source>(opened);
  probe.digest = source.digest();
  probe.size = source.size();
  if (!look) return probe;
  if (const auto text = store.find_text(probe.digest)) {
    const auto pages =
        text->state == TextState::read ? store.pages(*text) : std::vector<std::string>{};
    probe.known = true;
    probe.reason = text->reason;
    probe.above = gate.above_text(pages);
    look_at(probe, text->state, text->reader, pages);
  } else {
    Extraction extraction = reader.read(source.fd(), name_text(base_of(path)));
    probe.reason = extraction.reason;
    probe.above = gate.above(extraction);
    look_at(probe, extraction.state, extraction.reader, extraction.pages);
    probe.extraction = std::move(extraction);
  }
  if (!source.unchanged()) {
    // What was read may be neither the old bytes nor the new.
    Probe changed;
    changed.code = kChanged;
    changed.above = probe.above;
    return changed;
  }
  probe.source = std::move(source);
  return probe;
}

}  // namespace guidang::receive
