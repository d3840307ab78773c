// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/seal/import_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"

namespace guidang::import {
namespace {

/// Headings as people write them, and the names of the parts in patterns.
struct Names {
  Column column = Column::code;
  std::string_view part{};  ///< in a pattern
  std::string_view zh{};    ///< for messages
  std::array<std::string_view, 6> headings{};
};
constexpr std::array<Names, kColumns> kNames{
    Names{Column::code, "", "档号", {"档号", "code"}},
    Names{Column::fonds, "fonds", "全宗号", {"全宗号", "fonds"}},
    Names{Column::category,
          "category",
          "类别号",
          {"类别号", "门类代码", "档案门类代码", "门类", "category"}},
    Names{Column::directory, "directory", "目录号", {"目录号", "案卷目录号", "directory"}},
    Names{Column::project, "project", "项目号", {"项目号", "project"}},
    Names{Column::year, "year", "年度", {"年度", "归档年度", "year"}},
    Names{Column::period, "period", "保管期限", {"保管期限", "期限", "period"}},
    Names{Column::organ,
          "organ",
          "机构（问题）",
          {"机构(问题)", "机构", "问题", "机构或问题", "organ"}},
    Names{Column::volume, "volume", "案卷号", {"案卷号", "卷号", "室编案卷号", "volume"}},
    Names{Column::number, "number", "件号", {"件号", "室编件号", "顺序号", "卷内顺序号", "number"}},
    Names{Column::title, "", "题名", {"题名", "案卷题名", "文件题名", "title"}},
    Names{Column::document_number, "", "文号", {"文号", "文件编号", "document_number"}},
    Names{Column::creator, "", "责任者", {"责任者", "creator"}},
    Names{Column::date, "", "日期", {"日期", "起止年月", "起止日期", "成文日期", "date"}},
    Names{Column::archive_number, "", "馆编件号", {"馆编件号", "馆编案卷号", "archive_number"}}};

std::uint32_t to_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = !text.empty() && error == std::errc{} && end == text.data() + text.size();
  return whole && number <= CodePattern::kLargest ? number : 0;
}

/// "题名；文号 …；日期 …": what the ledger keeps of a paper that is not here.
std::string note_of(const Heading& heading, const std::vector<std::string>& cells) {
  std::string note = heading.cell(cells, Column::title);
  for (const Names& name : kNames) {
    if (name.column < Column::document_number) continue;
    const std::string value = heading.cell(cells, name.column);
    if (value.empty()) continue;
    note += fmt::format("{}{} {}", note.empty() ? "" : "；", name.zh, value);
  }
  return note;
}

}  // namespace

Heading::Heading(const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string name = text::fold(cells[i]);
    for (const Names& names : kNames) {
      auto& place = at_[index(names.column)];
      const auto same = [&](std::string_view one) {
        return !one.empty() && text::fold(one) == name;
      };
      if (!place && std::any_of(names.headings.begin(), names.headings.end(), same)) place = i;
    }
  }
}

std::string Heading::cell(const std::vector<std::string>& cells, Column column) const {
  const auto place = at_[index(column)];
  return place && *place < cells.size() ? std::string(text::trim(cells[*place])) : std::string{};
}

RowReader::RowReader(const Profile& profile, std::string_view fonds_code)
    : pattern_(CodePattern::read(profile.section("number"))),
      periods_(profile.section("appraise")),
      directories_(profile.section("number")),
      fonds_code_(fonds_code),
      category_(profile.section("number").attribute("category")) {}

std::string RowReader::lacks(const Heading& heading) const {
  if (heading.has(Column::code)) return {};
  std::string missing;
  for (const Names& name : kNames) {
    if (name.part.empty() || !pattern_.names(name.part) || heading.has(name.column)) continue;
    const bool known = (name.column == Column::fonds && !fonds_code_.empty()) ||
                       (name.column == Column::category && !category_.empty()) ||
                       name.column == Column::organ ||
                       (name.column == Column::number && pattern_.volumes());
    if (!known) missing += fmt::format("{}“{}”", missing.empty() ? "" : "、", name.zh);
  }
  if (missing.empty()) return {};
  return fmt::format(
      "没有“档号”一列，也没有 {} / there is no column 档号 (code), nor the columns of its parts "
      "({})",
      missing, pattern_.text());
}

std::optional<CodeParts> RowReader::parts_of(const Heading& heading,
                                             const std::vector<std::string>& cells,
                                             std::string& message) const {
  if (const std::string code = heading.cell(cells, Column::code); !code.empty()) {
    if (auto parts = pattern_.parse(code)) return parts;
    auto parts = pattern_.parse_volume(code);
    if (!parts) {
      message = "档号不合规则集的模板 / not as the profile's pattern: " + pattern_.text();
      return parts;
    }
    // 卷内目录 as printed: the volume's code, and the item's place in it.
    const std::string number = heading.cell(cells, Column::number);
    parts->number = to_number(number);
    if (!number.empty() && parts->number == 0) {
      message = fmt::format("“{}”不是件号 / '{}' is no number of an item", number, number);
      return std::nullopt;
    }
    return parts;
  }
  const auto or_else = [&](Column column, const std::string& otherwise) {
    std::string value = heading.cell(cells, column);
    return value.empty() ? otherwise : value;
  };
  const std::string period = heading.cell(cells, Column::period);
  const std::string_view code = periods_.code(period);
  CodeParts parts{.fonds = or_else(Column::fonds, fonds_code_),
                  .category = or_else(Column::category, category_),
                  .directory = heading.cell(cells, Column::directory),
                  .project = heading.cell(cells, Column::project),
                  .year = static_cast<int>(to_number(heading.cell(cells, Column::year))),
                  .period = code.empty() ? period : std::string(code),
                  .organ = heading.cell(cells, Column::organ),
                  .volume = to_number(heading.cell(cells, Column::volume)),
                  .number = to_number(heading.cell(cells, Column::number))};
  const bool numbered = pattern_.volumes() ? parts.volume != 0 : parts.number != 0;
  if (!numbered) {
    message = "没有可读的档号或案卷号、件号 / neither a code nor a running number can be read";
    return std::nullopt;
  }
  try {
    static_cast<void>(pattern_.series(parts));
  } catch (const Failure& failure) {
    message = failure.what();
    return std::nullopt;
  }
  return parts;
}

int RowReader::year_of(const Heading& heading, const std::vector<std::string>& cells,
                       const CodeParts& parts) const {
  if (pattern_.names("year")) return parts.year;
  if (const auto year = to_number(heading.cell(cells, Column::year)); year != 0) {
    return year >= 1000 && year <= 2999 ? static_cast<int>(year) : 0;
  }
  for (const Directory& directory : directories_.list()) {
    const bool one_year = directory.years.size() == 1 &&
                          directory.years.front().first == directory.years.front().last;
    if (directory.id == parts.directory && one_year) return directory.years.front().first;
  }
  return 0;
}

RowReader::Answer RowReader::read(const Heading& heading,
                                  const std::vector<std::string>& cells) const {
  Answer answer;
  const auto parts = parts_of(heading, cells, answer.message);
  if (!parts) return answer;
  if (!fonds_code_.empty() && pattern_.names("fonds") && parts->fonds != fonds_code_) {
    answer.message =
        fmt::format("是别的全宗（本全宗为 {}） / belongs to another fonds (this is {})",
                    fonds_code_, fonds_code_);
    return answer;
  }
  Entry entry{.year = year_of(heading, cells, *parts),
              .written = heading.cell(cells, Column::code),
              .note = note_of(heading, cells)};
  if (entry.year == 0) {
    answer.message = "缺少年度 / the year is missing";
    return answer;
  }
  entry.series = pattern_.series(*parts);
  entry.number = pattern_.volumes() ? parts->volume : parts->number;
  if (pattern_.volumes() && parts->number != 0) {
    entry.series = pattern_.code(entry.series, parts->volume);
    entry.number = parts->number;
    entry.inside = true;
    // The volume's code before an item's number is no other way to write the item's.
    if (pattern_.parse_volume(entry.written)) entry.written.clear();
  }
  if (entry.written.empty()) entry.written = code(entry, entry.number);
  answer.entry = std::move(entry);
  return answer;
}

Entry RowReader::volume_of(const Entry& item) const {
  const auto parts = pattern_.parse_volume(item.series);
  Entry volume = item;
  volume.series = pattern_.series(*parts);
  volume.number = parts->volume;
  volume.inside = false;
  volume.implied = true;
  volume.written = item.series;
  volume.note.clear();
  return volume;
}

std::string RowReader::code(const Entry& entry, std::uint32_t number) const {
  return entry.inside ? pattern_.item_code(entry.series, number)
                      : pattern_.code(entry.series, number);
}

}  // namespace guidang::import
