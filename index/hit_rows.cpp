// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/hit_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "index/query_fields.h"
#include "pipeline/files/csv.h"

namespace guidang::index {
namespace {

using Json = nlohmann::ordered_json;

Json marks_json(const std::vector<ByteRange>& marks) {
  Json list = Json::array();
  for (const ByteRange& mark : marks) list.push_back({mark.begin, mark.end});
  return list;
}

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\f'; }, ' ');
  return text;
}

}  // namespace

FieldName name_of(Field field) {
  if (field == Field::any) return {"任意处", "anywhere"};
  const FieldInfo& info = info_of(field);
  return {info.zh, info.en};
}

Json hit_json(const Hit& hit) {
  Json elsewhere = Json::array();
  for (const FieldMatch& match : hit.elsewhere) {
    elsewhere.push_back({{"field", name_of(match.field).en},
                         {"text", match.text},
                         {"marks", marks_json(match.marks)}});
  }
  return {{"code", hit.code},
          {"record", hit.record},
          {"path", hit.path},
          {"title", hit.title},
          {"score", hit.score},
          {"snippet", hit.snippet.text},
          {"marks", marks_json(hit.snippet.marks)},
          {"page", hit.snippet.page},
          {"provisional", hit.provisional},
          {"loosened", hit.loose},
          {"document_number", hit.document_number},
          {"creator", hit.creator},
          {"doctype", hit.doctype},
          {"date", hit.date},
          {"year", hit.year},
          {"retention", hit.retention},
          {"direction", hit.direction},
          {"fonds", hit.fonds},
          {"volume", hit.volume},
          {"title_marks", marks_json(hit.title_marks)},
          {"number_marks", marks_json(hit.number_marks)},
          {"creator_marks", marks_json(hit.creator_marks)},
          {"code_marks", marks_json(hit.code_marks)},
          {"offset", hit.snippet.offset},
          {"elsewhere", std::move(elsewhere)},
          {"format", kHitFormat}};
}

Json facets_json(const std::vector<FacetCounts>& facets) {
  Json all = Json::object();
  for (const FacetCounts& facet : facets) {
    Json values = Json::array();
    for (const FacetValue& value : facet.values) {
      values.push_back({{"value", value.value}, {"count", value.count}, {"chosen", value.chosen}});
    }
    all[std::string(info_of(facet.facet).name)] = {{"exact", facet.exact},
                                                   {"values", std::move(values)}};
  }
  return all;
}

std::string hit_csv_heading() {
  std::string heading = "\xEF\xBB\xBF";
  files::write_csv_row(
      heading, {"档号", "记录", "来处", "题名", "得分", "摘录", "页", "文号", "责任者", "文种",
                "日期", "年度", "保管期限", "收发", "全宗", "案卷", "预编"});
  return heading;
}

std::string hit_csv_row(const Hit& hit) {
  std::string row;
  files::write_csv_row(
      row, {hit.code, hit.record, hit.path, one_line(hit.title), fmt::format("{:.4f}", hit.score),
            one_line(hit.snippet.text),
            hit.snippet.page == 0 ? std::string() : fmt::format("{}", hit.snippet.page),
            hit.document_number, hit.creator, hit.doctype, hit.date, hit.year, hit.retention,
            hit.direction, hit.fonds, hit.volume, hit.provisional ? "是" : ""});
  return row;
}

}  // namespace guidang::index
