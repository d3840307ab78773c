// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/findings/finding.h"
#include "stages/describe/elements.h"

namespace guidang::describe {

/// 附件, 附件2, 附件1：某表, 附：某表 at the start of a line.
struct AnnexLabel {
  std::size_t length = 0;  ///< bytes of the flat line, colon included; 0 when there is no label
  bool numbered = false;
  bool titled = false;  ///< something follows the colon
};
[[nodiscard]] AnnexLabel annex_label(std::string_view flat);

/// An annex (附件) bound with the document: its text stands behind the signature.
struct Annex {
  std::string heading{};  ///< 附件2
  std::string title{};    ///< "" when none stands below
  std::string place{};
  bool follows_signature = false;
};
[[nodiscard]] std::vector<Annex> read_annexes(const Reading& reading);

/// Han characters, Latin letters and digits of a name: what two spellings of it share.
[[nodiscard]] std::string letters_of(std::string_view text);

/// DSC-131 when the list and what is bound name different annexes. Nothing is said where no annex
/// is bound: they may be files of their own.
void report_annexes(const std::vector<std::string>& listed, const std::string& place,
                    const std::vector<Annex>& annexes, std::vector<Finding>& findings);

}  // namespace guidang::describe
