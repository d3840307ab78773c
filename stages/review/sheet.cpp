// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "pipeline/files/digest.h"
#include "pipeline/text/date.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"

namespace guidang::review {
namespace {

constexpr std::size_t kStateDigits = 12;
constexpr std::size_t kCellDigits = 8;

/// A cell as it compares: without blanks and case, a date in ISO, a number by its value.
std::string normal(std::string_view cell) {
  if (const auto date = text::parse_date(cell)) return to_iso(*date);
  std::string folded = text::fold(cell);
  double number = 0;
  const char* const end = folded.data() + folded.size();
  const auto read = std::from_chars(folded.data(), end, number);
  if (!folded.empty() && read.ec == std::errc{} && read.ptr == end) {
    return fmt::format("{:.12g}", number);
  }
  return folded;
}

std::string choices_text(const std::vector<Choice>& choices, Language language) {
  std::string text;
  for (const Choice& choice : choices) {
    text += (text.empty() ? "" : " | ") + choice.in(language);
    if (choice.value.empty()) text += language == Language::zh ? "（填值）" : " (value)";
  }
  return text;
}

}  // namespace

std::vector<tables::TableColumn> table_columns(Language language) {
  std::vector<tables::TableColumn> columns;
  for (const ColumnInfo& info : kSheetColumns) {
    columns.push_back({.heading = std::string(info.heading.in(language)),
                       .width = info.width,
                       .editable = info.editable});
  }
  return columns;
}

Cells cells_of(const Row& row, Verdict verdict, const Meanings& meanings, Language language) {
  const Meaning meaning = meanings(row.code);
  const std::string_view hint = meaning.hint.in(language);
  Cells cells;
  const auto put = [&](Column column, std::string text) {
    cells[static_cast<std::size_t>(column)] = std::move(text);
  };
  put(Column::verdict, std::string(kVerdicts[static_cast<std::size_t>(verdict)].in(language)));
  put(Column::title, row.title);
  put(Column::number, row.number);
  put(Column::date, row.date);
  put(Column::place, row.place);
  put(Column::asked, fmt::format("[{}] {}", row.code, meaning.title.in(language)));
  put(Column::found, row.found);
  put(Column::expected, row.expected);
  put(Column::candidates, row.candidates);
  put(Column::suggestion, row.suggestion.empty() ? std::string(hint) : row.suggestion);
  put(Column::clause, row.citations.empty() ? std::string(meaning.citation) : row.citations);
  put(Column::choices, choices_text(row.choices, language));
  put(Column::record, row.record);
  put(Column::key, row.key);
  put(Column::state, Fingerprint{row.state, digest_of(cells)}.to_text());
  return cells;
}

std::string digest_of(const Cells& cells) {
  files::Sha256 sink;
  for (std::size_t i = 0; i < static_cast<std::size_t>(Column::state); ++i) {
    if (!kSheetColumns[i].editable) sink.update(normal(cells[i]) + "\x1f");
  }
  return sink.hex().substr(0, kCellDigits);
}

bool same_cell(std::string_view a, std::string_view b) { return normal(a) == normal(b); }

std::optional<Fingerprint> Fingerprint::parse(std::string_view text) {
  const bool good = text.size() == 1 + kStateDigits + 1 + kCellDigits && text.front() == 'f' &&
                    text[1 + kStateDigits] == '-';
  if (!good) return std::nullopt;
  return Fingerprint{std::string(text.substr(1, kStateDigits)),
                     std::string(text.substr(2 + kStateDigits))};
}

}  // namespace guidang::review
