// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/csv.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace files = guidang::files;
  const std::string_view bytes = guidang::fuzz::as_text(data, size);
  std::size_t last_line = 0;
  static_cast<void>(files::read_csv(bytes, [&](const files::CsvRow& row) {
    guidang::fuzz::require(row.line > last_line && row.number <= row.line);
    last_line = row.line;
    std::string out = "x,y\r\n";
    files::write_csv_row(out, row.fields, files::CsvSafety::exact);
    bool same = false;
    static_cast<void>(files::read_csv(out, [&](const files::CsvRow& again) {
      same = again.fields == row.fields;
      return true;
    }));
    guidang::fuzz::require(same);
    return true;
  }));
  return 0;
}
