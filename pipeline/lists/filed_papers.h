// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/lists/paper.h"

namespace guidang::lists {

/// 归档文件目录: a sheet for each series, each with its count, first and last code.
void print_filed_list(const PaperYear& year, Binder& binder);
/// 归档文件目录封面, one for each series.
void print_filed_cover(const PaperYear& year, Binder& binder);
/// 归档章: one for each item, in order of the codes.
void print_stamps(const PaperYear& year, Binder& binder);
/// 不归档清单.
void print_not_filed(const PaperYear& year, Binder& binder);

}  // namespace guidang::lists
