// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/book.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <vector>

#include "pipeline/forms/html_writer.h"
#include "pipeline/forms/lines_table.h"
#include "pipeline/forms/pdf_writer.h"

namespace guidang::forms {

struct Book::Impl {
  std::vector<Form> forms{};
  std::vector<std::unique_ptr<SheetWriter>> writers{};
  std::optional<Sheet> sheet{};
  const PdfWriter* pdf = nullptr;
  bool finished = false;

  void end_sheet() {
    if (!sheet) return;
    for (const auto& writer : writers) writer->end(*sheet);
    sheet.reset();
  }
};

Book::Book(const Form& form, const std::filesystem::path& folder, const std::string& stem,
           Formats formats)
    : Book(std::vector<Form>{form}, folder, stem, formats) {}

Book::Book(std::vector<Form> forms, const std::filesystem::path& folder, const std::string& stem,
           Formats formats)
    : impl_(std::make_unique<Impl>()) {
  if (forms.empty()) throw std::logic_error("a book without a form");
  impl_->forms = std::move(forms);
  std::vector<const Form::Layout*> layouts;
  for (const Form& form : impl_->forms) layouts.push_back(&form.layout());
  if (formats.html) {
    impl_->writers.push_back(std::make_unique<HtmlWriter>(folder / (stem + ".html"), layouts));
  }
  if (formats.pdf) {
    auto pdf = std::make_unique<PdfWriter>(folder / (stem + ".pdf"), layouts);
    impl_->pdf = pdf.get();
    impl_->writers.push_back(std::move(pdf));
  }
  using tables::TableFormat;
  const auto table = [&](const char* suffix, TableFormat format) {
    impl_->writers.push_back(
        std::make_unique<LinesTable>(folder / (stem + suffix), format, *layouts.front()));
  };
  if (formats.csv && impl_->forms.front().is_list()) table(".csv", TableFormat::csv);
  if (formats.xlsx && impl_->forms.front().is_list()) table(".xlsx", TableFormat::xlsx);
}

Book::~Book() = default;

void Book::sheet(const Values& values) { sheet(impl_->forms.front(), values); }

void Book::sheet(const Form& form, const Values& values) {
  const auto found = std::find_if(impl_->forms.begin(), impl_->forms.end(),
                                  [&](const Form& one) { return &one.layout() == &form.layout(); });
  if (found == impl_->forms.end()) throw std::logic_error("a form that the book was not made for");
  impl_->end_sheet();
  impl_->sheet.emplace(found->layout(), static_cast<std::size_t>(found - impl_->forms.begin()),
                       values);
  for (const auto& writer : impl_->writers) writer->begin(*impl_->sheet);
}

void Book::row(const Values& values) {
  if (!impl_->sheet) throw std::logic_error("a line without a sheet");
  const Form::Layout& layout = impl_->sheet->layout();
  if (layout.lines_at() == layout.blocks.size()) {
    throw std::logic_error("a line of a form without lines: " + layout.id);
  }
  impl_->sheet->line(values);
  for (const auto& writer : impl_->writers) writer->line(*impl_->sheet);
}

void Book::finish() {
  if (impl_->finished || !impl_->sheet)
    throw std::logic_error("a book is finished once, with a sheet");
  impl_->end_sheet();
  for (const auto& writer : impl_->writers) writer->finish();
  for (const auto& writer : impl_->writers) writer->commit();
  impl_->finished = true;
}

Report Book::report() const {
  Report made;
  if (impl_->pdf == nullptr) return made;
  made.missing = impl_->pdf->missing();
  made.moved = impl_->pdf->moved();
  return made;
}

}  // namespace guidang::forms
