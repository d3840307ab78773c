// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/record_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "index/web/page.h"
#include "index/web/record_links.h"
#include "index/web/record_reading.h"
#include "index/web/url.h"
#include "pipeline/facts_json.h"

namespace guidang::web {
namespace {

std::string_view yes_no(bool value) { return value ? "yes" : "no"; }

void put(xml::Writer& writer, std::string_view name, std::string_view value) {
  if (!value.empty()) writer.attribute(name, value);
}

std::string digits(std::size_t number) { return std::to_string(number); }

void write_hit(xml::Writer& writer, const index::Hit& hit) {
  put(writer, "code", hit.code);
  writer.attribute("provisional", yes_no(hit.provisional && !hit.code.empty()));
  put(writer, "number", hit.document_number);
  put(writer, "creator", hit.creator);
  put(writer, "doctype", hit.doctype);
  put(writer, "retention", hit.retention);
  put(writer, "direction", hit.direction);
  put(writer, "fonds", hit.fonds);
  put(writer, "volume", hit.volume);
  put(writer, "year", hit.year);
  put(writer, "date", hit.date);
}

void write_source(xml::Writer& writer, const SourceView& source) {
  if (source.kind.empty()) return;
  writer.open("source").attribute("kind", source.kind);
  if (source.page > 0) {
    writer.attribute("page", digits(source.page)).attribute("line", digits(source.line));
  }
  writer.close();
}

void write_fields(xml::Writer& writer, const std::vector<FieldView>& fields) {
  writer.open("fields");
  for (const FieldView& field : fields) {
    writer.open("field")
        .attribute("name", field.info->name)
        .attribute("zh", field.info->zh)
        .attribute("en", field.info->en);
    if (field.confidence) {
      writer.attribute("confidence", fmt::format("{:.0f}", *field.confidence * 100));
    }
    for (const std::string& value : field.values) writer.element("value", value);
    write_source(writer, field.source);
    if (!field.original.empty()) writer.element("original", field.original);
    for (const RivalView& rival : field.rivals) {
      writer.open("rival").element("value", rival.value);
      write_source(writer, rival.source);
      writer.close();
    }
    writer.close();
  }
  writer.close();
}

/// What the home decided about the record rather than what it says itself.
void write_filing(xml::Writer& writer, const Context& context, const RecordView& record) {
  const RegisterView& known = record.known;
  const index::Hit& hit = record.shown;
  writer.open("filing").attribute("sealed", yes_no(known.sealed));
  put(writer, "fonds-name", record.fonds_name);
  put(writer, "period", known.retention.period);
  put(writer, "rule", known.retention.rule);
  put(writer, "citation", known.retention.citation);
  put(writer, "ends", known.retention.ends);
  put(writer, "opening", known.opening);
  put(writer, "control", known.control);
  put(writer, "control-zh", known.control_zh);
  put(writer, "control-en", known.control_en);
  put(writer, "control-citation", known.control_citation);
  put(writer, "opens-from", known.opens_from);
  put(writer, "year-rule", known.year_rule);
  put(writer, "volume-title", known.volume_title);
  if (!hit.volume.empty() && !hit.year.empty()) {
    writer.attribute("volume-href",
                     context.href(path_of({"browse", hit.fonds, hit.year, hit.volume})));
  }
  if (known.first_page > 0) {
    writer.attribute("first-page", digits(known.first_page))
        .attribute("last-page", digits(known.last_page));
  }
  for (const std::string& code : known.former_codes) writer.element("former", code);
  if (known.verdict) writer.element("verdict", to_text(*known.verdict));
  writer.close();
}

void write_crumbs(xml::Writer& writer, const Context& context, const index::Hit& hit) {
  const auto crumb = [&](std::string_view name, const std::vector<std::string>& segments) {
    writer.open("crumb").attribute("href", context.href(path_of(segments))).text(name).close();
  };
  writer.open("crumbs");
  crumb(hit.fonds, {"browse", hit.fonds});
  const std::string year = hit.year.empty() ? "none" : hit.year;
  writer.open("crumb").attribute("href", context.href(path_of({"browse", hit.fonds, year})));
  if (hit.year.empty()) writer.attribute("none", "yes");
  writer.text(hit.year).close();
  if (!hit.volume.empty()) crumb(hit.volume, {"browse", hit.fonds, year, hit.volume});
  writer.close();
}

void write_files(xml::Writer& writer, const RecordView& record, const RecordScreen& screen,
                 const std::string& base, const Context& context, const Parameters& keep) {
  const std::vector<FileView>& files = record.known.files;
  const std::size_t per = std::max<std::size_t>(screen.per_files, 1);
  const std::size_t screens = std::max<std::size_t>((files.size() + per - 1) / per, 1);
  const std::size_t at = std::clamp<std::size_t>(screen.files, 1, screens);
  writer.open("files").attribute("total", digits(files.size()));
  for (std::size_t i = (at - 1) * per; i < std::min(files.size(), at * per); ++i) {
    const FileView& file = files[i];
    writer.open("file")
        .attribute("n", digits(file.number))
        .attribute("part", to_text(file.part))
        .attribute("role", to_text(file.role))
        .attribute("name", file.name)
        .attribute("size", size_words(file.size))
        .attribute("bytes", std::to_string(file.size))
        .attribute("digest", file.digest);
    put(writer, "path", file.path);
    put(writer, "format", file.format);
    if (file.pages) writer.attribute("pages", digits(*file.pages));
    if (file.state) writer.attribute("state", to_text(*file.state));
    put(writer, "reason", file.reason);
    if (file.stored) writer.attribute("href", file_path(record.shown, file.number));
    writer.close();
  }
  for (std::size_t i = 1; screens > 1 && i <= screens; ++i) {
    Parameters parameters = keep;
    if (i > 1) parameters.set("files", digits(i));
    writer.open("screen")
        .attribute("n", digits(i))
        .attribute("current", yes_no(i == at))
        .attribute("href", context.href(base, parameters) + "#files")
        .close();
  }
  writer.close();
}

void write_history(xml::Writer& writer, const RecordView& record, const std::string& more) {
  writer.open("history");
  if (record.known.history_cut) writer.attribute("more", more);
  for (const HistoryEntry& entry : record.known.history) {
    writer.open("entry").attribute("kind", entry.kind);
    put(writer, "when", entry.when);
    put(writer, "subject", entry.subject);
    put(writer, "field", entry.field);
    if (const FieldInfo* info = find_field(entry.field)) {
      writer.attribute("zh", info->zh).attribute("en", info->en);
    }
    put(writer, "before", entry.before);
    put(writer, "value", entry.value);
    put(writer, "by", entry.by);
    put(writer, "why", entry.why);
    put(writer, "stage", entry.stage);
    put(writer, "run", entry.run);
    writer.close();
  }
  writer.close();
}

void write_staff(xml::Writer& writer, const RecordView& record, const CodeMeanings& meanings) {
  writer.open("findings");
  for (const FindingView& view : record.known.findings) {
    const Finding& finding = view.finding;
    writer.open("finding")
        .attribute("code", finding.code)
        .attribute("severity", to_text(finding.severity))
        .attribute("waived", yes_no(view.waived));
    put(writer, "place", finding.place);
    put(writer, "found", finding.found);
    put(writer, "expected", finding.expected);
    const auto meaning = meanings ? meanings(finding.code) : std::nullopt;
    if (meaning) {
      put(writer, "zh", meaning->title_zh);
      put(writer, "en", meaning->title_en);
      put(writer, "hint-zh", meaning->hint_zh);
      put(writer, "hint-en", meaning->hint_en);
      put(writer, "citation", meaning->citation);
    }
    writer.close();
  }
  writer.close();
  writer.open("duplicates");
  for (const DuplicateView& twin : record.known.duplicates) {
    writer.open("duplicate")
        .attribute("document", twin.document)
        .attribute("place", twin.place)
        .close();
  }
  writer.close();
}

}  // namespace

std::string size_words(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 4> kUnits{"KB", "MB", "GB", "TB"};
  if (bytes < 1024) return fmt::format("{} B", bytes);
  double value = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (value /= 1024; value >= 1024 && unit + 1 < kUnits.size(); value /= 1024) ++unit;
  return fmt::format("{:.{}f} {}", value, value < 10 ? 1 : 0, kUnits[unit]);
}

void write_line(xml::Writer& writer, const Context& context, std::string_view element,
                const index::Hit& record, std::string_view q) {
  writer.open(element).attribute("href", record_href(context, record, q));
  write_hit(writer, record);
  writer.element("title", record.title).close();
}

void write_record(xml::Writer& writer, const Context& context, const RecordView& record,
                  const CodeMeanings& meanings, const RecordScreen& screen) {
  const std::string base = record_path(record.shown);
  Parameters keep;
  if (!screen.q.empty()) keep.set("q", screen.q);
  const bool print = context.request.parameters.get("view") == "print";
  if (print) keep.set("view", "print");
  Parameters printed = keep;
  Parameters all = keep;
  writer.attribute("href", context.href(base, keep))
      .attribute("json", context.href(base + ".json"))
      .attribute("print", context.href(base, printed.set("view", "print")))
      .attribute("back",
                 context.href("/search",
                              screen.q.empty() ? Parameters() : Parameters().set("q", screen.q)))
      .attribute("q", screen.q);
  write_crumbs(writer, context, record.shown);
  writer.open("head");
  write_hit(writer, record.shown);
  writer.open("title");
  write_marked(writer, record.shown.title, record.shown.title_marks);
  writer.close().close();
  writer.element("citation", citation_of(record));
  if (const auto& before = record.neighbours.before) {
    write_line(writer, context, "before", *before, screen.q);
  }
  if (const auto& after = record.neighbours.after) {
    write_line(writer, context, "after", *after, screen.q);
  }
  const auto address = [&](std::size_t text) {
    Parameters parameters = keep;
    if (text > 1) parameters.set("text", digits(text));
    return context.href(base, parameters);
  };
  write_reading(writer, record, screen.text, screen.per_text, address);
  write_fields(writer, record.known.fields);
  write_filing(writer, context, record);
  write_files(writer, record, screen, base, context, keep);
  writer.open("relations");
  for (const RelationView& relation : record.known.relations) {
    writer.open("relation")
        .attribute("kind", relation.kind)
        .attribute("zh", relation.zh)
        .attribute("en", relation.en);
    put(writer, "evidence", relation.evidence);
    write_line(writer, context, "record", relation.other, screen.q);
    writer.close();
  }
  writer.close();
  if (record.staff) write_staff(writer, record, meanings);
  write_history(writer, record, context.href(base, all.set("history", "all")) + "#history");
  writer.open("similar");
  for (const index::Hit& hit : record.similar) write_line(writer, context, "record", hit);
  writer.close();
}

void write_choice(xml::Writer& writer, const Context& context, std::string_view code,
                  const std::vector<index::Hit>& records, std::string_view q) {
  writer.open("choice").attribute("code", code);
  for (const index::Hit& record : records) {
    Parameters parameters;
    if (!q.empty()) parameters.set("q", q);
    writer.open("record").attribute("href", context.href(record_id_path(record), parameters));
    write_hit(writer, record);
    put(writer, "fonds-name", context.site.homes.at(record.home).name);
    writer.element("title", record.title).close();
  }
  writer.close();
}

}  // namespace guidang::web
