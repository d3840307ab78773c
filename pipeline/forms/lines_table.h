// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "pipeline/forms/sheet_writer.h"
#include "pipeline/tables/table_writer.h"

namespace guidang::forms {

/// The lines of a book's first form as one table, all sheets under one heading, with all columns
/// that are not for paper only.
class LinesTable final : public SheetWriter {
 public:
  LinesTable(const std::filesystem::path& file, tables::TableFormat format,
             const Form::Layout& form);

  void begin(const Sheet&) override {}
  void line(const Sheet& sheet) override;
  void end(Sheet&) override {}
  void finish() override {}
  void commit() override { table_.finish(); }

 private:
  std::vector<TextTemplate> cells_{};
  tables::TableWriter table_;
};

}  // namespace guidang::forms
