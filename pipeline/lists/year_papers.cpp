// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "pipeline/lists/all_papers.h"
#include "pipeline/lists/box_papers.h"
#include "pipeline/lists/filed_papers.h"
#include "pipeline/lists/list_row.h"
#include "pipeline/lists/volume_papers.h"

namespace guidang::lists {
namespace {

/// In the order in which an archivist prints them. An office may have bound volumes in one year and
/// filed items in another: what a year holds decides, not the profile of today.
constexpr std::array kForms{
    Paper{"stamps", &kFiledLines, std::nullopt, print_stamps},
    Paper{"filed", &kFiledLines, std::nullopt, print_filed_list},
    Paper{"filed-cover", &kFiledLines, std::nullopt, print_filed_cover},
    Paper{"box-cover", &kFiledLines, std::nullopt, print_box_cover},
    Paper{"box-spine", &kFiledLines, std::nullopt, print_box_spine},
    Paper{"box-note", &kFiledLines, std::nullopt, print_box_note},
    Paper{"volume-cover", &kBoundLines, std::nullopt, print_volume_cover},
    Paper{"volume-spine", &kBoundLines, std::nullopt, print_volume_spine},
    Paper{"volume-items", &kBoundLines, std::nullopt, print_volume_items},
    Paper{"volume-note", &kBoundLines, std::nullopt, print_volume_note},
    Paper{"volumes", &kBoundLines, std::nullopt, print_volumes},
    Paper{"full-index", &kBoundLines, std::nullopt, print_full_index, {"volumes", "volume-items"}},
    Paper{"not-filed", &kNotFiledLines, std::nullopt, print_not_filed},
};

}  // namespace

std::span<const Paper> year_papers() { return kForms; }

}  // namespace guidang::lists
