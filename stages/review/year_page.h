// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "stages/review/year_check.h"

namespace guidang::review {

/// What the page prints besides the report.
struct PageHead {
  std::string fonds_code{};
  std::string fonds_name{};
  std::string chain_head{};
};

/// 年度归档检查单: the report as one page to print, `<year>年度归档检查单.html` and `.pdf` in
/// `folder`, which is made when it is not there. Gives the path of the PDF. Throws Failure.
std::filesystem::path write_page(const YearReport& report, const PageHead& head,
                                 const std::filesystem::path& data_root,
                                 const std::filesystem::path& folder);

/// "2024-06-30 还有 167 天（工作日 111 天）": a deadline in one line of its language.
[[nodiscard]] std::string line_of(const Deadline& deadline, Language language);

}  // namespace guidang::review
