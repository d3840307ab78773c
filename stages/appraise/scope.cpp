// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/scope.h"

#include <algorithm>
#include <utility>

#include "pipeline/register/views.h"
#include "pipeline/text/fold.h"
#include "stages/appraise/read_words.h"

namespace guidang::appraise {
namespace {

constexpr Wanted wanted() {
  Wanted result;
  result.own[static_cast<std::size_t>(FactKind::item)] = true;
  result.own[static_cast<std::size_t>(FactKind::appraisal)] = true;
  result.own[static_cast<std::size_t>(FactKind::year)] = true;
  result.of_parts[static_cast<std::size_t>(FactKind::origin)] = true;
  result.of_parts[static_cast<std::size_t>(FactKind::components)] = true;
  result.of_parts[static_cast<std::size_t>(FactKind::description)] = true;
  return result;
}

View view_of(const Known& known) {
  View view{known.id, {}};
  for (const auto& fact : known.facts) {
    if (fact != nullptr) view.put(fact);
  }
  std::vector<View> parts;
  for (const Known& part : known.parts) parts.push_back(view_of(part));
  view.put(std::move(parts));
  return view;
}

bool ends_with_one(std::string name, const std::vector<std::string>& extensions) {
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](const std::string& each) { return name.ends_with("." + each); });
}

bool is_of(const Material& material, const View& document) {
  const auto* origin = document.find<Origin>();
  const auto* description = document.find<Description>();
  if (!material.directions.empty() &&
      (origin == nullptr || std::find(material.directions.begin(), material.directions.end(),
                                      origin->direction) == material.directions.end())) {
    return false;
  }
  if (material.doctypes.empty() && material.words.empty() && material.extensions.empty()) {
    return true;
  }
  if (description != nullptr) {
    const std::string_view doctype = description->value("doctype");
    if (std::find(material.doctypes.begin(), material.doctypes.end(), doctype) !=
        material.doctypes.end()) {
      return true;
    }
    const std::string title = text::fold(description->value("title"));
    if (!word_in(title, material.words).empty()) return true;
  }
  const auto* components = document.find<Components>();
  return components != nullptr &&
         std::any_of(components->list.begin(), components->list.end(), [&](const Component& each) {
           return ends_with_one(each.name, material.extensions);
         });
}

}  // namespace

YearScope::YearScope(const profile::Element& appraise_section) {
  for (const profile::Element* row : appraise_section.all("material")) {
    Material material{.id = row->required("id"),
                      .rule = row->required("rule"),
                      .citation = row->required("citation"),
                      .title_zh = std::string{row->in("title", "zh")},
                      .title_en = std::string{row->in("title", "en")},
                      .expected = row->flag("expected", true)};
    material.directions = read_directions(*row, "direction");
    material.doctypes = words_of_all(*row, "doctypes");
    material.words = folded_words_of_all(*row, "with");
    material.extensions = words_of_all(*row, "extensions");
    counts_.push_back({.material = std::move(material)});
  }
}

void YearScope::add(const View& item) {
  const std::span<const View> parts = item.parts();
  for (MaterialCount& count : counts_) {
    const bool found = std::any_of(parts.begin(), parts.end(), [&](const View& document) {
      return is_of(count.material, document);
    });
    if (found) ++count.items;
  }
}

std::vector<MaterialCount> materials_of_year(Register& registry, const Profile& profile, int year) {
  YearScope scope(profile.section("appraise"));
  RecordReader records(registry);
  records.for_each_id('i', [&](const RecordId& id) {
    const View item = view_of(records.load(id, wanted()));
    const auto* filing_year = item.find<FilingYear>();
    const auto* appraisal = item.find<Appraisal>();
    if (filing_year == nullptr || filing_year->year != year) return;
    if (appraisal != nullptr && !appraisal->filed) return;
    scope.add(item);
  });
  return scope.counts();
}

std::vector<Finding> missing_materials(const std::vector<MaterialCount>& counts) {
  std::vector<Finding> findings;
  for (const MaterialCount& count : counts) {
    if (count.items > 0) continue;
    findings.push_back({.code = count.material.rule,
                        .severity = count.material.expected ? Severity::warning : Severity::note,
                        .place = count.material.id,
                        .found = "0 件 items",
                        .expected = count.material.title_zh + " / " + count.material.title_en,
                        .citations = {count.material.citation}});
  }
  return findings;
}

}  // namespace guidang::appraise
