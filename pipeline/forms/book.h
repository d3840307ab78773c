// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/forms/form.h"

namespace guidang::forms {

/// What a book is written as. Tables only of forms that have lines.
struct Formats {
  bool html = true;
  bool pdf = true;
  bool csv = true;
  bool xlsx = false;
};

/// What a reader of the PDF should know.
struct Report {
  /// Characters that no font has, and how often each was drawn as a box with its number.
  std::map<char32_t, std::size_t> missing{};
  /// Texts too long for their box even in the least size: cut there with a sign (※1), and printed
  /// whole behind their sheet.
  std::size_t moved = 0;
};

/// Sheets of one form bound into one book: `<stem>.html`, `.pdf`, `.csv`, `.xlsx` in a folder. A
/// sheet begins on a new page and has as many lines as it is given, over as many pages as they
/// need. Lines are written as they come: memory does not grow with the book. Equal calls give equal
/// bytes. Used by one thread; several books may be written by several threads.
class Book {
 public:
  /// The folder exists. Throws Failure when a file cannot be made or the fonts are missing.
  Book(const Form& form, const std::filesystem::path& folder, const std::string& stem,
       Formats formats = {});
  /// The same of several forms in any order of sheets, such as 全引目录. A table has the lines of
  /// the first form.
  Book(std::vector<Form> forms, const std::filesystem::path& folder, const std::string& stem,
       Formats formats = {});
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  /// Begins the next sheet. Values under names that the form lacks are left out.
  void sheet(const Values& values);
  /// The next sheet, of that one of the book's forms; another form is a std::logic_error.
  void sheet(const Form& form, const Values& values);
  /// A line of the open sheet.
  void row(const Values& values);
  /// Closes the book; its files appear, each whole. Without it what was there stays. Once, after at
  /// least one sheet, else std::logic_error.
  void finish();
  /// Of what was written so far.
  [[nodiscard]] Report report() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang::forms
