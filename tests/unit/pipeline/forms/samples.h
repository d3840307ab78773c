// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/files/fd.h"
#include "pipeline/forms/book.h"
#include "tests/support/temp_folder.h"

namespace guidang::forms::test {

inline const std::filesystem::path kRoot = GUIDANG_SOURCE_DIR;

/// A form with every element of the language.
inline Form sampler() { return Form::load(kRoot, kRoot / "tests/unit/pipeline/forms/sampler.xml"); }
inline Form items_list() { return Form::load(kRoot, kRoot / "tests/unit/pipeline/forms/data/items-list.xml"); }

/// One file of a book with one sheet.
struct Written {
  std::string bytes{};
  Report report{};
};
inline Written write(const Form& form, const std::string& suffix, const Values& sheet,
                     const std::vector<Values>& rows = {}) {
  const guidang::test::TempFolder folder;
  Formats formats{.html = suffix == "html",
                  .pdf = suffix == "pdf",
                  .csv = suffix == "csv",
                  .xlsx = suffix == "xlsx"};
  Book book(form, folder.path(), "book", formats);
  book.sheet(sheet);
  for (const Values& row : rows) book.row(row);
  book.finish();
  return {files::read_file(folder.path() / ("book." + suffix), 1U << 30), book.report()};
}

inline std::size_t count(std::string_view text, std::string_view word) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string_view::npos;
       at += word.size()) {
    ++found;
  }
  return found;
}

/// How many pages the page tree of a PDF counts; cairo writes it in the open.
inline std::size_t pages(std::string_view pdf) {
  const std::size_t at = pdf.rfind("/Type /Pages");
  if (at == std::string_view::npos) return 0;
  const std::size_t number = pdf.find("/Count ", at);
  return number == std::string_view::npos ? 0 : std::stoul(std::string(pdf.substr(number + 7, 10)));
}

}  // namespace guidang::forms::test
