// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/table_xml.h"

#include <algorithm>
#include <array>

namespace guidang::appraise {
namespace {

struct Level {
  std::string_view id{};
  std::string_view words{};
};
constexpr std::array kLevels{
    Level{"congress",
          "党代会 党代表大会 代表大会 人民代表大会 人代会 政协会议 职代会 团代会 妇代会"},
    Level{"executive", "常务会议 常委会 主席团会议 全委会 全体会议 执委会 县长办公会 市长办公会"},
    Level{"leading", "党组会 党委会 行政办公会 主任办公会 局务会 局长办公会 办公会议"},
    Level{"work", "工作会议 专题会议 座谈会 现场会 电视电话会议"}};

struct Value {
  std::string_view id{}, zh{}, en{};
};
struct Asked {
  std::string_view id{}, alike{}, zh{}, en{};
  std::array<Value, 2> values{};
};
constexpr std::array kQuestions{
    Asked{"important",
          "creator doctype matter",
          "所涉事项是重要的还是一般的？",
          "is the matter important or ordinary?",
          {Value{"important", "重要", "important"}, Value{"ordinary", "一般", "ordinary"}}},
    Asked{"own_line",
          "creator matter",
          "是不是本机关主管的业务？",
          "is it this organ's own line of business?",
          {Value{"yes", "主管", "own line"}, Value{"no", "非主管", "not own line"}}},
    Asked{"lead",
          "creator matter",
          "本机关是主办还是协办？",
          "does this organ lead or assist?",
          {Value{"lead", "主办", "leads"}, Value{"assist", "协办", "assists"}}}};

}  // namespace

TableXml::TableXml(std::string_view title, std::string_view approved_by,
                   std::string_view approved_on)
    : writer_(out_) {
  writer_.open("appraise");
  attribute("approved-by", approved_by);
  attribute("approved-on", approved_on);
  child("title", title);
}

void TableXml::attribute(std::string_view name, std::string_view value) {
  if (!value.empty()) writer_.attribute(name, value);
}

void TableXml::period(std::string_view code, std::string_view name) {
  writer_.open("period").attribute("id", code).attribute("name", name).close();
}

void TableXml::meeting_scale() {
  writer_.open("scale").attribute("id", "meeting");
  for (const Level& each : kLevels) {
    writer_.open("level").attribute("id", each.id).text(each.words).close();
  }
  writer_.close();
}

void TableXml::questions(const std::vector<std::string>& asked) {
  const auto title = [&](std::string_view lang, std::string_view text) {
    writer_.open("title").attribute("lang", lang).text(text).close();
  };
  for (const Asked& each : kQuestions) {
    if (std::find(asked.begin(), asked.end(), each.id) == asked.end()) continue;
    writer_.open("question").attribute("id", each.id).attribute("alike", each.alike);
    title("zh", each.zh);
    title("en", each.en);
    for (const Value& value : each.values) {
      writer_.open("value").attribute("id", value.id);
      title("zh", value.zh);
      title("en", value.en);
      writer_.close();
    }
    writer_.close();
  }
}

void TableXml::open_row(bool scope, std::string_view id, std::string_view period,
                        std::string_view clause, bool sure) {
  writer_.open(scope ? "scope" : "row").attribute("id", id);
  attribute("period", period);
  attribute("clause", clause);
  if (!sure && !scope) writer_.attribute("sure", "no");
}

void TableXml::conditions(std::string_view direction, std::string_view creator,
                          std::string_view doctype) {
  attribute("direction", direction);
  attribute("creator", creator);
  attribute("doctype", doctype);
}

void TableXml::child(std::string_view name, std::string_view text) {
  if (text.empty()) return;
  writer_.open(name);
  if (name == "title") writer_.attribute("lang", "zh");
  writer_.text(text).close();
}

void TableXml::valid(std::string_view from, std::string_view to) {
  if (from.empty() && to.empty()) return;
  writer_.open("valid");
  attribute("from", from);
  attribute("to", to);
  writer_.close();
}

void TableXml::level(std::string_view levels) {
  if (levels.empty()) return;
  writer_.open("level").attribute("scale", "meeting").text(levels).close();
}

void TableXml::answer(std::string_view question, std::string_view values) {
  writer_.open("answer").attribute("question", question).text(values).close();
}

void TableXml::close_row() { writer_.close(); }

std::string TableXml::finish() {
  writer_.finish();
  return std::move(out_);
}

}  // namespace guidang::appraise
