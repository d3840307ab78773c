// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/sidecar.h"

#include "pipeline/facts_json.h"
#include "pipeline/fields.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/document.h"
#include "stages/receive/codes.h"
#include "stages/receive/given.h"

namespace guidang::receive {
namespace {

constexpr std::string_view kDirectionField = "direction";

Direction read_direction(std::string_view value) {
  if (value == "received" || value == "收文") return Direction::received;
  if (value == "issued" || value == "发文") return Direction::issued;
  if (value == "internal" || value == "内部") return Direction::internal;
  return Direction::unknown;
}

/// Parses and validates; the first thing wrong with it otherwise.
std::variant<xml::Document, xml::XmlError> parse(std::string_view bytes, const std::string& shown,
                                                 const xml::Schema& schema) {
  xml::ParseResult parsed = xml::Document::parse(bytes, shown);
  if (const auto* document = std::get_if<xml::Document>(&parsed)) {
    const std::vector<xml::XmlError> flaws = schema.validate(*document);
    if (!flaws.empty()) return flaws.front();
  }
  return parsed;
}

void read_field(const xml::Node& node, const std::string& shown, const Gate& gate,
                Sidecar& sidecar) {
  GivenField field{.name = node.attribute("name").value_or(""),
                   .value = text::nfc(text::trim(node.text())),
                   .source = "sidecar",
                   .where = shown + ':' + std::to_string(node.line())};
  sidecar.above = sidecar.above || gate.above_value(field.value) ||
                  (is_level_field(field.name) && gate.above_level(field.value));
  if (field.value.empty()) return;
  if (field.name == kDirectionField) sidecar.direction = read_direction(field.value);
  normalise_date(field, shown, sidecar.findings);
  field.where = shown;
  sidecar.fields.push_back(std::move(field));
}

}  // namespace

SidecarReader::SidecarReader(const std::filesystem::path& schemas)
    : record_(xml::Schema::load(schemas / "record.rng")),
      batch_(xml::Schema::load(schemas / "batch.rng")) {}

std::variant<Sidecar, xml::XmlError> SidecarReader::read(std::string_view bytes,
                                                         const std::string& shown,
                                                         const Gate& gate) const {
  auto parsed = parse(bytes, shown, record_);
  if (auto* error = std::get_if<xml::XmlError>(&parsed)) return std::move(*error);
  Sidecar sidecar;
  const xml::Node root = std::get<xml::Document>(parsed).root();
  for (const xml::Node& node : root.children("field")) read_field(node, shown, gate, sidecar);
  for (const xml::Node& node : root.children("component")) {
    const auto role = role_from(node.attribute("role").value_or(""));
    sidecar.parts.push_back({.role = role.value_or(Role::attachment),
                             .file = node.attribute("file").value_or(""),
                             .line = node.line()});
    sidecar.above = sidecar.above || gate.above_path(sidecar.parts.back().file);
  }
  return sidecar;
}

std::variant<BatchFile, xml::XmlError> SidecarReader::read_batch(std::string_view bytes,
                                                                 const std::string& shown) const {
  auto parsed = parse(bytes, shown, batch_);
  if (auto* error = std::get_if<xml::XmlError>(&parsed)) return std::move(*error);
  BatchFile file;
  const xml::Node root = std::get<xml::Document>(parsed).root();
  if (const auto declaration = root.child("declaration")) {
    file.declared_by = text::trim(declaration->attribute("by").value_or(""));
    file.declared_on = text::trim(declaration->attribute("date").value_or(""));
  }
  for (const xml::Node& node : root.children("ignore")) {
    file.ignored.push_back({.name = node.attribute("name").value_or(""),
                            .why = "batch.xml 指定 · named in batch.xml"});
  }
  return file;
}

}  // namespace guidang::receive
