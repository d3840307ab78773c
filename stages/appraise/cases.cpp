// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/failure.h"
#include "pipeline/text/document_type.h"
#include "stages/appraise/cell_words.h"
#include "stages/appraise/read_words.h"
#include "stages/appraise/table_text.h"

namespace guidang::appraise {
namespace {

constexpr std::array kHeadings{Heading{"题名", "title"},       Heading{"标题", "title"},
                               Heading{"title", "title"},      Heading{"方向", "direction"},
                               Heading{"收发", "direction"},   Heading{"direction", "direction"},
                               Heading{"来文单位", "creator"}, Heading{"单位性质", "creator"},
                               Heading{"creator", "creator"},  Heading{"文种", "doctype"},
                               Heading{"doctype", "doctype"},  Heading{"日期", "date"},
                               Heading{"成文日期", "date"},    Heading{"date", "date"},
                               Heading{"备注", "notes"},       Heading{"notes", "notes"},
                               Heading{"答复", "answers"},     Heading{"answers", "answers"},
                               Heading{"应为", "expected"},    Heading{"保管期限", "expected"},
                               Heading{"expected", "expected"}};

constexpr std::string_view kUndecided = "待鉴定";

std::string expected_of(std::string_view cell, const Table& table) {
  const Period* period = table.period(cell);
  return period == nullptr ? std::string{cell} : period->name;
}

}  // namespace

std::optional<CaseResult> CaseRunner::row(const tables::TableRow& row) {
  if (columns_.empty()) {
    for (const std::string& heading : row.cells) columns_.push_back(column_of(heading, kHeadings));
    for (const std::string_view needed : {"title", "expected"}) {
      if (std::find(columns_.begin(), columns_.end(), needed) != columns_.end()) continue;
      throw Failure(fmt::format("缺少栏 / a column is missing: {}", needed),
                    "第一行写栏名：题名、方向、来文单位、文种、日期、备注、答复、应为 / "
                    "the first row names the columns: title, direction, creator, doctype, date, "
                    "notes, answers, expected",
                    ExitStatus::usage);
    }
    return std::nullopt;
  }
  const auto cell = [&](std::string_view column) -> std::string_view {
    for (std::size_t i = 0; i < std::min(columns_.size(), row.cells.size()); ++i) {
      if (columns_[i] == column) return row.cells[i];
    }
    return {};
  };
  CaseResult result{.row = row.number,
                    .title = std::string{cell("title")},
                    .expected = expected_of(cell("expected"), table_)};
  Subject subject{.title = result.title, .notes = std::string{cell("notes")}};
  const auto refuse = [&](std::string_view column, std::string_view found,
                          const std::string& names) {
    result.flaw = fmt::format("{}: '{}' 应为 / expected {}", column, found, names);
    return result;
  };
  std::string unknown;
  const auto directions = read_cell(cell("direction"), direction_words(), unknown);
  if (!directions) return refuse("direction", unknown, names_of(direction_words()));
  const auto standings = read_cell(cell("creator"), standing_words(), unknown);
  if (!standings) return refuse("creator", unknown, names_of(standing_words()));
  const auto row_of = [](std::string key, const std::vector<std::string>& words) {
    return profile::Element{
        .attributes = {{std::move(key), fmt::format("{}", fmt::join(words, " "))}}};
  };
  if (!directions->empty()) {
    subject.direction = read_directions(row_of("is", *directions), "is").front();
  }
  if (!standings->empty()) {
    subject.creator = read_standings(row_of("is", *standings), "is").front();
  }
  subject.doctype = cell("doctype");
  if (subject.doctype.empty()) {
    const auto type = text::document_type_of_title(result.title);
    if (type) subject.doctype = text::info(type->type).name;
  } else if (subject.doctype == "-") {
    subject.doctype = {};
  }
  if (const std::string_view date = cell("date"); !date.empty()) {
    subject.date = parse_iso(date);
    if (!subject.date) return refuse("date", date, "2023-08-30");
  }
  for (const std::string& part : parts_of(cell("answers"), U" ;；,，、")) {
    const std::size_t equals = part.find('=');
    const Question* question =
        equals == std::string::npos ? nullptr : table_.question(part.substr(0, equals));
    if (question == nullptr) return refuse("answers", part, "important=重要");
    const QuestionValue* value = question->value(part.substr(equals + 1));
    if (value == nullptr) return refuse("answers", part, question->value_names());
    subject.answers[question->id] = {.value = value->id, .by = "case"};
  }
  const bool known = result.expected == kUndecided || result.expected == "不归档" ||
                     table_.period(result.expected) != nullptr;
  if (!known)
    return refuse("expected", result.expected, table_.period_names() + ", 不归档, 待鉴定");
  const Answer answer = table_.answer(subject);
  const Row* spoke = answer.row == nullptr ? answer.stopped : answer.row;
  result.rule = spoke == nullptr ? "" : spoke->id;
  result.said = answer.row == nullptr ? std::string{kUndecided} : period_text(table_, *answer.row);
  return result;
}

}  // namespace guidang::appraise
