// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/organs/write.h"

#include "pipeline/xml/writer.h"

namespace guidang::organs {
namespace {

void put(xml::Writer& writer, std::string_view key, std::string_view value) {
  if (!value.empty()) writer.attribute(key, value);
}

void put_days(xml::Writer& writer, const Name& name) {
  if (name.from) writer.attribute("from", to_iso(*name.from));
  if (name.to) writer.attribute("to", to_iso(*name.to));
}

void write_organ(xml::Writer& writer, const Organ& organ) {
  writer.open("organisation").attribute("id", organ.id);
  const bool one = organ.names.size() == 1;
  if (one) {
    writer.attribute("name", organ.names.front().text);
    put_days(writer, organ.names.front());
  }
  put(writer, "parent", organ.parent);
  put(writer, "office-of", organ.office_of);
  put(writer, "area", organ.area);
  put(writer, "level", to_text(organ.level));
  put(writer, "line", to_text(organ.line));
  if (organ.standing != Standing::unknown) put(writer, "standing", to_text(organ.standing));
  if (!one) {
    for (const Name& name : organ.names) {
      writer.open("name");
      put_days(writer, name);
      writer.text(name.text).close();
    }
  }
  for (const std::string& word : organ.shorts) writer.element("short", word);
  for (const std::string& word : organ.aliases) writer.element("alias", word);
  for (const std::string& word : organ.codes) writer.element("code", word);
  writer.close();
}

}  // namespace

std::string write_table(std::span<const Organ> organs) {
  std::string text;
  xml::Writer writer(text);
  writer.open("organisations");
  for (const Organ& organ : organs) write_organ(writer, organ);
  writer.close();
  writer.finish();
  return text;
}

}  // namespace guidang::organs
