// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/tables/table_reader.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "pipeline/failure.h"
#include "pipeline/files/csv.h"
#include "pipeline/files/fd.h"
#include "pipeline/files/io_failure.h"
#include "pipeline/tables/cell_text.h"
#include "pipeline/text/decode.h"
#include "pipeline/text/utf8.h"

namespace guidang::tables {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& what, const std::string& advice) {
  throw Failure(what, advice, ExitStatus::usage);
}

files::Fd open_table(const fs::path& file) {
  std::error_code error;
  // A pipe would wait for its writer for ever.
  if (!fs::is_regular_file(file, error)) {
    refuse(fmt::format("没有这个表格文件 / there is no such file: {}", file.string()),
           "给出 CSV 或 XLSX 文件 / give a CSV or an XLSX file");
  }
  files::Fd fd{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (!fd) throw files::io_failure("无法打开 cannot open", file, errno);
  return fd;
}

class Rows {
 public:
  Rows(const fs::path& file, const TableLimits& limits,
       const std::function<bool(const TableRow&)>& visit)
      : file_(file), limits_(limits), visit_(visit) {}

  /// True when there was a row.
  bool read(std::string_view csv, bool guarded) {
    const files::CsvLimits limits{.columns = limits_.columns};
    const auto error =
        files::read_csv(csv, [&](const files::CsvRow& row) { return take(row, guarded); }, limits);
    if (error) {
      refuse(fmt::format("{} 第 {} 行 / line {}: {}", file_.string(), error->line, error->line,
                         error->message),
             fmt::format("每行至多 {} 列，引号成对 / at most {} columns, quotes closed",
                         limits_.columns, limits_.columns));
    }
    return seen_;
  }

 private:
  bool take(const files::CsvRow& row, bool guarded) {
    bool blank = true;
    row_.number = row.number;
    row_.cells.resize(row.fields.size());
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      std::string_view cell = row.fields[i];
      if (guarded) cell = without_guard(cell);
      row_.cells[i] = text::trim(cell);
      blank = blank && row_.cells[i].empty();
    }
    if (row.number > limits_.rows) {
      refuse(fmt::format("{} 第 {} 行: 行数过多 / row {}: too many rows", file_.string(),
                         row.number, row.number),
             fmt::format("至多 {} 行，请分成几个文件 / at most {} rows; split the file",
                         limits_.rows, limits_.rows));
    }
    if (blank) return true;
    seen_ = true;
    return visit_(row_);
  }

  const fs::path& file_;
  const TableLimits& limits_;
  const std::function<bool(const TableRow&)>& visit_;
  TableRow row_{};
  bool seen_ = false;
};

void read_csv_text(const fs::path& file, std::string_view bytes, Rows& rows) {
  // Declared, since short tables give too few characters to tell GB18030 from Big5.
  const text::Decoded decoded = text::decode(bytes, "GB18030");
  if (decoded.undecodable != 0) {
    refuse(fmt::format("{}: {} 个字节不成字 / bytes without a meaning in {}", file.string(),
                       decoded.undecodable, decoded.encoding),
           "另存为 CSV UTF-8 或 XLSX / save it as CSV UTF-8 or as XLSX");
  }
  rows.read(decoded.text, true);
}

void read_workbook(const fs::path& file, int fd, Reader& reader, Rows& rows) {
  const Extraction book = reader.tables(fd, file.filename().string());
  if (book.state != TextState::read) {
    refuse(
        fmt::format("{}: 不是可读的表格 / no table that can be read: {}", file.string(),
                    book.reason.empty() ? book.format : book.reason),
        "给出 CSV (UTF-8 或 GB18030) 或 XLSX 文件 / give a CSV (UTF-8 or GB18030) or an XLSX file");
  }
  for (const std::string& sheet : book.pages) {
    if (rows.read(sheet, false)) return;
  }
}

}  // namespace

void read_table(const fs::path& file, Reader& reader,
                const std::function<bool(const TableRow&)>& visit, const TableLimits& limits) {
  const files::Fd fd = open_table(file);
  const std::optional<std::string> bytes = files::read_all(fd.get(), limits.bytes);
  if (!bytes) {
    refuse(fmt::format("{}: 文件过大 / too big", file.string()),
           fmt::format("至多 {} 字节，请分成几个文件 / at most {} bytes; split the file",
                       limits.bytes, limits.bytes));
  }
  Rows rows(file, limits, visit);
  if (text::looks_binary(*bytes)) {
    read_workbook(file, fd.get(), reader, rows);
  } else {
    read_csv_text(file, *bytes, rows);
  }
}

}  // namespace guidang::tables
