// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/item_metadata.h"

#include <fmt/format.h>

#include <array>

#include "pipeline/facts_json.h"
#include "pipeline/fields.h"
#include "pipeline/xml/writer.h"
#include "stages/package/layout.h"

namespace guidang::bag {
namespace {

using Numbered = std::pair<std::string_view, std::string_view>;

// DA/T 46-2009; fields that it does not number are left without.
constexpr std::array<Numbered, 13> kNumbers{{{"title", "M22"},
                                             {"keywords", "M26"},
                                             {"document_number", "M31"},
                                             {"creator", "M32"},
                                             {"date", "M33"},
                                             {"doctype", "M34"},
                                             {"urgency", "M35"},
                                             {"recipients", "M36"},
                                             {"cc", "M37"},
                                             {"secrecy", "M38"},
                                             {"secrecy_term", "M39"},
                                             {"pages", "M43"},
                                             {"remarks", "M76"}}};

template <typename F>
const F* fact_of(const Known& known) {
  const auto& slot = known.facts[static_cast<std::size_t>(kind_for<F>())];
  return slot == nullptr ? nullptr : &std::get<F>(*slot);
}

void labelled(xml::Writer& out, std::string_view id, std::string_view zh, std::string_view number,
              std::string_view value) {
  if (value.empty()) return;
  out.open("element").attribute("id", id).attribute("zh", zh);
  if (!number.empty()) out.attribute("m", number);
  out.text(value).close();
}

void attribute(xml::Writer& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out.attribute(name, value);
}

void write_field(xml::Writer& out, const FieldInfo& info, const Field& field) {
  out.open("field").attribute("name", info.name).attribute("zh", info.zh);
  for (const auto& [name, number] : kNumbers) {
    if (name == info.name) out.attribute("m", number);
  }
  out.attribute("source", field.source)
      .attribute("confidence", fmt::format("{:.2f}", field.confidence));
  for (const std::string& value : field.values) out.element("value", value);
  if (!field.original.empty()) out.element("original", field.original);
  for (const Rival& rival : field.rivals) out.element("rival", rival.to_text());
  out.close();
}

void write_document(xml::Writer& out, const Known& document, Role role, bool is_main,
                    SealedYear& sealed) {
  out.open("document").attribute("id", document.id).attribute("role", to_text(role));
  out.attribute("zh", role_word(role)).attribute("main", is_main ? "yes" : "no");
  if (const Origin* origin = fact_of<Origin>(document)) {
    out.attribute("direction", to_text(origin->direction));
    attribute(out, "place", origin->place);
  }
  if (const Description* description = fact_of<Description>(document)) {
    for (const FieldInfo& info : kFields) {
      if (const Field* field = description->find(info.name)) write_field(out, info, *field);
    }
  }
  if (const Relations* relations = fact_of<Relations>(document)) {
    for (const Relation& relation : relations->list) {
      out.open("relation").attribute("kind", relation.kind).attribute("other", relation.other);
      attribute(out, "code", sealed.code_of(relation.other));
      attribute(out, "evidence", relation.evidence);
      out.close();
    }
  }
  out.close();
}

void write_component(xml::Writer& out, const PackedComponent& component) {
  out.open("component").attribute("file", component.file);
  out.attribute("role", to_text(component.role)).attribute("zh", role_word(component.role));
  out.attribute("name", component.original.name).attribute("document", component.document);
  out.attribute("size", std::to_string(component.digests.size));
  out.attribute("sha256", component.digests.sha256).attribute("sha512", component.digests.sha512);
  attribute(out, "format", component.text.format);
  out.attribute("text", to_text(component.text.state));
  if (component.text.pages) out.attribute("pages", std::to_string(*component.text.pages));
  for (const auto& [name, value] : component.text.technical) {
    out.open("technical").attribute("name", name).attribute("value", value).close();
  }
  out.close();
}

/// Decisions of the item that it has not from its main document.
Decisions own_decisions(const Known& item, const Item* joined) {
  Decisions own = item.decisions;
  for (const Known& part : item.parts) {
    if (joined == nullptr || part.id != joined->main) continue;
    for (const auto& [field, decision] : part.decisions) own.erase(field);
  }
  return own;
}

void write_decisions(xml::Writer& out, const RecordId& record, const Decisions& decisions) {
  for (const auto& [field, decision] : decisions) {
    out.open("decision").attribute("record", record).attribute("field", field);
    out.attribute("value", decision.value).attribute("by", decision.by);
    out.attribute("date", decision.date).attribute("why", decision.why).close();
  }
}

void write_findings(xml::Writer& out, const RecordId& record, SealedYear& sealed) {
  for (const Finding& finding : sealed.findings(record)) {
    out.open("finding").attribute("record", record).attribute("code", finding.code);
    out.attribute("severity", to_text(finding.severity));
    attribute(out, "place", finding.place);
    attribute(out, "found", finding.found);
    attribute(out, "expected", finding.expected);
    out.close();
  }
}

void write_appraisal(xml::Writer& out, const Known& item) {
  if (const Appraisal* appraisal = fact_of<Appraisal>(item)) {
    out.open("appraisal").attribute("period", appraisal->period);
    attribute(out, "code", appraisal->code);
    attribute(out, "rule", appraisal->rule);
    attribute(out, "citation", appraisal->citation);
    attribute(out, "opening", appraisal->opening);
    out.close();
  }
  if (const FilingYear* year = fact_of<FilingYear>(item)) {
    out.open("filing-year").attribute("rule", year->rule).close();
  }
  if (const Checks* checks = fact_of<Checks>(item)) {
    out.open("checks").attribute("profile", checks->profile);
    out.attribute("passed", std::to_string(checks->passed));
    for (const auto& [rule, result] : checks->others) {
      out.open("rule").attribute("id", rule).attribute("result", to_text(result)).close();
    }
    out.close();
  }
}

}  // namespace

std::string item_metadata(const Known& item, const LedgerRow& number,
                          const std::vector<PackedComponent>& components, const Fonds& fonds,
                          SealedYear& sealed) {
  std::string text;
  xml::Writer out(text);
  out.open("record").attribute("xmlns", "urn:guidang:metadata:1");
  out.attribute("code", number.code).attribute("id", item.id);
  const Appraisal* appraisal = fact_of<Appraisal>(item);
  out.open("identity");
  labelled(out, "fonds_code", "全宗号", "M9", fonds.code);
  labelled(out, "fonds_name", "立档单位", "M6", fonds.name);
  labelled(out, "code", "档号", "M8", number.code);
  labelled(out, "year", "年度", "M11", std::to_string(number.year));
  if (appraisal != nullptr) labelled(out, "period", "保管期限", "M12", appraisal->period);
  labelled(out, "series", "类别", "", number.series);
  labelled(out, "number", "件号", "", std::to_string(number.number));
  out.close();

  const Item* joined = fact_of<Item>(item);
  out.open("documents");
  for (std::size_t i = 0; i < item.parts.size(); ++i) {
    const Role role = joined == nullptr ? Role::main : joined->parts[i].role;
    const bool is_main = joined != nullptr && joined->main == item.parts[i].id;
    write_document(out, item.parts[i], role, is_main, sealed);
  }
  out.close();

  out.open("components");
  for (const PackedComponent& component : components) write_component(out, component);
  out.close();
  write_appraisal(out, item);

  out.open("decisions");
  write_decisions(out, item.id, own_decisions(item, joined));
  for (const Known& part : item.parts) write_decisions(out, part.id, part.decisions);
  out.close();
  out.open("findings");
  write_findings(out, item.id, sealed);
  for (const Known& part : item.parts) write_findings(out, part.id, sealed);
  out.close();

  const SealRow& seal = sealed.seal_of(number.edition);
  out.open("seal").attribute("edition", std::to_string(number.edition));
  out.attribute("by", seal.by).attribute("checked-by", seal.checked_by);
  out.attribute("date", seal.date).close();
  out.finish();
  return text;
}

}  // namespace guidang::bag
