// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::files {

/// One row. Valid during the call that gives it.
struct CsvRow {
  std::size_t line = 0;  ///< 1-based line of the file where the row begins
  std::size_t number =
      0;  ///< 1-based row, the header being row 1; a spreadsheet shows the same number
  std::vector<std::string> fields{};
};

struct CsvError {
  std::size_t line = 0;
  std::string message{};  ///< Chinese, then English
};

struct CsvLimits {
  std::size_t columns = 1'000;         ///< registers have 10 to 40
  std::size_t field_bytes = 1U << 20;  ///< an unclosed quote must not swallow a whole file
};

/// The separator of the first row: the one of `,`, tab and `;` that it holds most often outside
/// quotes.
char detect_separator(std::string_view utf8);

/// Reads RFC 4180 from UTF-8: quotes, line ends within quotes, LF or CRLF, an optional BOM. Calls
/// `visit` a row until it returns false. Empty lines are counted, not given. Gives the first error,
/// after the rows before it; rows may have different numbers of fields.
std::optional<CsvError> read_csv(std::string_view utf8,
                                 const std::function<bool(const CsvRow&)>& visit,
                                 const CsvLimits& limits = {});

enum class CsvSafety : unsigned char {
  exact,       ///< fields as they are: for machines
  spreadsheet  ///< a `'` before fields that a spreadsheet would run as a formula: for people
};

/// Appends one row with CRLF, quoting where RFC 4180 asks for it.
void write_csv_row(std::string& out, const std::vector<std::string>& fields,
                   CsvSafety safety = CsvSafety::spreadsheet);

}  // namespace guidang::files
