// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/probe.h"

#include "pipeline/technical.h"
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

void look_inside(Probe& probe, Extraction& extraction, std::string_view name) {
  name_packed(extraction, name);
  probe.archive = is_archive(extraction);
  probe.members = std::move(extraction.members);
  extraction.members.clear();
}

bool holds_files(const ComponentText& text) {
  return text.technical.contains(std::string{technical::kAttachments});
}

}  // namespace

std::optional<ComponentText> known_text(const std::string& digest, const Reader& reader,
                                        ContentStore& store) {
  auto text = store.find_text(digest);
  if (!text || text->reader.empty()) return std::nullopt;
  if (reader.revision_of(text->reader) != text->revision) return std::nullopt;
  return text;
}

Probe probe_file(Opener& opener, const Entry& entry, std::uint64_t limit, bool look, Reader& reader,
                 ContentStore& store, const Gate& gate) {
  Probe probe;
  auto opened = opener.open(entry, limit);
  if (auto* why = std::get_if<Remark>(&opened)) {
    probe.code = why->code;
    probe.reason = std::move(why->found);
    probe.above = gate.above_path(probe.reason);
    return probe;
  }
  Source& source = std::get<Source>(opened);
  probe.digest = source.digest();
  probe.size = source.size();
  if (!look) return probe;
  const std::string name = name_text(base_of(entry.path));
  if (const auto text = known_text(probe.digest, reader, store)) {
    const auto pages =
        text->state == TextState::read ? store.pages(*text) : std::vector<std::string>{};
    probe.known = true;
    probe.reason = text->reason;
    probe.above = gate.above_text(pages);
    look_at(probe, text->state, text->reader, pages);
    // What lies in a file is never stored, so that no listing can tell of a secret.
    if (holds_files(*text)) {
      Extraction again = reader.read(source.fd(), name);
      look_inside(probe, again, name);
    }
  } else {
    Extraction extraction = reader.read(source.fd(), name);
    probe.reason = extraction.reason;
    probe.above = gate.above(extraction);
    look_at(probe, extraction.state, extraction.reader, extraction.pages);
    look_inside(probe, extraction, name);
    probe.extraction = std::move(extraction);
  }
  // A reason may quote the name of what it could not read.
  probe.above = probe.above || gate.above_path(probe.reason);
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
