// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/lists/paper.h"

namespace guidang::lists {

/// 档案盒封面, a sheet for each box.
void print_box_cover(const PaperYear& year, Binder& binder);
/// 档案盒盒脊, a line for each box, to be cut out.
void print_box_spine(const PaperYear& year, Binder& binder);
/// 备考表 of DA/T 22, a sheet for each box.
void print_box_note(const PaperYear& year, Binder& binder);

}  // namespace guidang::lists
