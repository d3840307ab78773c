// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"
#include "stages/describe/elements.h"

namespace guidang::describe {

/// What a document of its kind does (文种细类): 印发, 转发, 批转, 任免, 会议 … of a 通知; "" when
/// the title does not say.
[[nodiscard]] std::string_view subtype_of(std::string_view title, std::string_view doctype);

/// The titles of what a document issues or forwards, as its own title names them: of
/// 关于印发《甲办法》和《乙办法》的通知 two, of 转发某局关于某事的通知 one. Inner marks 〈〉 become
/// 《》 in a title that stands alone.
struct InnerTitles {
  std::vector<std::string> titles{};
  bool marked = false;  ///< in book marks; else cut out of the sentence
};
[[nodiscard]] InnerTitles inner_titles(std::string_view title);

/// The titles in the outermost book marks of a text, at most 30.
[[nodiscard]] std::vector<std::string> marked_titles(std::string_view text);

/// Whether a title is that of a document that sends another: 印发, 转发, 批转, 发布.
[[nodiscard]] bool sends_text(std::string_view title);

/// Offers subtype and inner titles: from the settled title, from 现将《…》印发给你们, and from the
/// heading of the text that follows the signature.
void find_sent(const Reading& reading, const Description& settled, Candidates& out);

}  // namespace guidang::describe
