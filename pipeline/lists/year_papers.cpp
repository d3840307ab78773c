// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "pipeline/lists/all_papers.h"
#include "pipeline/lists/box_papers.h"
#include "pipeline/lists/filed_papers.h"
#include "pipeline/lists/list_row.h"
#include "pipeline/lists/volume_papers.h"

namespace guidang::lists {
namespace {

constexpr auto kItem = Arrangement::item;
constexpr auto kVolume = Arrangement::volume;

/// In the order in which an archivist prints them.
constexpr std::array kForms{
    Paper{"stamps", &kFiledLines, kItem, print_stamps},
    Paper{"filed", &kFiledLines, kItem, print_filed_list},
    Paper{"filed-cover", &kFiledLines, kItem, print_filed_cover},
    Paper{"box-cover", &kFiledLines, kItem, print_box_cover},
    Paper{"box-spine", &kFiledLines, kItem, print_box_spine},
    Paper{"box-note", &kFiledLines, kItem, print_box_note},
    Paper{"volume-cover", &kFiledLines, kVolume, print_volume_cover},
    Paper{"volume-spine", &kFiledLines, kVolume, print_volume_spine},
    Paper{"volume-items", &kFiledLines, kVolume, print_volume_items},
    Paper{"volume-note", &kFiledLines, kVolume, print_volume_note},
    Paper{"volumes", &kFiledLines, kVolume, print_volumes},
    Paper{"full-index", &kFiledLines, kVolume, print_full_index, {"volumes", "volume-items"}},
    Paper{"not-filed", &kNotFiledLines, std::nullopt, print_not_filed},
};

}  // namespace

std::span<const Paper> year_papers() { return kForms; }

}  // namespace guidang::lists
