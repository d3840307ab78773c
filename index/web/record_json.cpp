// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/record_json.h"

#include <nlohmann/json.hpp>

#include "index/web/record_links.h"
#include "pipeline/facts_json.h"

namespace guidang::web {
namespace {

using Json = nlohmann::ordered_json;

void put(Json& object, const char* name, const std::string& value) {
  if (!value.empty()) object[name] = value;
}

Json hit_json(const Context& context, const index::Hit& hit) {
  Json json{{"record", hit.record}, {"fonds", hit.fonds}, {"code", hit.code}};
  if (hit.provisional && !hit.code.empty()) json["provisional"] = true;
  put(json, "title", hit.title);
  put(json, "document_number", hit.document_number);
  put(json, "creator", hit.creator);
  put(json, "doctype", hit.doctype);
  put(json, "date", hit.date);
  put(json, "year", hit.year);
  put(json, "retention", hit.retention);
  put(json, "direction", hit.direction);
  put(json, "volume", hit.volume);
  json["url"] = context.href(record_path(hit));
  return json;
}

Json source_json(const SourceView& source) {
  if (source.page == 0) return source.kind;
  return {{"page", source.page}, {"line", source.line}};
}

Json fields_json(const std::vector<FieldView>& fields) {
  Json json = Json::object();
  for (const FieldView& field : fields) {
    Json& value = json[std::string(field.info->name)];
    if (field.info->list) {
      value["values"] = field.values;
    } else {
      value["value"] = field.values.front();
    }
    value["source"] = source_json(field.source);
    put(value, "original", field.original);
    if (field.confidence) value["confidence"] = *field.confidence;
    for (const RivalView& rival : field.rivals) {
      value["rivals"].push_back({{"value", rival.value}, {"source", source_json(rival.source)}});
    }
  }
  return json;
}

Json files_json(const RecordView& record) {
  Json json = Json::array();
  for (const FileView& file : record.known.files) {
    Json one{{"n", file.number},  {"part", to_text(file.part)}, {"role", to_text(file.role)},
             {"name", file.name}, {"sha256", file.digest},      {"size", file.size}};
    put(one, "path", file.path);
    put(one, "format", file.format);
    if (file.pages) one["pages"] = *file.pages;
    if (file.state) one["text"] = to_text(*file.state);
    put(one, "reason", file.reason);
    if (file.stored) one["url"] = file_path(record.shown, file.number);
    json.push_back(std::move(one));
  }
  return json;
}

Json text_json(const RecordView& record) {
  Json json = Json::array();
  for (const TextPage& page : record.text) {
    Json one{{"page", page.number}, {"text", page.text}};
    if (page.file > 0) one["file"] = page.file;
    for (const index::ByteRange& mark : page.marks) {
      one["marks"].push_back({mark.begin, mark.end});
    }
    json.push_back(std::move(one));
  }
  return json;
}

Json history_json(const RegisterView& known) {
  Json json = Json::array();
  for (const HistoryEntry& entry : known.history) {
    Json one{{"kind", entry.kind}};
    put(one, "when", entry.when);
    put(one, "subject", entry.subject);
    put(one, "field", entry.field);
    put(one, "before", entry.before);
    put(one, "value", entry.value);
    put(one, "by", entry.by);
    put(one, "why", entry.why);
    put(one, "stage", entry.stage);
    put(one, "run", entry.run);
    json.push_back(std::move(one));
  }
  return json;
}

void put_staff(Json& json, const RegisterView& known, const CodeMeanings& meanings) {
  json["verdict"] = to_text(*known.verdict);
  json["findings"] = Json::array();
  for (const FindingView& view : known.findings) {
    Json one{{"code", view.finding.code}, {"severity", to_text(view.finding.severity)}};
    if (view.waived) one["waived"] = true;
    put(one, "place", view.finding.place);
    put(one, "found", view.finding.found);
    put(one, "expected", view.finding.expected);
    if (const auto meaning = meanings ? meanings(view.finding.code) : std::nullopt) {
      one["title_zh"] = meaning->title_zh;
      one["title_en"] = meaning->title_en;
    }
    json["findings"].push_back(std::move(one));
  }
  for (const DuplicateView& twin : known.duplicates) {
    json["duplicates"].push_back({{"document", twin.document}, {"place", twin.place}});
  }
}

}  // namespace

std::string record_json(const Context& context, const RecordView& record,
                        const CodeMeanings& meanings) {
  const RegisterView& known = record.known;
  Json json = hit_json(context, record.shown);
  put(json, "fonds_name", record.fonds_name);
  json["sealed"] = known.sealed;
  json["fields"] = fields_json(known.fields);
  Json& kept = json["appraisal"];
  kept = Json{{"period", known.retention.period}};
  put(kept, "rule", known.retention.rule);
  put(kept, "citation", known.retention.citation);
  put(kept, "ends", known.retention.ends);
  put(kept, "opening", known.opening);
  put(kept, "control", known.control);
  put(kept, "opens_from", known.opens_from);
  put(json, "volume_title", known.volume_title);
  if (!known.former_codes.empty()) json["former_codes"] = known.former_codes;
  json["files"] = files_json(record);
  json["text"] = text_json(record);
  json["relations"] = Json::array();
  for (const RelationView& relation : known.relations) {
    json["relations"].push_back({{"kind", relation.kind},
                                 {"evidence", relation.evidence},
                                 {"record", hit_json(context, relation.other)}});
  }
  if (known.verdict) put_staff(json, known, meanings);
  json["history"] = history_json(known);
  const auto near = [&](const std::optional<index::Hit>& hit) {
    return hit ? hit_json(context, *hit) : Json();
  };
  json["before"] = near(record.neighbours.before);
  json["after"] = near(record.neighbours.after);
  json["similar"] = Json::array();
  for (const index::Hit& hit : record.similar) json["similar"].push_back(hit_json(context, hit));
  json["citation"] = citation_of(record);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace guidang::web
