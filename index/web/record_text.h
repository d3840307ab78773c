// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "index/card.h"
#include "index/marks.h"
#include "index/web/record_view.h"
#include "pipeline/register/text_store.h"

namespace guidang::web {

/// The text page by page. The index holds it without the bounds of files, and of an opened item
/// only what everybody gets; the store of texts knows both. Pages that the index holds, too, have
/// its marks, others those of `marker` (may be null). `texts` may be null: then all pages stand by
/// themselves.
///
/// Strangers get the pages of the index and no others: `whole` is for the staff.
[[nodiscard]] std::vector<TextPage> text_of(const index::Card& card,
                                            std::span<const FileView> files, TextStore* texts,
                                            bool whole, const index::Marker* marker = nullptr);

/// What one screen shows of a text, in bytes.
inline constexpr std::size_t kTextScreen = std::size_t{96} << 10;

/// Pages so cut that none is longer than a screen: at line ends where there are some, never inside
/// a character or a mark. Pieces keep the number of their page.
[[nodiscard]] std::vector<TextPage> cut_long_pages(std::vector<TextPage> pages,
                                                   std::size_t screen = kTextScreen);

/// Some pages on end that make up a screen.
struct Screen {
  std::size_t first = 0;  ///< index of its first page
  std::size_t count = 0;
  std::size_t first_mark = 1;  ///< number of its first mark, from 1 through the whole text
  std::size_t marks = 0;
};

/// Never empty; every page is in one screen.
[[nodiscard]] std::vector<Screen> screens_of(std::span<const TextPage> pages,
                                             std::size_t screen = kTextScreen);

}  // namespace guidang::web
