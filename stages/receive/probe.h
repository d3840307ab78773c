// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/intake.h"
#include "stages/receive/gate.h"
#include "stages/receive/opener.h"
#include "stages/receive/source.h"

namespace guidang::receive {

/// What looking at one file gave. Nothing has been kept yet.
struct Probe {
  std::string_view code{};  ///< why it was not opened; "" when it was
  std::string digest{};
  std::uint64_t size = 0;
  TextState state = TextState::no_reader;
  bool probed = false;                     ///< there was text (or nothing at all) to look at, and
                                           ///< it was not recognised in pictures
  bool above = false;                      ///< a mark above the ceiling
  std::string reason{};                    ///< for TextState::failed, and behind `code`
  std::string head{};                      ///< beginning of the text
  bool known = false;                      ///< was probed and stored before
  bool archive = false;                    ///< holds nothing but `members`
  std::vector<guidang::Member> members{};  ///< what lies in it
  std::optional<Source> source{};          ///< dropped when a document has many or large files
  std::optional<Extraction> extraction{};  ///< absent when `known`, or dropped with the source
};

/// Opens, digests and probes a file; only digests it unless `look`.
[[nodiscard]] Probe probe_file(Opener& opener, const Entry& entry, std::uint64_t limit, bool look,
                               Reader& reader, ContentStore& store, const Gate& gate);

/// What is stored of reading these bytes, unless its reader could say more by now.
[[nodiscard]] std::optional<ComponentText> known_text(const std::string& digest,
                                                      const Reader& reader, ContentStore& store);

}  // namespace guidang::receive
