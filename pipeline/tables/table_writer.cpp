// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/tables/table_writer.h"

#include <optional>
#include <stdexcept>
#include <utility>

#include "pipeline/failure.h"
#include "pipeline/files/atomic_write.h"
#include "pipeline/files/csv.h"
#include "pipeline/tables/cell_text.h"
#include "pipeline/tables/workbook.h"
#include "pipeline/text/fold.h"

namespace guidang::tables {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 20;

}  // namespace

TableFormat format_of(const std::filesystem::path& file) {
  const std::string extension = text::fold(file.extension().string());
  if (extension == ".csv") return TableFormat::csv;
  if (extension == ".xlsx") return TableFormat::xlsx;
  throw Failure("表格文件名应以 .csv 或 .xlsx 结尾 / a table's name ends with .csv or .xlsx: '" +
                    file.string() + "'",
                "改文件名 / choose another name", ExitStatus::usage);
}

struct TableWriter::Impl {
  Impl(const std::filesystem::path& file, TableFormat format, std::vector<TableColumn> all,
       const std::string& sheet)
      : target(file), columns(std::move(all)) {
    if (columns.empty()) throw std::logic_error{"TableWriter: no columns"};
    if (format == TableFormat::xlsx) {
      workbook.emplace(target.fd(), file, columns, sheet);
      return;
    }
    buffer = "\xEF\xBB\xBF";
    std::vector<std::string> headings;
    for (const TableColumn& column : columns) headings.push_back(column.heading);
    row(headings);
  }

  void row(const std::vector<std::string>& cells) {
    if (cells.size() != columns.size()) throw std::logic_error{"TableWriter: cells and columns"};
    clean.clear();
    for (const std::string& cell : cells) clean.push_back(cell_text(cell));
    if (workbook) return workbook->row(clean);
    files::write_csv_row(buffer, clean);
    if (buffer.size() >= kBuffer) flush();
  }

  void flush() {
    target.write(buffer);
    buffer.clear();
  }

  void finish() {
    if (workbook) {
      workbook->finish();
    } else {
      flush();
    }
    target.commit();
  }

  files::AtomicFile target;
  std::vector<TableColumn> columns;
  std::vector<std::string> clean{};
  std::string buffer{};
  std::optional<Workbook> workbook{};
};

TableWriter::TableWriter(const std::filesystem::path& file, TableFormat format,
                         std::vector<TableColumn> columns, const std::string& sheet_name)
    : impl_(std::make_unique<Impl>(file, format, std::move(columns), sheet_name)) {}

TableWriter::~TableWriter() = default;

void TableWriter::offer(std::size_t column, const std::vector<std::string>& choices) {
  if (column >= impl_->columns.size()) throw std::logic_error{"TableWriter: no such column"};
  if (impl_->workbook) impl_->workbook->offer(column, choices);
}

void TableWriter::row(const std::vector<std::string>& cells) { impl_->row(cells); }

void TableWriter::finish() { impl_->finish(); }

}  // namespace guidang::tables
