// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/sheet/xlsx_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "pipeline/text/utf8.h"
#include "pipeline/xml/reader.h"

namespace guidang::extract {
namespace {

std::uint32_t number(const std::optional<std::string>& written, std::uint32_t usual = 0) {
  std::uint32_t value = usual;
  if (written) std::from_chars(written->data(), written->data() + written->size(), value);
  return value;
}

bool is_true(const std::optional<std::string>& written) {
  return written && (*written == "1" || *written == "true");
}

/// Calls `visit` at each start of an element; what is wrong with the part is the package's error.
void each_start(OoxmlPackage& package, const std::string& path,
                const std::function<void(const xml::Reader&)>& visit,
                const std::function<void(const xml::Reader&)>& at_end = {}) {
  const std::string bytes = package.part(path);
  if (bytes.empty()) return;
  xml::Reader reader{bytes, path, {package.limits().zip_entry_bytes, package.limits().nesting}};
  while (reader.next()) {
    if (reader.event() == xml::Event::start) visit(reader);
    if (reader.event() == xml::Event::end && at_end) at_end(reader);
  }
  if (reader.error()) package.fail(reader.error()->text());
}

void read_styles(OoxmlPackage& package, const std::string& path, CellFormats& formats) {
  bool in_cells = false;
  each_start(
      package, path,
      [&](const xml::Reader& reader) {
        if (reader.name() == "numFmt") {
          formats.add_code(number(reader.attribute("numFmtId")),
                           reader.attribute("formatCode").value_or(""));
        }
        if (reader.name() == "cellXfs") in_cells = true;
        if (in_cells && reader.name() == "xf") {
          formats.add_style(number(reader.attribute("numFmtId")));
        }
      },
      [&](const xml::Reader& reader) {
        if (reader.name() == "cellXfs") in_cells = false;
      });
}

}  // namespace

void SharedTexts::add(std::string_view text) {
  all_ += text;
  ends_.push_back(static_cast<std::uint32_t>(all_.size()));
}

std::optional<std::string_view> SharedTexts::at(std::size_t index) const {
  if (index >= ends_.size()) return std::nullopt;
  const std::uint32_t from = index == 0 ? 0 : ends_[index - 1];
  return std::string_view{all_}.substr(from, ends_[index] - from);
}

std::string unescape_text(std::string_view written) {
  std::string text;
  for (std::size_t i = 0; i < written.size(); ++i) {
    std::uint32_t code = 0;
    const std::string_view escape = written.substr(i).substr(0, 7);
    const bool whole =
        escape.size() == 7 && escape.starts_with("_x") && escape.ends_with('_') &&
        std::from_chars(escape.data() + 2, escape.data() + 6, code, 16).ptr == escape.data() + 6;
    if (!whole) {
      if (written[i] != '\r') text += written[i];
      continue;
    }
    i += 6;
    if (code != '\r' && code != 0) text::append(text, code);
  }
  return text;
}

std::string running_text(std::string_view code) {
  std::string text;
  const auto digits = [&](std::size_t i) {
    while (i < code.size() && code[i] >= '0' && code[i] <= '9') ++i;
    return i;
  };
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] != '&' || i + 1 == code.size()) {
      text += code[i];
      continue;
    }
    const char what = code[++i];
    if (what == '&') {
      text += '&';
    } else if (what == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (what == 'L' || what == 'C' || what == 'R') {
      if (!text.empty() && text.back() != '\n') text += '\n';
    } else if (what == 'K') {
      i = std::min(i + 6, code.size());
    } else if (what >= '0' && what <= '9') {
      i = digits(i) - 1;
    }
  }
  return text;
}

void each_text(OoxmlPackage& package, const std::string& path, std::string_view unit,
               const std::function<void(std::string_view)>& take) {
  const std::string bytes = package.part(path);
  if (bytes.empty()) return;
  xml::Reader reader{
      bytes, path, {package.limits().zip_entry_bytes, package.limits().nesting, 100'000'000}};
  std::string text;
  std::size_t left_out = 0;  // depth + 1 of the guide that is left out
  bool in_text = false;
  while (reader.next()) {
    const bool start = reader.event() == xml::Event::start;
    const bool end = reader.event() == xml::Event::end;
    if (start && left_out == 0 && reader.name() == "rPh") left_out = reader.depth() + 1;
    if (left_out == 0) {
      if (reader.event() == xml::Event::text && in_text) text += reader.text();
      if (start) in_text = reader.name() == "t";
      if (end && reader.name() == "t") in_text = false;
      if (start && reader.name() == "br") text += '\n';
      if (end && reader.name() == "p" && !text.empty()) text += '\n';
      if (start && reader.name() == unit) text.clear();
      if (end && reader.name() == unit) take(unescape_text(text));
    } else if (end && left_out == reader.depth() + 1) {
      left_out = 0;
    }
    if (text.size() > package.limits().text_bytes) package.fail(path + ": text is too long");
    if (!package.error().empty()) return;
  }
  if (reader.error()) package.fail(reader.error()->text());
}

Book read_book(OoxmlPackage& package, const std::string& main, const std::vector<Relation>& parts) {
  Book book;
  each_start(package, main, [&](const xml::Reader& reader) {
    if (reader.name() == "workbookPr" && is_true(reader.attribute("date1904"))) {
      book.formats.count_from_1904();
    }
    if (reader.name() == "sheet") {
      book.sheets.push_back({.name = reader.attribute("name").value_or(""),
                             .relation = reader.attribute("id", "/relationships").value_or(""),
                             .hidden = reader.attribute("state").value_or("visible") != "visible"});
    }
  });
  for (const Relation& part : parts) {
    if (part.kind == "styles") read_styles(package, part.path, book.formats);
    if (part.kind != "sharedStrings") continue;
    each_text(package, part.path, "si", [&](std::string_view text) {
      book.texts.add(text);
      if (book.texts.bytes() > package.limits().text_bytes) {
        package.fail(fmt::format("text is longer than {} MB", package.limits().text_bytes >> 20));
      }
    });
  }
  return book;
}

}  // namespace guidang::extract
