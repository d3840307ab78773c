// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/xml/reader.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/odf/odf_package.h"
#include "stages/extract/readers/odf/odf_text.h"
#include "stages/extract/readers/sheet/number_format.h"
#include "stages/extract/readers/sheet/sheet_builder.h"

namespace guidang::extract {
namespace {

/// Beyond what any program has; repeated rows and columns add up to it and no further.
constexpr std::uint32_t kFarthest = 1U << 24;

std::uint32_t repeated(const xml::Reader& reader, std::string_view name) {
  const std::string written = reader.attribute(name).value_or("1");
  std::uint32_t count = 1;
  std::from_chars(written.data(), written.data() + written.size(), count);
  return std::clamp(count, 1U, kFarthest);
}

/// The sheets of one content.xml, event by event.
class Sheets {
 public:
  explicit Sheets(SheetBuilder& out) : out_(out) {}

  void event(const xml::Reader& reader) {
    switch (reader.event()) {
      case xml::Event::start:
        ++depth_;
        if (left_out_ == 0) start(reader);
        break;
      case xml::Event::text:
        if (left_out_ == 0 && in_paragraph_) text() += blanks_.collapse(reader.text());
        break;
      case xml::Event::end:
        if (left_out_ == 0) end(reader.name());
        if (left_out_ == depth_) left_out_ = 0;
        --depth_;
        break;
    }
  }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  struct Value {
    std::uint32_t column = 0;
    std::uint32_t times = 1;
    std::string text{};
  };

  /// What stands in the cell, or beside it in a comment or a shape.
  std::string& text() { return beside_ != 0 || !in_cell_ ? beside_text_ : shown_; }

  void start(const xml::Reader& reader) {
    const std::string_view name = reader.name();
    const bool comment = name == "annotation";
    if (comment || reader.namespace_uri().ends_with(":drawing:1.0")) {
      if (beside_ == 0) beside_ = depth_;
      return;
    }
    if (odf_left_out(reader) || (beside_ != 0 && (name == "creator" || name == "date"))) {
      left_out_ = depth_;
    } else if (name == "p") {
      in_paragraph_ = true;
      blanks_ = {};
      if (!text().empty()) text() += '\n';
    } else if (in_paragraph_) {
      if (const std::string space = odf_space(reader); !space.empty()) {
        blanks_.solid();
        text() += space;
      }
    } else if (beside_ == 0) {
      table(reader);
    }
  }

  void table(const xml::Reader& reader) {
    const std::string_view name = reader.name();
    if (name == "table" && table_ == 0) {
      table_ = depth_;
      row_ = 0;
      ++count_;
      out_.begin(reader.attribute("name").value_or(""));
    } else if (name == "table-row" && table_ != 0) {
      column_ = 0;
      row_times_ = repeated(reader, "number-rows-repeated");
      values_.clear();
    } else if (name == "covered-table-cell") {
      column_ = std::min(column_ + repeated(reader, "number-columns-repeated"), kFarthest);
      left_out_ = depth_;
    } else if (name == "table-cell") {
      in_cell_ = true;
      cell_times_ = repeated(reader, "number-columns-repeated");
      type_ = reader.attribute("value-type").value_or("");
      value_ = reader.attribute(type_ == "date" ? "date-value" : "value").value_or("");
      shown_.clear();
    }
  }

  void end(std::string_view name) {
    if (name == "p") in_paragraph_ = false;
    if (beside_ == depth_) {
      beside_ = 0;
    } else if (beside_ == 0 && name == "table-cell") {
      end_cell();
    } else if (beside_ == 0 && name == "table-row") {
      end_row();
    }
    if (table_ == depth_ && name == "table") {
      out_.beside(std::exchange(beside_text_, {}));
      out_.end();
      table_ = 0;
    }
  }

  void end_cell() {
    in_cell_ = false;
    std::string text = plain();
    if (!text.empty()) values_.push_back({column_, cell_times_, std::move(text)});
    column_ = std::min(column_ + cell_times_, kFarthest);
  }

  /// Dates in ISO, numbers without what only parts their thousands, anything else as shown.
  std::string plain() {
    if (type_ == "date" && value_.size() >= 10) {
      if (value_.size() < 19 || value_.substr(10) == "T00:00:00") return value_.substr(0, 10);
      return value_.substr(0, 10) + ' ' + value_.substr(11, 8);
    }
    if (type_ != "float") return shown_;
    std::string digits = shown_;
    std::erase(digits, ',');
    const char* const end = digits.data() + digits.size();
    double shown = 0;
    double value = 0;
    const bool number = std::from_chars(digits.data(), end, shown).ptr == end && !digits.empty();
    const bool filled_up = digits.find_first_not_of("0123456789") == std::string::npos;
    std::from_chars(value_.data(), value_.data() + value_.size(), value);
    return number && !filled_up ? plain_number(value) : shown_;
  }

  void end_row() {
    for (std::uint32_t r = 0; r < row_times_ && !values_.empty() && !out_.full(); ++r) {
      for (const Value& value : values_) {
        for (std::uint32_t i = 0; i < value.times && !out_.full(); ++i) {
          out_.cell(row_ + r, value.column + i, value.text);
        }
      }
    }
    row_ = std::min(row_ + row_times_, kFarthest);
    values_.clear();
  }

  SheetBuilder& out_;
  std::size_t depth_ = 0;
  std::size_t left_out_ = 0;  ///< depth of what is left out; 0 for none
  std::size_t beside_ = 0;    ///< depth of the comment or shape
  std::size_t table_ = 0;     ///< depth of the sheet; tables within cells belong to it
  std::size_t count_ = 0;
  std::uint32_t row_ = 0;
  std::uint32_t column_ = 0;
  std::uint32_t row_times_ = 1;
  std::uint32_t cell_times_ = 1;
  bool in_cell_ = false;
  bool in_paragraph_ = false;
  OdfBlanks blanks_{};
  std::vector<Value> values_{};
  std::string type_{};
  std::string value_{};
  std::string shown_{};
  std::string beside_text_{};
};

Extraction read_sheets(int fd, const Limits& limits, SheetUse use) {
  auto opened = open_odf(fd, limits);
  if (const auto* reason = std::get_if<std::string>(&opened)) return failed(*reason);
  auto& package = std::get<ZipPackage>(opened);
  const std::string content = package.required("content.xml");
  if (!package.error().empty()) return failed(package.error());

  SheetBuilder out{use, limits};
  Sheets sheets{out};
  xml::Reader reader{content, "content.xml", {limits.zip_entry_bytes, limits.nesting, 100'000'000}};
  while (!out.full() && reader.next()) sheets.event(reader);
  if (reader.error()) return failed(reader.error()->text());
  if (sheets.count() == 0) return failed("workbook without sheets");
  Extraction result = out.take({});
  if (result.state == TextState::read) add_odf_facts(package, content, result);
  if (use == SheetUse::tables) result.members.clear();
  return result;
}

}  // namespace

Extraction read_ods(int fd, const Limits& limits) {
  return read_sheets(fd, limits, SheetUse::text);
}

Extraction ods_tables(int fd, const Limits& limits) {
  return read_sheets(fd, limits, SheetUse::tables);
}

}  // namespace guidang::extract
