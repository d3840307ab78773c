// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/lists/paper.h"

namespace guidang::lists {

/// 案卷封面 (GB/T 9705-2008, COV-01), a sheet for each volume.
void print_volume_cover(const PaperYear& year, Binder& binder);
/// 案卷脊背, a line for each volume, to be cut out.
void print_volume_spine(const PaperYear& year, Binder& binder);
/// 卷内文件目录 (VCL-01, VCL-02), a sheet for each volume.
void print_volume_items(const PaperYear& year, Binder& binder);
/// 卷内备考表 (NOTE-01), a sheet for each volume.
void print_volume_note(const PaperYear& year, Binder& binder);
/// 案卷目录: a sheet for each directory and period, a line for each volume.
void print_volumes(const PaperYear& year, Binder& binder);
/// 全引目录 (ALL-01…03): a book for each directory and period, with 立卷说明, 案卷目录 and all
/// 卷内文件目录.
void print_full_index(const PaperYear& year, Binder& binder);

}  // namespace guidang::lists
