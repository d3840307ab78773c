// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/probe.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "pipeline/technical.h"
#include "stages/receive/codes.h"
#include "stages/receive/names.h"

namespace guidang::receive {
namespace {

/// Pages with text of their own; on a recognised page a mark may show, but that none shows proves
/// nothing.
template <typename Read>
bool has_own_text(const Read& read, std::span<const std::string> pages) {
  auto written = static_cast<std::uint64_t>(
      std::ranges::count_if(pages, [](const std::string& page) { return has_text({&page, 1}); }));
  const auto recognised = read.technical.find(std::string{technical::kOcrPages});
  if (recognised == read.technical.end()) return written > 0;
  std::uint64_t count = 0;
  const std::string& digits = recognised->second;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return written > count;
}

/// `Read` is an Extraction or what the store keeps of one.
template <typename Read>
void look_at(Probe& probe, const Read& read, std::span<const std::string> pages) {
  probe.state = read.state;
  probe.head = head_of(pages);
  probe.probed = probe.size == 0 || (read.state == TextState::read && has_own_text(read, pages));
}

void look_inside(Probe& probe, Extraction& extraction, std::string_view name) {
  name_packed(extraction, name);
  probe.archive = is_archive(extraction);
  probe.members = std::move(extraction.members);
  extraction.members.clear();
}

bool holds_files(const ComponentText& text) {
  const auto count = text.technical.find(std::string{technical::kAttachments});
  return count != text.technical.end() && count->second != "0";
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
    look_at(probe, *text, pages);
    // What lies in a file is never stored, so that no listing can tell of a secret.
    if (holds_files(*text)) {
      Extraction again = reader.read(source.fd(), name);
      look_inside(probe, again, name);
    }
  } else {
    Extraction extraction = reader.read(source.fd(), name);
    probe.reason = extraction.reason;
    probe.above = gate.above(extraction);
    look_at(probe, extraction, extraction.pages);
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
