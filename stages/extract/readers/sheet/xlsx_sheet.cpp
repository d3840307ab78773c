// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <utility>

#include "pipeline/xml/reader.h"
#include "stages/extract/readers/sheet/xlsx_parts.h"

namespace guidang::extract {
namespace {

constexpr std::uint32_t kRows = 1'048'576;
constexpr std::uint32_t kColumns = 16'384;

struct Place {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

/// `AB12` from 0; nothing for what is no cell of a sheet.
std::optional<Place> place_of(std::string_view reference) {
  std::uint32_t column = 0;
  std::size_t i = 0;
  for (; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z' && i < 4; ++i) {
    column = column * 26 + static_cast<std::uint32_t>(reference[i] - 'A' + 1);
  }
  std::uint32_t row = 0;
  const char* const end = reference.data() + reference.size();
  const auto read = std::from_chars(reference.data() + i, end, row);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  if (row < 1 || row > kRows || column < 1 || column > kColumns) return std::nullopt;
  return Place{row - 1, column - 1};
}

class Worksheet {
 public:
  Worksheet(OoxmlPackage& package, const std::string& path, const Book& book, SheetBuilder& out,
            RunningTexts& running)
      : package_(package), path_(path), book_(book), out_(out), running_(running) {}

  void event(const xml::Reader& reader) {
    switch (reader.event()) {
      case xml::Event::start:
        start(reader);
        break;
      case xml::Event::text:
        if (taking_ && guide_ == 0) text_ += reader.text();
        break;
      case xml::Event::end:
        end(reader.name());
        break;
    }
  }

 private:
  void wrong(std::string_view what) { package_.fail(fmt::format("{}: {}", path_, what)); }

  void start(const xml::Reader& reader) {
    const std::string_view name = reader.name();
    if (name == "row") {
      begin_row(reader.attribute("r"));
    } else if (name == "c") {
      begin_cell(reader);
    } else if (name == "v" || name == "t") {
      taking_ = in_cell_;
    } else if (name == "rPh") {
      ++guide_;
    } else if (name == "mergeCell") {
      merge(reader.attribute("ref").value_or(""));
    } else if (is_running(name)) {
      taking_ = true;
      text_.clear();
    }
  }

  void end(std::string_view name) {
    if (name == "v" || name == "t") {
      taking_ = false;
    } else if (name == "rPh" && guide_ > 0) {
      --guide_;
    } else if (name == "c" && in_cell_) {
      end_cell();
    } else if (is_running(name)) {
      taking_ = false;
      DistinctTexts& texts = name.ends_with("Header") ? running_.heads : running_.feet;
      texts.add(running_text(unescape_text(text_)));
    }
  }

  static bool is_running(std::string_view name) {
    return name == "oddHeader" || name == "evenHeader" || name == "firstHeader" ||
           name == "oddFooter" || name == "evenFooter" || name == "firstFooter";
  }

  /// Writers may leave out the places of rows and cells: then one follows the other.
  void begin_row(const std::optional<std::string>& written) {
    std::uint32_t row = next_.row + 1;
    if (written) {
      const auto read = std::from_chars(written->data(), written->data() + written->size(), row);
      if (read.ec != std::errc{}) row = 0;
    }
    if (row < 1 || row > kRows) return wrong("a row outside the sheet");
    at_.row = row - 1;
    next_ = {row, 0};
  }

  void begin_cell(const xml::Reader& reader) {
    in_cell_ = true;
    text_.clear();
    type_ = reader.attribute("t").value_or("n");
    const std::string style = reader.attribute("s").value_or("0");
    style_ = 0;
    std::from_chars(style.data(), style.data() + style.size(), style_);
    at_.column = next_.column;
    if (const auto reference = reader.attribute("r")) {
      const auto place = place_of(*reference);
      if (!place) return wrong("a cell outside the sheet: " + reference->substr(0, 40));
      at_ = *place;
    }
    if (at_.column >= kColumns) return wrong("a cell outside the sheet");
    next_.column = at_.column + 1;
  }

  void end_cell() {
    in_cell_ = false;
    if (text_.empty()) return;
    if (type_ == "s") {
      std::size_t index = 0;
      const auto read = std::from_chars(text_.data(), text_.data() + text_.size(), index);
      const auto shared = read.ec == std::errc{} ? book_.texts.at(index) : std::nullopt;
      if (!shared) return wrong("a shared text that is not there: " + text_.substr(0, 40));
      out_.cell(at_.row, at_.column, *shared);
    } else if (type_ == "b") {
      out_.cell(at_.row, at_.column, text_ == "0" || text_ == "false" ? "FALSE" : "TRUE");
    } else if (type_ == "n") {
      double value = 0;
      const char* const end = text_.data() + text_.size();
      const auto read = std::from_chars(text_.data(), end, value);
      const bool number = read.ec == std::errc{} && read.ptr == end;
      out_.cell(at_.row, at_.column, number ? book_.formats.show(value, style_) : text_);
    } else {  // text, text of a formula, an error, a date of the strict form
      out_.cell(at_.row, at_.column, unescape_text(text_));
    }
  }

  void merge(std::string_view area) {
    const std::size_t colon = area.find(':');
    if (colon == std::string_view::npos) return;
    const auto first = place_of(area.substr(0, colon));
    const auto last = place_of(area.substr(colon + 1));
    if (first && last) out_.merge(first->row, first->column, last->row, last->column);
  }

  OoxmlPackage& package_;
  const std::string& path_;
  const Book& book_;
  SheetBuilder& out_;
  RunningTexts& running_;
  Place at_{};
  Place next_{};  ///< row: 1-based number of the row before, which is the next one from 0
  bool in_cell_ = false;
  bool taking_ = false;
  int guide_ = 0;  ///< open phonetic guides
  std::string type_{};
  std::size_t style_ = 0;
  std::string text_{};
};

}  // namespace

void add_worksheet(OoxmlPackage& package, const std::string& path, const Book& book,
                   SheetBuilder& out, RunningTexts& running) {
  const std::string bytes = package.required(path);
  if (bytes.empty()) return;
  xml::Reader reader{
      bytes, path, {package.limits().zip_entry_bytes, package.limits().nesting, 100'000'000}};
  Worksheet sheet{package, path, book, out, running};
  while (package.error().empty() && !out.full() && reader.next()) sheet.event(reader);
  if (reader.error()) package.fail(reader.error()->text());
}

}  // namespace guidang::extract
