// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/csv.h"

#include <algorithm>
#include <array>
#include <utility>

namespace guidang::files {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

class CsvReader {
 public:
  CsvReader(std::string_view text, const CsvLimits& limits)
      : text_(text), limits_(limits), separator_(detect_separator(text)) {
    if (text_.starts_with(kBom)) pos_ = kBom.size();
  }

  // The next row into `row`; false at the end and at an error.
  bool next(CsvRow& row) {
    row.number = ++number_;
    row.line = line_;
    if (pos_ >= text_.size()) return false;
    std::size_t used = 0;
    do {
      if (used == limits_.columns) return fail(row.line, "列数过多 too many columns");
      if (used == row.fields.size()) row.fields.emplace_back();
      row.fields[used].clear();
      if (!field(row.fields[used])) return false;
      ++used;
    } while (take(separator_));
    row.fields.resize(used);
    take_line_end();
    return true;
  }

  [[nodiscard]] std::optional<CsvError>& error() { return error_; }

 private:
  bool field(std::string& out) { return take('"') ? quoted(out) : plain(out); }

  bool plain(std::string& out) {
    const std::size_t start = pos_;
    while (pos_ < text_.size() && text_[pos_] != separator_ && text_[pos_] != '\n' &&
           text_[pos_] != '\r') {
      ++pos_;
    }
    if (pos_ - start > limits_.field_bytes) return fail(line_, "字段过长 field too long");
    out.append(text_.substr(start, pos_ - start));
    return true;
  }

  bool quoted(std::string& out) {
    const std::size_t opened = line_;
    while (true) {
      const std::size_t end = text_.find('"', pos_);
      const std::string_view part = text_.substr(pos_, end - pos_);
      if (out.size() + part.size() > limits_.field_bytes) {
        return fail(opened, "字段过长或引号未闭合 field too long, or its quote is not closed");
      }
      if (end == std::string_view::npos) return fail(opened, "引号未闭合 quote is not closed");
      out.append(part);
      line_ += static_cast<std::size_t>(std::ranges::count(part, '\n'));
      pos_ = end + 1;
      if (!take('"')) break;
      out += '"';
    }
    if (pos_ < text_.size() && text_[pos_] != separator_ && text_[pos_] != '\n' &&
        text_[pos_] != '\r') {
      return fail(line_, "引号之后还有文字 text after a closing quote");
    }
    return true;
  }

  bool take(char c) {
    if (pos_ >= text_.size() || text_[pos_] != c) return false;
    ++pos_;
    return true;
  }

  void take_line_end() {
    const bool carriage = take('\r');
    if (take('\n') || carriage) ++line_;
  }

  bool fail(std::size_t line, const char* message) {
    error_ = CsvError{.line = line, .message = message};
    return false;
  }

  std::string_view text_;
  const CsvLimits& limits_;
  char separator_;
  std::size_t pos_ = 0;
  std::size_t line_ = 1;
  std::size_t number_ = 0;
  std::optional<CsvError> error_{};
};

}  // namespace

char detect_separator(std::string_view utf8) {
  std::array<std::size_t, 3> counts{};
  constexpr std::string_view kCandidates = ",\t;";
  bool in_quotes = false;
  for (const char c : utf8) {
    if (c == '"') in_quotes = !in_quotes;
    if (in_quotes) continue;
    if (c == '\n' || c == '\r') break;
    if (const std::size_t at = kCandidates.find(c); at != std::string_view::npos) ++counts[at];
  }
  const auto most = std::ranges::max_element(counts);
  return kCandidates[static_cast<std::size_t>(most - counts.begin())];
}

std::optional<CsvError> read_csv(std::string_view utf8,
                                 const std::function<bool(const CsvRow&)>& visit,
                                 const CsvLimits& limits) {
  CsvReader reader{utf8, limits};
  CsvRow row;
  while (reader.next(row)) {
    const bool is_empty_line = row.fields.size() == 1 && row.fields.front().empty();
    if (!is_empty_line && !visit(row)) return std::nullopt;
  }
  return std::move(reader.error());
}

void write_csv_row(std::string& out, const std::vector<std::string>& fields, CsvSafety safety) {
  // Tab and CR before a formula are skipped by spreadsheets, so they count as its beginning.
  constexpr std::string_view kFormula = "=+-@\t\r";
  bool first = true;
  for (const std::string& field : fields) {
    if (!std::exchange(first, false)) out += ',';
    const bool guard = safety == CsvSafety::spreadsheet && !field.empty() &&
                       kFormula.find(field.front()) != std::string_view::npos;
    const bool quote = field.find_first_of(",\"\r\n\t;") != std::string::npos ||
                       (fields.size() == 1 && field.empty());
    if (quote) out += '"';
    if (guard) out += '\'';
    for (const char c : field) {
      if (c == '"') out += '"';
      out += c;
    }
    if (quote) out += '"';
  }
  out += "\r\n";
}

}  // namespace guidang::files
