// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/organs/csv_import.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "pipeline/files/csv.h"
#include "pipeline/organs/names.h"
#include "pipeline/organs/read.h"
#include "pipeline/text/decode.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"

namespace guidang::organs {
namespace {

enum class Column : std::uint8_t {
  id,
  name,
  from,
  to,
  short_form,
  alias,
  code,
  parent,
  office_of,
  area,
  level,
  line,
  standing
};
constexpr std::size_t kColumns = 13;

struct Head {
  std::string_view text{};  ///< folded
  Column column{};
};

constexpr std::array kHeads{
    Head{"id", Column::id},
    Head{"编号", Column::id},
    Head{"机构编号", Column::id},
    Head{"标识", Column::id},
    Head{"name", Column::name},
    Head{"名称", Column::name},
    Head{"全称", Column::name},
    Head{"机构名称", Column::name},
    Head{"单位名称", Column::name},
    Head{"规范全称", Column::name},
    Head{"from", Column::from},
    Head{"启用日期", Column::from},
    Head{"成立日期", Column::from},
    Head{"起", Column::from},
    Head{"to", Column::to},
    Head{"停用日期", Column::to},
    Head{"撤销日期", Column::to},
    Head{"止", Column::to},
    Head{"short", Column::short_form},
    Head{"简称", Column::short_form},
    Head{"规范化简称", Column::short_form},
    Head{"alias", Column::alias},
    Head{"aliases", Column::alias},
    Head{"别名", Column::alias},
    Head{"其他名称", Column::alias},
    Head{"俗称", Column::alias},
    Head{"code", Column::code},
    Head{"codes", Column::code},
    Head{"机关代字", Column::code},
    Head{"发文代字", Column::code},
    Head{"代字", Column::code},
    Head{"parent", Column::parent},
    Head{"隶属", Column::parent},
    Head{"上级", Column::parent},
    Head{"上级机构", Column::parent},
    Head{"上级单位", Column::parent},
    Head{"主管单位", Column::parent},
    Head{"office-of", Column::office_of},
    Head{"office_of", Column::office_of},
    Head{"officeof", Column::office_of},
    Head{"所属机关", Column::office_of},
    Head{"办公机构所属", Column::office_of},
    Head{"area", Column::area},
    Head{"区划", Column::area},
    Head{"行政区划", Column::area},
    Head{"地区", Column::area},
    Head{"level", Column::level},
    Head{"层级", Column::level},
    Head{"级别", Column::level},
    Head{"line", Column::line},
    Head{"系统", Column::line},
    Head{"类别", Column::line},
    Head{"党政", Column::line},
    Head{"standing", Column::standing},
    Head{"行文关系", Column::standing},
    Head{"本单位", Column::standing},
};

constexpr std::string_view kMendRow = "改正该行 / correct this row";
constexpr std::size_t kMostFlaws = 1'000;

std::vector<std::string> words_of(std::string_view cell) {
  std::vector<std::string> words;
  std::size_t start = 0;
  const auto take = [&](std::size_t end) {
    const std::string_view word = text::trim(cell.substr(start, end - start));
    if (!word.empty()) words.emplace_back(word);
  };
  for (std::size_t pos = 0; pos < cell.size();) {
    const std::size_t at = pos;
    const char32_t c = text::next(cell, pos);
    if (c != U'、' && c != U';' && c != U'；' && c != U'|' && c != U'\n') continue;
    take(at);
    start = pos;
  }
  take(cell.size());
  return words;
}

/// 2018/3/9, 2018年3月9日 and 2018.3 are written as 2018-03-09 and 2018-03.
std::string plain_day(std::string_view cell) {
  std::string day;
  std::string digits;
  const auto take = [&] {
    if (digits.empty()) return;
    if (!day.empty()) day += '-';
    if (digits.size() == 1) digits.insert(0, "0");
    day += digits;
    digits.clear();
  };
  const std::string folded = text::fold(cell);
  for (const char c : folded) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else {
      take();
    }
  }
  take();
  return day;
}

class Importer {
 public:
  Importer(Import& result, std::string shown) : result_(result), shown_(std::move(shown)) {}

  bool row(const files::CsvRow& row) {
    if (!headed_) {
      headed_ = true;
      heads(row);
      return columns_[index(Column::name)].has_value();
    }
    const bool empty = std::all_of(row.fields.begin(), row.fields.end(),
                                   [](const auto& field) { return text::trim(field).empty(); });
    if (empty) return true;
    ++result_.rows;
    if (result_.rows > kMostOrgans) {
      flaw(row, "行数过多 / too many rows", fmt::format("> {}", kMostOrgans),
           fmt::format("≤ {}", kMostOrgans));
      return false;
    }
    organ(row);
    return true;
  }

  /// Names of superiors become ids.
  void settle() {
    std::unordered_map<std::string, std::string> by_name;
    std::unordered_map<std::string, std::size_t> ids;
    for (std::size_t i = 0; i < result_.organs.size(); ++i) {
      const Organ& organ = result_.organs[i];
      ids.emplace(organ.id, i);
      for (const Name& name : organ.names) by_name.emplace(key_of(name.text), organ.id);
    }
    for (Organ& organ : result_.organs) {
      for (std::string* above : {&organ.parent, &organ.office_of}) {
        if (above->empty() || ids.contains(*above)) continue;
        const auto it = by_name.find(key_of(*above));
        if (it != by_name.end()) *above = it->second;
      }
    }
  }

  [[nodiscard]] bool headed() const { return headed_; }

 private:
  static std::size_t index(Column column) { return static_cast<std::size_t>(column); }

  void flaw(const files::CsvRow& row, std::string what, std::string found, std::string expected) {
    if (result_.flaws.size() >= kMostFlaws) return;
    result_.flaws.push_back({fmt::format("{}:{}", shown_, row.line),
                             fmt::format("第 {} 行 / row {}: {}", row.number, row.number, what),
                             std::move(found), std::move(expected), std::string{kMendRow}});
  }

  void heads(const files::CsvRow& row) {
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      const std::string folded = text::fold(row.fields[i]);
      const auto it = std::find_if(kHeads.begin(), kHeads.end(),
                                   [&](const Head& head) { return head.text == folded; });
      if (it == kHeads.end()) {
        if (!folded.empty()) result_.unused.push_back(row.fields[i]);
      } else if (!columns_[index(it->column)]) {
        columns_[index(it->column)] = i;
      } else {
        flaw(row, "两列同义 / two columns of one meaning", row.fields[i],
             "每项一列 / one column each");
      }
    }
    if (columns_[index(Column::name)]) return;
    flaw(row, "没有名称列 / no column of names", fmt::format("{}", fmt::join(row.fields, ", ")),
         "名称 或 / or name");
  }

  [[nodiscard]] std::string cell(const files::CsvRow& row, Column column) const {
    const auto at = columns_[index(column)];
    if (!at || *at >= row.fields.size()) return {};
    return std::string{text::trim(row.fields[*at])};
  }

  bool day(const files::CsvRow& row, Column column, std::optional<Date>& target) {
    const std::string given = cell(row, column);
    if (given.empty()) return true;
    target = read_day(plain_day(given), column == Column::to);
    if (!target)
      flaw(row, "日期无法识别 / date cannot be read", given, "2018, 2018-03, 2018-03-19");
    return target.has_value();
  }

  template <typename T>
  bool chosen(const files::CsvRow& row, Column column, T& target,
              std::optional<T> (*from)(std::string_view), std::string_view words) {
    const std::string given = cell(row, column);
    if (given.empty() || given == "否" || given == "no") return true;
    const std::optional<T> value = from(given);
    if (value) {
      target = *value;
    } else {
      flaw(row, "取值不认识 / unknown value", given, std::string{words});
    }
    return value.has_value();
  }

  void organ(const files::CsvRow& row) {
    Organ organ;
    organ.place = fmt::format("{}:{}", shown_, row.line);
    Name name{.text = cell(row, Column::name)};
    bool good = true;
    if (name.text.empty() || name.text.size() > kLongestWord) {
      flaw(row, "没有名称或过长 / no name, or too long", fmt::format("{} bytes", name.text.size()),
           fmt::format("1 – {} bytes", kLongestWord));
      good = false;
    }
    if (name.text.find("\xEF\xBF\xBD") != std::string::npos) {
      flaw(row, "有无法解码的字节 / bytes that cannot be decoded", name.text, "UTF-8, GB18030");
      good = false;
    }
    organ.id = cell(row, Column::id);
    if (organ.id.empty()) organ.id = name.text;
    organ.parent = cell(row, Column::parent);
    organ.office_of = cell(row, Column::office_of);
    organ.area = cell(row, Column::area);
    organ.shorts = words_of(cell(row, Column::short_form));
    organ.aliases = words_of(cell(row, Column::alias));
    organ.codes = words_of(cell(row, Column::code));
    good = day(row, Column::from, name.from) && good;
    good = day(row, Column::to, name.to) && good;
    good = chosen<Level>(row, Column::level, organ.level, level_from, "中央, 省, 市, 县, 乡, 村") &&
           good;
    good = chosen<Line>(row, Column::line, organ.line, line_from,
                        "党, 政, 人大, 政协, 军, 群团, 司法, 企事业") &&
           good;
    good = chosen<Standing>(row, Column::standing, organ.standing, standing_from,
                            "本单位, 上级, 同级, 下级, 社会") &&
           good;
    if (!good) return;
    organ.names.push_back(std::move(name));
    add(row, std::move(organ));
  }

  void add(const files::CsvRow& row, Organ organ) {
    const auto [it, fresh] = seen_.emplace(organ.id, result_.organs.size());
    if (fresh) {
      result_.organs.push_back(std::move(organ));
      return;
    }
    Organ& first = result_.organs[it->second];
    const Name& name = organ.names.front();
    const bool known = std::any_of(first.names.begin(), first.names.end(),
                                   [&](const Name& each) { return each.text == name.text; });
    if (known || (!name.from && !name.to)) {
      flaw(row, "同一编号用了两次 / the same id twice",
           fmt::format("{} ({}, {})", organ.id, first.place, name.text),
           "另一编号,或写明启用、停用日期的另一名称 / another id, or another name with its days");
      return;
    }
    first.names.push_back(name);
    for (auto list : {&Organ::shorts, &Organ::aliases, &Organ::codes}) {
      auto& to = first.*list;
      for (std::string& word : organ.*list) {
        if (std::find(to.begin(), to.end(), word) == to.end()) to.push_back(std::move(word));
      }
    }
  }

  Import& result_;
  std::string shown_;
  bool headed_ = false;
  std::array<std::optional<std::size_t>, kColumns> columns_{};
  std::unordered_map<std::string, std::size_t> seen_{};
};

}  // namespace

Import import_csv(std::string_view bytes, const std::string& shown) {
  Import result;
  const text::Decoded decoded = text::decode(bytes);
  result.encoding = decoded.encoding;
  Importer importer(result, shown);
  const auto error =
      files::read_csv(decoded.text, [&](const files::CsvRow& row) { return importer.row(row); });
  if (error) {
    result.flaws.push_back({fmt::format("{}:{}", shown, error->line),
                            error->message,
                            {},
                            "CSV",
                            std::string{kMendRow}});
  }
  if (!importer.headed() && !error) {
    result.flaws.push_back({shown, "空文件 / empty file", "", "CSV", std::string{kMendRow}});
  }
  importer.settle();
  return result;
}

}  // namespace guidang::organs
