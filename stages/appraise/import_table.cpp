// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/import_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/calendar/date.h"
#include "pipeline/calendar/retention_end.h"
#include "pipeline/failure.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"
#include "stages/appraise/cell_words.h"
#include "stages/appraise/given.h"
#include "stages/appraise/table_xml.h"

namespace guidang::appraise {
namespace {

constexpr std::array kHeadings{Heading{"编号", "id"},
                               Heading{"条目号", "id"},
                               Heading{"序号", "id"},
                               Heading{"id", "id"},
                               Heading{"条款", "clause"},
                               Heading{"依据", "clause"},
                               Heading{"clause", "clause"},
                               Heading{"归档范围", "title"},
                               Heading{"文件材料", "title"},
                               Heading{"内容", "title"},
                               Heading{"title", "title"},
                               Heading{"保管期限", "period"},
                               Heading{"期限", "period"},
                               Heading{"period", "period"},
                               Heading{"方向", "direction"},
                               Heading{"收发", "direction"},
                               Heading{"direction", "direction"},
                               Heading{"来文单位", "creator"},
                               Heading{"单位性质", "creator"},
                               Heading{"creator", "creator"},
                               Heading{"文种", "doctype"},
                               Heading{"doctype", "doctype"},
                               Heading{"题名含", "with"},
                               Heading{"关键词", "with"},
                               Heading{"with", "with"},
                               Heading{"题名不含", "without"},
                               Heading{"without", "without"},
                               Heading{"备注含", "noted"},
                               Heading{"办理情况含", "noted"},
                               Heading{"noted", "noted"},
                               Heading{"会议级别", "level"},
                               Heading{"level", "level"},
                               Heading{"时间跨度", "span"},
                               Heading{"跨度", "span"},
                               Heading{"span", "span"},
                               Heading{"重要性", "important"},
                               Heading{"important", "important"},
                               Heading{"主管业务", "own_line"},
                               Heading{"own_line", "own_line"},
                               Heading{"主办协办", "lead"},
                               Heading{"lead", "lead"},
                               Heading{"启用", "from"},
                               Heading{"from", "from"},
                               Heading{"停用", "to"},
                               Heading{"to", "to"},
                               Heading{"上级条目", "parent"},
                               Heading{"国家表条目", "parent"},
                               Heading{"parent", "parent"},
                               Heading{"确定", "sure"},
                               Heading{"sure", "sure"}};

constexpr std::array kSpanWords{
    CellWord{"年度以上", "year several"}, CellWord{"年度", "year"}, CellWord{"年度以下", "part"},
    CellWord{"多年", "several"},          CellWord{"year", "year"}, CellWord{"part", "part"},
    CellWord{"several", "several"},       CellWord{"none", "none"}};
constexpr std::array kLevelWords{CellWord{"代表大会", "congress"},
                                 CellWord{"congress", "congress"},
                                 CellWord{"常务会议", "executive"},
                                 CellWord{"全体会议", "executive"},
                                 CellWord{"executive", "executive"},
                                 CellWord{"办公会议", "leading"},
                                 CellWord{"党组会", "leading"},
                                 CellWord{"leading", "leading"},
                                 CellWord{"工作会议", "work"},
                                 CellWord{"专题会议", "work"},
                                 CellWord{"work", "work"}};
constexpr std::array kImportantWords{
    CellWord{"重要", "important"}, CellWord{"important", "important"}, CellWord{"一般", "ordinary"},
    CellWord{"ordinary", "ordinary"}};
constexpr std::array kOwnWords{CellWord{"主管", "yes"}, CellWord{"是", "yes"},
                               CellWord{"yes", "yes"},  CellWord{"非主管", "no"},
                               CellWord{"否", "no"},    CellWord{"no", "no"}};
constexpr std::array kLeadWords{CellWord{"主办", "lead"}, CellWord{"lead", "lead"},
                                CellWord{"协办", "assist"}, CellWord{"assist", "assist"}};
constexpr std::array kSureWords{CellWord{"是", "yes"}, CellWord{"yes", "yes"}, CellWord{"否", "no"},
                                CellWord{"no", "no"}};

constexpr std::u32string_view kBetweenWords = U"、，, \u3000";
constexpr std::u32string_view kBetweenGroups = U"；;";

std::string words_of(std::string_view cell) {
  return fmt::format("{}", fmt::join(parts_of(cell, kBetweenWords), " "));
}

/// The code of a period's name; "" for a name that says no period.
std::string code_of(const std::string& name) {
  if (name == "长期") return "C";
  if (name == "短期") return "D";
  const RetentionTerm term = retention_term(name);
  switch (term.kind) {
    case RetentionTerm::Kind::permanent:
      return "Y";
    case RetentionTerm::Kind::years:
      return "D" + std::to_string(term.years);
    case RetentionTerm::Kind::after_event:
      return "E" + std::to_string(term.years);
    case RetentionTerm::Kind::unknown:
      break;
  }
  return {};
}

std::string_view era_of(const std::string& code) {
  if (code == "C" || code == "D") return "1987";
  return code == "Y" ? "" : "2006";
}

}  // namespace

std::string RowFlaw::text() const {
  return fmt::format("第{}行 row {}, {}: 所见 found '{}', 应为 expected {}", row, row, column,
                     found, expected);
}

void TableImport::flaw(std::size_t row, std::string_view column, std::string_view found,
                       std::string expected) {
  flaws_.push_back({.row = row,
                    .column = std::string{column},
                    .found = std::string{found},
                    .expected = std::move(expected)});
}

std::string_view TableImport::cell(const tables::TableRow& row, std::string_view column) const {
  for (std::size_t i = 0; i < std::min(columns_.size(), row.cells.size()); ++i) {
    if (columns_[i] == column) return text::trim(row.cells[i]);
  }
  return {};
}

void TableImport::read_heading(const tables::TableRow& row) {
  for (const std::string& heading : row.cells) {
    columns_.push_back(column_of(heading, kHeadings));
    if (columns_.back().empty() && !heading.empty()) unused_.push_back(heading);
  }
  for (const std::string_view needed : {"id", "period"}) {
    if (std::find(columns_.begin(), columns_.end(), needed) != columns_.end()) continue;
    throw Failure(fmt::format("缺少栏 / a column is missing: {}",
                              needed == "id" ? "编号 id" : "保管期限 period"),
                  "第一行写栏名 / the first row names the columns", ExitStatus::usage);
  }
}

void TableImport::read_period(Line& line, std::string_view text, std::size_t number) {
  const std::string name = plain_period(text);
  line.scope = says_not_filed(name);
  if (line.scope) return;
  line.period = code_of(name);
  if (line.period.empty()) {
    flaw(number, "保管期限 period", text, "永久, 30年, 10年, 长期, 短期 … | 不归档");
    return;
  }
  periods_[line.period] = name == line.period ? std::string{text} : name;
  const std::string era{era_of(line.period)};
  if (era.empty() || !line.from.empty() || !line.to.empty()) return;
  eras_.emplace(era, number);
  const auto other = eras_.find(era == "1987" ? "2006" : "1987");
  if (other == eras_.end()) return;
  flaw(number, "保管期限 period", text,
       fmt::format(
           "与第{}行同一时期的期限；两个时期的期限并用时写明启用、停用日期 / a period of the "
           "era of row {}; a table of two eras says from and to when each row holds",
           other->second, other->second));
}

void TableImport::row(const tables::TableRow& row) {
  if (columns_.empty()) {
    read_heading(row);
    return;
  }
  ++read_;
  const std::size_t before = flaws_.size();
  Line line{.id = std::string{cell(row, "id")},
            .clause = std::string{cell(row, "clause")},
            .title = std::string{cell(row, "title")},
            .parent = std::string{cell(row, "parent")},
            .from = std::string{cell(row, "from")},
            .to = std::string{cell(row, "to")}};
  const bool plain = !line.id.empty() && std::all_of(line.id.begin(), line.id.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
           c == '-' || c == '_';
  });
  if (!plain) flaw(row.number, "编号 id", line.id, "字母、数字、. - _ / letters, digits, . - _");
  const auto [twin, fresh] = ids_.emplace(line.id, row.number);
  if (plain && !fresh) {
    flaw(row.number, "编号 id", line.id,
         fmt::format("不与第{}行重复 / another than in row {}", twin->second, twin->second));
  }
  if (line.clause.empty()) line.clause = line.id;
  for (const auto& [column, day] : {std::pair{"启用 from", &line.from}, {"停用 to", &line.to}}) {
    if (!day->empty() && !parse_iso(*day)) flaw(row.number, column, *day, "2006-12-18");
  }
  read_period(line, cell(row, "period"), row.number);
  const auto read = [&](std::string_view column, std::string_view shown,
                        std::span<const CellWord> known) -> std::string {
    std::string unknown;
    const auto words = read_cell(cell(row, column), known, unknown);
    if (words) return fmt::format("{}", fmt::join(*words, " "));
    flaw(row.number, shown, unknown, names_of(known));
    return {};
  };
  line.direction = read("direction", "方向 direction", direction_words());
  line.creator = read("creator", "来文单位 creator", standing_words());
  line.span = read("span", "时间跨度 span", kSpanWords);
  line.level = read("level", "会议级别 level", kLevelWords);
  line.sure = read("sure", "确定 sure", kSureWords) != "no";
  for (const auto& [question, shown, words] :
       {std::tuple{"own_line", "主管业务 own_line", std::span<const CellWord>(kOwnWords)},
        {"lead", "主办协办 lead", kLeadWords},
        {"important", "重要性 important", kImportantWords}}) {
    if (std::string value = read(question, shown, words); !value.empty()) {
      line.answers.push_back({question, std::move(value)});
    }
  }
  line.doctype = words_of(cell(row, "doctype"));
  line.without = words_of(cell(row, "without"));
  for (const std::string& group : parts_of(cell(row, "with"), kBetweenGroups)) {
    line.with.push_back(words_of(group));
  }
  for (const std::string& group : parts_of(cell(row, "noted"), kBetweenGroups)) {
    line.noted.push_back(words_of(group));
  }
  if (flaws_.size() == before) lines_.push_back(std::move(line));
}

std::string TableImport::xml(const TableHead& head) const {
  TableXml out(head.title, head.approved_by, head.approved_on);
  for (const auto& [code, name] : periods_) out.period(code, name);
  bool levels = false;
  std::vector<std::string> asked;
  for (const Line& line : lines_) {
    levels = levels || !line.level.empty();
    for (const Answer& each : line.answers) asked.push_back(each.question);
  }
  if (levels) out.meeting_scale();
  out.questions(asked);
  for (const Line& line : lines_) {
    out.open_row(line.scope, line.id, line.period, line.clause, line.sure);
    out.conditions(line.direction, line.creator, line.doctype);
    out.child("title", line.title);
    out.child("parent", line.parent);
    out.valid(line.from, line.to);
    for (const std::string& group : line.with) out.child("with", group);
    out.child("without", line.without);
    for (const std::string& group : line.noted) out.child("noted", group);
    out.child("span", line.span);
    out.level(line.level);
    for (const Answer& each : line.answers) out.answer(each.question, each.value);
    out.close_row();
  }
  return out.finish();
}

}  // namespace guidang::appraise
